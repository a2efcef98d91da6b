"""What a person is told: units as they were written, names, sources of what enters, and one level of intervals."""
import csv
import io
import json

from _lca import lca, run_all

SCENARIO = """\
lca: 1
title: T
parameters:
  night: "=[720 min]"
  draw: {value: 400 W, source: sheet, uncertainty: {distribution: lognormal, gsd: 1.5}}
  twice: "=draw * 2"
  spare: {value: 3 W, source: nowhere, status: assumed, uncertainty: {distribution: normal, cv: 10 %}}
sites:
  s: {grid: {intensity: 100 gCO2e/kWh}, pue: 1.1}
  unused: {grid: {intensity: {value: 50 gCO2e/kWh, source: elsewhere}}}
activities: {a: {stage: other, site: s, dynamic: {energy: "=twice * [0.5 d] + draw * night"}, idle: none, embodied: none}}
outputs: {same: =twice}
what_if: {more: {set: {sites.s.pue: 1.2}}}
"""


def told(*words, text=SCENARIO):
    return lca(*words, input=text.encode()).expect(0).out


def test_literals_keep_their_unit_and_parameters_their_name():
    # 800 W x 12 h + 400 W x 12 h = 14.4 kWh; x 1.1 = 15.84 kWh
    page = told("explain", "-", "a.dynamic.energy")
    assert "15.84 kWh" in page and "0.5 d" in page and "720 min  parameters.night" in page, page
    assert "800 W  parameters.twice" in page and "outputs.same" not in page, page
    terms = json.loads(told("explain", "-", "a.dynamic.energy", "--format", "json"))["terms"]
    literals = {term["written"]: term for term in terms if "written" in term}
    assert set(literals) == {"0.5 d", "720 min"} and literals["0.5 d"]["base_value"] == 43200, literals
    assert literals["720 min"]["label"] == "parameters.night"
    # a literal of another dimension and one of the same size in another unit
    text = SCENARIO.replace("draw * night", "[3600 kJ] * (night / [12 h])")
    page = told("explain", "-", "a.dynamic.energy", text=text)
    assert "3600 kJ" in page and "12 h" in page and "720 min" in page, page


def test_equal_numbers_are_not_called_alike():
    """A 1 of a formula is not the output that happens to be 1, nor a zero the idle energy of something else."""
    text = """lca: 1
title: t
sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}
activities:
  a: {stage: training, site: here, idle: none, embodied: none, dynamic: {energy: 4 kWh}}
outputs:
  one: =1
  ratio: "=total.energy / [2 kWh] - 1"
"""
    page = told("explain", "-", "outputs.ratio", text=text)
    assert "outputs.one" not in page and "idle" not in page, page


def test_lists_hold_what_enters():
    page = told("evaluate", "-", "--details")
    assert "sheet" in page and "parameters.draw = 400 W" in page, page
    for other in ("nowhere", "elsewhere", "spare = 3 W", "unused"):
        assert other not in page.split("Sources of the figures")[-1] and "spare = 3 W" not in page, page
    used = SCENARIO.replace("same: =twice", 'same: "=twice + spare"')
    page = told("evaluate", "-", "--details", text=used)
    assert "nowhere" in page and "parameters.spare = 3 W" in page, page


def test_intervals_are_of_90_percent():
    page = told("compare", "-", "--samples", "1000")
    assert "90 % interval" in page and "95 %" not in page, page
    row = next(csv.DictReader(io.StringIO(told("compare", "-", "--samples", "1000", "--format", "csv"))))
    assert "difference_p5" in row and "difference_p95" in row and "difference_p2_5" not in row, row
    data = json.loads(told("compare", "-", "--samples", "1000", "--format", "json"))
    drawn = data["comparison"]["more"]["gwp_kgco2e"]["uncertainty"]["difference"]
    rows = list(csv.DictReader(io.StringIO(told("compare", "-", "--samples", "1000", "--format", "csv"))))
    more = next(one for one in rows if one["variant"] == "more" and one["unit"] == "kgCO2e" and not one["change"])
    assert float(more["difference_p5"]) == drawn["p5"] and float(more["difference_p95"]) == drawn["p95"], (more, drawn)
    for page in (told("sensitivity", "-", "--format", "markdown"), told("compare", "-", "--by", "phase", "--format", "markdown")):
        assert "90 %" in page and "95 %" not in page, page
    heads = told("sensitivity", "-", "--format", "csv").splitlines()[0]
    assert "first_order_ci90" in heads and "ci95" not in heads, heads


run_all(globals())
