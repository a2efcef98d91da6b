"""Rebounds, counterfactuals and breakdowns of the total, in every format."""
import csv
import io
import json
import math
import pathlib

from _lca import BLOOM, folder, lca, run_all

SERVING = """lca: 1
title: A service
sites: {here: {grid: {intensity: {value: 1 kgCO2e/kWh, uncertainty: {distribution: lognormal, gsd: 1.2}}}}}
activities:
  serving: {stage: inference, site: here, requests: 1000 request, idle: none, embodied: {value: 3 kgCO2e},
            dynamic: {per_request: 2 Wh/request}}
what_if:
  better: {set: {activities.serving.dynamic.per_request: 1 Wh/request}}
"""
REBOUND = SERVING + "rebound: {elasticity: 0.6, of: serving.per_request, demand: serving.requests}\n"


def outputs(*words, text):
    return json.loads(lca("evaluate", "-", *words, "--format", "json", input=text.encode()).expect(no_err=True).out)["outputs"]


def close(a, b):
    return math.isclose(a, b, rel_tol=1e-12)


def test_rebound_in_every_format():
    better = outputs("--what-if", "better", text=REBOUND)
    assert close(better["rebound.growth"]["value"], 2 ** 0.6)
    assert close(better["rebound.jevons_point"]["value"], 1)
    text = lca("evaluate", "-", "--what-if", "better", input=REBOUND.encode()).out
    assert "Jevons point" in text and max(map(len, text.splitlines())) <= 80, text
    assert "Jevons point" in lca("evaluate", "-", "--what-if", "better", "--format", "markdown", input=REBOUND.encode()).out
    rows = list(csv.DictReader(io.StringIO(lca("evaluate", "-", "--what-if", "better", "--format", "csv",
                                               input=REBOUND.encode()).out)))
    row = next(row for row in rows if row["name"] == "outputs.rebound.saving")
    assert close(float(row["value"]), 2 - 2 ** 0.6) and row["unit"] == "kgCO2e"


def test_solve_agrees_with_the_jevons_point():
    dearer = REBOUND.replace("what_if:\n", "what_if:\n  dearer: {set: {activities.serving.dynamic.per_request: 1 Wh/request, "
                                           "activities.serving.embodied: {value: 3.5 kgCO2e}}}\n")
    point = outputs("--what-if", "dearer", text=dearer)["rebound.jevons_point"]["value"]
    found = json.loads(lca("solve", "-", "--what-if", "dearer", "--target", "total=5kgCO2e", "--by", "rebound.elasticity",
                           "--draws", "0", "--format", "json", input=dearer.encode()).out)
    assert math.isclose(found["roots"][0]["value"], point, rel_tol=1e-6), found


def test_a_change_moves_both_sides():
    twice = outputs("--what-if", "better", "--set", "sites.here.grid.intensity=2 kgCO2e/kWh", text=REBOUND)
    assert close(twice["rebound.saving_without"]["value"], 2)  # 4 kg before, 2 kg after
    assert close(twice["rebound.cost_ratio"]["value"], 0.5)


def test_shared_inputs_move_together():
    sampled = json.loads(lca("uncertainty", "-", "--what-if", "better", "--samples", "200", "--format", "json",
                             input=REBOUND.encode()).out)
    ratio = sampled["outputs"]["rebound.cost_ratio"]["value"]
    value = ratio["sd"] if isinstance(ratio, dict) else 0
    assert value == 0, ratio  # of energy: the grid is in neither
    taken = sampled["outputs"]["rebound.taken_back"]["value"]
    assert close(taken["mean"] if isinstance(taken, dict) else taken, 2 ** 0.6 - 1), taken  # the grid cancels
    saving = sampled["outputs"]["rebound.saving_without"]["value"]
    assert saving["sd"] > 0.1, saving


def test_counterfactual_in_a_file_beside_it():
    with folder() as where:
        here = pathlib.Path(where)
        (here / "base.yaml").write_text(SERVING)
        (here / "old.yaml").write_text("lca: 1\nextends: base.yaml\nactivities: {serving: {requests: 3000 request}}\n")
        (here / "new.yaml").write_text("lca: 1\nextends: base.yaml\ncounterfactual: old.yaml\n")
        found = json.loads(lca("evaluate", str(here / "new.yaml"), "--format", "json").expect(no_err=True).out)
        assert close(found["outputs"]["counterfactual.total"]["value"], 9)
        assert close(found["outputs"]["counterfactual.difference"]["value"], -4)
        assert [one["path"] for one in found["inputs"]].count("sites.here.grid.intensity") == 1
        sampled = json.loads(lca("uncertainty", str(here / "new.yaml"), "--samples", "200", "--format", "json").out)
        gap = sampled["outputs"]["counterfactual.difference"]["value"]
        assert gap["p97_5"] < 0, gap  # -4 kWh on one grid, whatever its intensity


def test_cuts_add_up():
    total = json.loads(lca("evaluate", BLOOM, "--format", "json").out)["results"]["total"]
    for key in ["activity", "stage", "phase", "line"]:
        broken_down = json.loads(lca("evaluate", BLOOM, "--by", key, "--format", "json").expect(no_err=True).out)
        assert broken_down["by"] == key
        for measure in ["gwp_kgco2e", "energy_kwh"]:
            assert close(sum(group[measure] for group in broken_down["groups"]), total[measure]), key
        assert close(sum(group["share"] for group in broken_down["groups"]), 1)
        rows = list(csv.DictReader(io.StringIO(lca("evaluate", BLOOM, "--by", key, "--format", "csv").out)))
        assert [row[key] for row in rows] == [group["name"] for group in broken_down["groups"]]
        text = lca("evaluate", BLOOM, "--by", key).out
        assert "100.0 %" in text and max(map(len, text.splitlines())) <= 80, text
        assert lca("evaluate", BLOOM, "--by", key, "--format", "markdown").out.count("|") > 10
    impacts = list(csv.DictReader(io.StringIO(lca("evaluate", BLOOM, "--by", "impact", "--format", "csv").out)))
    assert close(float(impacts[0]["value"]), total["gwp_kgco2e"]) and impacts[0]["unit"] == "kgCO2e"
    assert "electricity" in lca("evaluate", BLOOM, "--by", "impact").out


run_all(globals())
