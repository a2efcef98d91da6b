"""Every question of the command about every shipped scenario, as `same_answers.py` puts them to two binaries.

What can be asked of a file (its results, variants, numbers) is read from the answers of the base, so that most questions have an
answer and not only a refusal. Files are named as the command is given them, from the root of the sources.
"""
import csv
import io
import json
import os
import pathlib
import subprocess
from typing import NamedTuple

MACHINE = ("json", "csv", "jsonl")  # compared to the byte; text and Markdown are shown as a diff
ENVIRONMENT = {"PATH": os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8", "NO_COLOR": "1", "COLUMNS": "80"}
KEYS = ("activity", "stage", "phase", "line", "life_cycle_stage", "year", "month", "impact")
IMPACTS = ("water", "adpe", "primary_energy", "energy")
SUFFIXES = {"gwp_kgco2e": "", "energy_kwh": ".energy", "water_l": ".water", "adpe_kgsbe": ".adpe",
            "primary_energy_mj": ".primary_energy", "gwp_market_kgco2e": ".market"}
PHASES = ("embodied", "idle", "dynamic")
SAMPLED = ("--samples", "400", "--seed", "7")
MOST = ("json", "csv", "text")
EVERY = (*MOST, "markdown")
TRIED_INPUTS = 12  # numbers of one file that are looked at for a sweep and a root
SWEPT_INPUTS = 2
SECONDS = 600  # one run; the slowest takes two on an idle core
# Folders whose files are compared with all their changes. Of many changes orders are drawn, which takes seconds a run.
TAKEN_APART = ("act", "ecologits", "llama3", "jegham2025")
DRAWN_ORDERS = "hpe_proliant"


class Run(NamedTuple):
    question: str
    words: tuple
    kind: str  # "machine": JSON, CSV and the like; "text"; "code": text, of which the exit code alone always counts
    stdin: str = ""  # a file


class Answer(NamedTuple):
    code: int  # negative: a signal, or no end after SECONDS
    out: bytes
    err: bytes


def answer(lca, words, stdin=""):
    with open(stdin or os.devnull, "rb") as source:
        try:
            done = subprocess.run([lca, *words], stdin=source, capture_output=True, env=ENVIRONMENT, timeout=SECONDS, check=False)
        except subprocess.TimeoutExpired:
            return Answer(-1000, b"", f"no end after {SECONDS} s".encode())
    return Answer(done.returncode, done.stdout, done.stderr)


def json_answer(lca, *words):
    """What JSON says; None where the base refuses."""
    got = answer(lca, (*words, "--format", "json"))
    return json.loads(got.out) if got.code == 0 else None


def scenario_files():
    found = [*pathlib.Path("scenarios").rglob("*.yaml"), *pathlib.Path("examples").glob("*.yaml")]
    return sorted(path.as_posix() for path in found)


def runs(question, words, formats, stdin=""):
    for one in formats:
        yield Run(question, (question, *words, "--format", one), "machine" if one in MACHINE else "text", stdin)


def spread(items, count):
    """At most so many of them, from the first to the last."""
    if len(items) <= count:
        return list(items)
    return [items[i * (len(items) - 1) // (count - 1)] for i in range(count)]


class Swept(NamedTuple):
    path: str
    values: str  # as --vary takes them
    low: str
    high: str
    target: str  # a value of the first result that is reached between the two; "" where nothing changes
    unit: str  # of the result


class File:
    """One scenario and what can be asked of it."""

    def __init__(self, lca, name):
        self.lca, self.name = lca, name
        self.results, self.what_ifs, self.swept, self.sites, self.has_total = [], [], [], [], False
        self.rated = answer(lca, ("rate", name, "--task", "summarization")).code == 0
        evaluation = json_answer(lca, "evaluate", name)
        if evaluation is None:
            return
        compared = json_answer(lca, "compare", name, "--samples", "2") or {"comparison": {}}
        self.has_total = "total" in evaluation["results"]
        self.what_ifs = [{"what_if.base": "base"}.get(one, one) for one in list(compared["comparison"])[1:]]
        for result, measures in evaluation["results"].items():
            self.results += [result + suffix for key, suffix in SUFFIXES.items() if measures.get(key) is not None]
        self.results += [f"outputs.{one}" for one, value in evaluation["outputs"].items() if value["value"] is not None]
        inputs = [one for one in evaluation["inputs"] if one["origin"] == "file" and one["value"]]
        self.sites = sorted({one["path"].split(".")[1] for one in inputs if one["path"].startswith("sites.")})
        found = [one for one in (self.try_input(one) for one in spread(inputs, TRIED_INPUTS)) if one]
        found.sort(key=lambda one: not one.target)
        self.swept = found[:SWEPT_INPUTS]

    def try_input(self, one):
        """How to vary this number, or None where the file does not allow it."""
        unit = f" {one['unit']}" if one["unit"] else ""
        low, high = f"{one['value'] * 0.9:.12g}", f"{one['value']:.12g}"
        values = f"{low}..{high}{unit}:4"
        got = answer(self.lca, ("sweep", self.name, "--vary", f"{one['path']}={values}", "--format", "csv"))
        if got.code != 0:
            return None
        heading, *rows = csv.reader(io.StringIO(got.out.decode()))
        result_unit = heading[1][heading[1].rfind("[") + 1:-1] if "[" in heading[1] else ""
        ends = [float(row[1]) for row in (rows[0], rows[-1]) if row[1]]
        moves = len(ends) == 2 and ends[0] != ends[1]
        target = f"{(ends[0] + ends[1]) / 2:.15g}" if moves else ""
        return Swept(one["path"], values, low + unit, high + unit, target, result_unit)

    def keys(self, *wanted):
        """Those the total can be split by: none where there are no activities, and so no total."""
        return wanted if self.has_total else ()

    def runs(self):
        yield from self.evaluations()
        yield from self.explanations()
        yield from self.comparisons()
        yield from self.samplings()
        yield from self.sweeps()
        yield from self.roots()
        yield from runs("replicate", (self.name, "--details"), EVERY)
        yield from runs("rate", (self.name, "--task", "text_generation", "--class", "b"), EVERY if self.rated else ("json", "text"))
        for result in spread([one for one in self.results if self.rated and one.endswith("dynamic")], 3):
            yield from runs("rate", (self.name, "--task", "summarization", "--result", result), ("json", "text"))
        yield Run("validate", ("validate", self.name), "code")

    def evaluations(self):
        yield from runs("evaluate", (self.name,), EVERY)
        for what_if in self.what_ifs:
            yield from runs("evaluate", (self.name, "--what-if", what_if), EVERY)
        for key in self.keys(*KEYS) or KEYS[:1]:
            yield from runs("evaluate", (self.name, "--by", key), EVERY if key == "phase" else MOST)
        for impact in IMPACTS:
            yield from runs("evaluate", (self.name, "--impact", impact), ("text",))
            for key in self.keys("phase"):
                yield from runs("evaluate", (self.name, "--impact", impact, "--by", key), MOST)
        for one in self.swept:
            yield from runs("evaluate", (self.name, "--set", f"{one.path}={one.low}"), ("json", "text"))

    def explanations(self):
        yield from runs("explain", (self.name,), EVERY if self.has_total else ("json", "text"))
        wanted = [one for one in self.results if one.startswith("total.") or one in PHASES]
        others = [one for one in self.results if one not in wanted and one != "total"]
        for result in wanted + spread(others, 8):
            yield from runs("explain", (self.name, result), MOST)
        for what_if in spread(self.what_ifs, 2):
            yield from runs("explain", (self.name, "--what-if", what_if), ("json", "text"))

    def comparisons(self):
        if not self.what_ifs:
            return
        yield from runs("compare", (self.name, *SAMPLED), EVERY)
        yield from runs("compare", (self.name, *SAMPLED, "--sampling", "sobol"), ("json", "text"))
        yield from runs("compare", (self.name, *SAMPLED, "--impact", "all"), ("text", "markdown"))
        yield from runs("compare", (self.name, *SAMPLED, "--impact", "energy", "--impact", "climate"), ("json", "text"))
        yield from runs("compare", (self.name, *SAMPLED, "--what-if", self.what_ifs[-1]), MOST)
        for key in self.keys("activity", "phase", "life_cycle_stage", "year"):
            yield from runs("compare", (self.name, *SAMPLED, "--by", key), EVERY)

    def samplings(self):
        for question in ("uncertainty", "sensitivity"):
            few = SAMPLED if question == "uncertainty" else ("--samples", "64", "--seed", "7")
            yield from runs(question, (self.name, *few), EVERY)
            for method in ("plain", "sobol"):
                yield from runs(question, (self.name, *few, "--sampling", method), ("json",))
                for key in self.keys("phase"):
                    yield from runs(question, (self.name, *few, "--sampling", method, "--by", key), MOST)
            for key in self.keys("impact"):
                yield from runs(question, (self.name, *few, "--by", key), ("json", "text"))
            for key in self.keys("activity"):
                yield from runs(question, (self.name, *few, "--by", key, "--impact", "energy"), EVERY)
            for result in spread(self.results[1:], 2):
                yield from runs(question, (self.name, *few, "--of", self.results[0], "--of", result), MOST)
            for what_if in self.what_ifs[:1]:
                yield from runs(question, (self.name, *few, "--sampling", "sobol", "--what-if", what_if), ("json", "text"))

    def sweeps(self):
        formats = ("csv", "jsonl", "text", "markdown")
        own = "\nsweep:" in pathlib.Path(self.name).read_text(encoding="utf-8")
        yield from runs("sweep", (self.name,), formats if own else ("csv", "text"))
        for one in self.swept:
            yield from runs("sweep", (self.name, "--vary", f"{one.path}={one.values}"), formats)
        both = [word for one in self.swept for word in ("--vary", f"{one.path}={one.values}")]
        if both:
            for key in self.keys("phase"):
                yield from runs("sweep", (self.name, *both, "--by", key), formats)
            of = [word for one in spread(self.results, 3) for word in ("--of", one)]
            yield from runs("sweep", (self.name, *both, *of, "--shard", "2/3"), ("csv", "jsonl"))
        for site in self.sites[:1]:
            yield from runs("sweep", (self.name, *both[:2], "--vary", f"sites.{site}.grid=FRA,DEU,WLD"), formats)

    def roots(self):
        draws = ("--draws", "8")
        pair = [one for one in self.results if one in PHASES]
        for i, one in enumerate(self.swept):
            if one.target:
                first = "total" if "total" in self.results else next(r for r in self.results if r.startswith("outputs."))
                solve = (self.name, "--target", f"{first}={one.target} {one.unit}".strip(), "--by", one.path, *draws)
                yield from runs("solve", solve, MOST)
                yield from runs("solve", (*solve, "--from", one.low, "--to", one.high), EVERY)
            for what_if in self.what_ifs[:2 - i]:
                yield from runs("break-even", (self.name, "--against", what_if, "--by", one.path, *draws), ("json", "text"))
            if len(pair) > 1:
                yield from runs("break-even", (self.name, "--of", pair[0], "--with", pair[-1], "--by", one.path, *draws), EVERY)


def runs_of_file(lca, name):
    return list(File(lca, name).runs())


def runs_of_catalogue(lca):
    for section, words in (("hardware", ("h100", "nvidia", "zzz")), ("grid", ("france", "us")), ("datacentre", ("google", "eu"))):
        yield from runs(section, (), EVERY)
        yield from runs(section, ("list",), EVERY)
        for word in words:
            yield from runs(section, ("search", word), EVERY)
        ids = [one["id"] for one in json_answer(lca, section, "list") or []]
        for start in range(0, len(ids), 25):
            yield from runs(section, ("show", *ids[start:start + 25]), EVERY)
        newest = sorted({one.rsplit("/", 1)[0] for one in ids if one[-4:].isdigit() and one[-5] == "/"})
        yield from runs(section, ("show", *newest), EVERY) if newest else ()
        yield from runs(section, ("show", "no-such-thing"), ("json",))


def runs_of_units(lca):
    yield from runs("units", (), EVERY)
    yield from runs("units", ("convert", "57 gCO2e/kWh", "--to", "tCO2e/MWh"), EVERY)
    yield from runs("units", ("convert", "57 gCO2e/kWh", "--to", "kWh"), ("json",))
    for unit in json_answer(lca, "units", "list") or []:
        yield from runs("units", ("convert", f"3 {unit['unit']}"), ("json",))


def runs_of_ratings(lca):
    yield from runs("rate", (), EVERY)
    for one in (json_answer(lca, "rate") or {"ratings": []})["ratings"]:
        size = ("--class", one["class"]) if one.get("class") else ()
        for energy in ("1 Wh", "300 Wh", "0.01 Wh/request"):
            yield from runs("rate", ("--task", one["task"], *size, "--energy", energy), EVERY)


def runs_of_all_files(files):
    """Questions that take several files, or none."""
    folders = sorted({os.path.dirname(one) for one in files})
    yield from runs("replicate", (), EVERY)
    yield from runs("replicate", ("--details",), EVERY)
    for folder in folders:
        yield from runs("replicate", (folder,), EVERY)
        here = [one for one in files if os.path.dirname(one) == folder]
        if len(here) > 1:
            formats = EVERY if os.path.basename(folder) in TAKEN_APART else ("json",) if folder.endswith(DRAWN_ORDERS) else ()
            yield from runs("compare", (*here[:3], *SAMPLED), formats)
            yield from runs("compare", (here[-1], here[0], *SAMPLED, "--by", "phase"), MOST)
    yield Run("validate", ("validate", *files), "code")
    example = "examples/bloom.yaml"
    for question in ("evaluate", "explain", "uncertainty", "sensitivity"):
        yield from runs(question, ("-",), ("json", "text"), stdin=example)


def runs_of_pages(lca):
    """The help, the reference and what else has one form only."""
    yield Run("schema", ("schema",), "machine")
    yield Run("init", ("init",), "text")
    for page in ((), ("language",), ("commands",), ("catalogue",)):
        yield Run("reference", ("reference", *page), "text")
    for shell in ("bash", "fish", "zsh"):
        yield Run("completions", ("completions", shell), "text")
    for words in ((), ("--help",), ("--version",), ("no-such-command",)):
        yield Run("help", words, "text")
    page = answer(lca, ("reference", "commands")).out.decode()
    for command in [line[len("## lca "):] for line in page.splitlines() if line.startswith("## lca ")]:
        yield Run("help", (command, "--help"), "text")


def runs_without_file(lca, files):
    return [*runs_of_catalogue(lca), *runs_of_units(lca), *runs_of_ratings(lca), *runs_of_all_files(files), *runs_of_pages(lca)]
