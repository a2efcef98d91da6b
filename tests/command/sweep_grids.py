"""Grids with unlike impacts in one sweep: each point has the bits of that scenario evaluated alone."""
import csv
import io
import itertools
import json
import pathlib
import tempfile

from _lca import lca, run_all

FILE = "bench/bloom_uncertain.yaml"
# Of these some have water, some also depletion and primary energy, some neither.
REGIONS = ("FRA", "SWE", "ABW", "DEU")
LIVES = ("3 yr", "4.5 yr", "6 yr")


def test_points_have_the_bits_of_single_evaluations():
    grids = ",".join(f"{{region: {one}, year: 2022}}" for one in REGIONS)
    lives = ",".join(f"{{value: {one}}}" for one in LIVES)
    for results in (("total",), ("total", "idle", "total.water")):
        options = [word for name in results for word in ("--of", name)]
        text = lca("sweep", FILE, "--vary", f"sites.idris.grid={grids}", "--vary", f"parameters.lifetime={lives}", *options,
                   "--format", "csv").expect(0).out
        rows = list(csv.reader(io.StringIO(text)))[1:]
        assert len(rows) == len(REGIONS) * len(LIVES)
        for row, (region, life) in zip(rows, itertools.product(REGIONS, LIVES), strict=True):
            data = json.loads(lca("evaluate", FILE, "--set", f"sites.idris.grid={{region: {region}, year: 2022}}", "--set",
                                  f"parameters.lifetime={{value: {life}}}", "--format", "json").expect(0).out)["results"]
            kg = [data["total"]["gwp_kgco2e"], data["idle"]["gwp_kgco2e"]][:min(2, len(results))]
            assert [float(cell) for cell in row[2:2 + len(kg)]] == kg, (row, kg)
            if len(results) == 3:
                water = data["total"]["water_l"]
                assert row[4] == "" if water is None else float(row[4]) == water, (row, water)


def test_warnings_of_values_of_several_axes_together():
    """8 accelerators of 400 W can draw 20 kWh in 10 h of half the node's time, 4 cannot: neither axis alone shows it."""
    text = """lca: 1
title: t
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
hardware: {gpu: {kind: accelerator, power: {max: 400 W}, embodied: 150 kgCO2e}}
systems: {s: {site: here, nodes: 1 node, node: [{hardware: gpu, count: 8}], lifetime: 5 yr}}
activities: {a: {stage: training, system: s, devices: 8 GPU, duration: 10 h, idle: none, dynamic: {energy: 10 kWh}}}
"""
    devices, together = ("--vary", "activities.a.devices=8,4GPU"), "at activities.a.devices = 4GPU, activities.a.dynamic.energy = 30 kWh: "
    for energies in "10,30kWh", "10..30kWh:100":  # all points, and only the corners
        err = lca("sweep", "-", *devices, "--vary", f"activities.a.dynamic.energy={energies}", input=text.encode()).expect(0).err
        assert together.replace("30 kWh", "30kWh" if "," in energies else "30 kWh") in err and "draws 30 kWh, 1.88 times" in err, err
    assert "draws" not in lca("sweep", "-", *devices, input=text.encode()).expect(0).err


def test_a_value_that_cannot_be_is_said_of_who_asked_for_it():
    error = lca("sweep", FILE, "--vary", "sites.idris.grid=FRA,FRNCE").expect(2).err
    assert error.startswith("--vary sites.idris.grid:1:1: error: unknown grid `FRNCE`"), error
    with tempfile.TemporaryDirectory() as folder:
        own = pathlib.Path(folder) / "own.yaml"
        own.write_text("sweep: {vary: {sites.idris.grid: [FRA, FRNCE]}}\n" + pathlib.Path(FILE).read_text(encoding="utf-8"),
                       encoding="utf-8")
        error = lca("sweep", own).expect(2).err
        assert error.startswith("sweep sites.idris.grid:1:1: error: unknown grid `FRNCE`"), error
        error = lca("validate", own).expect(2).err  # which finds the place, too
        assert error.startswith(f"{own}:1:40: error: unknown grid `FRNCE`"), error


def test_points_that_can_hardly_be_are_warned_of_once_a_kind():
    done = lca("sweep", FILE, "--vary", "sites.idris.pue=1.2,11,12,13,14", "--format", "csv").expect(0)
    assert done.err.count("warning") == 1, done.err
    assert "at sites.idris.pue = 11; sites.idris.pue = 12; sites.idris.pue = 13 and 1 more: `sites.idris.pue` is `11`; data centres" in done.err
    ranged = lca("sweep", FILE, "--vary", "sites.idris.pue=1..12:12", "--format", "csv").expect(0).err
    assert ranged.count("warning") == 1 and "at sites.idris.pue = 11; sites.idris.pue = 12: " in ranged, ranged
    two = lca("sweep", FILE, "--vary", "sites.idris.pue=1.2,11", "--vary", "systems.jean_zay.lifetime=6,40yr", "--format", "csv").expect(0).err
    assert two.count("warning") == 2, two
    assert lca("sweep", FILE, "--vary", "sites.idris.pue=1.1,1.2", "--format", "csv").expect(0).err == ""


def test_warnings_of_the_file_s_own_sweep_have_the_place_of_the_value():
    """A list: the value; a range: its ends, the last one for the points between; values that are odd only together: the first of them."""
    head = "sweep:\n  vary:\n"
    text = "lca: 1\ntitle: t\nsites: {s: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}\n" \
           "activities: {a: {stage: training, site: s, dynamic: {energy: 20 kWh}, idle: none, embodied: none}}\n"
    with tempfile.TemporaryDirectory() as folder:
        own = pathlib.Path(folder) / "own.yaml"
        for lines, places in (("    sites.s.pue: [1.1, 12, 13]\n", [("3:24", "sites.s.pue = 12; sites.s.pue = 13")]),
                              ("    sites.s.pue: {from: 1.1, to: 16.1, steps: 4}\n", [("3:34", "sites.s.pue = 11.1; sites.s.pue = 16.1")]),
                              ("    sites.s.pue: [1.1, 12]\n    sites.s.grid.intensity: [57 gCO2e/kWh, 5000 gCO2e/kWh]\n",
                               [("3:24", "sites.s.pue = 12, "), ("4:44", "sites.s.pue = 1.1, sites.s.grid.intensity = 5000 gCO2e/kWh")])):
            own.write_text(head + lines + text)
            err = lca("sweep", own, "--format", "csv").expect(0).err
            assert err.count("warning: ") == len(places), err
            for place, says in places:
                assert f"{own}:{place}: warning: at {says}" in err, (place, err)


def test_what_is_set_and_varied_is_refused():
    for words, says in (
            (("--set", "sites.idris.pue=1.2", "--vary", "sites.idris.pue=1,1.1"), "--set `sites.idris.pue` and --vary `sites.idris.pue` give the same value: one of them would not count"),
            (("--set", "sites.idris={grid: FRA}", "--vary", "sites.idris.pue=1,1.1"), "give values of which one is part of the other"),
            (("--vary", "sites.idris.pue=1,1.1", "--of", "total", "--of", "total"), "--of names `total` twice"),
            (("--vary", "sites.idris.pue=1,1.1", "--vary", "sites.idris.pue=1,1.2"), "is varied twice")):
        lca("sweep", FILE, *words).expect(2, no_out=True, err=says)
    lca("sweep", FILE, "--set", "sites.idris.grid=FRA", "--vary", "sites.idris.pue=1,1.1").expect(0)
    own = "sweep: {vary: {sites.idris.pue: [1, 1.1]}}\n" + pathlib.Path(FILE).read_text(encoding="utf-8")
    lca("sweep", "-", "--set", "sites.idris.pue=1.2", input=own.encode()).expect(2, no_out=True, err="--set `sites.idris.pue` and the file's sweep of `sites.idris.pue` give the same value")
    lca("sweep", "-", "--set", "sites.idris.pue=1.2", "--vary", "sites.idris.grid=FRA,DEU", input=own.encode()).expect(0)
    for command in "uncertainty", "sensitivity":
        lca(command, FILE, "--of", "total", "--of", "total").expect(2, no_out=True, err="--of names `total` twice")


run_all(globals())
