"""`--by`: the total cut along a key, in every command that has it."""
import csv
import io
import json
import math

from _lca import lca, run_all

SCENARIO = """lca: 1
title: Trained, then served
sites: {s: {grid: {intensity: {value: 0.4 kgCO2e/kWh, uncertainty: {distribution: lognormal, gsd: 1.2}}}, pue: 1.2}}
parameters: {life: {value: 3 yr, uncertainty: {distribution: triangular, low: 2 yr, high: 5 yr}}}
activities:
  train: {stage: training, site: s, start: "2022-03-11T10:00:00Z", duration: 118 d, dynamic: {energy: 433 MWh}, idle: none,
          embodied: {value: 11 tCO2e}}
  serve: {stage: inference, site: s, start: "2022-10-01T00:00+02:00", duration: =life, dynamic: {energy: "=[1 kW] * life"},
          idle: {share: 10 %}, embodied: not_assessed}
  tests: {stage: evaluation, site: s, dynamic: {energy: 3 MWh}, idle: none, embodied: none}
what_if:
  cleaner: {set: {sites.s.grid: {intensity: 0.1 kgCO2e/kWh}}}
  longer: {set: {parameters.life: 5 yr}, remove: [activities.tests]}
"""
KEYS = ("activity", "stage", "phase", "line", "life_cycle_stage", "year", "month", "impact")


def run(*words):
    return lca(words[0], "-", *words[1:], input=SCENARIO.encode()).expect(0)


def rows(*words):
    return list(csv.DictReader(io.StringIO(run(*words, "--format", "csv").out)))


def test_pages_fit():
    for command in ("evaluate", "uncertainty", "sensitivity", "compare"):
        for key in KEYS:
            if key == "month" and command != "evaluate":
                continue
            text = run(command, "--by", key).out
            assert max(map(len, text.splitlines())) <= 80, text


def test_parts_add_up():
    for key in KEYS[:-1]:
        total, *parts = (float(row["mean"]) for row in reversed(rows("uncertainty", "--by", key, "--samples", "1000")))
        assert math.isclose(sum(parts), total, rel_tol=1e-9), key
    for key in ("activity", "stage", "phase", "line", "life_cycle_stage"):
        for row in rows("sweep", "--by", key, "--vary", "sites.s.pue=1,1.5", "--vary", "parameters.life=1yr,2yr"):
            values = [float(value) for name, value in row.items() if "[" in name and not name.startswith("parameters")]
            assert math.isclose(sum(values[:-1]), values[-1], rel_tol=1e-12), row


def test_years():
    data = json.loads(run("uncertainty", "--by", "year", "--format", "json").out)["results"]
    # 365 of the 1095 days at the point; the longer the life, the later: each year that is used in full takes 1.2 kW / 0.9.
    assert list(data) == ["total", "year:2022", "year:2023", "year:2024", "year:2025", "year:later", "year:undated"], list(data)
    assert data["year:2023"]["gaps"] == ["serve.embodied"] and "gaps" not in data["year:undated"]
    assert data["year:later"]["gwp_kgco2e"]["p5"] == 0 < data["year:later"]["gwp_kgco2e"]["p95"]
    year = 8760 * 1.2 / 0.9 * 0.4  # kg at the median intensity
    assert math.isclose(data["year:2023"]["gwp_kgco2e"]["p50"], year, rel_tol=5e-3)
    assert "later" not in run("evaluate", "--by", "year").out
    assert [row["year"] for row in rows("evaluate", "--by", "year")] == ["2022", "2023", "2024", "2025", "undated"]


def test_sensitivity():
    data = json.loads(run("sensitivity", "--by", "stage", "--samples", "64", "--format", "json").out)["results"]
    assert list(data) == ["stage.training", "stage.evaluation", "stage.inference", "total"]
    paths = {one["path"] for one in data["stage.training"]["inputs"] if one["elasticity"] != 0}
    assert "parameters.life" not in paths and "activities.train.dynamic.energy" in paths


def test_compare():
    for key in KEYS[:-1]:
        data = json.loads(run("compare", "--by", key, "--samples", "1000", "--format", "json").out)
        for measures in data["parts"].values():
            *parts, total = measures["gwp_kgco2e"]
            assert total["name"] == "total"
            assert math.isclose(sum(part["difference"] for part in parts), total["difference"], rel_tol=1e-9), key
            mean = total["uncertainty"]["difference"]["mean"]
            assert math.isclose(sum(part["uncertainty"]["difference"]["mean"] for part in parts if part["difference"] is not None),
                                mean, rel_tol=1e-9), key
    # A life of 5 years for one of 2 to 5: all of the difference is in the years after the second, and what is shared cancels
    # to nothing. The tests that only the base has are zero in the variant: 3 MWh x 1.2 x 0.4.
    years = {part["name"]: part for part in json.loads(run("compare", "--what-if", "longer", "--by", "year", "--format", "json").out)
             ["parts"]["longer"]["gwp_kgco2e"]}
    assert list(years) == ["2022", "2023", "2024", "2025", "2026", "2027", "later", "undated", "total"]
    for year in ("2022", "2023"):
        assert years[year]["difference"] == 0 and years[year]["uncertainty"]["probability_equal"] == 1, years[year]
    assert years["2027"]["base"] == 0 < years["2027"]["value"]
    assert math.isclose(years["undated"]["difference"], -1440, rel_tol=1e-12) and years["undated"]["value"] == 0
    row = next(row for row in rows("compare", "--by", "stage") if row["variant"] == "longer" and row["stage"] == "evaluation")
    assert math.isclose(float(row["difference"]), -1440, rel_tol=1e-12) and float(row["probability_lower"]) == 1


def test_refused():
    lca("uncertainty", "-", "--by", "stage", "--of", "total", input=SCENARIO.encode()).expect(2, err="one of them")
    lca("sweep", "-", "--by", "year", "--vary", "sites.s.pue=1,2", input=SCENARIO.encode()).expect(2, err="not a value of --by")
    lca("sweep", "-", "--by", "activity", "--vary", "activities.tests.include=true,false",
        input=SCENARIO.encode()).expect(2, err=["not every point has the same parts", "`tests`"])
    text = b"lca: 1\ntitle: t\nparameters: {a: 1}\noutputs: {b: =a}\n"
    lca("uncertainty", "-", "--by", "stage", input=text).expect(2, err="no total to break down")


run_all(globals())
