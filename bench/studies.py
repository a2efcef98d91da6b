#!/usr/bin/env python3
"""Whole processes of sweeps, attribution and Sobol indices against their limits: studies.py [--build DIR] [--runs N] [--smoke].

Prints medians of runs; it judges nothing but whether every program ran.
"""
import argparse
import pathlib
import statistics
import subprocess
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOOM = "bench/bloom_uncertain.yaml"


def product(changes, uncertain):
    """A scenario of so many factors, each with another value in a what-if."""
    text = "lca: 1\ntitle: A product of factors\nparameters:\n"
    spread = ", uncertainty: {distribution: lognormal, gsd: 1.1}" if uncertain else ""
    for i in range(changes):
        text += f"  f{i}: {{value: 1{spread}}}\n"
    text += "sites: {s: {grid: {intensity: 50 gCO2e/kWh}}}\nactivities:\n  a:\n    stage: other\n    site: s\n"
    text += "    dynamic: {energy: \"=[1 kWh] * " + " * ".join(f"f{i}" for i in range(changes)) + "\"}\n"
    text += "what_if:\n  w:\n    set:\n"
    for i in range(changes):
        text += f"      parameters.f{i}: {{value: {1 + (i + 1) / 50}{spread}}}\n"
    return text


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--build", type=pathlib.Path, default=ROOT / "build/bench")
    options.add_argument("--runs", type=int, default=9)
    options.add_argument("--smoke", action="store_true", help="few points: only whether everything runs")
    given = options.parse_args()
    command = given.build.resolve() / "lca"
    runs = 1 if given.smoke else given.runs

    def show(name, limit, *words):
        times = []
        for _ in range(runs):
            start = time.perf_counter()
            subprocess.run([command, *words], cwd=ROOT, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            times.append((time.perf_counter() - start) * 1e3)
        print(f"  {name:52} {statistics.median(times):9.2f} ms  best {min(times):9.2f}  {limit}")

    few = 3 if given.smoke else 10
    numbers = ["sites.idris.pue=1.0..1.6", "parameters.gpu_time=1e6..1.2e6 GPU*h", "parameters.lifetime=3..8yr",
               "activities.final_training.dynamic.device_power=300..400W", "systems.jean_zay.utilisation=70%..95%"]
    numeric = ["sweep", BLOOM, "--format", "csv"]
    for axis, steps in zip(numbers, [few, few, few, few, 10 * few]):
        numeric += ["--vary", f"{axis}:{steps}"]
    show("sweep of numbers, 5 inputs, CSV of one result", "", *numeric)
    four = [word for name in ("total", "embodied", "idle", "dynamic") for word in ("--of", name)]
    show("the same, CSV of 4 results (1e6 rows)", "limit 400", *numeric, *four)

    count = 5 if given.smoke else 100
    listed = subprocess.run([command, "grid", "list", "--format", "csv"], check=True, capture_output=True, text=True).stdout
    regions = [line.split(",")[0] for line in listed.splitlines()[1:]]
    regions = [one for one in regions if len(one) == 8 and one[3] == "/"][:count]
    grids = ",".join(f"{{region: {one[:3]}, year: {one[4:]}}}" for one in regions)
    lives = ",".join(f"{{value: {3 + i / 20} yr}}" for i in range(count))
    show("sweep of structure, 100 grids x 100 long forms", "limit 200", "sweep", BLOOM, "--vary", f"sites.idris.grid={grids}",
         "--vary", f"parameters.lifetime={lives}", "--format", "csv")

    with tempfile.TemporaryDirectory() as folder:
        changes = pathlib.Path(folder) / "changes.yaml"
        changes.write_text(product(5 if given.smoke else 12, uncertain=True))
        show("compare, 12 changed inputs, 10,000 paired draws", "limit 1000", "compare", changes, "--samples", "10000")
        inputs = pathlib.Path(folder) / "inputs.yaml"
        inputs.write_text(product(20, uncertain=True))
        show("Sobol indices, 20 inputs, 2^14 points", "limit 1000", "sensitivity", inputs, "--samples",
             "256" if given.smoke else "16384", "--of", "total")


main()
