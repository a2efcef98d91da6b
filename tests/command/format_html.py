"""`--format html` of evaluate, uncertainty and compare: the page of `lca report` of the same question."""
import json

from _lca import BLOOM, folder, lca, run_all
from _page import Page, data_of, page_of, policy_faults

TWO = """\
lca: 1
title: {title}
parameters: {{load: {{value: 2 kWh, uncertainty: {{distribution: uniform, low: 1 kWh, high: 3 kWh}}}}}}
sites: {{s: {{grid: {{intensity: {intensity} gCO2e/kWh}}, pue: 1}}}}
activities: {{a: {{stage: training, site: s, dynamic: {{energy: =load}}, idle: none, embodied: none}}}}
what_if:
  both: {{title: Both, set: {{sites.s.pue: 2, sites.s.grid.intensity: 50 gCO2e/kWh}}}}
  clean: {{set: {{sites.s.grid.intensity: 10 gCO2e/kWh}}}}
"""


def html(*words):
    return lca(*words, "--format", "html").expect(0, no_err=True).out


def test_evaluate_and_uncertainty_write_the_page_of_report():
    words = [BLOOM, "--what-if", "world_grid", "--set", "sites.idris.pue=1.1"]
    assert html("evaluate", *words) == page_of(*words)
    assert html("evaluate", *words, "--details") == page_of(*words)
    assert html("evaluate", *words, "--equivalents") == page_of(*words)
    assert html("uncertainty", *words) == page_of(*words)
    assert html("uncertainty", BLOOM, "--samples", "4096", "--seed", "1") == page_of(BLOOM)


def test_equivalents_are_those_of_evaluate():
    """A total of 0.2 kg at 393 g a mile of 1.609344 km is 0.2 / 0.393 * 1.609344 km; of a partial total there are none, and the reason is said where they were asked for."""
    with folder() as where:
        with open(f"{where}/a.yaml", "w") as file:
            file.write(TWO.format(title="A", intensity=100))
        shown = {one["id"]: one for one in data_of(page_of(f"{where}/a.yaml"))["equivalents"]}
        assert 1 <= len(shown) <= 6 and list(shown) == [one["id"] for one in equivalents(f"{where}/a.yaml")["items"]]
        assert abs(0.2 / shown["car_km"]["each"] - 0.2 / 0.393 * 1.609344) < 1e-12
        assert abs(7.2e6 / shown["home_years"]["each"] - 2 / 11_880) < 1e-16 and shown["home_years"]["measure"] == 1
        assert shown["tech_sector_share"]["least"] < shown["tech_sector_share"]["each"] < shown["tech_sector_share"]["most"]
        for one in equivalents(f"{where}/a.yaml")["items"]:
            for key in ("one", "unit"):
                assert shown[one["id"]][key] == one[key], (one["id"], key)
            for end in ("low", "high"):  # the page reads its draws, the command counts them in bins
                assert abs(shown[one["id"]][end] - one[end]) <= 0.001 * (one["high"] - one["low"]), (one["id"], end, shown[one["id"]][end], one[end])
            assert all(shown[one["id"]][key] == one["source"][key] for key in ("publisher", "year", "title", "url", "licence", "access"))
        with open(f"{where}/gaps.yaml", "w") as file:
            file.write(TWO.format(title="A", intensity=100).replace(", embodied: none", ""))
        assert data_of(page_of(f"{where}/gaps.yaml"))["equivalents"] == []
        reason = "no equivalents: the total counts only what is assessed: it lacks a.embodied"
        assert reason not in page_of(f"{where}/gaps.yaml") and reason in html("evaluate", f"{where}/gaps.yaml", "--equivalents")


def equivalents(file):
    return json.loads(lca("evaluate", file, "--equivalents", "--format", "json").expect(0).out)["equivalents"]


def test_a_schedule_is_a_page_without_a_report():
    words = ["schedule", "examples/measured/hours.yaml", "--deadline", "36h"]
    text = html(*words)
    assert text == html(*words) and not policy_faults(text), policy_faults(text)
    assert "All figures and hours are made" in text and "3.5 % less" in text
    answer = json.loads(lca(*words, "--format", "json").expect(0).out)
    numbers = [float(attrs["data-value"]) for tag, attrs in Page(text).elements if tag == "td" and attrs.get("data-value")]
    expected = [answer[start][key] for start in ("now", "best", "worst") for key in ("gwp_kgco2e", "waiting_kgco2e")]
    assert numbers == expected, (numbers, expected)


def test_draws_are_those_of_the_seed():
    data = data_of(html("uncertainty", BLOOM, "--samples", "1500", "--seed", "7"))
    assert (data["draws"], data["seed"]) == (1500, 7)
    keys = {one["path"]: one["key"] for one in data["inputs"] if "key" in one}
    others = {one["path"]: one["key"] for one in data_of(page_of(BLOOM))["inputs"] if "key" in one}
    assert keys.keys() == others.keys() and all(keys[path] != others[path] for path in keys)


def test_options_that_ask_for_something_else_are_refused():
    for words in (("evaluate", BLOOM, "--by", "phase"), ("evaluate", BLOOM, "--impact", "water"), ("uncertainty", BLOOM, "--of", "idle"),
                  ("uncertainty", BLOOM, "--sampling", "sobol"), ("compare", BLOOM, "--by", "phase"), ("uncertainty", BLOOM, "--samples", "1e6")):
        lca(*words, "--format", "html").expect(2, err=words[2], no_out=True)
    for command in ("explain", "sensitivity", "rate"):
        lca(command, BLOOM, "--format", "html").expect(2)


def test_a_comparison_holds_what_was_compared_and_where_its_differences_come_from():
    """2 kWh at 100 g: 0.2 kg. With a PUE of 2 and 50 g it is 0.2 kg again: +0.15 and -0.15 by Shapley (0.2·1/2 + 0.1·1/2)."""
    with folder() as where:
        with open(f"{where}/a.yaml", "w") as file:
            file.write(TWO.format(title="A", intensity=100))
        data = data_of(html("compare", f"{where}/a.yaml"))
        assert [(one["id"], one["title"]) for one in data["alternatives"]] == [("", ""), ("both", "Both"), ("clean", "")]
        assert abs(data["alternatives"][2]["total"] - 0.02) < 1e-15
        assert [one["name"] for one in data["waterfalls"]] == ["both", "clean"]
        both = data["waterfalls"][0]
        shares = {one["path"]: one["share"] for one in both["changes"]}
        assert abs(shares["sites.s.pue"] - 0.15) < 1e-12 and abs(shares["sites.s.grid.intensity"] + 0.15) < 1e-12, shares
        assert abs(both["from"] - 0.2) < 1e-12 and abs(both["to"] - 0.2) < 1e-12
        assert data["command"] == ["lca", "evaluate", f"{where}/a.yaml"]
        # 10 g in place of 100 g: 1 to 3 kWh times -90 g, so nine in ten lie from -0.261 to -0.099 kg; with `both` no draw differs.
        assert [len(one.get("difference", [])) for one in data["alternatives"]] == [0, 0, 2] and data["paired_draws"] >= 1000
        low, high = data["alternatives"][2]["difference"]
        assert abs(low + 0.261) < 0.003 and abs(high + 0.099) < 0.003, (low, high)
        one = data_of(html("compare", f"{where}/a.yaml", "--what-if", "clean"))
        assert [two["id"] for two in one["alternatives"]] == ["", "clean"]
        assert one["command"] == ["lca", "evaluate", f"{where}/a.yaml"]
        answer = json.loads(lca("compare", f"{where}/a.yaml", "--format", "json").expect(0).out)
        expected = answer["comparison"]["clean"]["gwp_kgco2e"]["attribution"][0]
        change = one["waterfalls"][0]["changes"][0]
        drawn = answer["comparison"]["clean"]["gwp_kgco2e"]["uncertainty"]["difference"]
        assert one["alternatives"][1]["difference"] == [drawn["p5"], drawn["p95"]]
        assert change["share"] == expected["difference"] and change["low"] == expected["uncertainty"]["p5"]


def test_files_that_are_compared():
    with folder() as where:
        for name, title, intensity in (("a", "Alike", 100), ("b", "Alike", 30)):
            with open(f"{where}/{name}.yaml", "w") as file:
                file.write(TWO.format(title=title, intensity=intensity))
        words = ["compare", f"{where}/a.yaml", f"{where}/b.yaml"]
        data = data_of(html(*words))
        assert [one["title"] for one in data["alternatives"]] == [f"Alike ({where}/{name}.yaml)" for name in "ab"]
        assert data["waterfalls"][0]["changes"][0]["from"] == "100 gCO2e/kWh"
        lca(*words, "--format", "html", "--output", f"{where}/b.yaml").expect(2, err="would be overwritten")
        lca("compare", f"{where}/a.yaml", f"{where}/none.yaml", "--format", "html", "--output", f"{where}/x.html").expect(3)
        lca(*words, "--format", "html", "--output", f"{where}/x.html").expect(0, no_out=True)


run_all(globals())
