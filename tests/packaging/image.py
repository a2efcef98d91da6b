#!/usr/bin/env python3
"""The OCI image: equal bytes when built twice, one layer of what was meant, and run in a chroot: a file, a zone, a fault.
Environment: LCA, the static command. Needs buildah and root."""
import gzip
import hashlib
import io
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tarfile
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
LCA = pathlib.Path(os.environ["LCA"]).resolve()

# Two hours of work in a night when clocks in Berlin went from 02:00 to 03:00, from 00:30 UTC on: half an hour of 100 g, the
# hour of 200 g, which there begins at 03:00, and half an hour of 600 g. The mean is 275 g, and 4 kWh are 1.1 kg.
SERIES = """time,intensity
2024-03-31 01:00,100
2024-03-31 03:00,200
2024-03-31 04:00,600
2024-03-31 05:00,600
"""
SCENARIO = """lca: 1
title: t
sites: {s: {grid: {series: hours.csv, time: time, value: intensity, unit: gCO2e/kWh, zone: Europe/Berlin}, pue: 1}}
activities:
  a: {stage: other, site: s, start: "2024-03-31T00:30:00Z", duration: 2 h, dynamic: {energy: 4 kWh}, idle: none, embodied: none}
"""


def run(*words, **more):
    return subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300, **more)


def read_image(archive, root):
    """Checks each digest on the way; puts the layers into a folder. Returns the configuration."""
    with tarfile.open(fileobj=io.BytesIO(archive)) as tar:
        files = {member.name: tar.extractfile(member).read() for member in tar if member.isfile()}
        assert {member.mtime for member in tar} == {next(iter(tar)).mtime}

    def blob(descriptor):
        kind, digest = descriptor["digest"].split(":")
        data = files[f"blobs/{kind}/{digest}"]
        assert hashlib.new(kind, data).hexdigest() == digest and len(data) == descriptor["size"]
        return data

    manifests = json.loads(files["index.json"])["manifests"]
    assert len(manifests) == 1
    manifest = json.loads(blob(manifests[0]))
    assert len(manifest["layers"]) == 1
    for layer in manifest["layers"]:
        with tarfile.open(fileobj=io.BytesIO(gzip.decompress(blob(layer)))) as tar:
            names = {member.name.strip("/") for member in tar}
            assert all((member.uid, member.gid) == (0, 0) for member in tar)
            tar.extractall(root)
    tops = {name.split("/")[0] for name in names}
    assert tops == {"usr", "work"} and "usr/bin/lca" in names and "usr/share/zoneinfo/Europe/Berlin" in names, tops
    return json.loads(blob(manifest["config"]))


def check_run(root, config):
    """As a runtime does it, but in a chroot: the entry point, the working folder, and nothing else of this machine."""
    def inside(*words):
        def enter():
            os.chroot(root)
            os.chdir(config["WorkingDir"])
        return run(*config["Entrypoint"], *words, preexec_fn=enter, env={})

    help_ = inside(*config["Cmd"])
    assert help_.returncode == 0 and b"lca COMMAND" in help_.stdout, help_.stderr
    (root / "work/hours.csv").write_text(SERIES)
    (root / "work/zoned.yaml").write_text(SCENARIO)
    (root / "work/wrong.yaml").write_text(SCENARIO.replace("Berlin", "Berlim"))
    done = inside("evaluate", "zoned.yaml", "--format", "json")
    assert done.returncode == 0, done.stderr
    total = json.loads(done.stdout)["results"]["total"]["gwp_kgco2e"]
    assert abs(total - 1.1) < 1e-12, total
    wrong = inside("evaluate", "wrong.yaml")
    assert wrong.returncode == 2 and b"wrong.yaml:3:" in wrong.stderr and b"Europe/Berlim" in wrong.stderr, wrong.stderr
    shutil.copy(ROOT / "scenarios/papers/bloom/training.yaml", root / "work")
    bloom = inside("evaluate", "training.yaml")
    assert bloom.returncode == 0 and b"50.5 tCO2e" in bloom.stdout, bloom.stderr


def check_buildah(folder):
    """Another program reads the archive and runs it."""
    def builder(*words):
        done = run("buildah", "--storage-driver", "vfs", "--root", folder / "storage", "--runroot", folder / "run", *words)
        assert done.returncode == 0, (words, done.stderr.decode())
        return done.stdout.decode()

    container = builder("from", f"oci-archive:{folder / 'first.tar'}").strip().splitlines()[-1]
    try:
        # To a file: buildah 1.28 may end before it has passed on what a short command said (one in 40 here).
        builder("run", "--isolation", "chroot", container, "/usr/bin/lca", "hardware", "list", "--output", "/work/list.txt")
        made = pathlib.Path(builder("mount", container).strip()) / "work/list.txt"
        assert made.read_bytes() == run(LCA, "hardware", "list").stdout
    finally:
        builder("rm", container)


def main():
    if shutil.which("buildah") is None or os.geteuid() != 0:
        print("skipped: needs buildah and root")
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        before = os.umask(0o022)
        for output, mask in (("first.tar", 0o022), ("second.tar", 0o077)):
            os.umask(mask)
            done = run("bash", ROOT / "packaging/image/build.sh", LCA, folder / output)
            assert done.returncode == 0, done.stderr.decode()
        os.umask(before)
        archive = (folder / "first.tar").read_bytes()
        assert archive == (folder / "second.tar").read_bytes(), "the image is another when built again"
        root = folder / "root"
        root.mkdir()
        config = read_image(archive, root)["config"]
        size = sum(path.lstat().st_size for path in root.rglob("*") if path.is_file() and not path.is_symlink())
        print(f"{len(archive) / 1e6:.2f} MB packed, {size / 1e6:.2f} MB of files, the same twice")
        check_run(root, config)
        check_buildah(folder)
    print("the image is in order")
    return 0


sys.exit(main())
