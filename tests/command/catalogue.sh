#!/bin/bash
# The compiler of the catalogue: what it writes is the same each time; a fault in an entry stops it with exit code 2.
# And the page that counts what is in it.
set -u
compiler="$LCA_BUILD/lca-catalogue"
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
fail() { echo "FAILED: $*"; failed=1; }

"$compiler" hardware_db "$folder/one.cpp" || fail "hardware_db does not compile"
"$compiler" hardware_db/ "$folder/two.cpp" || fail "hardware_db/ does not compile"
cmp "$folder/one.cpp" "$folder/two.cpp" || fail "two runs differ"

cp -r hardware_db "$folder/db"
sed -i 's/max: 400 W/max: 4 W/' "$folder/db/accelerators/nvidia.yaml"
"$compiler" "$folder/db" "$folder/bad.cpp" 2>"$folder/said"
[ $? -eq 2 ] || fail "an idle power above the maximum is accepted"
grep -q 'nvidia.yaml:[0-9]*:[0-9]*: error: the idle power is above the maximum' "$folder/said" || fail "the fault has no place"
[ ! -e "$folder/bad.cpp" ] || fail "something was written in spite of the fault"

"$compiler" "$folder/nowhere" "$folder/bad.cpp" 2>"$folder/said"
[ $? -eq 2 ] || fail "a missing folder is accepted"
grep -q 'not a folder' "$folder/said" || fail "a missing folder is not named"

"$LCA" reference catalogue >"$folder/page.md" || fail "no page of the catalogue"
cmp "$folder/page.md" docs/catalogue.md || fail "write it anew: lca reference catalogue > docs/catalogue.md"
exit $failed
