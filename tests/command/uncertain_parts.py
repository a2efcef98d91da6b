"""Percentiles as uncertainty come out of the draws as they went in; the share of the total that no uncertain figure reaches is said."""
import csv
import io
import json

from _lca import lca, run_all

# Train: 1000 kWh x 1.5 x 100 g = 150 kg. Serve: 200 kWh x 1 x 50 g = 10 kg, and 40 kg made. In all 200 kg.
SCENARIO = """\
lca: 1
title: Certain parts
sites:
  a: {grid: {intensity: 100 gCO2e/kWh}, pue: 1.5}
  b: {grid: {intensity: 50 gCO2e/kWh}, pue: 1}
activities:
  train: {stage: training, site: a, dynamic: {energy: 1000 kWh}, idle: none, embodied: none}
  serve: {stage: inference, site: b, dynamic: {energy: {value: 200 kWh, uncertainty: {distribution: quantiles, p5: 150 kWh, p50: 200 kWh, p95: 300 kWh}}},
          idle: none, embodied: {value: 40 kgCO2e}}
  aside: {stage: other, site: b, include: false, dynamic: {energy: 9 MWh}, idle: none, embodied: none}
"""


def sampled(text, *words):
    return json.loads(lca("uncertainty", "-", "--samples", "2000", *words, "--format", "json", input=text.encode()).expect(0).out)


def test_certain_share_is_of_the_parts_that_no_uncertain_figure_reaches():
    # 150 + 40 of 200 kg. 1 % more of the energy, the PUE or the intensity of training is 150/190 %, of the making 40/190.
    found = sampled(SCENARIO)["without_uncertainty"]
    assert found["of"] == "total" and abs(found["share"] - 0.95) < 1e-12, found
    assert sorted(found["inputs"]) == ["activities.train.dynamic.energy", "sites.a.grid.intensity", "sites.a.pue"], found
    for form in ("text", "markdown"):
        lca("uncertainty", "-", "--samples", "100", "--format", form, input=SCENARIO.encode()).expect(
            0, out=["0 % of the total rests on figures without uncertainty:", "sites.a.pue"])


def test_certain_share_of_another_measure():
    # Electricity: 1500 of 1700 kWh; nothing is drawn for what is made.
    found = sampled(SCENARIO, "--impact", "energy")["without_uncertainty"]
    assert found["of"] == "total.energy" and abs(found["share"] - 1500 / 1700) < 1e-12, found
    assert "sites.a.grid.intensity" not in found["inputs"]


def test_certain_share_at_its_ends():
    uncertain = SCENARIO.replace("pue: 1.5", "pue: {value: 1.5, uncertainty: {distribution: uniform, low: 1.4, high: 1.6}}").replace(
        "{value: 40 kgCO2e}", "{value: {value: 40 kgCO2e, uncertainty: {distribution: normal, cv: 1 %}}}")
    found = sampled(uncertain)["without_uncertainty"]
    assert found == {"of": "total", "share": 0, "inputs": []}, found
    lca("uncertainty", "-", "--samples", "100", input=uncertain.encode()).expect(0, out=["Uncertain inputs affect every part of the total."])
    certain = SCENARIO.replace(", uncertainty: {distribution: quantiles, p5: 150 kWh, p50: 200 kWh, p95: 300 kWh}", "")
    assert abs(sampled(certain)["without_uncertainty"]["share"] - 1) < 1e-12


def test_quantiles_come_out_as_they_went_in():
    # 200 kWh x 50 g = 10 kg at the median, 7.5 and 15 kg at p5 and p95; percentiles of 200,000 draws.
    for form, low, high in (("p5: 150 kWh, p50: 200 kWh, p95: 300 kWh", 7.5, 15), ("p5: 100 kWh, p95: 400 kWh", 5, 20)):
        text = SCENARIO.replace("p5: 150 kWh, p50: 200 kWh, p95: 300 kWh", form + ", min: 0 kWh")
        done = lca("uncertainty", "-", "--samples", "200000", "--of", "serve.dynamic", "--format", "csv", input=text.encode()).expect(0)
        row = next(csv.DictReader(io.StringIO(done.out)))
        for key, expected in (("p5", low), ("p50", 10), ("p95", high)):
            assert abs(float(row[key]) / expected - 1) < 0.01, (form, key, row)
        assert float(row["point"]) == 10, row


def test_quantiles_are_cut_like_others_and_last_units_hold_in_lists_of_set():
    truncated = SCENARIO.replace("p95: 300 kWh", "p95: 300 kWh, min: 180 kWh, max: 220 kWh")
    done = lca("uncertainty", "-", "--of", "serve.dynamic", "--format", "csv", input=truncated.encode()).expect(0)
    row = next(csv.DictReader(io.StringIO(done.out)))
    assert 9 <= float(row["min"]) < 9.01 and 10.99 < float(row["max"]) <= 11, row
    lists = SCENARIO.replace("distribution: quantiles, p5: 150 kWh, p50: 200 kWh, p95: 300 kWh",
                             "distribution: discrete, values: [150, 200 kWh], weights: [1, 1]")
    done = lca("uncertainty", "-", "--of", "serve.dynamic", "--format", "csv", "--set",
               "activities.serve.dynamic.energy.uncertainty.values=[100, 0.3 MWh]", input=lists.encode()).expect(0)
    row = next(csv.DictReader(io.StringIO(done.out)))
    assert (float(row["min"]), float(row["max"])) == (15, 5000), row


run_all(globals())
