#!/bin/bash
# tests/fuzz/run.sh [SECONDS [TARGET…]]: runs the fuzz targets of build/fuzz, two at a time, from a copy of the kept corpus.
# SECONDS (180) are the time of all of them together: each gets an equal part.
# The order of tries is the same for the same SEED (1), so that what passes once passes again; another SEED looks elsewhere.
# Another build folder: BUILD=…. A finding is a file in its folder findings; keep it as tests/fuzz/corpus/TARGET/NAME once the fault is mended.
set -uo pipefail
cd "$(dirname "$0")/../.." || exit 2
build=${BUILD:-build/fuzz}
total=${1:-180}
shift || true
targets=("$@")
if [ ${#targets[@]} -eq 0 ]; then
    for source in tests/fuzz/*.cpp; do
        name=$(basename "$source" .cpp)
        [ "$name" = replay ] || targets+=("$name")
    done
fi
seconds=$((total / ${#targets[@]}))
[ "$seconds" -ge 1 ] || seconds=1 # 0 would be for ever
findings=$build/findings
mkdir -p "$findings"

fuzz() {
    local name=$1 corpus="$build/corpus/$1" log="$build/$1.log" program
    program=$(find "$build" -type f -name "fuzz_$1" -perm -u+x | head -1)
    if [ -z "$program" ]; then
        echo "fuzz $name: not built (cmake --preset fuzz && cmake --build --preset fuzz)"
        return 1
    fi
    mkdir -p "$corpus"
    cp -r "tests/fuzz/corpus/$name/." "$corpus/" 2>/dev/null || true
    if "$program" "$corpus" -seed="${SEED:-1}" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=16384 \
        -dict=tests/fuzz/dictionary.txt -artifact_prefix="$findings/$name-" -print_final_stats=1 >"$log" 2>&1; then
        echo "fuzz $name: $(sed -n 's/^stat::number_of_executed_units: *//p' "$log") inputs, none failed"
    else
        tail -40 "$log"
        echo "fuzz $name: FAILED, see $build/$name.log and $findings"
        return 1
    fi
}

status=0
running=()
for name in "${targets[@]}"; do
    fuzz "$name" &
    running+=($!)
    if [ ${#running[@]} -ge 2 ]; then
        wait "${running[0]}" || status=1
        running=("${running[@]:1}")
    fi
done
for job in "${running[@]}"; do wait "$job" || status=1; done
exit $status
