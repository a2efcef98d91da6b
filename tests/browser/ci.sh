#!/bin/bash
# The pages of five studies in a headless Chromium, with the rules of axe-core where npm is there to get them (Debian has no package).
set -euo pipefail
cd "$(dirname "$0")/../.."
version=4.14.1
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
axe=()
if command -v npm >/dev/null 2>&1 && (cd "$folder" && npm pack --silent "axe-core@$version" >/dev/null 2>&1); then
    tar -xzf "$folder/axe-core-$version.tgz" -C "$folder" package/axe.min.js
    axe=(--axe "$folder/package/axe.min.js")
else
    echo "axe-core $version cannot be had here: its rules are not checked"
fi
/usr/bin/python3 tests/browser/check.py "${axe[@]}"
