"""./run away from a terminal: what it says while it builds, and that no build folder, however broken, stops it."""
import shutil
import signal
import subprocess
import time

from _lca import run_all
from _run import run_script


def run(root, environment, *words, code=0):
    done = subprocess.run(["./run", *words], cwd=root, env=environment, capture_output=True, text=True, timeout=60)
    assert done.returncode == code, done
    return done


def configured(root):
    """The lines of the calls of cmake that configure, since the last look."""
    log = root / "cmake.log"
    lines = [line for line in log.read_text().splitlines() if "--build" not in line]
    log.unlink()
    return lines


def test_a_long_build_says_how_far_it_is():
    with run_script() as (root, environment):
        (root / "slow").touch()
        done = run(root, environment, "evaluate", "a b")
        assert done.stdout == "lca evaluate a b\n", done
        first, *rest = done.stderr.splitlines()
        assert "takes minutes" in first, done
        assert rest[:2] == ["Building: 1 of 3 files", "Building: 2 of 3 files"], done


def test_a_build_with_nothing_to_do_says_nothing():
    with run_script() as (root, environment):
        run(root, environment, "--version")
        done = run(root, environment, "--version")
        assert (done.stdout, done.stderr) == ("lca --version\n", ""), done
        assert run(root, environment).stdout == "lca evaluate scenarios/papers/bloom/training.yaml\n"


def test_a_failed_build_shows_its_log():
    with run_script() as (root, environment):
        (root / "broken").touch()
        done = run(root, environment, code=1)
        assert not done.stdout and "a.cpp:1: error: this is wrong\n" in done.stderr, done
        assert done.stderr.endswith("run: the build failed (the same text is in build/release/run.log)\n"), done
        # A fault of the sources is not a reason to configure anew.
        assert len(configured(root)) == 1
        run(root, environment, code=1)
        assert not configured(root)


def test_a_stale_build_folder_is_configured_anew():
    with run_script() as (root, environment):
        build = root / "build/release"
        run(root, environment)
        assert configured(root) == ["cmake --fresh --preset release"]
        (build / "build.ninja").unlink()
        run(root, environment)
        assert configured(root) == ["cmake --fresh --preset release"], "without build.ninja"
        (build / "build.ninja").write_text("not for ninja")
        run(root, environment)
        assert configured(root) == ["cmake --fresh --preset release"], "with a broken build.ninja"
        time.sleep(0.02)
        (root / "CMakePresets.json").write_text("{ }")
        run(root, environment)
        assert configured(root) == ["cmake --preset release"], "after a change of the presets"
        (root / "bin/g++").rename(root / "bin/old")
        run(root, environment)
        assert configured(root) == ["cmake --fresh --preset release"], "by a compiler that has gone"
        (root / "bin/old").rename(root / "bin/g++")
        run(root, environment)
        assert not configured(root)
        copy = root.parent / "copy"
        shutil.copytree(root, copy)
        run(copy, environment)
        assert configured(copy) == ["cmake --fresh --preset release"], "in a copy of the folder"
        run(copy, environment)
        assert not configured(copy)


def test_an_interrupt_stops_the_build():
    with run_script() as (root, environment):
        (root / "slow").touch()
        process = subprocess.Popen(["./run"], cwd=root, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                                   start_new_session=True)
        time.sleep(0.3)
        # As Ctrl-C does, to the whole group.
        subprocess.run(["kill", "-INT", "--", f"-{process.pid}"], check=True)
        out, _ = process.communicate(timeout=60)
        assert process.returncode in (130, -signal.SIGINT) and b"lca evaluate" not in out, (process.returncode, out)


run_all(globals())
