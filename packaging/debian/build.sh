#!/bin/sh
# build.sh BUILD OUTPUT: makes the packages of a built folder, in the folder OUTPUT. The umask shows in the packages: it is always the same.
set -eu
[ $# -eq 2 ] || { echo "usage: build.sh BUILD OUTPUT" >&2; exit 2; }
umask 022
exec cpack --config "$1/CPackConfig.cmake" -B "$2"
