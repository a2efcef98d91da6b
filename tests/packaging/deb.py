#!/usr/bin/env python3
"""The packages for Debian: equal bytes when packaged twice, what lintian says, the manual, and both used as a stranger would.
Environment: LCA_BUILD, a build of the release. Needs dpkg-dev, lintian, mandoc, man-db, pkg-config."""
import gzip
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ["LCA_BUILD"]).resolve()
BLOOM = "scenarios/papers/bloom/training.yaml"
TOOLS = ("cpack", "lintian", "mandoc", "man", "pkg-config", "dpkg-deb")


def run(*words, env=None, **more):
    done = subprocess.run([str(word) for word in words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=500, env={**os.environ, "LANG": "C.UTF-8", **(env or {})}, **more)
    assert done.returncode == 0, (words, done.stdout.decode()[-4000:], done.stderr.decode()[-4000:])
    return done


def package(folder, mask, zone):
    """The packages by name. Another mask and time zone must not show."""
    before = os.umask(mask)
    try:
        run("sh", ROOT / "packaging/debian/build.sh", BUILD, folder, env={"TZ": zone})
    finally:
        os.umask(before)
    return {path.name.split("_")[0]: path for path in sorted(folder.glob("*.deb"))}


def check_lintian(debs):
    done = subprocess.run(["lintian", "--fail-on", "error", *debs.values()], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300)
    print(done.stdout.decode(), end="")
    assert done.returncode == 0


def check_manual(root):
    pages = sorted((root / "usr/share/man/man1").glob("*.gz"))
    commands = {line.split()[2] for line in (ROOT / "docs/reference/commands.md").read_text().splitlines() if line.startswith("## lca ")}
    assert {page.name for page in pages} == {"lca.1.gz", *(f"lca-{name}.1.gz" for name in commands)}
    for page in pages:
        text = gzip.decompress(page.read_bytes())
        checked = subprocess.run(["mandoc", "-T", "lint", "-W", "warning"], input=text, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        assert checked.returncode == 0, (page.name, checked.stdout.decode())
        shown = run("man", "--warnings", "-l", page, env={"MANWIDTH": "80", "MAN_KEEP_FORMATTING": ""})
        assert not shown.stderr and b"EXIT STATUS" in shown.stdout, (page.name, shown.stderr)
    words = " ".join(run("man", "-l", root / "usr/share/man/man1/lca-evaluate.1.gz", env={"MANWIDTH": "80"}).stdout.decode().split())
    assert "lca-evaluate - " in words and "--set PATH=VALUE replace the value at a path of the file: --set sites.idris.pue=1.2" in words, words


def check_command(debs, folder):
    """Installed by dpkg into an empty root, and run there."""
    root = folder / "root"
    for name in ("updates", "info"):
        (root / "var/lib/dpkg" / name).mkdir(parents=True)
    (root / "var/lib/dpkg/status").touch()
    if os.geteuid() == 0:
        run("dpkg", "--root", root, "--log", folder / "dpkg.log", "--install", debs["lca"])
        assert b"ii  lca" in run("dpkg-query", f"--admindir={root}/var/lib/dpkg", "--list", "lca").stdout
        studies = "/usr/share/lca/"
        done = run("/usr/bin/lca", "evaluate", studies + BLOOM, preexec_fn=lambda: (os.chroot(root), os.chdir("/")))
    else:
        run("dpkg-deb", "--extract", debs["lca"], root)
        done = run(root / "usr/bin/lca", "evaluate", root / "usr/share/lca" / BLOOM)
    assert done.stdout == run(BUILD / "lca", "evaluate", BLOOM, cwd=ROOT).stdout and b"50.5 tCO2e" in done.stdout
    run(root / "usr/bin/lca", "replicate", root / "usr/share/lca" / BLOOM)
    for file in ("share/bash-completion/completions/lca", "share/lca/hardware_db", "share/doc/lca/copyright", "share/doc/lca/changelog.gz"):
        assert (root / "usr" / file).exists(), file
    licences = (root / "usr/share/doc/lca/copyright").read_text()
    for words in ("Apache License", "CC BY 4.0", "libyaml-cpp-dev", "libssl-dev", "node-d3-shape", "GCC RUNTIME LIBRARY EXCEPTION"):
        assert words in licences, words
    return root


PROJECT = """cmake_minimum_required(VERSION 3.25)
project(stranger LANGUAGES CXX)
find_package(lca 0.1 REQUIRED)
add_executable(stranger evaluate_file.cpp)
target_link_libraries(stranger PRIVATE lca::lca)
"""


def check_library(debs, folder):
    root, project = folder / "dev", folder / "project"
    run("dpkg-deb", "--extract", debs["liblca-dev"], root)
    listed = run("dpkg-deb", "--contents", debs["liblca-dev"]).stdout.decode()
    assert "python" not in listed and "/usr/bin/" not in listed
    project.mkdir()
    (project / "CMakeLists.txt").write_text(PROJECT)
    shutil.copy(ROOT / "examples/evaluate_file.cpp", project)
    run("cmake", "-S", project, "-B", project / "build", "-G", "Ninja", f"-DCMAKE_PREFIX_PATH={root}/usr")
    run("cmake", "--build", project / "build")
    flags = run("pkg-config", "--cflags", "--libs", "lca", env={"PKG_CONFIG_PATH": str(next(root.rglob("pkgconfig")))}).stdout.decode().split()
    run("c++", "-std=c++20", project / "evaluate_file.cpp", "-o", project / "by-pkg-config", *flags)
    for program in (project / "build/stranger", project / "by-pkg-config"):
        assert b"total: 50.53 t" in run(program, ROOT / BLOOM).stdout


def main():
    missing = [tool for tool in TOOLS if shutil.which(tool) is None]
    if missing:
        print("skipped: needs", *missing)
        return 77
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        folder.chmod(0o755)
        debs = package(folder / "first", 0o022, "UTC")
        assert sorted(debs) == ["lca", "liblca-dev"], debs
        again = package(folder / "second", 0o077, "Asia/Tokyo")
        for one, path in debs.items():
            assert path.read_bytes() == again[one].read_bytes(), f"{one} is another when packaged again"
            print(f"{path.name}: {path.stat().st_size / 1e6:.2f} MB, the same twice")
            fields = run("dpkg-deb", "--field", path).stdout.decode()
            print(fields)
            owners = {line.split()[1] for line in run("dpkg-deb", "--contents", path).stdout.decode().splitlines()}
            assert owners == {"root/root"}, owners
        check_lintian(debs)
        root = check_command(debs, folder)
        check_manual(root)
        check_library(debs, folder)
    print("the packages are in order")
    return 0


sys.exit(main())
