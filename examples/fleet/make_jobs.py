#!/usr/bin/env python3
"""Writes made-up jobs of a year on a cluster of 320 accelerators as CSV: make_jobs.py [--jobs N] > jobs.csv

The same number of jobs gives the same table. Times are drawn so that 100,000 jobs take about two thirds of the year.
"""
import argparse
import datetime
import random

USERS = ["ada", "carl", "emmy", "grace", "john", "kurt", "mary", "sofia"]
HOURS = 366 * 24  # of 2024


def main():
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--jobs", type=int, default=100_000)
    jobs = options.parse_args().jobs
    draw = random.Random(1)
    print("job,user,start,gpu_hours [GPU*h],energy [kWh]")
    for job in range(jobs):
        start = datetime.datetime(2024, 1, 1) + datetime.timedelta(hours=job * HOURS // jobs)
        gpu_hours = draw.choice([1, 2, 4, 8, 16, 32]) * draw.randrange(1, 340) / 100
        energy = gpu_hours * draw.randrange(250, 420) / 1000  # 250 to 420 W an accelerator, its share of the node included
        print(f"{job},{draw.choice(USERS)},{start:%Y-%m-%dT%H:%M:%SZ},{gpu_hours:.2f},{energy:.3f}")


if __name__ == "__main__":
    main()
