#!/bin/bash
# lca hardware: search, show with what one embodies and its siblings, misses that name what is near.
set -u
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
failed=0
fail() { echo "FAILED: $*"; failed=1; }
has() { grep -qF -- "$2" "$folder/out" || fail "$1: no \`$2\`"; }

"$LCA" hardware search "a100 80" >"$folder/out" || fail "search"
has search "nvidia-a100-sxm4-80gb"
[ "$(grep -c '^nvidia' "$folder/out")" = 2 ] || fail "search: other entries than the two cards of 80 GB"

"$LCA" hardware show Standard_ND96asr_v4 >"$folder/out" || fail "show by alias"
has show "azure-nd96asr-v4: Azure ND96asr_v4"
has show "parts.nvidia-a100-sxm4-40gb.count = 8"
has show "beside similar entries"
grep -q "^nvidia-a100-sxm4-40gb *1.021 tCO2e" "$folder/out" || fail "show: eight A100 of 127.6 kg"
"$PYTHON" -c 'import sys; sys.exit(any(len(line.rstrip()) > 80 for line in open(sys.argv[1], encoding="utf-8")))' "$folder/out" ||
    fail "show: a line of more than 80 columns"

"$LCA" hardware show H100 >"$folder/out" || fail "show of an H100"
has "published figures" "Other published embodied figures"
for figure in 164 225 273 463 575.2; do has "published figures" "$figure kgCO2e"; done
has "published figures" "bottom-up model; 176 kg of it memory; comparable"

"$LCA" hardware show dell-r640 >"$folder/out" || fail "show of stages"
has stages "embodied.end_of_life = 7.73 kgCO2e"

"$LCA" hardware show p5.48xlarge --format json >"$folder/out" || fail "show as JSON"
"$PYTHON" - "$folder/out" <<'P' || fail "the JSON"
import json, sys
(entry,) = json.load(open(sys.argv[1]))
parts = {part["name"]: part for part in entry["embodied_of_one"]}
assert abs(parts["aws-p5-host"]["gwp_kgco2e"] - 5652.48) < 0.1, parts
assert abs(parts["nvidia-h100-sxm"]["gwp_kgco2e"] - 8 * 164) < 1e-9, parts
assert len(entry["siblings"]) == 5, entry["siblings"]
assert all(sibling["id"].startswith("aws-p") for sibling in entry["siblings"]), entry["siblings"]
P
"$LCA" hardware show p5.48xlarge --format csv >"$folder/out" || fail "show as CSV"
has csv "aws-p5-48xlarge,memory,2048 GiB"

"$LCA" hardware show a100-sxm4-80gb >"$folder/out" || fail "a name of one reading"
has out '`a100-sxm4-80gb` is not a valid id; it is taken as `nvidia-a100-sxm4-80gb`'
"$LCA" hardware show a100-90gb >"$folder/out" 2>"$folder/said"
[ $? -eq 2 ] || fail "a name that is not a name is accepted"
[ -s "$folder/out" ] && fail "a miss prints something"
grep -q "did you mean" "$folder/said" || fail "a miss does not name what is near"

# A folder's figures are the catalogue's too, and point at its file.
cat >"$folder/cards.yaml" <<'Y'
catalogue: 1
hardware:
  acme-card: {kind: accelerator, power: {max: 100 W}, embodied: 90 kgCO2e}
Y
cat >"$folder/job.txt" <<'Y'
lca: 1
title: t
systems:
  s: {site: {grid: FRA}, nodes: 1 node, lifetime: 1 yr, node: [{hardware: acme-card}]}
activities:
  job: {stage: other, system: s, device_time: 10 GPU*h, dynamic: {load: 100 %}, idle: none}
Y
"$LCA" evaluate "$folder/job.txt" --hardware-db "$folder" --format json >"$folder/out" 2>"$folder/said" || fail "evaluate with a folder"
"$PYTHON" - "$folder/out" <<'P' || fail "the origin of a folder's figures"
import json, sys
inputs = [one for one in json.load(open(sys.argv[1]))["inputs"] if one.get("file", "").endswith("cards.yaml")]
assert len(inputs) == 2, inputs
assert all(one["origin"] == "catalogue" and one["line"] == 3 for one in inputs), inputs
P
exit $failed
