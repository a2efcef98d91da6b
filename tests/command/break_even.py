"""`lca break-even`: the examples of its help by hand, none, one and three roots with how sure they are, two files."""
import json
import math
import pathlib
import shlex

from _lca import ROOT, folder, lca, run_all

FOLDER = "scenarios/what_if/"


def found(*words, **options):
    return json.loads(lca("break-even", *words, "--format", "json", **options).expect(0).out)


def close(value, wanted, tolerance=1e-9):
    assert math.isclose(value, wanted, rel_tol=tolerance), (value, wanted)


def test_examples_of_the_help():
    lines = [line.strip() for line in lca("break-even", "--help").expect(0).out.replace("\\\n", " ").splitlines()]
    text = " ".join(lines)
    for name in ("training_and_use", "new_servers", "moving"):
        start = text.index(f"lca break-even {FOLDER}{name}.yaml")
        words = shlex.split(text[start:])
        count = max(i for i, word in enumerate(words) if word.startswith(("parameters.", "sites.", "20yr")) and i < 14) + 1
        lca(*words[1:count]).expect(0, out=" = ", no_err=True)


def test_requests_until_use_outweighs_training():
    # 120 MWh / 0.4 Wh. The energy of a request is lognormal: so is the quotient, with 1.3^(1.645) either way.
    data = found(FOLDER + "training_and_use.yaml", "--of", "training", "--with", "answers", "--by", "parameters.requests",
                 "--draws", "20000")
    root, = data["roots"]
    close(root["value"], 3e8)
    sure = root["uncertainty"]
    assert sure["draws_without"] == 0
    close(sure["p50"], 3e8, 1e-2)
    close(sure["p5"], 3e8 / 1.3 ** 1.6449, 2e-2)
    close(sure["p95"], 3e8 * 1.3 ** 1.6449, 2e-2)


def test_years_after_which_new_hardware_pays_back():
    # 40 kW x 8760 h x 1.25 x 0.3 kg = 131.4 t a year; 60 t / (0.3 x 131.4 t).
    words = (FOLDER + "new_servers.yaml", "--by", "parameters.years", "--to", "20yr")
    root, = found(*words, "--against", "new_servers", "--from", "1yr")["roots"]
    close(root["value"], 60 / (0.3 * 131.4))
    assert 0 < root["uncertainty"]["draws_without"] < 100 and root["uncertainty"]["p5"] > 1
    text = lca("break-even", *words, "--against", "new_servers", "--from", "1yr").expect(0, no_err=True).out
    assert "of 500 samples there is none in the range; in the others: median" in text
    # The same from the other side, and against another file.
    swapped, = found(*words, "--what-if", "new_servers", "--against", FOLDER + "new_servers.yaml", "--from", "1yr")["roots"]
    assert swapped["value"] == root["value"]
    data = found(*words, "--against", "new_servers", "--from", "2yr")
    assert data["roots"] == [] and data["why_none"].endswith("total stays above total of new_servers.")


def test_grid_intensity_up_to_which_moving_pays():
    # 500 MWh x 1.2 x 350 g = 210 t = 20 t + 500 MWh x 1.4 x intensity.
    root, = found(FOLDER + "moving.yaml", "--against", "moved", "--by", "sites.there.grid.intensity")["roots"]
    close(root["value"], 190e6 / 700e3)
    assert "uncertainty" not in root


def test_three_roots_and_how_sure_they_are():
    # x^3 - 6 x^2 + 11 x = k has the roots 1, 2, 3 at k = 6, where its slopes are 2, -1, 2.
    text = b"""lca: 1
title: Three
parameters: {x: 2.5, k: {value: 6, uncertainty: {distribution: normal, sd: 0.02}}}
outputs: {cubic: =x^3 + 11 * x, square: =6 * x^2 + k}
"""
    words = ("-", "--of", "outputs.cubic", "--with", "outputs.square", "--by", "parameters.x")
    data = found(*words, "--from", "0.1", "--to", "10", "--draws", "20000", input=text)
    for root, at, slope in zip(data["roots"], (1, 2, 3), (2, 1, 2), strict=True):
        close(root["value"], at)
        sure = root["uncertainty"]
        close(sure["p50"], at, 1e-3)
        close(sure["p95"] - sure["p5"], 2 * 1.6449 * 0.02 / slope, 3e-2)
    assert found(*words, "--from", "4", "--to", "10", input=text)["roots"] == []
    root, = found(*words, "--from", "2.5", "--to", "10", input=text)["roots"]
    close(root["value"], 3)


def test_a_value_that_the_file_may_not_hold():
    # 500 MWh x pue x 350 g = 17.5 t at PUE 0.1.
    words = ("solve", FOLDER + "moving.yaml", "--target", "total=17.5tCO2e", "--by", "sites.here.pue")
    lca(*words).expect(0, out=["sites.here.pue = 0.1\n", "`sites.here.pue` is `0.1`, which is out of"])


def test_a_value_that_only_one_side_may_not_hold():
    # 0.5 kWh at PUE 1, compared with 1 kWh at PUE x: equal at x = 0.5, which is not a PUE.
    text = """lca: 1
title: t
parameters: {x: 1.5}
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1}}
activities: {a: {stage: other, site: s, dynamic: {energy: 0.5 kWh}, idle: none, embodied: none}}
what_if: {w: {set: {activities.a.dynamic.energy: 1 kWh, sites.s.pue: =x}}}
"""
    with folder() as where:
        base = pathlib.Path(where) / "base.yaml"
        words = (str(base), "--by", "parameters.x", "--against")
        base.write_text(text)
        # As the second side, and the other way round as the first.
        for sides in (("w",), (str(base), "--what-if", "w")):
            root, = found(*words, *sides)["roots"]
            close(root["value"], 0.5)
            assert root["possible"] is False and "`sites.s.pue`" in root["why_not"], root
            lca("break-even", *words, *sides).expect(0, out="but this value is not allowed: `sites.s.pue`")
        base.write_text(text.replace("0.5 kWh", "3 kWh"))  # equal at 3, which is one
        root, = found(*words, "w")["roots"]
        close(root["value"], 3)
        assert root["possible"] is True, root


def test_what_is_equal_throughout_has_no_roots():
    data = found("scenarios/papers/bloom/training.yaml", "--of", "total", "--with", "final_training", "--by",
                 "sites.idris.pue")
    assert data["roots"] == [] and data["why_none"].startswith("total and final_training are equal at every value from 0.001")


def test_faults_of_another_file_are_said_of_that_file():
    with folder() as where:
        other = pathlib.Path(where) / "other.yaml"
        text = (ROOT / FOLDER / "new_servers.yaml").read_text()
        other.write_text(text.replace("power: {value: 40 kW,", "power: {value: 35 kW, uncertainty: {distribution: normal, cv: 90 %},"))
        words = (FOLDER + "new_servers.yaml", "--what-if", "new_servers", "--against", str(other), "--by", "parameters.years")
        lca("break-even", *words).expect(2, err=[f"{other}:7:", "`parameters.power`", "out of range"], no_out=True)
        lca("break-even", *words, "--draws", "0", "--output", str(other)).expect(2, err="would be overwritten")


run_all(globals())
