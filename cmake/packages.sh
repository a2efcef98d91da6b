#!/bin/sh
# packages.sh run|check|ci: installs the packages that this command needs and that are missing. Never asks; messages go to stderr.
# Exit 3: something is missing and there are no rights to install it.
set -eu
case "${1:-}" in
    run) kinds='run' ;;
    check) kinds='run|check' ;;
    ci) kinds='run|check|ci' ;;
    *) echo "usage: packages.sh run|check|ci" >&2; exit 2 ;;
esac
list="$(dirname "$0")/packages.txt"
wanted=$(sed -nE "s/^($kinds)[[:space:]]+//p" "$list" | tr '\n' ' ')

if ! command -v dpkg-query >/dev/null 2>&1; then
    echo "Not a Debian system; these packages (or the like) must be there: $wanted" >&2
    exit 0
fi
# shellcheck disable=SC2086
present=$(dpkg-query -W -f='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null | sed -n 's/^installed //p') || true
missing=''
for package in $wanted; do
    printf '%s\n' "$present" | grep -qxF "$package" || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

as_root=''
if [ "$(id -u)" -ne 0 ]; then
    if command -v sudo >/dev/null 2>&1 && sudo -n true 2>/dev/null; then
        as_root='sudo -n'
    else
        echo "Packages are missing and there are no rights to install them. Run this as root, then try again:" >&2
        echo "    apt-get update && apt-get install -y --no-install-recommends$missing" >&2
        exit 3
    fi
fi
echo "Installing with apt-get:$missing" >&2
log=$(mktemp)
trap 'rm -f "$log"' EXIT
install() {
    # shellcheck disable=SC2086
    $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $missing
}
if ! { $as_root apt-get update -q && install; } </dev/null >"$log" 2>&1; then
    cat "$log" >&2
    echo "apt-get failed; the packages still missing:$missing" >&2
    exit 1
fi
