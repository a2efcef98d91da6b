"""The wheel: built by the tools of Debian, the same twice, installed by pip into a folder, and used from there."""
import importlib.util
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
import zipfile

from _data import BLOOM, LCA, ROOT, run

USE = f"import lca; print(lca.__file__, lca.load({BLOOM!r}).evaluate()['total'].gwp_kgco2e)"


def said(*words, **environment):
    done = subprocess.run([sys.executable, *map(str, words)], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=280,
                          env={**os.environ, "SOURCE_DATE_EPOCH": "1700000000", "LCA_BUILD": str(pathlib.Path(LCA).resolve().parent), **environment})
    assert done.returncode == 0, done.stdout.decode()[-4000:] + done.stderr.decode()[-4000:]
    return done.stdout.decode()


def built(source, to):
    said("-m", "build", "--wheel", "--no-isolation", "--outdir", to, source)
    return next(to.glob("*.whl"))


def test_wheel():
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source = folder / "lca/python"  # beside nothing that a build leaves behind
        source.parent.mkdir()
        shutil.copytree(ROOT / "python", source, ignore=shutil.ignore_patterns("__pycache__"))
        for one in ROOT.iterdir():
            if one.name not in ("python", "build", ".git"):
                (source.parent / one.name).symlink_to(one)
        wheel, again = built(source, folder / "first"), built(source, folder / "second")
        assert wheel.read_bytes() == again.read_bytes(), "another wheel when built again"
        names = {one.split("/")[-1] for one in zipfile.ZipFile(wheel).namelist()}
        assert {"__init__.py", "_core.pyi", "py.typed", "METADATA", "LICENCES"} <= names and any(one.startswith("_core.cpython") for one in names), names
        said("-m", "pip", "install", "--quiet", "--no-index", "--no-deps", "--target", folder / "site", wheel)
        where, total = said("-c", USE, PYTHONPATH=str(folder / "site")).split()
        assert where.startswith(str(folder / "site")) and float(total) == 50532.45087665497, (where, total)
        print(f"{wheel.name}: {wheel.stat().st_size / 1e6:.1f} MB, the same twice")


if any(importlib.util.find_spec(one) is None for one in ("build", "wheel", "setuptools", "pip")):
    print("needs python3-build, python3-wheel, python3-setuptools and python3-pip")
    sys.exit(77)
run(globals())
