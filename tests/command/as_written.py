"""What the command prints for people: units as they were written, names, sources of what enters, and one level of intervals."""
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


def output_of(*words, text=SCENARIO):
    return lca(*words, input=text.encode()).expect(0).out


def test_literals_keep_their_unit_and_parameters_their_name():
    # 800 W x 12 h + 400 W x 12 h = 14.4 kWh; x 1.1 = 15.84 kWh
    page = output_of("explain", "-", "a.dynamic.energy")
    assert "15.84 kWh" in page and "0.5 d" in page and "720 min  parameters.night" in page, page
    assert "800 W  parameters.twice" in page and "outputs.same" not in page, page
    terms = json.loads(output_of("explain", "-", "a.dynamic.energy", "--format", "json"))["terms"]
    literals = {term["written"]: term for term in terms if "written" in term}
    assert set(literals) == {"0.5 d", "720 min"} and literals["0.5 d"]["base_value"] == 43200, literals
    assert literals["720 min"]["label"] == "parameters.night"
    # a literal of another dimension and one of the same size in another unit
    text = SCENARIO.replace("draw * night", "[3600 kJ] * (night / [12 h])")
    page = output_of("explain", "-", "a.dynamic.energy", text=text)
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
    page = output_of("explain", "-", "outputs.ratio", text=text)
    assert "outputs.one" not in page and "idle" not in page, page


def test_lists_hold_what_enters():
    page = output_of("evaluate", "-", "--details")
    assert "sheet" in page and "parameters.draw = 400 W" in page, page
    for other in ("nowhere", "elsewhere", "spare = 3 W", "unused"):
        assert other not in page.split("Sources of the figures")[-1] and "spare = 3 W" not in page, page
    used = SCENARIO.replace("same: =twice", 'same: "=twice + spare"')
    page = output_of("evaluate", "-", "--details", text=used)
    assert "nowhere" in page and "parameters.spare = 3 W" in page, page


def test_intervals_are_of_90_percent():
    page = output_of("compare", "-", "--samples", "1000")
    assert "90 % interval" in page and "95 %" not in page, page
    row = next(csv.DictReader(io.StringIO(output_of("compare", "-", "--samples", "1000", "--format", "csv"))))
    assert "difference_p5" in row and "difference_p95" in row and "difference_p2_5" not in row, row
    data = json.loads(output_of("compare", "-", "--samples", "1000", "--format", "json"))
    drawn = data["comparison"]["more"]["gwp_kgco2e"]["uncertainty"]["difference"]
    rows = list(csv.DictReader(io.StringIO(output_of("compare", "-", "--samples", "1000", "--format", "csv"))))
    more = next(one for one in rows if one["variant"] == "more" and one["unit"] == "kgCO2e" and not one["change"])
    assert float(more["difference_p5"]) == drawn["p5"] and float(more["difference_p95"]) == drawn["p95"], (more, drawn)
    for page in (output_of("sensitivity", "-", "--format", "markdown"), output_of("compare", "-", "--by", "phase", "--format", "markdown")):
        assert "90 %" in page and "95 %" not in page, page
    heads = output_of("sensitivity", "-", "--format", "csv").splitlines()[0]
    assert "first_order_ci90" in heads and "ci95" not in heads, heads


CONTAINED = """lca: 1
title: Idle within
sites: {s: {grid: {intensity: 100 gCO2e/kWh}}}
activities: {a: {stage: other, site: s, dynamic: {energy: 5 kWh}, includes: [idle], embodied: none}}
"""


def test_idle_that_a_measured_figure_contains_is_no_gap():
    page = output_of("evaluate", "-", text=CONTAINED)
    assert "in dynamic" in page and "not assessed" not in page.split("Not assessed")[0], page
    assert "the measured dynamic figure contains it" in output_of("explain", "-", "a.idle", text=CONTAINED)


FAULTS = """lca: 1
title: A value with a fault says nothing more
sites:
  mixed: {grid: {mix: {nuclear: "=[3 kWh]", gas: 30 %}}}
  lossy: {grid: {intensity: "=[3 kWh] * 5", losses: "=[2 kWh]"}, pue: "=[20 W]"}
activities:
  a: {stage: other, site: lossy, dynamic: {energy: "=[3 W]"}, includes: [idle], idle: {energy: 5 kWh}, embodied: none}
  b: {stage: other, site: mixed, dynamic: {energy: 3 kWh}, idle: {share: "=[3 kWh]"}, embodied: none}
"""


def test_a_value_with_a_fault_says_nothing_more():
    said = lca("validate", "-", input=FAULTS.encode()).expect(2).err
    assert said.count("error: ") == 6 and "warning" not in said, said
    for more in ("add up", "nothing arrives", "out of range", "comes out", "idle alone", "100 %"):
        assert more not in said, (more, said)


def test_hints():
    for line, hint in (("sites: {s: {grid: 57}}", "`{intensity: 57 gCO2e/kWh}`"), ("sites: {s: {grid: {intensity: FRA}}}", "`grid: FRA`"),
                       ("activities: {a: {stage: other, dynamic: {power: 700 w}}}", "write `W` for watts"),
                       ("activities: {a: {stage: other, dynamic: {energy: {value: {}}}}}", "expected: `433 MWh`"),
                       ("activities: {a: {stage: other, dynamic: {energy: 57 KWH}}}", "`kWh`"),
                       ("sites: {s: {grid: {intensity: 57 mg CO2/Wh}}}", "`mgCO2e/Wh`"),
                       ("activities: {a: {stage: other, duration: 118 d, 5 h}}", "`118.2 d`"),
                       ("activities: {a: {stage: other, title: one, two, three}}", '`title: "one, two, three"`')):
        lca("validate", "-", input=f"lca: 1\ntitle: t\n{line}\n".encode()).expect(2, err=hint)


run_all(globals())
