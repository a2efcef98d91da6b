#!/usr/bin/env python3
"""Logs of power and hours of a grid, whole processes against yardsticks of the same run: logs.py [--build DIR] [--runs N] [--megabytes N].

Prints best and median wall times and ratios beside the limits; it judges nothing but whether every program ran. The log is made: 8 boards
at 1 s, as nvidia-smi writes them. Its digest is computed on a thread of its own, so a ratio counts on a machine with two cores to spare.
"""
import argparse
import datetime
import math
import pathlib
import random
import subprocess
import tempfile

from process import measure, show

ROOT = pathlib.Path(__file__).resolve().parent.parent
RUN = """lca: 1
title: A job with the power of its boards
sites: {{here: {{grid: {grid}, pue: 1.2}}}}
activities:
  run:
    stage: training
    site: here
{more}    dynamic: {figure}
"""


def write_log(path, size):
    random.seed(1)
    boards = [f"GPU-{random.getrandbits(32):08x}-1234-5678-9abc-{random.getrandbits(48):012x}" for _ in range(8)]
    time, written = datetime.datetime(2026, 3, 1, 0, 0, 0, 120000), 0
    with path.open("w", encoding="ascii") as out:
        out.write("timestamp, index, uuid, name, power.draw [W], utilization.gpu [%], memory.used [MiB], temperature.gpu\n")
        while written < size:
            rows = ""
            for number, board in enumerate(boards):
                stamp = time + datetime.timedelta(milliseconds=2 * number + random.randrange(2))
                rows += (f"{stamp:%Y/%m/%d %H:%M:%S}.{stamp.microsecond // 1000:03}, {number}, {board}, NVIDIA H100 80GB HBM3, {random.uniform(70, 700):.2f} W,"
                         f" {random.randrange(101)} %, {random.randrange(81559)} MiB, {random.randrange(30, 80)}\n")
            written += len(rows)
            out.write(rows)
            time += datetime.timedelta(seconds=1)


def write_hours(path):
    first = datetime.datetime(2026, 1, 1)
    rows = [f"{first + datetime.timedelta(hours=h):%Y-%m-%dT%H:%M:%SZ},{200 + 80 * math.sin(h * 0.2618):.1f}\n" for h in range(8760)]
    path.write_text("time,g\n" + "".join(rows), encoding="ascii")


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--build", type=pathlib.Path, default=ROOT / "build/bench")
    options.add_argument("--runs", type=int, default=15)
    options.add_argument("--megabytes", type=float, default=300)
    given = options.parse_args()
    build = given.build.resolve()
    spawn, tools, lca = build / "bench/spawn", build / "bench", build / "lca"
    cpu = [line for line in pathlib.Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines() if line.startswith("model name")]
    print(cpu[0].split(":")[1].strip() if cpu else "an unknown processor", "x", len(cpu))
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        write_log(folder / "power.csv", given.megabytes * 1e6)
        write_hours(folder / "hours.csv")
        hours = "{series: hours.csv, time: time, value: g, unit: gCO2e/kWh}"
        logged = "{power_log: {file: power.csv, zone: UTC}, host: not_assessed}"
        spread = "    start: 2026-03-01T00:00:00Z\n    duration: 2500 h\n"
        uncertain = "{energy: {value: 1000 kWh, uncertainty: {distribution: normal, cv: 10 %}}}"
        for file, grid, more, figure in (("log", "{intensity: 100 gCO2e/kWh}", "", logged), ("log_hours", hours, "", logged),
                                         ("plain", "{intensity: 100 gCO2e/kWh}", spread, uncertain), ("hourly", hours, spread, uncertain)):
            (folder / f"{file}.yaml").write_text(RUN.format(grid=grid, more=more, figure=figure), encoding="utf-8")
        log, made = folder / "power.csv", folder / "made.yaml"
        rows = measure(spawn, given.runs, [[tools / "count_commas", log], [lca, "import", log, "--zone", "UTC", "--quiet", "--output", made],
                                           [lca, "evaluate", folder / "log.yaml"], [lca, "evaluate", folder / "log_hours.yaml"]])
        show(f"A log of power of {given.megabytes:.0f} MB (limit: 2.5 times the first line, under 64 MB)", rows,
             ["counting commas", "lca import", "lca evaluate, power_log", "lca evaluate, with a year of hours"])
        rows = measure(spawn, 20 * given.runs, [[lca, "evaluate", "examples/bloom.yaml"], [lca, "evaluate", folder / "plain.yaml"], [lca, "evaluate", folder / "hourly.yaml"]])
        show("A year of hours, whole process (limit: 6 times BLOOM's)", rows, ["BLOOM", "one intensity", "a year of hours"])
        draws = ["--samples", "1000000"]
        rows = measure(spawn, given.runs, [[lca, "uncertainty", folder / "plain.yaml", *draws], [lca, "uncertainty", folder / "hourly.yaml", *draws]])
        show("A million samples (limit: twice those of one intensity)", rows, ["one intensity", "a year of hours"])
    for bench in ("mean_over_a_run", "best_start_of_72_hours"):
        subprocess.run([tools / "hours_bench", f"--benchmark_filter={bench}"], check=True)


if __name__ == "__main__":
    main()
