"""`lca check`: exit codes, faults with carets for each key, what moved since an older answer, in text, Markdown and JSON."""
import json
import pathlib

from _lca import folder, lca, run_all

BUDGET, BEFORE = "examples/budget/budget.yaml", "examples/budget/before.json"
# 2 GPU × 300 W × 100 h = 60 kWh, × PUE 1.5 × 0.4 kg = 36 kg.
SCENARIO = """lca: 1
title: A job
sites: {here: {grid: {intensity: 400 gCO2e/kWh}, pue: 1.5}}
activities:
  job: {stage: training, site: here, devices: 2 GPU, duration: 100 h, dynamic: {device_power: 300 W}, idle: none, embodied: none}
"""


def budget(where, text, scenario=SCENARIO):
    (pathlib.Path(where) / "s.yaml").write_text(scenario)
    file = pathlib.Path(where) / "budget.yaml"
    file.write_text(text)
    return file


def limits(*lines):
    return "lca_budget: 1\nscenario: s.yaml\nlimits:\n" + "".join(f"  - {{{line}}}\n" for line in lines)


def test_exit_codes():
    with folder() as where:
        lca("check", budget(where, limits("of: total, at_most: 36 kgCO2e"))).expect(0, out="1 of 1 limits kept", no_err=True)
        lca("check", budget(where, limits("of: total, at_most: 35.9 kgCO2e"))).expect(1, out="1 of 1 limits not kept", no_err=True)
        lca("check", budget(where, limits("of: total, at_most: 36 kgCO2e")), "--set", "sites.here.pue=1.6").expect(1, out="38.4")
        lca("check", budget(where, limits("of: total, at_most: 36 kgCO2e")), "--against", "nowhere.json").expect(3, err="nowhere.json", no_out=True)
        lca("check", "nowhere.yaml").expect(3, err="nowhere.yaml", no_out=True)


def test_a_scenario_at_an_absolute_path():
    with folder() as where:
        limit = "lca_budget: 1\nscenario: {}\nlimits: [{{of: total, at_most: 36 kgCO2e}}]\n"
        lca("check", budget(where, limit.format(pathlib.Path(where).resolve() / "s.yaml"))).expect(0, out="1 of 1 limits kept", no_err=True)
        for no_path in ("//example.org/s.yaml", "https://example.org/s.yaml", "~/s.yaml", "/$HOME/s.yaml"):
            lca("check", budget(where, limit.format(no_path))).expect(2, err="budget.yaml:2:11: error", no_out=True)


def test_a_limit_without_a_unit_is_told_which():
    with folder() as where:
        said = lca("check", budget(where, limits("of: total, at_most: 4", "of: total.energy, at_most: 4"))).expect(2, no_out=True).err
        for text in ("`total` is of dimension climate change impact, but 4 has no unit", "a figure of climate change impact (kgCO2e)", "a figure of energy (kWh)"):
            assert text in said, (text, said)


def test_what_is_not_assessed_fails_with_the_reason():
    with folder() as where:
        open_idle = SCENARIO.replace("idle: none", "idle: not_assessed")
        out = lca("check", budget(where, limits("of: total, at_most: 1 tCO2e", "of: idle, at_most: 1 tCO2e", "of: dynamic, at_most: 1 tCO2e"),
                                  open_idle)).expect(1, no_err=True).out
        for text in ("2 of 3 limits not kept", "total: counts only what is assessed: it lacks job.idle", "idle: not assessed: "):
            assert text in out, (text, out)


def test_faults_of_each_key_in_one_run():
    with folder() as where:
        file = budget(where, """lca_budget: 2
scenario: s.yaml
limit: []
limits:
  - {of: totl, at_most: 1 tCO2e}
  - {of: total, at_most: 1 kWh}
  - {of: total, at_most: 1 tCO2}
  - {of: total, at_most: =total}
  - {of: total, at_most: 1 tCO2e, percentile: 94}
  - {of: job, at_most: 1 tCO2e, what_if: cleaner}
  - {of: idle, at_most: 1 tCO2e}
  - {of: idle, at_most: 2 tCO2e}
  - {of: dynamic}
  - total
""")
        said = lca("check", file).expect(2, no_out=True).err
        for text in (":1:13: error: `lca_budget` is `2`", ":3:1: error: unknown key `limit`", ":5:10: error: there is no result `totl`", "did you mean `total`?",
                     ":6:26: error: `total` is of dimension climate change", "but 1 kWh is of dimension energy", ":7:28: error: `limits.2.at_most`: unknown unit `tCO2`", ":8:26: error: a limit is a number, not an expression",
                     ":9:47: error: `percentile` is `94`", "one of 2.5, 5, 25, 50, 75, 95 and 97.5", ":10:42: error: there is no what-if `cleaner`",
                     ":12:10: error: `idle` has two limits", ":13:5: error", "at_most", ":14:5: error"):
            assert text in said, (text, said)
        lca("check", budget(where, "lca_budget: 1\nscenario: s.yaml\nlimits: []\n")).expect(2, err="`limits` is empty", no_out=True)
        lca("check", budget(where, "lca_budget: 1\nscenario: t.yaml\nlimits: [{of: total, at_most: 1 tCO2e}]\n")).expect(
            2, err=["budget.yaml:2:11: error: cannot read", "t.yaml"], no_out=True)
        lca("check", budget(where, limits("of: total, at_most: 1 tCO2e"), SCENARIO.replace("training", "trainin"))).expect(
            2, err=["s.yaml:5:16: error", "did you mean `training`"], no_out=True)
        lca("check", budget(where, limits("of: total, percentile: 95, at_most: 1 tCO2e"),
                            SCENARIO.replace("300 W", "{value: 300 W, uncertainty: {distribution: normal, sd: 200 W}}"))).expect(
            2, err=["s.yaml:5:", "error"], no_out=True)
        for text, said in (("", "empty"), ("- 1\n", "error"), ("lca_budget: 1\n", "`scenario`"), ("a: [\n", "error")):
            lca("check", budget(where, text)).expect(2, err=said, no_out=True)


def test_older_answers_that_are_none():
    with folder() as where:
        file = budget(where, limits("of: total, at_most: 1 tCO2e"))
        old = pathlib.Path(where) / "old.json"
        sampled = lca("uncertainty", BUDGET.replace("budget.yaml", "service.yaml"), "--samples", "100", "--format", "json").expect().out
        for text, said in (("{", "old.json:1"), ("[]", "there is no `schema_version`"), ('{"schema_version": 1}', "there is no `results`"),
                           ('{"schema_version": 1, "results": {}}', "there is no `inputs`"), ("lca: 1", "old.json:1:1: error"),
                           ('{"schema_version": 2, "results": {}, "inputs": []}', "old.json:1:20: error: this lca does not read this `schema_version`"),
                           (sampled, "this file has sampled results")):
            old.write_text(text)
            lca("check", file, "--against", old).expect(2, err=said, no_out=True)
        old.write_text('{"schema_version": 1, "results": {}, "inputs": []}')
        lca("check", file, "--against", old).expect(0, out="not compared with")


def test_the_two_inputs_that_moved_most():
    """A seeded change: PUE 1.5 to 1.8, 300 to 330 W, 400 to 404 g; the first two are named."""
    with folder() as where:
        file = budget(where, limits("of: total, at_most: 40 kgCO2e"))
        old = pathlib.Path(where) / "old.json"
        lca("evaluate", pathlib.Path(where) / "s.yaml", "--format", "json", "--output", old).expect()
        changes = ("--set", "sites.here.pue=1.8", "--set", "activities.job.dynamic.device_power=330 W", "--set",
                   "sites.here.grid.intensity=404 gCO2e/kWh")
        page = lca("check", file, "--against", old, *changes, "--format", "markdown").expect(1).out
        # 0.404 × 1.8 × 66 = 47.995; it was 36: +33.3 %.
        assert "total: +12 kgCO2e (+33.3 %) since" in page.replace("\\", ""), page
        lines = [line.strip().replace("\\", "") for line in page.splitlines() if line.startswith("  - ")]
        assert len(lines) == 3 and lines[0].startswith("- sites.here.pue: 1.5 → 1.8") and "device_power: 300 W → 330 W" in lines[1], lines
        assert lines[2].startswith("- 1 other inputs"), lines
        limit, = json.loads(lca("check", file, "--against", old, *changes, "--format", "json").expect(1).out)["limits"]
        shares = [one["share"] for one in limit["change"]["inputs"]]
        assert len(shares) == 3 and abs(sum(shares) + limit["change"]["rest"] - (0.404 * 1.8 * 66 - 36)) < 1e-9, shares
        same = lca("check", file, "--against", old).expect(0).out
        assert "total: as in" in same, same


def test_the_example():
    out = lca("check", BUDGET, "--against", BEFORE).expect(0, no_err=True).out
    # 1.2 × (40e6 × 0.3 Wh + 6 MWh) × 0.3 + 800 = 7,280 kg; with 1.1 and 0.25 Wh 6,080. Shares: 2 MWh × 0.3 × 1.15; 0.1 × 0.3 × 17 MWh.
    for text in ("7.28 tCO2e", "+1.2 tCO2e (+19.7 %)", "+0.69 tCO2e", "+0.51 tCO2e", "0.182 gCO2e/request", "36 MWh"):
        assert text in out, (text, out)
    answer = json.loads(lca("check", BUDGET, "--format", "json").expect(0).out)
    drawn = json.loads(lca("uncertainty", BUDGET.replace("budget.yaml", "service.yaml"), "--of", "total", "--format", "json").expect().out)
    assert answer["limits"][1]["value"] == drawn["results"]["total"]["gwp_kgco2e"]["p95"] / 1000
    assert answer["schema_version"] == 1 and answer["failed"] == 0 and len(answer["files"]) == 2


run_all(globals())
