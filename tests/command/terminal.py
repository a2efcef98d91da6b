"""What only a terminal gets: colours from lca, a line of progress from ./run. Skipped where no terminal can be opened."""
import os
import pty
import subprocess

from _lca import BLOOM, LCA, ROOT, run_all, skip
from _run import run_script

try:
    for end in pty.openpty():
        os.close(end)
except OSError as error:
    skip(f"no terminal can be opened here: {error}")


def on_terminal(words, environment, stream, cwd=ROOT):
    """What a program writes to a terminal as its `stdout` or `stderr`, and what goes to the other."""
    master, slave = pty.openpty()
    other = "stderr" if stream == "stdout" else "stdout"
    process = subprocess.Popen(words, cwd=cwd, env=environment, stdin=subprocess.DEVNULL, **{stream: slave, other: subprocess.PIPE})
    os.close(slave)
    text = b""
    while True:
        try:
            part = os.read(master, 65536)
        except OSError:
            break
        if not part:
            break
        text += part
    os.close(master)
    rest = getattr(process, other).read()
    assert process.wait(60) == 0, (text, rest)
    return text, rest


def evaluated(environment):
    clean = {k: v for k, v in os.environ.items() if k != "NO_COLOR"}
    return on_terminal([LCA, "evaluate", BLOOM], {**clean, **environment}, "stdout")[0]


def test_colour_only_with_a_terminal_that_has_it_and_never_with_no_color():
    assert b"\x1b[1m" in evaluated({"TERM": "xterm"})
    assert b"\x1b" not in evaluated({"TERM": "xterm", "NO_COLOR": "1"})
    assert b"\x1b" not in evaluated({"TERM": "dumb"})


def test_only_ascii_where_the_locale_has_no_more():
    shown = {locale: evaluated({"TERM": "xterm", "NO_COLOR": "1", "LC_ALL": locale}) for locale in ("C", "C.UTF-8")}
    assert max(shown["C"]) < 128 and b"2.05 x the" in shown["C"] and b"###" in shown["C"], shown["C"]
    assert "2.05 × the".encode() in shown["C.UTF-8"] and "███".encode() in shown["C.UTF-8"], shown["C.UTF-8"]


def test_run_rewrites_one_line():
    with run_script() as (root, environment):
        (root / "slow").touch()
        shown, out = on_terminal(["./run", "units"], environment, "stderr", root)
        assert out == b"lca units\n", out
        first, rest = shown.split(b"\r\n", 1)
        assert b"takes minutes" in first, shown
        # One line, rewritten, and gone at the end.
        assert b"\n" not in rest and b"\r\x1b[K[1/3] " in rest and rest.endswith(b"\r\x1b[K"), shown
        shown, out = on_terminal(["./run", "units"], {**environment, "TERM": "dumb"}, "stderr", root)
        assert b"\x1b" not in shown and out == b"lca units\n", shown


run_all(globals())
