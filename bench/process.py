#!/usr/bin/env python3
"""Whole processes against yardsticks of the same run: process.py [--build DIR] [--runs N] [--smoke].

Prints medians and ratios beside the limits; it judges nothing but whether every program ran.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parent.parent
BLOOM = "examples/bloom.yaml"  # the scenario of the language page, 2 KB


def many_activities(count):
    """A scenario of `count` activities, about 110 bytes each."""
    head = """lca: 1
title: A year of jobs on one cluster
sites:
  here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.1}
hardware:
  box: {kind: server, name: Box, embodied: 2500 kgCO2e}
  card: {kind: accelerator, name: Card, embodied: 150 kgCO2e, power: {max: 400 W}}
systems:
  cluster:
    site: here
    nodes: 48 node
    node:
      - {hardware: box}
      - {hardware: card, count: 8}
    lifetime: 6 yr
activities:
"""
    body = [f"  job_{i:05}:\n    stage: training\n    system: cluster\n    device_time: {100 + i % 900} GPU*h\n"
            f"    dynamic: {{device_power: {250 + i % 150} W}}\n    idle: {{share: 10 %}}\n" for i in range(count)]
    return head + "".join(body)


def measure(spawn, runs, commands):
    arguments = [str(spawn), str(runs)]
    for command in commands:
        arguments += ["--", *map(str, command)]
    lines = subprocess.run(arguments, cwd=ROOT, check=True, capture_output=True, text=True).stdout.splitlines()
    rows = []
    for line, command in zip(lines, commands, strict=True):
        median, best, peak, status = line.split()
        if status != "0":
            sys.exit(f"exit code {status}: {' '.join(map(str, command))}")
        rows.append((float(median), float(best), int(peak)))
    return rows


def show(title, rows, names):
    print(title)
    for name, (median, best, peak) in zip(names, rows, strict=True):
        print(f"  {name:30} best {best:9.3f} ms  x {best / rows[0][1]:5.2f}   median {median:9.3f} ms  x {median / rows[0][0]:5.2f}   {peak / 1024:6.1f} MB")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--build", type=pathlib.Path, default=ROOT / "build/bench")
    options.add_argument("--runs", type=int, default=1001)
    options.add_argument("--smoke", action="store_true", help="few runs: only whether everything starts")
    given = options.parse_args()
    build, runs = given.build.resolve(), 5 if given.smoke else given.runs
    with tempfile.TemporaryDirectory() as folder:
        compare_processes(given, runs, *installed(build, pathlib.Path(folder)))


def installed(build, folder):
    """Copies, as `cmake --install` makes them: a file fresh from the linker starts up to a quarter slower, for it lies
    scattered in the page cache."""
    tools = folder / "bench"
    tools.mkdir()
    for program in [build / "lca", *(build / "bench").iterdir()]:
        if program.is_file() and os.access(program, os.X_OK):
            shutil.copy(program, tools if program.parent == build / "bench" else folder)
    return tools, folder / "lca"


def compare_processes(given, runs, tools, lca):
    build = given.build.resolve()

    # What start-up costs, then what the work on top of it costs.
    commands = [[tools / "do_nothing"], [lca, "--version"], [tools / "yaml_events", BLOOM], [lca, "evaluate", BLOOM],
                [lca, "evaluate", BLOOM, "--format", "json"]]
    rows = measure(tools / "spawn", runs, commands)
    show("BLOOM's final training, whole process (limit: 3 times the first line, under 10 MB)", rows,
         ["do nothing", "lca --version", "yaml-cpp's events", "lca evaluate", "lca evaluate, JSON"])

    # What the entries that the file does not name cost: the same answer from a program whose catalogue has only those it names.
    few = tools / "lca_few_entries"
    answers = [subprocess.run([program, "evaluate", BLOOM, "--format", "json"], cwd=ROOT, check=True, capture_output=True).stdout
               for program in (few, lca)]
    if answers[0] != answers[1]:
        sys.exit("the program with few entries answers otherwise: see its list in bench/CMakeLists.txt")
    rows = measure(tools / "spawn", runs, [[few, "evaluate", BLOOM], [lca, "evaluate", BLOOM]])
    show("BLOOM with the entries it names, and with the whole catalogue (limit: 1.1 times the first line)", rows,
         ["lca, few entries", "lca, whole catalogue"])

    commands = [[tools / "do_nothing"], [lca, "replicate", "scenarios/papers"],
                [lca, "replicate", "scenarios/papers", "--details", "--format", "json"]]
    rows = measure(tools / "spawn", 1 if given.smoke else max(3, runs // 50), commands)
    show("All published studies (limit: 500 ms)", rows, ["do nothing", "lca replicate", "lca replicate, JSON"])

    large = build / "many.yaml"
    large.write_text(many_activities(10_000), encoding="utf-8")
    size = large.stat().st_size / 1e6
    commands = [[tools / "yaml_events", large], [lca, "validate", large], [lca, "evaluate", large],
                [lca, "evaluate", large, "--format", "json"]]
    rows = measure(tools / "spawn", 1 if given.smoke else max(3, runs // 100), commands)
    show(f"10,000 activities, {size:.2f} MB (limit: twice the first line, under {20 * size:.0f} MB)", rows,
         ["yaml-cpp's events", "lca validate", "lca evaluate", "lca evaluate, JSON"])

    if given.smoke:
        for program in sorted(tools.glob("*_bench")):
            subprocess.run([program, "--benchmark_min_time=0.001"], cwd=ROOT, check=True, stdout=subprocess.DEVNULL,
                           stderr=subprocess.DEVNULL)
            print(f"  {program.name} ran")


if __name__ == "__main__":
    main()
