"""The types that the package states are those that it has, and a program against it passes the strictest check."""
import importlib.util
import os
import pathlib
import subprocess
import sys
import tempfile

from _data import ROOT, run

PACKAGE = os.path.abspath(os.environ["PYTHONPATH"].split(os.pathsep)[0])
SETTINGS = "[mypy]\nimplicit_reexport = False\n[mypy-pandas.*]\nignore_missing_imports = True\n"


def check(words, **environment):
    with tempfile.TemporaryDirectory() as folder:
        settings = pathlib.Path(folder, "mypy.ini")
        settings.write_text(SETTINGS)
        done = subprocess.run([sys.executable, "-m", *map(str, words)], cwd=folder,
                              env={**os.environ, "MYPYPATH": PACKAGE, "PYTHONPATH": PACKAGE, **environment}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=280)
        assert done.returncode == 0, done.stdout.decode()


def code_of(notebook):
    """The cells of a notebook as one program."""
    import nbformat

    cells = nbformat.read(notebook, as_version=4).cells
    return "\n".join(cell.source for cell in cells if cell.cell_type == "code") + "\n"


def test_stubs_are_what_is_there():
    check(["mypy.stubtest", "lca", "--mypy-config-file", "mypy.ini"])


def test_the_package_is_typed():
    check(["mypy", "--strict", "--config-file", "mypy.ini", "-p", "lca"])


def test_the_notebook_is_typed():
    with tempfile.TemporaryDirectory() as folder:
        program = pathlib.Path(folder, "bloom.py")
        program.write_text(code_of(ROOT / "examples" / "notebooks" / "bloom.ipynb"))
        check(["mypy", "--strict", "--config-file", "mypy.ini", program])


if importlib.util.find_spec("mypy") is None or importlib.util.find_spec("nbformat") is None:
    print("needs mypy and nbformat")
    sys.exit(77)
run(globals())
