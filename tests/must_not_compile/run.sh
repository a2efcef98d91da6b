#!/bin/bash
# run.sh COMPILER ROOT: every snippet here must be refused, with one of the texts (A|B) that its first line names;
# those whose first line is `// compiles` must pass. Prints what went otherwise. COMPILER is clang++-14 or, where that is not
# installed, clang++; where neither is, the test is skipped.
set -u
compiler=$1
root=$2
command -v "$compiler" >/dev/null || compiler=${compiler%-*}
command -v "$compiler" >/dev/null || { echo "skipped: neither $1 nor $compiler is installed"; exit 77; }
status=0
count=0
for file in "$root"/tests/must_not_compile/*.cpp; do
    name=$(basename "$file")
    first=$(head -1 "$file")
    count=$((count + 1))
    output=$(LC_ALL=C "$compiler" -std=c++20 -fsyntax-only -I"$root" "$file" 2>&1)
    refused=$?
    case $first in
        "// compiles")
            if [ $refused -ne 0 ]; then
                echo "$name: must compile, but:"
                echo "$output" | head -20
                status=1
            fi
            ;;
        "// error: "*)
            if [ $refused -eq 0 ]; then
                echo "$name: compiles, and must not"
                status=1
                continue
            fi
            found=no
            IFS='|' read -r -a wanted <<<"${first#// error: }"
            for text in "${wanted[@]}"; do
                if [[ $output == *"$text"* ]]; then found=yes; fi
            done
            if [ $found = no ]; then
                echo "$name: refused, but not for '${first#// error: }':"
                echo "$output" | grep -m3 error
                status=1
            fi
            ;;
        *)
            echo "$name: the first line says neither '// error: TEXT' nor '// compiles'"
            status=1
            ;;
    esac
done
if [ $count -lt 2 ]; then
    echo "no snippets in $root/tests/must_not_compile"
    status=1
fi
[ $status -eq 0 ] && echo "$count snippets as they should be ($compiler)"
exit $status
