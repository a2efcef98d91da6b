#!/usr/bin/env python3
"""Rows of a table, whole processes against a loop written by hand: fleet.py [--build DIR] [--runs N] [--rows N].

Prints best and median wall times and ratios beside the limits; it judges nothing but whether every program ran.
"""
import argparse
import datetime
import pathlib
import random
import tempfile

from process import measure, show

ROOT = pathlib.Path(__file__).resolve().parent.parent
TEMPLATE = """lca: 1
title: A job
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
hardware: {gpu: {kind: accelerator, power: {max: 400 W}, embodied: 150 kgCO2e}}
systems: {cluster: {site: here, nodes: 100 node, node: [{hardware: gpu, count: 8}], lifetime: 5 yr}}
activities: {job: {stage: training, system: cluster, device_time: 80 GPU*h, duration: 10 h, idle: none, dynamic: {energy: 20 kWh}}}
"""
GRIDS = "FRA DEU SWE USA CHN IND NOR ESP ITA POL GBR CAN BRA JPN KOR AUS AUT BEL CHE CZE DNK FIN GRC HUN IRL".split()
PATHS = {"energy": "activities.job.dynamic.energy", "gpu_hours": "activities.job.device_time", "hours": "activities.job.duration", "pue": "sites.here.pue"}


def write_table(path, rows):
    random.seed(1)
    with path.open("w", encoding="ascii") as out:
        out.write("energy [kWh],gpu_hours [GPU*h],hours [h],pue,embodied [kgCO2e],grid\n")
        for n in range(rows):
            hours = random.randint(1, 500) / 10
            out.write(f"{random.randint(1, 9000) / 10},{round(hours * random.randint(1, 64) * 0.9, 2)},{hours},{1 + random.randint(1, 60) / 100:.2f},"
                      f"{100 + n % 40},{GRIDS[n // 40 % len(GRIDS)]}\n")


def write_kinds(path, source):
    """The same rows; the impact of the hardware is a text here, so that it makes a kind of its own."""
    lines = source.read_text(encoding="ascii").replace("embodied [kgCO2e]", "embodied").splitlines()
    cells = [line.split(",") for line in lines[1:]]
    path.write_text("\n".join([lines[0], *(",".join([*row[:4], "{value: " + row[4] + " kgCO2e}", row[5]]) for row in cells)]) + "\n", encoding="ascii")


def write_hours(folder, rows):
    """Jobs that start at any second of a year, and a grid by the hour: its template, and the same with one figure for all hours."""
    random.seed(2)
    begin = datetime.datetime(2024, 1, 1)
    with (folder / "hours.csv").open("w", encoding="ascii") as out:
        out.write("t,v\n" + "".join(f"{begin + datetime.timedelta(hours=n):%Y-%m-%dT%H:%M:%SZ},{random.randint(20, 400)}\n" for n in range(8784)))
    with (folder / "starts.csv").open("w", encoding="ascii") as out:
        out.write("energy [kWh],gpu_hours [GPU*h],hours [h],start\n")
        for n in range(rows):
            hours = random.randint(1, 5000) / 100
            start = begin + datetime.timedelta(seconds=random.randint(0, 8700 * 3600))
            out.write(f"{random.randint(1, 9000) / 10},{round(hours * random.randint(1, 64) * 0.9, 2)},{hours},{start:%Y-%m-%dT%H:%M:%SZ}\n")
    text = TEMPLATE.replace("duration: 10 h", "start: 2024-01-05T00:00:00Z, duration: 10 h")
    (folder / "plain.yaml").write_text(text, encoding="ascii")
    series = "{series: hours.csv, time: t, value: v, unit: gCO2e/kWh}"
    (folder / "series.yaml").write_text(text.replace("{intensity: 57 gCO2e/kWh}", series), encoding="ascii")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--build", type=pathlib.Path, default=ROOT / "build/bench")
    options.add_argument("--runs", type=int, default=7)
    options.add_argument("--rows", type=int, default=1_000_000)
    given = options.parse_args()
    build = given.build.resolve()
    spawn, lca = build / "bench/spawn", build / "lca"
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "job.yaml").write_text(TEMPLATE, encoding="ascii")
        write_table(folder / "jobs.csv", given.rows)
        write_kinds(folder / "kinds.csv", folder / "jobs.csv")
        words = ["--quiet", "--of", "total", "--of", "total.energy", "--of", "embodied"]
        for column, path in PATHS.items():
            words += ["--map", f"{column}={path}"]
        more = ["--map", "grid=sites.here.grid", "--map", "embodied=hardware.gpu.embodied"]
        rows = measure(spawn, given.runs, [[build / "bench/rows_by_hand", folder / "jobs.csv"], [lca, "fleet", folder / "job.yaml", folder / "jobs.csv", *words]])
        show(f"{given.rows} rows of four numbers, three results (limit: 1.5 times, under 64 MB)", rows, ["a loop by hand", "lca fleet"])
        one, many = ([lca, "fleet", folder / "job.yaml", folder / "kinds.csv", *words, *end] for end in ([], more))
        rows = measure(spawn, given.runs, [one, many])
        show("1000 kinds of rows (limit: twice one)", rows, ["one kind", "grid and hardware: 1000 kinds"])
        write_hours(folder, given.rows)
        words = ["--quiet", "--of", "total", "--of", "total.energy", "--of", "embodied"]
        for column in ("energy", "gpu_hours", "hours"):
            words += ["--map", f"{column}={PATHS[column]}"]
        plain, hours = ([lca, "fleet", folder / template, folder / "starts.csv", *words, *more]
                        for template, more in (("plain.yaml", []), ("series.yaml", ["--map", "start=activities.job.start"])))
        rows = measure(spawn, given.runs, [plain, hours])
        show(f"{given.rows} starts and durations over a series (limit for 1e6: 1 s more)", rows, ["one figure for all hours", "a series: hours of each row"])


if __name__ == "__main__":
    main()
