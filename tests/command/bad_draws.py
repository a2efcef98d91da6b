"""What cannot be drawn, or has no result when drawn: a located error or a counted warning, in every command that draws."""
import csv
import io
import json

from _lca import lca, run_all

ZERO = """lca: 1
title: A division by a sampled zero
parameters:
  share: {value: 0.5, uncertainty: {distribution: discrete, values: [0, 0.5, 1], weights: [1, 1, 1]}}
  load: {value: 100 kWh, uncertainty: {distribution: normal, cv: 10 %}}
sites: {s: {grid: {intensity: 0.5 kgCO2e/kWh}, pue: 1.2}}
activities: {x: {stage: other, site: s, dynamic: {energy: =load / share}, idle: none, embodied: {value: 10 kgCO2e}}}
what_if: {w: {set: {sites.s.pue: 1.5}}}
"""
IMPOSSIBLE = ZERO.replace("=load / share", "=load * share") + """correlations:
  - {of: [parameters.share, parameters.load], r: 0.9}
  - {of: [parameters.load, sites.s.pue], r: 0.9}
  - {of: [parameters.share, sites.s.pue], r: -0.9}
"""
IMPOSSIBLE = IMPOSSIBLE.replace("pue: 1.2", "pue: {value: 1.2, uncertainty: {distribution: uniform, low: 1.1, high: 1.3}}")
NEGATIVE = ZERO.replace("=load / share", "=load").replace("cv: 10 %", "cv: 100 %")
DRAWING = (("uncertainty",), ("sensitivity",), ("compare",),
           ("break-even", "--of", "dynamic", "--with", "embodied", "--by", "sites.s.grid.intensity"),
           ("solve", "--target", "total=200kgCO2e", "--by", "sites.s.grid.intensity"))


def test_a_division_by_a_sampled_zero():
    for command, *words in DRAWING:
        lca(command, "-", *words, input=ZERO.encode()).expect(2, err=["<stdin>:4:18: error", "`parameters.share`", "finite result"],
                                                             no_out=True)
    # As a parameter that is looked for it is not drawn.
    lca("solve", "-", "--target", "total=200kgCO2e", "--by", "parameters.share", input=ZERO.encode()).expect(0)


def test_a_draw_out_of_range():
    for command, *words in DRAWING:
        lca(command, "-", *words, input=NEGATIVE.encode()).expect(2, err=["`parameters.load`", "out of range", "`min`"], no_out=True)


def test_impossible_correlations():
    for command, *words in (*DRAWING, ("validate",)):
        lca(command, "-", *words, input=IMPOSSIBLE.encode()).expect(2, err=["impossible together", "no negative eigenvalue"], no_out=True)


def test_an_unknown_what_if_beside_other_faults():
    for fault in ("pue: 0.5", "puee: 1.5"):
        text = ZERO.replace("what_if: {w: {set: {sites.s.pue: 1.5}}}\n", "").replace("pue: 1.2", fault).encode()
        for command, *words in (("evaluate", "--what-if", "nope"), ("uncertainty", "--what-if", "nope"),
                                ("compare", "--what-if", "nope"), ("break-even", "--against", "nope", "--by", "sites.s.pue"),
                                ("sweep", "--what-if", "nope", "--vary", "sites.s.pue=1,2")):
            done = lca(command, "-", *words, input=text).expect(2, err=["unknown what-if `nope`", "this file has no `what_if`", "sites.s"])
            assert done.err.count("unknown what-if") == 1, done.err


def test_a_jevons_point_that_some_draws_lack():
    text = b"""lca: 1
title: A service
sites: {here: {grid: {intensity: 1 kgCO2e/kWh}}}
activities:
  serving: {stage: inference, site: here, requests: 1000 request, idle: none, embodied: {value: 3 kgCO2e},
            dynamic: {per_request: 2 Wh/request}}
what_if:
  unsure:
    set:
      activities.serving.dynamic.per_request:
        {value: 1 Wh/request, uncertainty: {distribution: uniform, low: 0.5 Wh/request, high: 2.5 Wh/request}}
rebound: {elasticity: 0.6, of: serving.per_request, demand: serving.requests}
"""
    # Use gets dearer in a quarter of the draws.
    done = lca("uncertainty", "-", "--what-if", "unsure", "--samples", "10000", "--details", input=text).expect(
        0, out=["rebound.jevons_point: not assessed (2", "of the samples have none"],
        err=["warning: `outputs.rebound.jevons_point` is not assessed: 2", "of 10000 samples have none", "per_request"])
    assert "rebound.growth" in done.out
    data = json.loads(lca("uncertainty", "-", "--what-if", "unsure", "--format", "json", input=text).out)
    assert data["outputs"]["rebound.jevons_point"]["value"] is None and data["outputs"]["rebound.growth"]["value"]["sd"] > 0
    rows = csv.DictReader(io.StringIO(lca("uncertainty", "-", "--what-if", "unsure", "--format", "csv", input=text).out))
    assert next(row for row in rows if row["name"] == "outputs.rebound.jevons_point")["mean"] == ""


run_all(globals())
