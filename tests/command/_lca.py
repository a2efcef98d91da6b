"""Runs the command for the tests in this folder, and says what was wrong."""
import os
import pathlib
import subprocess
import tempfile

LCA = os.environ["LCA"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOOM = "scenarios/papers/bloom/training.yaml"
SKIPPED = 77  # the exit code by which ctest knows that a test could not be run here


class Result:
    def __init__(self, words, done):
        self.words, self.code = words, done.returncode
        self.out = (done.stdout or b"").decode("utf-8", "surrogateescape")
        self.err = (done.stderr or b"").decode("utf-8", "surrogateescape")

    def expect(self, code=0, out=(), err=(), no_out=False, no_err=False):
        """Checks the exit code, texts that the streams must hold, and streams that must be empty."""
        said = f"\n  lca {' '.join(map(str, self.words))[:300]}\n  code {self.code}\n  out: {self.out[:600]}\n  err: {self.err[:600]}"
        assert self.code == code, f"expected code {code}{said}"
        for text in [out] if isinstance(out, str) else out:
            assert text in self.out, f"standard output lacks {text!r}{said}"
        for text in [err] if isinstance(err, str) else err:
            assert text in self.err, f"standard error lacks {text!r}{said}"
        assert not (no_out and self.out), f"standard output should be empty{said}"
        assert not (no_err and self.err), f"standard error should be empty{said}"
        return self


def lca(*words, **options):
    options.setdefault("stdout", subprocess.PIPE)
    options.setdefault("stderr", subprocess.PIPE)
    options.setdefault("stdin", subprocess.DEVNULL)
    if "input" in options:
        del options["stdin"]
    options.setdefault("cwd", ROOT)
    return Result(words, subprocess.run([LCA, *words], timeout=120, **options))


def folder():
    return tempfile.TemporaryDirectory(prefix="lca-test-")


def skip(why):
    """Ends the script: ctest lists it by name as skipped."""
    print(f"skipped: {why}")
    raise SystemExit(SKIPPED)


def run_all(names):
    """Runs every function whose name begins with test_; the first failure ends the run."""
    tests = [(name, what) for name, what in names.items() if name.startswith("test_")]
    for name, test in tests:
        try:
            test()
        except AssertionError as error:
            raise SystemExit(f"{name}: {error}") from None
    print(f"{len(tests)} tests passed")
