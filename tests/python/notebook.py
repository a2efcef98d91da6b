"""The notebook runs from nothing, and ends with a plot; it is kept without outputs."""
import importlib.util
import os
import sys
import tempfile

from _data import ROOT, command_json, run

NOTEBOOK = ROOT / "examples" / "notebooks" / "bloom.ipynb"


def cells_of(book):
    return [cell for cell in book.cells if cell.cell_type == "code"]


def test_kept_without_outputs():
    for cell in cells_of(nbformat.read(NOTEBOOK, as_version=4)):
        assert not cell.outputs and cell.execution_count is None


def test_runs_to_a_plot():
    book = nbformat.read(NOTEBOOK, as_version=4)
    with tempfile.TemporaryDirectory() as home:  # where kernels and matplotlib keep what is theirs
        os.environ.update(HOME=home, MPLCONFIGDIR=home, IPYTHONDIR=home, JUPYTER_RUNTIME_DIR=home)
        nbclient.NotebookClient(book, timeout=200, kernel_name="python3", resources={"metadata": {"path": str(ROOT)}}).execute()
    outputs = [output for cell in cells_of(book) for output in cell.outputs]
    assert any("image/png" in output.get("data", {}) for output in outputs), "no plot"
    assert any("<table>" in output.get("data", {}).get("text/html", "") for output in outputs), "no card"
    text = "".join(output.get("text", "") for output in outputs)
    total = command_json("evaluate", "scenarios/papers/bloom/training.yaml")["results"]["total"]["gwp_kgco2e"]
    assert f"{total / 1000:.2f} tCO2e; water: None" in text, text


for module in ("nbclient", "nbformat", "ipykernel", "pandas", "matplotlib"):
    if importlib.util.find_spec(module) is None:
        print(f"needs {module}")
        sys.exit(77)
import nbclient  # noqa: E402
import nbformat  # noqa: E402

run(globals())
