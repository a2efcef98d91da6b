"""Sweeps, comparisons, gradients and the catalogue from Python: tables with the command's numbers."""
import csv
import io

import numpy

import lca
from _data import BLOOM, UNIFORM, command, command_json, run


def rows_of(*words):
    return list(csv.DictReader(io.StringIO(command(*words, "--format", "csv"))))


def same(column, cells):
    """Whether a column says what the cells of a CSV file do."""
    if isinstance(column, list):
        return [one or "" for one in column] == list(cells)
    assert column.dtype == numpy.float64
    return all(numpy.isnan(one) if cell == "" else one == float(cell) for one, cell in zip(column, cells, strict=True))


def test_sweep_has_the_rows_of_the_command():
    vary = {"sites.idris.pue": "1.05..1.6:12", "sites.idris.grid": ["FRA", "DEU", "USA"]}
    table = lca.load(BLOOM).sweep(vary, ["total", "embodied", "total.water"])
    rows = rows_of("sweep", BLOOM, "--vary", "sites.idris.pue=1.05..1.6:12", "--vary", "sites.idris.grid=FRA,DEU,USA",
                   "--of", "total", "--of", "embodied", "--of", "total.water")
    assert list(table) == list(rows[0]) and len(rows) == 36
    for name, column in table.items():
        assert same(column, [row[name] for row in rows]), name


def test_sweep_takes_numbers():
    table = lca.loads(UNIFORM).sweep({"parameters.a": ["1 kWh", "2 kWh"]})
    assert table["outputs.energy [kWh]"].tolist() == [1, 2] and table["parameters.a [kWh]"].tolist() == [1, 2]
    table = lca.load(BLOOM).sweep({"sites.idris.pue": numpy.linspace(1.0, 1.5, 3)})
    assert table["sites.idris.pue"].tolist() == [1.0, 1.25, 1.5]


def test_sweep_of_nothing_is_a_fault():
    for vary in ({}, {"sites.idris.puee": ["1"]}, {"sites.idris.pue": "1..2"}):
        try:
            lca.load(BLOOM).sweep(vary)
        except lca.Fault as fault:
            assert str(fault)
        else:
            raise AssertionError(vary)
    try:
        lca.load(BLOOM).sweep({"sites.idris.pue": []})
    except ValueError as error:
        assert "sites.idris.pue" in str(error)
    else:
        raise AssertionError("no values")


def test_gradient_has_the_slopes_of_the_command():
    table = lca.load(BLOOM).gradient()
    rows = {row["input"]: row for row in rows_of("sensitivity", BLOOM, "--samples", "64")}
    assert sorted(table["input"]) == sorted(rows)
    for name, derivative, elasticity, unit in zip(table["input"], table["derivative"], table["elasticity"], table["input_unit"]):
        assert derivative == float(rows[name]["derivative"]) and elasticity == float(rows[name]["elasticity"]), name
        assert (unit or "") == rows[name]["input_unit"]
    falls = numpy.abs(table["elasticity"])
    assert all(falls[:-1] >= falls[1:])
    # The total is 57 g times the electricity, and what is embodied.
    intensity = list(table["input"]).index("sites.idris.grid.intensity")
    energy = lca.load(BLOOM).evaluate()["total"].energy_kwh
    assert abs(table["derivative"][intensity] - energy / 1000) < 1e-9 * energy


def test_compare():
    base = lca.load(BLOOM)
    assert base.compare().to_dict() == command_json("compare", BLOOM)
    other = "scenarios/papers/bloom/deployment.yaml"
    both = base.compare(lca.load(other), samples=1000, seed=3)
    assert both.to_dict() == command_json("compare", BLOOM, other, "--samples", "1000", "--seed", "3")


def test_faults_of_the_second_file_have_a_place():
    try:
        lca.load(BLOOM).compare(lca.loads(UNIFORM.replace("outputs", "otputs"), "second.yaml"))
    except lca.Fault as fault:
        assert fault.file == "second.yaml" and fault.line == 5, fault.faults
    else:
        raise AssertionError("an invalid file")


def test_catalogue():
    table = lca.catalogue.hardware()
    rows = rows_of("hardware", "list")
    for name, column in table.items():
        assert same(column, [row[name] for row in rows]), name
    chips = lca.catalogue.accelerators()
    assert chips["id"] == [row["id"] for row in rows if row["kind"] == "accelerator"] and len(chips["year"]) == len(chips["id"])
    assert lca.catalogue.hardware("h100")["id"] == [row["id"] for row in rows_of("hardware", "search", "h100")]
    assert same(lca.catalogue.grids()["id"], [row["id"] for row in rows_of("grid", "list")])
    figures = lca.catalogue.show("nvidia-h100-sxm", "H200-SXM")
    rows = rows_of("hardware", "show", "nvidia-h100-sxm", "H200-SXM")
    for name, column in figures.items():
        assert same(column, [row[name] for row in rows]), name
    try:
        lca.catalogue.hardware("no such thing")
    except lca.Fault:
        pass
    else:
        raise AssertionError("words that find nothing")


run(globals())
