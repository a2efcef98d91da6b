#!/bin/bash
# Installs the build into a folder of its own, moves that folder, and uses what is there as a stranger would:
# the command, then examples/ through find_package(lca). Arguments: build folder, cmake, compiler.
set -euo pipefail
build=$1 cmake=$2 compiler=$3
root=$PWD
work="$build/install-test"
rm -rf "$work"
mkdir -p "$work"
"$cmake" --install "$build" --prefix "$work/first" >"$work/install.log"
mv "$work/first" "$work/prefix"
prefix="$work/prefix"

for file in bin/lca include/lca-1/lca/lca.hpp share/doc/lca/LICENSE share/lca/hardware_db \
    share/bash-completion/completions/lca share/zsh/site-functions/_lca share/fish/vendor_completions.d/lca.fish share/man/man1/lca.1.gz share/man/man1/lca-break-even.1.gz lib/pkgconfig/lca.pc; do
    [ -e "$prefix/$file" ] || { echo "not installed: $file"; exit 1; }
done
if grep -rqF "$root" "$prefix" --include='*.cmake' --include='*.pc'; then
    echo "the installed package names the source folder"; exit 1
fi

# What is installed is what lca/lca.hpp includes, no more.
(cd "$prefix/include/lca-1" && find . -name '*.hpp' | sed 's|^\./||' | LC_ALL=C sort) >"$work/headers"
"${PYTHON:-python3}" tests/architecture/architecture.py --public-headers | sed 's|^analyses/lca.hpp|lca/lca.hpp|' | LC_ALL=C sort >"$work/public"
diff "$work/public" "$work/headers" || { echo "other headers are installed than lca/lca.hpp includes"; exit 1; }

cd "$work"
"$prefix/bin/lca" --version
# Outside of the sources the installed studies are the default.
"$prefix/bin/lca" replicate >replicate.txt || { cat replicate.txt; exit 1; }

"$cmake" -S "$root/examples" -B "$work/examples" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" \
    -DCMAKE_CXX_COMPILER="$compiler" -DCMAKE_BUILD_TYPE=Debug >configure.log || { cat configure.log; exit 1; }
"$cmake" --build "$work/examples" -j 2 >build.log 2>&1 || { cat build.log; exit 1; }
ctest --test-dir "$work/examples" --output-on-failure --no-tests=error
