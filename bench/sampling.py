#!/usr/bin/env python3
"""Whole processes of `lca uncertainty` against its limits, and against numpy where it is installed:
sampling.py [--build DIR] [--runs N] [--smoke].

Prints medians of runs; it judges nothing but whether every program ran.
"""
import argparse
import json
import math
import pathlib
import statistics
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
FILE = "bench/bloom_uncertain.yaml"
LEVELS = [2.5, 5, 25, 50, 75, 95, 97.5]


def timed(run, runs):
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        run()
        times.append((time.perf_counter() - start) * 1e3)
    return statistics.median(times), min(times)


def tuned_numpy(np, samples, results):
    """The same inputs and results in chunks that fit the cache, one thread, in place; exact percentiles of all results."""
    random = np.random.Generator(np.random.SFC64(1))
    kept = {name: np.empty(samples) for name in results}
    chunk = 8192
    for start in range(0, samples, chunk):
        n = min(chunk, samples - start)
        z = random.standard_normal((5, n))
        time_ = 1082990 * np.exp(math.log(1.02) * z[0])
        box, card = 2500 * np.exp(math.log(1.3) * z[1]), 150 * np.exp(math.log(1.4) * z[2])
        grid, power = 0.057 * np.exp(math.log(1.15) * z[3]), 0.4 + 0.02 * z[4]
        life, use = random.triangular(4, 6, 8, n), random.triangular(0.75, 0.85, 0.95, n)
        pue = random.uniform(1, 1.2, n)
        per_hour = time_ / (life * use * 8760)
        dynamic_kwh, idle_kwh = time_ * power * pue, time_ * pue * (91 / 384)
        made = {"total": None, "energy": dynamic_kwh + idle_kwh, "dynamic_kwh": dynamic_kwh, "idle_kwh": idle_kwh}
        made["dynamic"], made["idle"] = dynamic_kwh * grid, idle_kwh * grid
        made["infrastructure"], made["idle_nodes"] = made["idle"] * (27 / 91), made["idle"] * (64 / 91)
        made["infrastructure_kwh"], made["idle_nodes_kwh"] = idle_kwh * (27 / 91), idle_kwh * (64 / 91)
        made["box"], made["card"] = box / 8 * per_hour, card * per_hour
        made["embodied"] = made["box"] + made["card"]
        made["total"] = made["dynamic"] + made["idle"] + made["embodied"]
        for name in results:
            kept[name][start:start + n] = made[name]
    return {name: (x.mean(), x.std(ddof=1), np.percentile(x, LEVELS)) for name, x in kept.items()}


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--build", type=pathlib.Path, default=ROOT / "build/bench")
    options.add_argument("--runs", type=int, default=21)
    options.add_argument("--smoke", action="store_true", help="few runs: only whether everything starts")
    given = options.parse_args()
    command = given.build.resolve() / "lca"
    runs = 2 if given.smoke else given.runs

    def lca(*words):
        return subprocess.run([command, *words], cwd=ROOT, check=True, capture_output=True, text=True).stdout

    def show(name, run, limit="", count=runs):
        median, best = timed(run, count)
        print(f"  {name:44} {median:9.2f} ms  best {best:9.2f}  {limit}")
        return median

    print("BLOOM with eight uncertain figures, whole process")
    base = show("lca evaluate", lambda: lca("evaluate", FILE, "--format", "json"))
    everything = alone = 0.0
    for samples, limits in (("1e5", ("", "")), ("1e6", ("limit 40", "limit 25")), ("1e7", ("limit 400", "limit 250"))):
        words = ("uncertainty", FILE, "--format", "json", "--samples", samples)
        some = max(2, runs // 3) if samples == "1e7" else runs
        all_results = show(f"{samples} samples, every result", lambda w=words: lca(*w), limits[0], some)
        total = show(f"{samples} samples, the total", lambda w=words: lca(*w, "--of", "total"), limits[1], some)
        if samples == "1e6":
            everything, alone = all_results, total
    sobol = ("uncertainty", FILE, "--format", "json", "--sampling", "sobol", "--samples", "16384")
    points = show("16,384 Sobol points, every result", lambda: lca(*sobol))
    print(f"  {'  above lca evaluate':44} {points - base:9.2f} ms                  limit 3")
    show("lca sensitivity", lambda: lca("sensitivity", FILE, "--format", "json"))

    def at(*words):
        answer = lca("uncertainty", FILE, "--format", "json", "--of", "total", *words)
        return json.loads(answer)["results"]["total"]["gwp_kgco2e"]

    exact = at("--samples", "1e6" if given.smoke else "1e8", "--seed", "12345")
    seeds = range(2 if given.smoke else 16)
    got = [at("--sampling", "sobol", "--samples", "16384", "--seed", str(seed)) for seed in seeds]
    for key in ("p5", "p50", "p95"):
        error = math.sqrt(sum((one[key] / exact[key] - 1) ** 2 for one in got) / len(got))
        print(f"  rms relative error of {key:4} over {len(got)} seeds {error:18.1e}                     limit 1.5e-3")

    try:
        import numpy as np
    except ImportError:
        print("  numpy is not installed: no ratio to it")
        return
    print("numpy, in this process, 1e6 samples")
    names = ["total", "embodied", "idle", "dynamic", "energy", "dynamic_kwh", "idle_kwh", "infrastructure", "idle_nodes",
             "infrastructure_kwh", "idle_nodes_kwh", "box", "card"]
    count = 10_000 if given.smoke else 1_000_000
    full = show("every result", lambda: tuned_numpy(np, count, names), count=3)
    one = show("the total", lambda: tuned_numpy(np, count, names[:1]), count=3)
    if not given.smoke:
        print(f"  lca is {full / everything:.1f} times as fast for every result (limit 5), {one / alone:.1f} for the total (limit 2)")


main()
