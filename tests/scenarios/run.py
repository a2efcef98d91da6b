"""The scenarios in scenarios/: all valid, no published figure off, and every verdict can still turn to off.

Usage: run.py, with the command in $LCA; works from the root of the sources.
"""

import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

LCA = os.environ["LCA"]
ROOT = pathlib.Path("scenarios")
PAPERS = ROOT / "papers"
HERE = pathlib.Path(__file__).parent
COUNTED_A_STUDY = 60  # so that no single table makes the number

faults = []


def hold(condition, message):
    if not condition:
        faults.append(message)


def lca(*words):
    return subprocess.run([LCA, *map(str, words)], capture_output=True, text=True, check=False)


def result_of(*words):
    done = lca(*words, "--format", "json")
    hold(done.returncode == 0, f"lca {' '.join(map(str, words))}: exit {done.returncode}\n{done.stderr}")
    return json.loads(done.stdout) if done.stdout else None


def study_of(path):
    return pathlib.PurePath(path).parts[-2]


def every_file_is_valid_and_evaluates():
    files = sorted(ROOT.rglob("*.yaml"))
    hold(len(files) > 40, "scenarios are missing")
    done = lca("validate", *files)
    hold(done.returncode == 0, "lca validate: " + done.stderr)
    for file in files:
        done = lca("evaluate", file)
        hold(done.returncode == 0 and done.stdout, f"lca evaluate {file}: {done.stderr}")


def published_figures_are_met():
    report = result_of("replicate", PAPERS)
    if report is None:
        return
    figures = report["figures"]
    for figure in figures:
        place = f"{figure['file']}:{figure['line']}"
        hold(figure["verdict"] != "off", f"{place}: off")
        hold(figure.get("where"), f"{place}: where it is published is not said")
        hold(not figure.get("agrees_now"), f"{place}: marked inconsistent, but it agrees")
        if figure["verdict"] == "inconsistent":
            hold(any(c.isdigit() for c in figure["inconsistent"]), f"{place}: no arithmetic in the reason")
        if "tolerance" in figure:
            hold(figure.get("because"), f"{place}: a tolerance without its reason")
        if "rounding" in figure:
            hold(figure.get("because"), f"{place}: cut without saying what shows that it is cut")
        for fitted in figure.get("fitted", []):
            hold(fitted.get("note"), f"{place}: rests on `{fitted['path']}`, which does not say why it is fitted")

    # Only exact and explained figures agree; neither a tolerance nor a bound counts. Every figure alike, and with a study
    # of many figures counting as 60, each verdict in proportion.
    studies = collections.defaultdict(collections.Counter)
    for figure in figures:
        studies[study_of(figure["file"])][figure["verdict"]] += 1
    hold(len(studies) >= 20, f"{len(studies)} studies, expected 20")
    for limit, counting in ((None, "every figure"), (COUNTED_A_STUDY, f"at most {COUNTED_A_STUDY} of a study")):
        counted = collections.Counter()
        for verdicts in studies.values():
            share = min(1, limit / verdicts.total()) if limit else 1
            for verdict, count in verdicts.items():
                counted[verdict] += share * count
        total = counted.total()
        hold(total >= 400, f"{counting}: {total} figures, expected 400")
        hold(counted["exact"] + counted["inconsistent"] >= 0.9 * total, f"{counting}: too few are exact or explained: {counted}")
        hold(counted["inconsistent"] <= 0.1 * total, f"{counting}: too many are inconsistent: {counted}")
        print(f"{len(studies)} studies, {counting}, {total:.0f}: "
              + ", ".join(f"{count / total:.1%} {verdict}" for verdict, count in sorted(counted.items())))


def the_page_of_replications_is_what_the_command_prints():
    done = lca("replicate", PAPERS, "--details", "--format", "markdown")
    hold(done.stdout == pathlib.Path("docs/replications.md").read_text(encoding="utf-8"),
         "docs/replications.md is out of date: write it anew, as CONTRIBUTING.md says")


def an_edited_input_turns_a_verdict_to_off():
    edits = [line.split("\t") for line in (HERE / "edits.tsv").read_text().splitlines() if line[:1] not in ("#", "")]
    # The one study without a figure that could turn: its only figure is inconsistent.
    expected = {str(f.relative_to(PAPERS)) for f in PAPERS.rglob("*.yaml")} - {"llama3/llama3_3.yaml"}
    hold({edit[0] for edit in edits} == expected,
         f"edits.tsv and the studies differ: {sorted({edit[0] for edit in edits} ^ expected)}")
    with tempfile.TemporaryDirectory() as folder:
        copy = pathlib.Path(folder) / "papers"
        shutil.copytree(PAPERS, copy)
        for name, old, new in edits:
            file = copy / name
            text = file.read_text()
            hold(text.count(old) == 1, f"{name}: `{old}` stands there {text.count(old)} times, expected once")
            file.write_text(text.replace(old, new, 1))
            done = lca("replicate", file, "--format", "json")
            off = [f for f in json.loads(done.stdout)["figures"] if f["verdict"] == "off"] if done.stdout else []
            hold(done.returncode == 1 and off, f"{name}: `{new}` in place of `{old}` is not noticed\n{done.stderr}")
            file.write_text(text)


def close(results, name, key, value, digits):
    got = results[name][key]
    hold(got is not None and abs(got - value) <= 0.5 * 10.0 ** -digits, f"{name}.{key}: {got}, expected {value}")


def bloom_is_the_papers():
    """Table 1 and 3 of the paper, and the arithmetic behind them done by hand."""
    results = result_of("evaluate", PAPERS / "bloom/training.yaml")["results"]
    run = "final_training"
    close(results, f"{run}.dynamic", "energy_kwh", 1082990 * 0.4, 6)           # 433,196.0 exactly
    close(results, f"{run}.dynamic", "gwp_kgco2e", 24692.172, 6)               # x 57 g
    close(results, f"{run}.idle", "energy_kwh", 256646, 0)
    close(results, f"{run}.idle.infrastructure", "energy_kwh", 27 * 1082990 / 384, 6)
    close(results, f"{run}.idle.idle_nodes", "energy_kwh", 64 * 1082990 / 384, 6)
    close(results, f"{run}.idle", "gwp_kgco2e", 14600, -2)
    busy_life = 6 * 8760 * 0.85
    close(results, f"{run}.embodied.hpe-apollo-6500-gen10-plus", "gwp_kgco2e", 2500 / busy_life * 1082990 / 8, 6)
    close(results, f"{run}.embodied.nvidia-a100-sxm4-80gb", "gwp_kgco2e", 150 / busy_life * 1082990, 6)
    close(results, f"{run}.embodied", "gwp_kgco2e", 11200, -2)
    close(results, "total", "gwp_kgco2e", 50500, -2)
    close(results, "total", "energy_kwh", 689842, 0)
    total = results["total"]["gwp_kgco2e"]
    for phase, share in (("embodied", 22.2), ("dynamic", 48.9), ("idle", 28.9)):
        got = 100 * results[f"{run}.{phase}"]["gwp_kgco2e"] / total
        hold(abs(got - share) <= 0.05, f"share of {phase}: {got}, expected {share}")
    hold(round(total / results[f"{run}.dynamic"]["gwp_kgco2e"], 2) == 2.05, "not 2.05 times the electricity alone")


for check in (every_file_is_valid_and_evaluates, published_figures_are_met,
              the_page_of_replications_is_what_the_command_prints, an_edited_input_turns_a_verdict_to_off,
              bloom_is_the_papers):
    check()
for fault in faults:
    print(fault, file=sys.stderr)
sys.exit(1 if faults else 0)
