#!/bin/sh
# configure.sh PRESET: configures build/PRESET of the current folder where that is needed. From nothing if the build is new, half
# configured, of other sources (a copied or moved folder) or by tools that have gone; again if the presets have changed since.
set -eu
build="build/$1"
cached() { sed -nE "s/^($1):[A-Z]+=//p" "$build/CMakeCache.txt" 2>/dev/null || true; }

usable() {
    [ -f "$build/build.ninja" ] && [ "$(cached CMAKE_HOME_DIRECTORY)" = "$(pwd -P)" ] || return 1
    cached 'CMAKE_COMMAND|CMAKE_CXX_COMPILER|CMAKE_MAKE_PROGRAM|LCA_CCACHE' | while read -r tool; do
        case $tool in
            /*) [ -x "$tool" ] || return 1 ;;
        esac
    done
}
if ! usable; then
    exec cmake --fresh --preset "$1"
elif [ -n "$(find CMakePresets.json -newer "$build/build.ninja")" ]; then
    exec cmake --preset "$1"
fi
