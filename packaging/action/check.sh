#!/usr/bin/env bash
# Checks $BUDGET with the command $LCA, and appends the page to $GITHUB_STEP_SUMMARY. With $BASE, a commit of this repository,
# it says what moved since then. $GITHUB_OUTPUT gets `kept` and `page`. Exit code: that of `lca check`, 1 where a limit is not kept.
set -euo pipefail

: "${BUDGET:?the input \`budget\` is missing}"  # a runner does not look whether required inputs are given
lca="${LCA:-lca}"
work="$(mktemp -d)"
trap 'git worktree remove --force "$work/tree" >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

if [ -n "${LCA_BINARY:-}" ]; then
    : "${LCA_SHA256:?the digest of the binary is needed}"
    curl --fail --silent --show-error --location --proto '=https' --output "$work/lca" "$LCA_BINARY"
    echo "$LCA_SHA256  $work/lca" | sha256sum --check --quiet
    chmod +x "$work/lca"
    lca="$work/lca"
fi

against=()
if [ -n "${BASE:-}" ]; then
    # The scenario as the budget names it, and as it was.
    code=0
    "$lca" check "$BUDGET" --format json >"$work/now.json" || code=$?
    [ "$code" -le 1 ] || exit "$code"
    scenario="$(sed -n 's/^  "scenario": "\(.*\)",$/\1/p' "$work/now.json")"
    if ! git cat-file -e "$BASE^{commit}" 2>/dev/null; then
        echo "check.sh: the base commit $BASE is not in this clone: check it out with \`fetch-depth: 0\`" >&2
        exit 3
    fi
    git worktree add --quiet --detach "$work/tree" "$BASE"
    if [ -f "$work/tree/$scenario" ]; then
        "$lca" evaluate "$work/tree/$scenario" --format json --quiet --output "$work/base.json"
        against=(--against "$work/base.json")
    fi
fi

code=0
"$lca" check "$BUDGET" "${against[@]}" --format markdown >"$work/page.md" || code=$?
cat "$work/page.md"
[ -z "${GITHUB_STEP_SUMMARY:-}" ] || cat "$work/page.md" >>"$GITHUB_STEP_SUMMARY"
if [ -n "${GITHUB_OUTPUT:-}" ] && [ "$code" -le 1 ]; then
    page="${RUNNER_TEMP:-${TMPDIR:-/tmp}}/lca-check-$$.md"
    cp "$work/page.md" "$page"
    kept=true
    [ "$code" -eq 0 ] || kept=false
    printf 'kept=%s\npage=%s\n' "$kept" "$page" >>"$GITHUB_OUTPUT"
fi
exit "$code"
