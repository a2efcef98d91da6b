"""What the tests of the module share: the command, the studies, and scenarios in a few lines."""
import json
import os
import pathlib
import subprocess

LCA = os.environ["LCA"]
ROOT = pathlib.Path(__file__).resolve().parents[2]
BLOOM = "scenarios/papers/bloom/training.yaml"

# a is uniform from 2 to 4 kWh: mean 3, 5th percentile 2.1, 95th 3.9.
UNIFORM = """lca: 1
title: One <b>result</b> & more
parameters:
  a: {value: 3 kWh, uncertainty: {distribution: uniform, low: 2 kWh, high: 4 kWh}}
outputs:
  energy: =a
"""


def command(*words):
    """What the command prints, as bytes."""
    done = subprocess.run([LCA, *words], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode()


def command_json(*words):
    return json.loads(command(*words, "--format", "json"))


def run(tests):
    """Runs the functions test_… of a module."""
    count = 0
    for name, test in sorted(tests.items()):
        if name.startswith("test_"):
            test()
            count += 1
    assert count > 0
    print(f"{count} tests passed")
