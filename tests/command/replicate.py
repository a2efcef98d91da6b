"""The exit code of `lca replicate`: 1 where a published figure does not come out, whatever else does."""
import json
import pathlib

from _lca import folder, lca, run_all

# 10 kWh x 0.5 kg = 5 kg; by the what-if 10 kg.
STUDY = """lca: 1
title: t
sites: {s: {grid: {intensity: 0.5 kgCO2e/kWh}, pue: 1}}
activities: {a: {stage: other, site: s, dynamic: {energy: 10 kWh}, idle: none, embodied: none}}
what_if: {w: {set: {sites.s.pue: 2}}}
expect:
"""
RIGHT = "  - {of: total, value: 5.0 kgCO2e}\n"
WRONG = "  - {of: total, value: 5.1 kgCO2e}\n"
ALL_FORMATS = (("--format", "text"), ("--format", "markdown"), ("--format", "csv"), ("--format", "json"), ("--details",))


def verdicts(code, *figures):
    text = (STUDY + "".join(figures)).encode()
    data = json.loads(lca("replicate", "-", "--format", "json", input=text).expect(code, no_err=True).out)
    for words in ALL_FORMATS:
        lca("replicate", "-", *words, input=text).expect(code, no_err=True)
    return [one["verdict"] for one in data["figures"]]


def test_what_holds_ends_with_0():
    assert verdicts(0, RIGHT) == ["exact"]
    # 5.1 is 2 % off; what a publication itself contradicts fails nothing.
    assert verdicts(0, RIGHT, "  - {of: total, value: 5.1 kgCO2e, tolerance: 3 %, because: rounded}\n") == ["exact", "within"]
    assert verdicts(0, "  - {of: total, value: 5.1 kgCO2e, inconsistent: its parts add up to 5.0}\n") == ["inconsistent"]


def test_one_figure_that_is_off_ends_with_1():
    assert verdicts(1, WRONG) == ["off"]
    assert verdicts(1, RIGHT, WRONG, RIGHT) == ["exact", "off", "exact"]
    assert verdicts(1, "  - {of: total, value: 5.1 kgCO2e, tolerance: 1 %, because: rounded}\n") == ["off"]
    # What is not assessed is off.
    assert verdicts(1, "  - {of: total.water, value: 1 L}\n") == ["off"]


def test_one_of_a_variant_counts():
    assert verdicts(0, RIGHT, "  - {of: total, value: 10 kgCO2e, what_if: w}\n") == ["exact", "exact"]
    assert verdicts(1, RIGHT, "  - {of: total, value: 11 kgCO2e, what_if: w}\n") == ["exact", "off"]


def test_one_study_of_several_counts():
    with folder() as where:
        there = pathlib.Path(where)
        for name, figure in (("a", RIGHT), ("b", RIGHT), ("c", RIGHT)):
            (there / f"{name}.yaml").write_text(STUDY + figure)
        lca("replicate", where).expect(0, no_err=True)
        (there / "b.yaml").write_text(STUDY + WRONG)
        lca("replicate", where).expect(1, out="off", no_err=True)
        out = there / "out.csv"
        lca("replicate", where, "--format", "csv", "--output", out).expect(1, no_out=True, no_err=True)
        assert "off" in out.read_text()


run_all(globals())
