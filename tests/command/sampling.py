"""`lca uncertainty` and `lca sensitivity` as a user meets them: figures, bytes, faults."""
import json
import math

from _lca import folder, lca, run_all

SCENARIO = """lca: 1
title: One job
parameters:
  energy: {value: 100 MWh, uncertainty: {distribution: lognormal, gsd: 1.2}}
  intensity: {value: 50 gCO2e/kWh, uncertainty: {distribution: normal, cv: 10 %}}
sites:
  here: {grid: {intensity: =intensity}}
activities:
  job:
    stage: training
    site: here
    dynamic: {energy: =energy}
    idle: none
    embodied: none
outputs:
  doubled: =2 * energy
"""
CORRELATED = SCENARIO + "correlations:\n  - {of: [parameters.energy, parameters.intensity], r: @}\n"
OUTPUTS = """lca: 1
title: Only figures
parameters:
  a: {value: 4 kW, uncertainty: {%s}}
  b: {value: 2, uncertainty: {distribution: discrete, values: [0, 1, 2], weights: [1, 50, 50]}}
outputs:
  x: %s
"""


def on(text, command, *words, **options):
    return lca(command, "-", *words, input=text.encode(), **options)


def sampled(text, *words):
    return json.loads(on(text, "uncertainty", "--format", "json", *words).expect().out)


def test_closed_form():
    # A product of a lognormal and a normal: mean 5000 kg x exp(s^2/2); the relative variance is
    # exp(s^2) (1 + cv^2) - 1. Within five standard errors (of the sd: kurtosis below 5).
    got = sampled(SCENARIO)["results"]["total"]["gwp_kgco2e"]
    s2 = math.log(1.2) ** 2
    mean, n = 5000 * math.exp(s2 / 2), 100_000
    sd = mean * math.sqrt(math.exp(s2) * 1.01 - 1)
    assert abs(got["mean"] - mean) < 5 * sd / math.sqrt(n), got
    assert abs(got["sd"] - sd) < 5 * sd / math.sqrt(n), got
    assert abs(got["se_mean"] - got["sd"] / math.sqrt(n)) < 1e-12 * sd
    levels = [got[key] for key in ("min", "p2_5", "p5", "p25", "p50", "p75", "p95", "p97_5", "max")]
    assert levels == sorted(levels), got


def test_every_number_has_the_contract_s_members():
    got = sampled(SCENARIO, "--samples", "1000")
    keys = {"mean", "sd", "p2_5", "p5", "p25", "p50", "p75", "p95", "p97_5", "se_mean"}
    for name in ("total", "dynamic", "job", "job.dynamic", "stage.training"):
        for measure in ("gwp_kgco2e", "energy_kwh"):
            assert keys <= set(got["results"][name][measure]), name
        assert got["results"][name]["water_l"] is None
    assert keys <= set(got["outputs"]["doubled"]["value"])
    assert got["sampling"]["seed"] == 1 and got["sampling"]["samples"] == 1000


def test_same_bytes_on_any_threads():
    for method in ("plain", "sobol"):
        for form in ("json", "csv", "text"):
            runs = {on(SCENARIO, "uncertainty", "--format", form, "--sampling", method, "--threads", threads).expect().out
                    for threads in ("1", "2", "7", "64")}
            assert len(runs) == 1, (method, form)
    assert on(SCENARIO, "uncertainty", "--seed", "2").expect().out != on(SCENARIO, "uncertainty").expect().out


def test_of_gives_the_same_as_all():
    all_of_it = sampled(SCENARIO)["results"]
    one = sampled(SCENARIO, "--of", "total.energy", "--of", "job.dynamic", "--of", "outputs.doubled")
    assert set(one["results"]) == {"total", "job.dynamic"}
    assert one["results"]["total"] == {"energy_kwh": all_of_it["total"]["energy_kwh"]}
    assert one["results"]["job.dynamic"] == {"gwp_kgco2e": all_of_it["job.dynamic"]["gwp_kgco2e"]}
    assert set(one["outputs"]) == {"doubled"}


def test_correlations():
    spread = {r: sampled(CORRELATED.replace("@", r))["results"]["total"]["gwp_kgco2e"]["sd"] for r in ("-0.9", "0", "0.9")}
    assert spread["-0.9"] < 0.8 * spread["0"] < 0.8 * spread["0.9"], spread
    plain = sampled(SCENARIO)["results"]["total"]["gwp_kgco2e"]["sd"]
    assert abs(spread["0"] / plain - 1) < 1e-9
    on(CORRELATED.replace("@", "1.2"), "uncertainty").expect(2, err=["<stdin>:18:", "a number from -1 to 1"])
    # At the ends both share one draw.
    ends = {r: sampled(CORRELATED.replace("@", r))["results"]["total"]["gwp_kgco2e"]["sd"] for r in ("-1", "1")}
    assert ends["-1"] < spread["-0.9"] and spread["0.9"] < ends["1"], (ends, spread)
    twice = CORRELATED.replace("@", "0.5") + "  - {of: [parameters.intensity, parameters.energy], r: 0.4}\n"
    on(twice, "evaluate").expect(2, err="given twice")
    nowhere = (CORRELATED.replace("@", "0.5")).replace("[parameters.energy,", "[parameters.enrgy,")
    on(nowhere, "evaluate").expect(2, err="there is no value at")
    itself = (CORRELATED.replace("@", "0.5")).replace("[parameters.energy,", "[parameters.intensity,")
    on(itself, "evaluate").expect(2, err="with itself")
    certain = (CORRELATED.replace("@", "0.5")).replace(", uncertainty: {distribution: normal, cv: 10 %}", "")
    on(certain, "uncertainty").expect(0, err="`parameters.intensity` is not uncertain: its correlation has no effect")


def test_out_of_range():
    wide = "distribution: normal, sd: 2 kW"
    on(OUTPUTS % (wide, "=a"), "uncertainty").expect(
        2, err=["<stdin>:4:", "`parameters.a` is sampled as -", "kW in sample", "expected: 0 or more", "give its uncertainty a `min`"], no_out=True)
    on(OUTPUTS % (wide + ", min: 0 kW", "=a"), "uncertainty").expect(out="How outputs.x is distributed, in kW")
    # Not needed by what is asked for: no harm done.
    on(OUTPUTS % (wide, "=b"), "uncertainty").expect()


def test_division_by_a_drawn_zero():
    narrow = "distribution: normal, sd: 2 W"
    on(OUTPUTS % (narrow, "=a / b"), "uncertainty").expect(
        2, err=["<stdin>:5:", "of 100000 samples have no finite result", "a division by zero", "`parameters.b` = 0"], no_out=True)


def test_numbers_of_options():
    for bad in ("0", "1", "-5", "2.5", "1e12", "abc"):
        on(SCENARIO, "uncertainty", f"--samples={bad}").expect(2, err="expected a whole number from 2 to 1e9", no_out=True)
    for bad in ("-1", "1.5", "x"):
        on(SCENARIO, "uncertainty", f"--seed={bad}").expect(2, err="--seed", no_out=True)
    on(SCENARIO, "uncertainty", "--samples", "2").expect()
    on(SCENARIO, "uncertainty", "--samples", "1e3").expect(out="1000 samples")
    on(SCENARIO, "uncertainty", "--sampling", "halton").expect(2, err="sobol")
    on(SCENARIO, "uncertainty", "--of", "totl").expect(2, err="did you mean")
    on(SCENARIO, "sensitivity", "--of", "totl").expect(2, err="did you mean")
    on(SCENARIO, "sensitivity", "--samples", "1").expect(2, err="expected a whole number")


def test_nothing_uncertain():
    still = SCENARIO.replace(", uncertainty: {distribution: normal, cv: 10 %}", "").replace(
        ", uncertainty: {distribution: lognormal, gsd: 1.2}", "")
    on(still, "uncertainty").expect(out="has an uncertainty: all samples are equal")
    total = sampled(still)["results"]["total"]["gwp_kgco2e"]
    assert total["mean"] == total["p5"] == total["p97_5"] == 5000 and total["sd"] == 0
    on(still, "sensitivity").expect(out="No uncertain figure makes the result vary")


def test_a_what_if_keeps_the_draws():
    changed = SCENARIO + "what_if:\n  clean: {set: {parameters.intensity: 10 gCO2e/kWh}}\n"
    for method in ("plain", "sobol"):
        base = sampled(changed, "--sampling", method)["results"]["total"]["energy_kwh"]
        clean = sampled(changed, "--sampling", method, "--what-if", "clean")["results"]["total"]["energy_kwh"]
        assert base == clean, method


def test_sensitivity():
    got = json.loads(on(SCENARIO, "sensitivity", "--format", "json").expect().out)["results"]["total"]
    inputs = {one["path"]: one for one in got["inputs"]}
    energy, intensity = inputs["parameters.energy"], inputs["parameters.intensity"]
    # Of a product e i: V / mean^2 = (1 + c)(1 + cv^2) - 1 with c = exp(s^2) - 1.
    c, cv2 = math.exp(math.log(1.2) ** 2) - 1, 0.01
    v = (1 + c) * (1 + cv2) - 1
    assert abs(energy["first_order"] - c / v) < 2.55 * energy["first_order_ci95"]
    assert abs(intensity["total_order"] - cv2 * (1 + c) / v) < 2.55 * intensity["total_order_ci95"]
    assert energy["elasticity"] == 1 and abs(energy["derivative"] - 50) < 1e-9  # kgCO2e per MWh
    assert abs(energy["p95"]["input"] - 100 * 1.2 ** 1.6448536) < 1e-3
    assert abs(energy["p95"]["result"] - 50 * energy["p95"]["input"]) < 1e-6
    assert got["inputs"][0]["path"] == "parameters.energy"  # ranked
    on(SCENARIO, "sensitivity").expect(out=["share of the variance", "one figure alone", "1 % more of"], no_err=True)


def test_correlated_shares_are_refused():
    got = on(CORRELATED.replace("@", "0.5"), "sensitivity").expect(out=["the file states correlations", "1 % more of"])
    assert "share of the variance" not in got.out
    answer = json.loads(on(CORRELATED.replace("@", "0.5"), "sensitivity", "--format", "json").expect().out)
    assert "correlations" in answer["sobol_refused"]
    assert "first_order" not in answer["results"]["total"]["inputs"][0]


def test_output_file():
    with folder() as place:
        lca("uncertainty", "scenarios/papers/bloom/training.yaml", "--format", "json", "--output", f"{place}/u.json").expect(no_out=True)
        with open(f"{place}/u.json", encoding="utf-8") as file:
            assert json.load(file)["sampling"]["uncertain_inputs"] == 1


run_all(globals())
