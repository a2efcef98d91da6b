#!/bin/sh
# Prints what the binaries are licensed under: lca, its data, and the libraries in them, as Debian's packages on this machine
# state it. Exit 3 where one of these is not there.
set -eu
root=$(cd "$(dirname "$0")/.." && pwd -P)

cat "$root/NOTICE"
printf '\nThe licence of lca is in /usr/share/common-licenses/Apache-2.0 of Debian, and at\nhttps://www.apache.org/licenses/LICENSE-2.0\n\n'
cat "$root/LICENSE-DATA"
printf '\nWhat follows are the licences of the libraries, each as the package of Debian that it came from states it.\n'
# All that the build needs, less the tools; and what the compiler adds.
libraries=$(sed -nE 's/^run[[:space:]]+//p' "$root/cmake/packages.txt" | grep -vxE 'g\+\+|cmake|ninja-build|esbuild')
for library in $libraries libc6-dev gcc-12-base; do
    file="/usr/share/doc/$library/copyright"
    [ -r "$file" ] || { echo "licences.sh: there is no $file" >&2; exit 3; }
    printf '\n%s\n%s %s\n%s\n\n' "$(printf '%079d' 0 | tr 0 -)" "$library" "$(dpkg-query -W -f='${Version}' "$library")" \
        "$(printf '%079d' 0 | tr 0 -)"
    cat "$file"
done
