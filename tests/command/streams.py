"""Where results and messages go, and what is left behind when they cannot go there."""
import json
import os
import pathlib
import subprocess

from _lca import BLOOM, LCA, ROOT, folder, lca, run_all

FAULTY = b"lca: 1\ntitle: t\nactivties: {}\n"


def test_a_fault_writes_no_result():
    with folder() as where:
        out = pathlib.Path(where) / "out.json"
        lca("evaluate", "-", "--output", out, input=FAULTY).expect(2, err="activities", no_out=True)
        assert not out.exists() and not list(pathlib.Path(where).iterdir())
        out.write_text("old")
        lca("evaluate", "-", "--output", out, input=FAULTY).expect(2)
        assert out.read_text() == "old"


def test_output_is_the_same_as_on_standard_output():
    with folder() as where:
        for name in ["text", "json", "csv", "markdown"]:
            out = pathlib.Path(where) / name
            shown = lca("evaluate", BLOOM, "--format", name).expect(no_err=True)
            lca("evaluate", BLOOM, "--format", name, "--output", out).expect(no_out=True, no_err=True)
            assert out.read_bytes().decode() == shown.out
            assert [path.name for path in pathlib.Path(where).iterdir() if path.name.startswith(".")] == []


def test_an_input_is_never_overwritten():
    with folder() as where:
        base = pathlib.Path(where) / "base.yaml"
        base.write_bytes((ROOT / BLOOM).read_bytes())
        over = pathlib.Path(where) / "over.yaml"
        over.write_text("lca: 1\ntitle: over\nextends: base.yaml\n")
        link = pathlib.Path(where) / "link.yaml"
        link.symlink_to(base)
        before = base.read_bytes()
        for words in [("evaluate", base, "--output", base), ("evaluate", over, "--output", base),
                      ("evaluate", base, "--output", link), ("explain", base, "--output", base),
                      ("compare", base, over, "--output", over), ("replicate", base, "--output", base)]:
            lca(*words).expect(2, err="it would be overwritten", no_out=True)
        assert base.read_bytes() == before


def test_output_that_cannot_be_written():
    with folder() as where:
        lca("evaluate", BLOOM, "--output", pathlib.Path(where) / "no/such/folder").expect(3, err="no/such/folder")
        lca("evaluate", BLOOM, "--output", where).expect(3, no_out=True)
        lca("evaluate", BLOOM, "--output", pathlib.Path(where) / ("x" * 300)).expect(3, no_out=True)
        # Through a link, so that nobody who runs this as root replaces the device.
        full = pathlib.Path(where) / "full"
        full.symlink_to("/dev/full")
        lca("evaluate", BLOOM, "--output", full).expect(3, err="No space left", no_out=True)
        assert full.is_symlink() and os.readlink(full) == "/dev/full"
        assert [path.name for path in pathlib.Path(where).iterdir()] == ["full"]


def test_standard_output_full_closed_or_broken():
    with open("/dev/full", "wb") as full:
        lca("evaluate", BLOOM, stdout=full).expect(3, err="No space left")
        lca("--version", stdout=full).expect(3)
        lca("--help", stdout=full).expect(3)
    for words in ["evaluate " + BLOOM, "hardware list", "--version"]:
        done = subprocess.run(["sh", "-c", f'exec "$LCA" {words} >&-'], cwd=ROOT, stderr=subprocess.PIPE, timeout=60)
        assert done.returncode == 3, (words, done)
    reader, writer = os.pipe()
    os.close(reader)
    with os.fdopen(writer, "wb") as broken:
        # Whoever reads has enough: nothing to complain of, but the result is cut, so not 0 either.
        lca("hardware", "list", stdout=broken).expect(3, no_err=True)
        lca("replicate", "scenarios/papers", "--details", stdout=broken).expect(3, no_err=True)


def test_all_streams_closed():
    with folder() as where:
        out = pathlib.Path(where) / "out.csv"
        done = subprocess.run(["sh", "-c", f'exec "$LCA" evaluate {BLOOM} --format csv --output {out} <&- >&- 2>&-'],
                              cwd=ROOT, timeout=60)
        assert done.returncode == 0, done
        assert out.read_text().startswith("name,gwp_kgco2e")
        done = subprocess.run(["sh", "-c", 'exec "$LCA" evaluate - <&- 2>&-'], cwd=ROOT, stdout=subprocess.PIPE, timeout=60)
        assert done.returncode == 3 and not done.stdout, done
    # A message for a closed standard error must not land in a file that got its number.
    done = subprocess.run(["sh", "-c", 'exec "$LCA" evaluate - 2>&-'], cwd=ROOT, input=FAULTY, stdout=subprocess.PIPE, timeout=60)
    assert done.returncode == 2 and not done.stdout, done


def test_no_colour_away_from_a_terminal():
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    assert "\x1b" not in lca("evaluate", BLOOM, env=clean).expect().out


def test_nothing_comes_from_the_environment():
    plain = lca("evaluate", BLOOM, "--format", "json").expect().out
    for environment in [{}, {"LC_ALL": "de_DE.UTF-8", "LANG": "de_DE.UTF-8"}, {"TZ": "bogus", "HOME": "/nowhere"},
                        {"OMP_NUM_THREADS": "17"}]:
        assert lca("evaluate", BLOOM, "--format", "json", env=environment).expect(no_err=True).out == plain
    assert json.loads(plain)["results"]["total"]["gwp_kgco2e"] > 0


def test_many_at_once_on_one_output():
    with folder() as where:
        out = pathlib.Path(where) / "out.json"
        crowd = [subprocess.Popen([LCA, "evaluate", BLOOM, "--format", "json", "--output", str(out)], cwd=ROOT)
                 for _ in range(16)]
        assert [process.wait(60) for process in crowd] == [0] * 16
        json.loads(out.read_text())
        assert [path.name for path in pathlib.Path(where).iterdir()] == ["out.json"]


def test_warnings_are_said_once_and_can_be_silenced():
    text = (b"lca: 1\ntitle: t\nsites: {a: {grid: FRA, pue: 90}}\n"
            b"activities: {b: {stage: other, site: a, dynamic: {energy: 1 kWh}}}\n")
    done = lca("evaluate", "-", "--format", "json", input=text).expect(code=0)
    assert done.err.count("PUE from 1 to 3") == 1
    assert "PUE" in json.loads(done.out)["warnings"][0]["message"]
    lca("evaluate", "-", "--format", "json", "--quiet", input=text).expect(no_err=True)


run_all(globals())
