"""Results per request, token and functional unit have names in every command, and stand in every form of an answer."""
import csv
import io
import json

from _lca import lca, run_all

# Training: 1 MWh x 1.2 x 50 g/kWh = 60 kg, + 10 kg made. Serving: 1e6 x 2 Wh x 1.2 = 2.4 MWh, x 50 g/kWh = 120 kg.
SCENARIO = """\
lca: 1
title: Per use
functional_unit: {name: trained model, amount: 2}
sites: {s: {grid: {intensity: 50 gCO2e/kWh}, market_intensity: 20 gCO2e/kWh,
            pue: {value: 1.2, uncertainty: {distribution: uniform, low: 1.1, high: 1.3}}}}
activities:
  train: {stage: training, site: s, dynamic: {energy: 1 MWh}, idle: none, embodied: {value: 10 kgCO2e}}
  serve: {stage: inference, site: s, requests: 1e6 request, tokens: 1e9 token, dynamic: {per_request: 2 Wh/request},
          idle: none, embodied: none}
outputs: {even: "=stage.training.energy / serve.per_request"}
what_if: {green: {set: {sites.s.grid: {intensity: 5 gCO2e/kWh}}}}
expect:
  - {of: serve.per_request, value: 2.4 Wh/request, where: t}
  - {of: serve.per_request, value: 0.12 gCO2e/request, where: t}
  - {of: per_request, value: 0.19 gCO2e/request, where: t}
  - {of: energy.per_token, value: 0.0036 Wh/token, where: t}
  - {of: total.market.per_functional_unit, value: 41 kgCO2e, where: t}
"""
EXPECTED = {  # kgCO2e or kWh for one
    "per_request": 190e-6, "total.per_request": 190e-6, "energy.per_request": 3600e-6, "serve.per_request": 120e-6,
    "serve.energy.per_request": 2400e-6, "serve.dynamic.per_token": 120e-9, "per_functional_unit": 95,
    "train.per_functional_unit": 35, "market.per_functional_unit": 41, "stage.training.energy.per_token": 1.2e-6,
}


def ask(*words):
    return lca(words[0], "-", *words[1:], input=SCENARIO.encode())


def near(value, expected):
    assert abs(value / expected - 1) < 1e-12, (value, expected)


def rows(*words):
    return list(csv.DictReader(io.StringIO(ask(*words, "--format", "csv").expect(0).out)))


def test_every_command_takes_every_name():
    for name, value in EXPECTED.items():
        near(float(rows("sweep", "--vary", "sites.s.pue=1.2,1.3", "--of", name)[0][next(
            key for key in rows("sweep", "--vary", "sites.s.pue=1.2,1.3", "--of", name)[0] if key.startswith(name))]), value)
        near(float(rows("uncertainty", "--samples", "50", "--of", name)[0]["point"]), value)
        near(float(rows("sensitivity", "--samples", "64", "--of", name)[0]["point"]), value)
        near(float(rows("explain", name)[0]["value"]), value)


def test_searches():
    # (1000 x + 2000 x) kWh x 50 g + 10 kg for 1e6 requests: 0.31 g at x = 2.
    found = rows("solve", "--target", "per_request=0.31gCO2e/request", "--by", "sites.s.pue")
    near(float(found[0]["value"]), 2)
    # 50 x + 10 for training, 100 x for serving: equal at 0.2 kWh per kWh of IT; each by two models.
    found = rows("break-even", "--of", "train.per_functional_unit", "--with", "serve.per_functional_unit", "--by", "sites.s.pue")
    near(float(found[0]["value"]), 0.2)
    found = rows("break-even", "--against", "green", "--of", "energy.per_token", "--with", "energy.per_token", "--by", "sites.s.pue")
    assert not found


def test_expectations_and_expressions():
    ask("replicate").expect(0, out=["5 exact"])
    # Training's 1200 kWh by 2.4 Wh: in expressions it stays the electricity.
    outputs = json.loads(ask("evaluate", "--format", "json").expect(0).out)["outputs"]
    near(outputs["even"]["value"], 5e5)


def test_every_form_of_an_evaluation():
    table = {row["name"]: row for row in rows("evaluate")}
    for name in ("total.per_request", "serve.per_request", "total.market.per_functional_unit", "total.energy.per_token"):
        assert table[name]["gwp_kgco2e"] == "", table[name]
    near(float(table["total.per_request"]["value"]), 190e-6)
    assert table["total.per_request"]["unit"] == "kgCO2e/request"
    near(float(table["total.energy.per_token"]["value"]), 3.6e-6)
    assert table["total.energy.per_token"]["unit"] == "kWh/token"
    results = json.loads(ask("evaluate", "--format", "json").expect(0).out)["results"]
    assert set(results["total"]["per"]) == {"request", "token", "functional_unit"}
    assert set(results["serve"]["per"]) == {"request", "token"}
    assert "per" not in results["train"] and "per" not in results["serve.dynamic"]
    near(results["total"]["per"]["request"]["gwp_kgco2e"], 190e-6)
    near(results["total"]["per"]["request"]["energy_kwh"], 3.6e-3)
    near(results["serve"]["per"]["token"]["gwp_market_kgco2e"], 48e-9)
    assert results["total"]["per"]["request"]["water_l"] is None
    text = ["request, serve", "0.12 gCO2e", "2.4 Wh", "token, in total", "0.19 mgCO2e", "3.6 mWh", "95 kgCO2e"]
    ask("evaluate").expect(0, out=text)
    ask("evaluate", "--format", "markdown").expect(0, out=text)
    # 82 ug: 120 mg x 82 / 120 by a grid of 34.1667 g/kWh, for 1000 times as many requests.
    ask("evaluate", "--set", "sites.s.grid.intensity=34.16666667 g/kWh".replace("g/", "gCO2e/"), "--set",
        "activities.serve.dynamic.per_request=2 mWh/request").expect(0, out=["82 µgCO2e", "2.4 mWh"])


def test_the_name_may_say_per_what():
    """`total.per_request` is 190 mg: `/request` is in the name already, and 2.4 Wh of serving is its electricity."""
    for of, value in (("total.per_request", "190 mgCO2e"), ("per_request", "0.190 gCO2e/request"), ("serve.per_token", "0.120 mgCO2e"),
                      ("serve.per_request", "2.4 Wh"), ("serve.energy.per_request", "2.4 Wh")):
        text = SCENARIO + f"  - {{of: {of}, value: {value}}}\n"
        lca("replicate", "-", input=text.encode()).expect(0, out="6 exact")
    wrong = SCENARIO + "  - {of: total.per_request, value: 5 L}\n"
    lca("validate", "-", input=wrong.encode()).expect(2, err="`total.per_request` is of dimension")
    found = rows("solve", "--target", "serve.per_request=0.24gCO2e", "--by", "sites.s.grid.intensity")
    assert float(found[0]["value"]) == float(rows("solve", "--target", "serve.per_request=0.24gCO2e/request", "--by",
                                                  "sites.s.grid.intensity")[0]["value"])


def test_what_is_not_assessed_says_why():
    per = json.loads(ask("evaluate", "--format", "json").expect(0).out)["results"]["total"]["per"]["request"]
    assert per["water_l"] is None and per["why_not"]["water_l"], per
    swept = rows("sweep", "--vary", "activities.serve.requests=0,1000000request", "--of", "per_request", "--of", "total.water")
    assert "requests is zero" in swept[0]["why_not"] and "total.water: " in swept[0]["why_not"], swept
    assert "requests is zero" not in swept[1]["why_not"]
    ask("sweep", "--vary", "sites.s.pue=1,2", "--of", "total.water").expect(0, out="total.water is not assessed: ")
    line = ask("sweep", "--vary", "sites.s.pue=1,2", "--of", "total.water", "--format", "jsonl").expect(0).out.splitlines()[0]
    assert json.loads(line)["results"]["total.water"]["why_not"], line
    ask("explain", "total.water").expect(0, out="total.water is not assessed: ")
    assert json.loads(ask("explain", "total.water", "--format", "json").expect(0).out)["why_not"]
    ask("sensitivity", "--of", "total.water").expect(0, out="It is not assessed: ")


def test_sampled_likewise():
    results = json.loads(ask("uncertainty", "--samples", "500", "--format", "json").expect(0).out)["results"]
    for of, use, count in (("total", "request", 1e6), ("serve", "token", 1e9), ("total", "functional_unit", 2)):
        whole, one = results[of]["gwp_kgco2e"], results[of]["per"][use]["gwp_kgco2e"]
        assert abs(one["p95"] / (whole["p95"] / count) - 1) < 1e-3, (one, whole)  # as exact as percentiles are
        near(one["mean"], whole["mean"] / count)
    table = {row["name"]: row for row in rows("uncertainty", "--samples", "500")}
    near(float(table["serve.per_request"]["point"]), 120e-6)


def test_zero_requests_are_not_assessed_and_said():
    zero = ("--set", "activities.serve.requests=0 request")
    results = json.loads(ask("evaluate", *zero, "--format", "json").expect(0).out)["results"]
    assert results["serve"]["per"]["request"]["gwp_kgco2e"] is None
    assert results["total"]["per"]["request"]["gwp_kgco2e"] is None
    ask("evaluate", *zero).expect(0, out=["serve.requests is zero"])
    ask("explain", "serve.per_request", *zero).expect(0, out=["serve.per_request is not assessed", "serve.requests is zero"])
    ask("uncertainty", "--of", "serve.per_request", *zero).expect(0, out=["serve.requests is zero"])
    ask("sensitivity", "--of", "serve.per_request", *zero).expect(0, out=["serve.requests is zero"])
    ask("solve", "--target", "per_request=1gCO2e/request", "--by", "sites.s.pue", *zero).expect(2, err=["requests is zero"])
    swept = rows("sweep", "--vary", "activities.serve.requests=0,1000000request", "--of", "per_request")
    assert [row["per_request [kgCO2e/request]"] for row in swept][0] == ""


def test_misspelled_names_are_suggested():
    for wrong, right in (("per_requst", "per_request"), ("serve.energy.per_reqest", "serve.energy.per_request"),
                         ("per_functional_unt", "per_functional_unit")):
        ask("uncertainty", "--of", wrong).expect(2, err=[f"did you mean", f"`{right}`"])
    faulty = SCENARIO.replace("of: per_request", "of: per_requst")
    lca("validate", "-", input=faulty.encode()).expect(2, err=["there is no result `per_requst`", "`per_request`"])


run_all(globals())
