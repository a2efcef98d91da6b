"""The interpreter of report pages under node: for every study, and with figures moved, the bits of `lca evaluate --set`."""
import json
import os
import pathlib
import random
import shutil
import subprocess

from _lca import LCA, ROOT, folder, lca, run_all, skip
from _page import data_of, evaluated, named, page_of

DRIVER = """
const { Model } = require("./model.js");
const lines = require("fs").readFileSync(0, "utf8").split("\\n").filter(Boolean);
for (const line of lines) {
  const { data, moves, draws } = JSON.parse(line);
  const model = new Model(data);
  const answers = moves.map((move) => {
    data.movable.forEach((one, i) => model.set(i, one.written));
    move.forEach(([index, written]) => model.set(index, written));
    model.evaluate();
    return Object.fromEntries(model.named());
  });
  data.movable.forEach((one, i) => model.set(i, one.written));
  model.evaluate();
  const drawn = draws ? model.draws() : null;
  console.log(JSON.stringify({ answers, draws: drawn && Array.from(drawn).sort((a, b) => a - b) }));
}
"""
MOST_MOVED = 6  # figures of one study
POINTS = (0, 0.37, 1)  # of the way from one end to the other


class Interpreter:
    def __enter__(self):
        node, esbuild = shutil.which("node"), shutil.which("esbuild")
        if not node or not esbuild:
            skip("node or esbuild is missing")
        self.node, self.held = node, folder()
        where = pathlib.Path(self.held.__enter__())
        subprocess.run([esbuild, ROOT / "lca/page/web/model.ts", "--bundle", "--platform=node", "--format=cjs", "--log-level=warning",
                        f"--outfile={where / 'model.js'}"], check=True, timeout=60)
        self.driver = where / "driver.js"
        self.driver.write_text(DRIVER)
        return self

    def __exit__(self, *what):
        self.held.__exit__(*what)

    def run(self, cases):
        """Each a page's data, moves (lists of a number of `movable` and a text) and whether it is drawn."""
        text = "".join(json.dumps(case) + "\n" for case in cases)
        done = subprocess.run([self.node, self.driver], input=text, capture_output=True, text=True, timeout=240, check=False)
        assert done.returncode == 0, done.stderr[:2000]
        return [json.loads(line) for line in done.stdout.splitlines()]


def between(one, share):
    """A point of a slider's grid."""
    decimals = max(len(one[key].partition(".")[2]) for key in ("low", "step"))
    low, high, step = (round(float(one[key]) * 10**decimals) for key in ("low", "high", "step"))
    return f"{(low + round((high - low) / step * share) * step) / 10**decimals:.{decimals}f}"


def moves_of(data):
    moves = [[]]
    for index, one in list(enumerate(data["movable"]))[:MOST_MOVED]:
        moves += [[[index, between(one, share)]] for share in POINTS]
    if len(data["movable"]) > 1:
        moves.append([[index, between(one, 0.55)] for index, one in list(enumerate(data["movable"]))[:2]])
    return moves


def words_of(data, move):
    words = []
    for index, written in move:
        one = data["movable"][index]
        words += ["--set", f"{data['inputs'][one['input']]['path']}={written} {one['unit']}".rstrip()]
    return words


def same(scenario, data, move, answer, wrong):
    if len(move) > 1 and lca("evaluate", scenario, *words_of(data, move), "--quiet").code != 0:
        return  # each may be moved alone, but not both so far
    expected = named(evaluated(scenario, *words_of(data, move)))
    for name, value in answer.items():
        if name not in expected:
            wrong.append(f"{scenario}: no result is called {name}")
        elif (expected[name] is None) != (value is None) or value is not None and float(expected[name]) != float(value):
            wrong.append(f"{scenario} {words_of(data, move)}: {name} is {value!r}, the command gives {expected[name]!r}")


def drawn_alike(scenario, draws, wrong):
    answer = json.loads(lca("uncertainty", scenario, "--samples", "4096", "--seed", "1", "--of", "total", "--quiet", "--format", "json").expect(0).out)
    row = answer["results"]["total"]["gwp_kgco2e"]
    for key, value in (("min", draws[0]), ("max", draws[-1])):
        if row[key] != value:
            wrong.append(f"{scenario}: the {key} of the draws is {value!r}, the command gives {row[key]!r}")
    spread = draws[-1] - draws[0]
    for key, share in (("p5", 0.05), ("p50", 0.5), ("p95", 0.95)):
        if abs(row[key] - draws[round(share * (len(draws) - 1))]) > 0.01 * spread:
            wrong.append(f"{scenario}: the {key} of the draws differs")


def compare(scenarios):
    wrong, moved, drawn = [], 0, 0
    with Interpreter() as interpreter:
        pages = [(scenario, data_of(page_of(scenario, "--quiet"))) for scenario in scenarios]
        cases = []
        for _, data in pages:
            draws = bool(data["activity_count"]) and "totals" not in data and "no_draws" not in data
            cases.append({"data": data, "moves": moves_of(data), "draws": draws})
        for (scenario, data), case, answer in zip(pages, cases, interpreter.run(cases)):
            for move, values in zip(case["moves"], answer["answers"]):
                same(scenario, data, move, values, wrong)
                moved += 1
            if answer["draws"]:
                drawn_alike(scenario, answer["draws"], wrong)
                drawn += 1
    assert not wrong, f"{len(wrong)} differ:\n" + "\n".join(wrong[:20])
    return moved, drawn


def test_every_study():
    scenarios = [path.relative_to(ROOT).as_posix() for path in sorted((ROOT / "scenarios").rglob("*.yaml"))]
    slow = b"__asan_init" in pathlib.Path(LCA).read_bytes()  # bits are the same: a few suffice there
    scenarios = [one for one in scenarios[:: 12 if slow else 1] if lca("evaluate", one, "--quiet").code == 0]
    moved, drawn = compare(scenarios)
    print(f"{len(scenarios)} studies, {moved} points, {drawn} distributions")
    assert slow or len(scenarios) > 60 and moved > 500 and drawn >= 5


def test_functions_and_units():
    numbers = random.Random(7)
    lines = ["lca: 1", "title: Functions", "parameters:"]
    units = ["", "%", "kWh", "MJ", "W", "GPU*h", "gCO2e/kWh", "lb", "d", "min", "TFLOP/s", "mm2", "kgCO2e/GB"]
    values = {}
    for i in range(60):
        values[f"p{i}"] = f"{numbers.lognormvariate(0, 4):.{numbers.randint(3, 16)}g}"
        lines.append(f"  p{i}: {values[f'p{i}']}")
    for i, unit in enumerate(units):
        lines.append(f"  u{i}: {numbers.uniform(0.1, 900):.4g} {unit}".rstrip())
    lines.append("outputs:")
    for i in range(60):
        a, b = f"p{i}", f"p{(i * 7 + 1) % 60}"
        for k, text in enumerate((f"{a} ^ {numbers.uniform(-3, 3):.3f}", f"{a} ^ {numbers.randint(-7, 9)}", f"ln({a})", f"log2({a})", f"exp(min({a}, 20))",
                                  f"sqrt({a} * {b})", f"max({a}, {b}) - min({a}, {b})", f"ceil({a}) + floor({b})")):
            lines.append(f"  o{i}_{k}: {{value: \"={text}\"}}")
    for i, _ in enumerate(units):
        lines.append(f"  v{i}: {{value: \"=u{i}\"}}")
    with folder() as where:
        file = pathlib.Path(where) / "functions.yaml"
        file.write_text("\n".join(lines) + "\n")
        done = lca("evaluate", file, "--quiet")
        assert done.code == 0, done.err[:3000]
        compare([os.fspath(file)])


run_all(globals())
