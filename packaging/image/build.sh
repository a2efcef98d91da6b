#!/bin/bash
# build.sh LCA OUTPUT.tar: an OCI image that holds the static command LCA, the time zones and the licences, nothing else; as an
# archive that podman, docker, skopeo and buildah load. The same command gives the same bytes. Needs buildah and root; nothing is
# downloaded, and no other image on this machine is touched.
set -euo pipefail
[ $# -eq 2 ] || { echo "usage: build.sh LCA OUTPUT.tar" >&2; exit 2; }
here=$(cd "$(dirname "$0")" && pwd -P)
lca=$1 output=$2
zones=${LCA_ZONEINFO:-/usr/share/zoneinfo}
epoch=$(sh "$here/../source_date.sh")
version=$("$lca" --version | sed -nE 's/^lca ([^,]+),.*/\1/p')
if ldd "$lca" 2>/dev/null | grep -q '=>'; then
    echo "build.sh: $lca needs shared libraries: build it with -DLCA_STATIC=ON" >&2
    exit 2
fi
[ -e "$zones/UTC" ] || { echo "build.sh: there are no time zones in $zones (Debian: tzdata)" >&2; exit 3; }

work=$(mktemp -d)
builder() { buildah --storage-driver vfs --root "$work/storage" --runroot "$work/run" "$@"; }
trap 'builder rm --all >/dev/null 2>&1 || true; rm -rf "$work"' EXIT

root="$work/root"
mkdir -p "$root/usr/bin" "$root/usr/share/doc/lca" "$root/work"
install -m 755 "$lca" "$root/usr/bin/lca"
strip "$root/usr/bin/lca"
sh "$here/../licences.sh" >"$root/usr/share/doc/lca/copyright"
# The zones themselves, without those that count leap seconds, the tables beside them, and this machine's own zone.
(cd "$zones" && find . \( -path ./posix -o -path ./right -o -name localtime -o -name posixrules \) -prune \
    -o \( -type f -o -type l \) -print0 | xargs -0 grep -la '^TZif') >"$work/zones"
mkdir "$root/usr/share/zoneinfo"
tar -C "$zones" -cf - -T "$work/zones" | tar -C "$root/usr/share/zoneinfo" -xf - --no-same-owner
chmod -R u=rwX,go=rX "$root"
chmod 1777 "$root/work"
find "$root" -exec touch -h -d "@$epoch" {} +

container=$(builder from scratch)
builder copy --quiet "$container" "$root" / >/dev/null
builder config --entrypoint '["/usr/bin/lca"]' --cmd --help --workingdir /work \
    --label org.opencontainers.image.title=lca \
    --label "org.opencontainers.image.version=$version" \
    --label 'org.opencontainers.image.licenses=Apache-2.0 AND CC-BY-4.0' \
    --label 'org.opencontainers.image.description=Emissions of an AI system over its whole life' "$container"
builder commit --quiet --disable-compression=false --omit-history --timestamp "$epoch" "$container" "oci:$work/image:lca:$version" >/dev/null

# The same archive as oci-archive: would make, but for the times and the order in it.
tar -C "$work/image" --sort=name --format=ustar --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX --mtime="@$epoch" \
    -cf "$work/image.tar" blobs index.json oci-layout
mv "$work/image.tar" "$output"
