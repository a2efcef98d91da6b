#!/usr/bin/env bash
# Sweeps, break-even and goal seek as a whole command, on a scenario worked out by hand:
# 1,000 kWh of IT energy x PUE x intensity, and 100 kg embodied.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cat > "$folder/a.yaml" <<'YAML'
lca: 1
title: t
sites:
  here: {grid: {intensity: 0.5 kgCO2e/kWh}, pue: 1}
activities:
  job:
    stage: training
    site: here
    embodied: {value: 100 kgCO2e}
    idle: none
    dynamic: {energy: 1000 kWh}
what_if:
  clean: {set: {sites.here.grid: {intensity: 0.1 kgCO2e/kWh}, activities.job.embodied: {value: 300 kgCO2e}}}
sweep:
  vary:
    sites.here.pue: {from: 1, to: 2, steps: 3}
    sites.here.grid: [{intensity: 0.5 kgCO2e/kWh}, {intensity: 1 kgCO2e/kWh}]
YAML
fail() { echo "$*" >&2; exit 1; }
expect() { [ "$1" = "$2" ] || fail "expected: $2"$'\n'"found:    $1"; }

expect "$("$LCA" sweep "$folder/a.yaml" --format csv | tr -d '\r' | cut -d, -f1,3 | tr '\n' ' ')" \
  'sites.here.pue,total [kgCO2e] 1,600 1.5,850 2,1100 1,1100 1.5,1600 2,2100 '
expect "$("$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=1,3 --of dynamic --format jsonl | tail -1)" \
  '{"set": {"sites.here.pue": "3"}, "results": {"dynamic": {"value": 1500, "unit": "kgCO2e"}}}'

# What a variant does not count is named beside its number: 100 kg of one node, and nothing known of the other's.
cat > "$folder/gaps.yaml" <<'YAML'
lca: 1
title: A node that is known and one that is not
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
hardware:
  known: {kind: server, name: Known, embodied: 100 kgCO2e}
  unknown: {kind: server, name: Unknown}
systems: {s: {site: here, nodes: 1 node, node: [{hardware: known}], lifetime: 1000 h}}
activities:
  job: {stage: other, system: s, node_time: 1000 node*h, dynamic: {energy: 5 kWh}, idle: none}
YAML
vary=systems.s.node.0.hardware=known,unknown
expect "$("$LCA" sweep "$folder/gaps.yaml" --vary $vary --format csv | tr -d '\r' | tail -n +2 | tr '\n' ' ')" \
  'known,105,, unknown,5,job.embodied.unknown, '
expect "$("$LCA" sweep "$folder/gaps.yaml" --vary $vary --format jsonl | tail -1)" \
  '{"set": {"systems.s.node.0.hardware": "unknown"}, "results": {"total": {"value": 5, "unit": "kgCO2e", "gaps": ["job.embodied.unknown"]}}}'
"$LCA" sweep "$folder/gaps.yaml" --vary $vary | grep -q 'unknown  *5.0* \*$' || fail 'a sum with a gap is not marked'
"$LCA" sweep "$folder/gaps.yaml" --vary $vary | grep -q '^\* counts only .*job.embodied.unknown' || fail 'a gap is not named'

# Parts put together are the whole, byte for byte.
for format in csv jsonl; do
  "$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=1..2:101 --format $format > "$folder/whole"
  for part in 1 2 3 4 5 6 7; do
    "$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=1..2:101 --format $format --shard $part/7
  done | cmp - "$folder/whole"
done

# A file gets its name when it is complete; a fault leaves nothing behind.
"$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=1..2:5 --format csv --output "$folder/out.csv"
expect "$(wc -l < "$folder/out.csv")" 6
"$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=0.5..2:5 --format csv --output "$folder/no.csv" 2> "$folder/err" && fail 'PUE 0.5 was taken'
grep -q 'at least 1' "$folder/err"
[ "$(ls "$folder" | grep -c '^no')" = 0 ] || fail 'a file was left behind'
"$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=1..2:1000000 --vary activities.job.dynamic.energy=1..2kWh:1000000 2> "$folder/err" && fail '1e12 points were taken'
grep -q '1e12 points' "$folder/err"

# Interrupted: whole rows, and the exit code of it. (SIGTERM: the background jobs of a shell ignore SIGINT.)
"$LCA" sweep "$folder/a.yaml" --vary sites.here.pue=1..2:1000 --vary activities.job.dynamic.energy=1..2kWh:100000 \
  --format csv > "$folder/part.csv" & pid=$!
sleep 0.3; kill -TERM $pid; code=0; wait $pid || code=$?
expect "$code" 143
expect "$(tail -c 1 "$folder/part.csv" | od -An -tx1 | tr -d ' ')" 0a
expect "$(tail -1 "$folder/part.csv" | tr -d '\r' | tr -cd , | wc -c)" 4

# 100 + 500 PUE = 850 at PUE 1.5.
"$LCA" solve "$folder/a.yaml" --target total=850kgCO2e --by sites.here.pue --format csv | grep -q ',1.5,false,true,'
# 100 + 500 x = 50 nowhere; = 200 at 0.2, which no PUE may be.
"$LCA" solve "$folder/a.yaml" --target total=50kgCO2e --by sites.here.pue | grep -q 'stays above the target'
"$LCA" solve "$folder/a.yaml" --target total=200kgCO2e --by sites.here.pue | grep -q 'at least 1'
# 100 + 0.5 E = 300 + 0.1 E at E = 500 kWh; dynamic = embodied at 200 kWh.
"$LCA" break-even "$folder/a.yaml" --against clean --by activities.job.dynamic.energy | grep -q 'energy = 500 kWh'
"$LCA" break-even "$folder/a.yaml" --of dynamic --with embodied --by activities.job.dynamic.energy | grep -q 'energy = 200 kWh'
"$LCA" break-even "$folder/a.yaml" --of total --with total.energy --by sites.here.pue 2> "$folder/err" && fail 'unlike dimensions'
grep -q 'never equal' "$folder/err"

# Luccioni, Jernite, Strubell (2024), Table 5: training and fine-tuning of BLOOMz, one inference (two digits), and the
# number of inferences at which use has taken as much energy: E / e, worked out here by hand.
#   7B  (51,686 + 7,571) / 1.0e-4 = 592,570,000, as printed        3B  28,876 / 7.3e-5 = 395,561,643.8 (printed 395,602,740,
#   1B  18,133 / 6.2e-5 = 292,467,741.9, printed cut               which takes 28,879 kWh, 3 more than the table's energies)
#   560M 11,048 / 5.4e-5 = 204,592,592.6, printed cut
parity() {
  cat > "$folder/parity.yaml" <<YAML
lca: 1
title: parity
sites: {here: {grid: {intensity: 0.5 kgCO2e/kWh}, pue: 1}}
activities:
  train: {stage: training, site: here, embodied: none, idle: none, dynamic: {energy: $1 kWh}}
  tune: {stage: fine_tuning, site: here, embodied: none, idle: none, dynamic: {energy: $2 kWh}}
  serve: {stage: inference, site: here, embodied: none, idle: none, requests: 1e6 inference, dynamic: {per_request: $3 kWh/inference}}
outputs: {made: =train.energy + tune.energy, served: =serve.energy}
YAML
  found=$("$LCA" break-even "$folder/parity.yaml" --of outputs.made --with outputs.served \
    --by activities.serve.requests --format csv | cut -d, -f5 | tail -1)
  awk -v found="$found" -v wanted="$4" 'BEGIN { exit !(found > 0 && (found / wanted - 1) ^ 2 < 1e-24) }' ||
    fail "parity of $1 and $2: $found, not $4"
}
parity 51686 7571 1.0e-4 592570000
parity 25634 3242 7.3e-5 395561643.835616438
parity 17052 1081 6.2e-5 292467741.935483871
parity 10505 543 5.4e-5 204592592.592592593
