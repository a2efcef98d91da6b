"""An activity with `include: false` is in no sum: no command calls a total partial because of what it leaves open."""
import csv
import io
import json
import pathlib

from _lca import folder, lca, run_all

# 10 kWh x 1 kg, uncertain, 1 kg of idle and 2 kg embodied; of `aside`, idle and embodied are not assessed.
EXCLUDED = """lca: 1
title: t
parameters: {used: {value: 10 kWh, uncertainty: {distribution: normal, cv: 10 %}}}
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
activities:
  counted: {stage: training, site: s, start: "2022-03-11T10:00:00Z", duration: 10 d, dynamic: {energy: =used},
            idle: {energy: 1 kWh}, embodied: {value: 2 kgCO2e}}
  aside: {stage: training, site: s, start: "2022-03-11T10:00:00Z", duration: 10 d, dynamic: {energy: 5 kWh}, include: false}
what_if: {w: {set: {sites.s.pue: 1.5}}}
"""
INCLUDED = EXCLUDED.replace(", include: false", "")
OPEN = ["aside.embodied", "aside.idle"]
KEYS = ("activity", "stage", "phase", "line", "life_cycle_stage", "year", "month")
LEGEND = "counts only what is assessed"


def run(text, *words, code=0):
    return lca(words[0], "-", *words[1:], input=text.encode()).expect(code).out


def data(text, *words):
    return json.loads(run(text, *words, "--format", "json"))


def without_measure(names):
    return {name.removesuffix(".energy") for name in names}


def test_evaluate_and_explain():
    for text, gaps in ((EXCLUDED, []), (INCLUDED, OPEN)):
        results = data(text, "evaluate")["results"]
        for name in ("total", "stage.training"):
            assert without_measure(results[name].get("gaps", [])) == set(gaps), results[name]
        for key in KEYS:
            parts = data(text, "evaluate", "--by", key)["groups"]
            assert any(part["partial"] for part in parts) == bool(gaps), (key, parts)
        page = run(text, "evaluate")
        assert ("13.0 kgCO2e (" in page) == (not gaps) and ("counting only" in page) == bool(gaps), page
        assert len(data(text, "explain", "total")["gaps"]) == len(gaps)


def test_compare():
    for text, partial in ((EXCLUDED, False), (INCLUDED, True)):
        for variant in data(text, "compare")["comparison"].values():
            for key in ("gwp_kgco2e", "energy_kwh"):
                # Embodied hardware draws no electricity; idle would.
                assert variant[key]["partial"] == partial, (key, variant)
        assert (LEGEND in run(text, "compare")) == partial
        for key in KEYS:
            parts = data(text, "compare", "--by", key)["parts"]["w"]["gwp_kgco2e"]
            assert any(part["partial"] for part in parts) == partial, (key, parts)
            assert (LEGEND in run(text, "compare", "--by", key)) == partial


def test_uncertainty_and_sensitivity():
    for text, gaps in ((EXCLUDED, []), (INCLUDED, OPEN)):
        total = data(text, "uncertainty", "--samples", "100")["results"]["total"]
        assert without_measure(total.get("gaps", [])) == set(gaps), total
        for key in KEYS:
            found = data(text, "uncertainty", "--samples", "100", "--by", key)["results"]
            assert any("gaps" in one for one in found.values()) == bool(gaps), (key, found)
            assert (LEGEND in run(text, "uncertainty", "--samples", "100", "--by", key)) == bool(gaps)
        page = run(text, "sensitivity")
        assert gaps or LEGEND not in page, page


def test_sweep():
    for text, gaps in ((EXCLUDED, []), (INCLUDED, OPEN)):
        words = ("sweep", "--vary", "sites.s.pue=1,2")
        for more in ((), ("--by", "phase")):
            row = list(csv.DictReader(io.StringIO(run(text, *words, *more, "--format", "csv"))))[0]
            assert row["gaps"] == "; ".join(gaps), row
            page = run(text, *words, *more)
            assert ("aside" in page) == bool(gaps), page
        first = json.loads(run(text, *words, "--format", "jsonl").splitlines()[0])
        assert ("gaps" in json.dumps(first)) == bool(gaps), first


def test_break_even():
    # Nothing is said of an activity that is on neither side.
    with folder() as where:
        base = pathlib.Path(where) / "base.yaml"
        base.write_text(EXCLUDED)
        page = lca("break-even", base, "--against", "w", "--by", "sites.s.pue", "--draws", "0").expect(0).out
    assert "aside" not in page and LEGEND not in page, page


run_all(globals())
