"""What `lca report` writes: one file that loads nothing, whose numbers are those of `lca evaluate`; texts of a file stay texts."""
import pathlib

from _lca import BLOOM, folder, lca, run_all
from _page import Page, data_of, evaluated, named, page_of, policy_faults

SCENARIO = """\
lca: 1
title: {title}
note: {note}
parameters: {{p: {{value: 2 kWh, source: {note}}}}}
sites: {{s: {{grid: {{intensity: 100 gCO2e/kWh}}}}}}
activities: {{a: {{title: {title}, stage: other, site: s, dynamic: {{energy: =p}}, idle: none, embodied: none}}}}
outputs: {{o: {{title: {title}, value: =total}}}}
what_if: {{w: {{title: {title}, set: {{parameters.p: 1 kWh}}}}}}
"""


def test_the_page_allows_its_own_script_and_style_only():
    page = page_of(BLOOM)
    assert not policy_faults(page), policy_faults(page)
    assert not [attrs for _, attrs in Page(page).elements if "href" in attrs]


def test_equal_runs_give_equal_bytes_without_a_place_of_the_machine():
    first, second = page_of(BLOOM), page_of(BLOOM)
    assert first == second
    assert str(pathlib.Path.cwd()) not in first
    assert len(first.encode()) <= 200_000, f"{len(first.encode())} bytes"


def test_what_stands_there_without_a_script():
    page, expected = Page(page_of(BLOOM)), named(evaluated(BLOOM))
    shown = {attrs["data-result"]: attrs["data-value"] for _, attrs in page.elements if "data-result" in attrs}
    for name in ("total", "total.energy", "embodied", "idle", "dynamic", "outputs.life_cycle_factor"):
        assert float(shown[name]) == expected[name], name


def test_the_mean_of_a_series_is_no_figure_that_results_rest_on():
    """Electricity is counted hour by hour: the mean of the whole file is none of the run's figures."""
    assert "Electricity at the intensity of each hour" in page_of("examples/measured/job.yaml")
    assert "Electricity at the intensity of each hour" not in page_of(BLOOM)


def test_a_log_of_power_needs_no_hours_of_a_grid():
    """100 W rise to 200 W in an hour: 150 Wh, 15 g at 100 g/kWh all the time."""
    with folder() as where:
        (pathlib.Path(where) / "power.csv").write_text("time,power [W]\n2026-01-01T00:00:00Z,100\n2026-01-01T01:00:00Z,200\n")
        file = pathlib.Path(where) / "log.yaml"
        file.write_text("lca: 1\ntitle: T\nsites: {here: {grid: {intensity: 100 gCO2e/kWh}, pue: 1}}\nactivities:\n"
                        "  a: {stage: training, site: here, embodied: none, idle: none, dynamic: {power_log: {file: power.csv, zone: UTC}}}\n")
        page = page_of(file)
        shown = {attrs["data-result"]: attrs["data-value"] for _, attrs in Page(page).elements if "data-result" in attrs}
        assert abs(float(shown["total"]) - 0.015) < 1e-12, shown
        assert data_of(page)["hours"] == []
        text = lca("evaluate", str(file)).expect().out
        assert "here: 100 gCO2e/kWh, PUE 1\n" in text, text


def test_what_is_not_assessed_is_empty_and_never_zero():
    with folder() as where:
        file = pathlib.Path(where) / "gaps.yaml"
        file.write_text(SCENARIO.format(title="T", note="N").replace("idle: none, embodied: none", "embodied: none"))
        shown = {attrs["data-result"]: attrs["data-value"] for _, attrs in Page(page_of(file)).elements if "data-result" in attrs}
        assert shown["idle"] == "" and shown["embodied"] == "0", shown


def test_the_figures_that_can_be_moved_are_accepted_at_their_ends():
    data = data_of(page_of(BLOOM))
    assert len(data["movable"]) >= 10, [data["inputs"][one["input"]]["path"] for one in data["movable"]]
    for one in data["movable"]:
        path = data["inputs"][one["input"]]["path"]
        steps = (float(one["written"]) - float(one["low"])) / float(one["step"])
        assert abs(steps - round(steps)) < 1e-6, (path, steps)
        for end in ("low", "written", "high"):
            lca("evaluate", BLOOM, "--quiet", "--set", f"{path}={one[end]} {one['unit']}".rstrip()).expect(0)


def test_hostile_texts_stay_texts():
    for text in ("</script><script>alert(1)</script>", "<!--<script>", "\" onclick=\"alert(1)\" x=\"", "' & &lt; \\u003c", "\u05e9\u05dc\u05d5\u05dd (abc)", "x" * 10_000):
        with folder() as where:
            file = pathlib.Path(where) / "hostile.yaml"
            quoted = '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'
            file.write_text(SCENARIO.format(title=quoted, note=quoted))
            text_of_page = page_of(file)
            page = Page(text_of_page)
            assert data_of(text_of_page)["title"] == text
            assert "<" not in page.texts["script", "application/json"]
            assert [tag for tag, _ in page.elements].count("script") == 2, text
            assert not [attrs for _, attrs in page.elements if any(name.startswith("on") for name in attrs)]


def test_a_scenario_with_faults_writes_no_page():
    with folder() as where:
        file, page = pathlib.Path(where) / "bad.yaml", pathlib.Path(where) / "page.html"
        file.write_text(SCENARIO.format(title="T", note="N").replace("2 kWh", "2 parsec"))
        lca("report", file, "--output", page).expect(2, err="bad.yaml:4:", no_out=True)
        assert not page.exists()
        file.write_text(SCENARIO.format(title="T", note="N"))
        lca("report", file, "--output", pathlib.Path(where) / "none" / "page.html").expect(3, no_out=True)
        lca("report", file, "--output", file).expect(2, err="would be overwritten")


def test_the_command_of_a_page_names_what_it_shows():
    data = data_of(page_of(BLOOM, "--what-if", "world_grid", "--set", "sites.idris.pue=1.1"))
    assert data["command"] == ["lca", "evaluate", BLOOM, "--what-if", "world_grid", "--set", "sites.idris.pue=1.1"]
    assert data["variant"] == "world_grid"
    assert [one["id"] for one in data["alternatives"]][:2] == ["", "world_grid"]


run_all(globals())
