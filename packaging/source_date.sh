#!/bin/sh
# Prints when the sources were last changed, in seconds since 1970: SOURCE_DATE_EPOCH, else the last commit, else CHANGELOG.md.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${SOURCE_DATE_EPOCH:-}" ]; then
    echo "$SOURCE_DATE_EPOCH"
else
    git -c safe.directory='*' log -1 --format=%ct 2>/dev/null || stat -c %Y CHANGELOG.md
fi
