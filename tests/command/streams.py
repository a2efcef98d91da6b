"""Where results and messages go, and what is left behind when they cannot go there."""
import json
import os
import pathlib
import resource
import signal
import stat
import subprocess
import time

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
            lca(*words).expect(2, err="would be overwritten", no_out=True)
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


SWEPT = b"""lca: 1
title: t
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
activities: {a: {stage: other, site: s, dynamic: {energy: 1 kWh}, idle: none, embodied: none}}
what_if: {w: {set: {sites.s.pue: 1.5}}}
"""
WRITERS = [("evaluate", "-"), ("evaluate", "-", "--format", "json"), ("compare", "-"), ("explain", "-", "total"),
           ("sweep", "-", "--vary", "sites.s.pue=1,2"), ("sweep", "-", "--vary", "sites.s.pue=1,2", "--format", "csv"),
           ("sweep", "-", "--vary", "sites.s.pue=1,2", "--format", "jsonl")]


def test_a_file_that_is_replaced_keeps_its_mode():
    for words in WRITERS:
        with folder() as where:
            out = pathlib.Path(where) / "out"
            for mode in (0o600, 0o640, 0o664):
                out.write_text("old")
                out.chmod(mode)
                shown = lca(*words, input=SWEPT).expect(0, no_err=True).out
                lca(*words, "--output", out, input=SWEPT).expect(0, no_out=True, no_err=True)
                assert out.read_bytes().decode() == shown
                assert stat.S_IMODE(out.stat().st_mode) == mode, (words, oct(out.stat().st_mode))
                assert os.listdir(where) == ["out"]


def test_a_link_leads_to_the_whole_answer_and_no_more():
    for words in WRITERS:
        with folder() as where:
            real, link = pathlib.Path(where) / "real", pathlib.Path(where) / "link"
            real.write_text("old" * 10_000)
            link.symlink_to("real")
            shown = lca(*words, input=SWEPT).expect(0).out
            lca(*words, "--output", link, input=SWEPT).expect(0, no_out=True, no_err=True)
            assert link.is_symlink() and real.read_bytes().decode() == shown, words


def test_a_file_that_may_not_be_written_stays():
    for words in WRITERS:
        with folder() as where:
            out = pathlib.Path(where) / "out"
            out.write_text("old")
            out.chmod(0o400)
            if os.access(out, os.W_OK):
                return  # root may write everything
            lca(*words, "--output", out, input=SWEPT).expect(3, err="Permission denied", no_out=True)
            assert out.read_text() == "old" and os.listdir(where) == ["out"]


def test_a_sweep_that_fails_midway_leaves_the_old_file():
    with folder() as where:
        out = pathlib.Path(where) / "out"
        out.write_text("old")
        lca("sweep", "-", "--vary", "sites.s.pue=1.5,0.5", "--format", "csv", "--output", out, input=SWEPT).expect(2, no_out=True)
        assert out.read_text() == "old" and os.listdir(where) == ["out"]


def interrupted(where, words, send):
    """Starts a command that writes into a folder, and interrupts it as soon as it has begun a file there."""
    before = set(os.listdir(where))
    process = subprocess.Popen([LCA, *words], cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    until = time.monotonic() + 60
    while process.poll() is None and set(os.listdir(where)) == before and time.monotonic() < until:
        time.sleep(0.001)
    process.send_signal(send)
    err = process.communicate(timeout=60)[1].decode()
    return process.returncode, err


ENDLESS = ["--vary", "sites.s.pue=1..2:1000000000", "--format", "csv"]


def test_an_interrupted_sweep_leaves_the_old_file():
    for send in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGXCPU):
        with folder() as where:
            out, base = pathlib.Path(where) / "out.csv", pathlib.Path(where) / "base.yaml"
            base.write_bytes(SWEPT)
            out.write_text("old")
            code, err = interrupted(where, ["sweep", base, *ENDLESS, "--output", out], send)
            # As if it had not been caught, so that a shell says 143 of SIGTERM and 129 of SIGHUP; of SIGINT an exit code.
            assert code == (130 if send == signal.SIGINT else -send) and "no file was written" in err, (code, err)
            assert sorted(os.listdir(where)) == ["base.yaml", "out.csv"] and out.read_text() == "old"


def test_an_interrupted_sweep_prints_whole_rows():
    with folder() as where:
        base = pathlib.Path(where) / "base.yaml"
        base.write_bytes(SWEPT)
        process = subprocess.Popen([LCA, "sweep", base, *ENDLESS], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                   bufsize=0)  # else communicate() loses what is buffered
        begin = process.stdout.read(100_000)
        process.send_signal(signal.SIGINT)
        rest, err = process.communicate(timeout=60)
        assert process.returncode == 130 and b"only complete rows were written" in err, err
        rows = (begin + rest).decode().split("\r\n")
        assert rows[-1] == "" and rows[0].startswith("sites.s.pue")
        assert all(row.count(",") == rows[0].count(",") for row in rows[:-1])


def test_a_shell_sees_which_signal_ended_a_command():
    for send, code in ((signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)):
        with folder() as where:
            (pathlib.Path(where) / "base.yaml").write_bytes(SWEPT)
            words = " ".join(["sweep", "base.yaml", *ENDLESS, "--output", "out.csv"])
            shell = subprocess.Popen(["sh", "-c", f"'{LCA}' {words}; echo $?"], cwd=where, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            while len(os.listdir(where)) == 1 and shell.poll() is None:
                time.sleep(0.001)
            os.kill(int(pathlib.Path(f"/proc/{shell.pid}/task/{shell.pid}/children").read_text()), send)
            out, err = shell.communicate(timeout=60)
            assert int(out) == code, (send, out, err)
            assert os.listdir(where) == ["base.yaml"], send


def test_a_pipe_that_nobody_writes_into_can_be_given_up():
    with folder() as where:
        pipe = pathlib.Path(where) / "pipe"
        os.mkfifo(pipe)
        for words in (["evaluate", pipe], ["check", pipe], ["fleet", BLOOM, pipe, "--map", "a=b"], ["leaderboard", pipe, "--output", "x.html"]):
            for send in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                waits = subprocess.Popen([LCA, *words], cwd=where, stderr=subprocess.PIPE)
                time.sleep(0.3)
                assert waits.poll() is None, (words, waits.stderr.read())
                waits.send_signal(send)
                assert waits.wait(60) == -send and os.listdir(where) == ["pipe"], (words, send)
                waits.stderr.close()


def test_a_table_that_stalls_can_be_given_up():
    """The reader waits for a row that never comes; what was begun is taken away again."""
    with folder() as where:
        base, out = pathlib.Path(where) / "base.yaml", pathlib.Path(where) / "out.csv"
        base.write_bytes(SWEPT)
        words = ["fleet", base, "-", "--map", "pue=sites.s.pue", "--output", out]
        for send, code in ((signal.SIGINT, 130), (signal.SIGTERM, -signal.SIGTERM)):
            waits = subprocess.Popen([LCA, *words], cwd=where, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
            waits.stdin.write(b"pue\n" + b"1.1\n" * 100_000)  # more than is read before the first row
            waits.stdin.flush()
            until = time.monotonic() + 60
            while len(os.listdir(where)) == 1 and time.monotonic() < until:
                time.sleep(0.001)
            time.sleep(0.3)
            assert waits.poll() is None, waits.stderr.read()
            waits.send_signal(send)
            assert waits.wait(20) == code and os.listdir(where) == ["base.yaml"], (send, waits.returncode, os.listdir(where))
            waits.stdin.close()
            waits.stderr.close()


def test_a_signal_that_is_ignored_stays_ignored():
    """As nohup does, and a shell to its background jobs."""
    with folder() as where:
        out, base = pathlib.Path(where) / "out.csv", pathlib.Path(where) / "base.yaml"
        base.write_bytes(SWEPT)
        words = ["sweep", base, "--vary", "sites.s.pue=1..2:300000", "--format", "csv", "--output", out]
        process = subprocess.Popen([LCA, *words], cwd=ROOT, stderr=subprocess.PIPE,
                                   preexec_fn=lambda: [signal.signal(one, signal.SIG_IGN) for one in (signal.SIGHUP, signal.SIGINT)])
        while process.poll() is None and len(os.listdir(where)) == 1:
            time.sleep(0.001)
        process.send_signal(signal.SIGHUP)
        process.send_signal(signal.SIGINT)
        err = process.communicate(timeout=60)[1]
        assert process.returncode == 0 and out.read_bytes().count(b"\r\n") == 300_001, err


def test_a_file_that_may_not_grow():
    with folder() as where:
        out = pathlib.Path(where) / "out.csv"
        out.write_text("old")
        words = ["sweep", "-", "--vary", "sites.s.pue=1..2:100000", "--format", "csv", "--output", out]
        lca(*words, input=SWEPT, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))).expect(
            3, err="File too large", no_out=True)
        assert os.listdir(where) == ["out.csv"] and out.read_text() == "old"


def test_an_interrupted_answer_leaves_nothing_behind():
    with folder() as where:
        base, there = pathlib.Path(where) / "base.yaml", pathlib.Path(where) / "there"
        there.mkdir()
        line = "  a%d: {stage: other, site: s, dynamic: {energy: 1 kWh}, idle: none, embodied: none}\n"
        base.write_text("lca: 1\ntitle: t\nsites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}\nactivities:\n"
                        + "".join(line % i for i in range(5000)))
        code, err = interrupted(there, ["evaluate", base, "--format", "json", "--output", there / "out.json"], signal.SIGINT)
        left = os.listdir(there)
        assert (code, left) in ((130, []), (0, ["out.json"])), (code, left, err)


def test_a_pipe_gets_the_whole_answer_and_may_be_given_up():
    with folder() as where:
        pipe = pathlib.Path(where) / "pipe"
        os.mkfifo(pipe)
        reader = subprocess.Popen(["cat", pipe], stdout=subprocess.PIPE)
        lca("evaluate", BLOOM, "--output", pipe).expect(no_out=True, no_err=True)
        assert reader.communicate(timeout=60)[0].decode() == lca("evaluate", BLOOM).expect().out
        waits = subprocess.Popen([LCA, "evaluate", BLOOM, "--output", pipe], cwd=ROOT)  # for a reader
        time.sleep(0.5)
        waits.send_signal(signal.SIGTERM)  # a shell's background jobs ignore SIGINT
        assert waits.wait(60) == -signal.SIGTERM and os.listdir(where) == ["pipe"]


def test_warnings_are_said_once_and_can_be_silenced():
    text = (b"lca: 1\ntitle: t\nsites: {a: {grid: FRA, pue: 90}}\n"
            b"activities: {b: {stage: other, site: a, dynamic: {energy: 1 kWh}}}\n")
    done = lca("evaluate", "-", "--format", "json", input=text).expect(code=0)
    assert done.err.count("PUE from 1 to 3") == 1
    assert "PUE" in json.loads(done.out)["warnings"][0]["message"]
    lca("evaluate", "-", "--format", "json", "--quiet", input=text).expect(no_err=True)


def test_lines_of_csv_end_alike():
    """After RFC 4180, by CR and LF, whichever command writes them."""
    vary = ("--vary", "sites.idris.pue=1,1.1")
    fleet = ("fleet", "examples/fleet/job.yaml", "examples/fleet/jobs.csv", "--map", "energy=activities.job.dynamic.energy", "--quiet")
    boards = ("import", "examples/measured/emissions.csv", "--as", "table", "--grid", "FRA", "--zone", "Europe/Paris")
    for words in (("evaluate", BLOOM), ("evaluate", BLOOM, "--by", "phase"), ("compare", BLOOM), ("sweep", BLOOM, *vary), ("uncertainty", BLOOM), ("sensitivity", BLOOM),
                  ("grid", "list"), ("hardware", "list"), ("replicate", BLOOM), fleet, (*fleet, "--by", "user"), boards):
        csv = words if words[0] in ("fleet", "import") else (*words, "--format", "csv")
        out = lca(*csv).expect(0).out
        assert out.count("\n") > 1 and out.count("\n") == out.count("\r\n") and out.endswith("\r\n"), (words, out[:200])


run_all(globals())
