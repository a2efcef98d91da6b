"""Zeros and extreme numbers at every kind of value, alone and in pairs: whatever the file, no command ends as its own fault, and none
prints a number that is not finite. What is divided by zero is not assessed, and the reason is said."""
import itertools
import json
import random
import re

from _lca import lca, run_all

SCENARIO = """\
lca: 1
title: Extremes
functional_unit: {amount: 10, name: answer}
parameters: {energy: 5 kWh, factor: 2}
sites:
  here: {grid: {intensity: 100 gCO2e/kWh}, pue: 1.2, wue: 1 L/kWh, water_intensity: 2 L/kWh, market_intensity: 50 gCO2e/kWh}
hardware:
  card: {kind: accelerator, embodied: 150 kgCO2e, lifetime: 5 yr, power: {max: 400 W}}
systems:
  cluster: {site: here, nodes: 2 node, node: [{hardware: card, count: 8}], lifetime: 5 yr, utilisation: 80 %}
activities:
  serving:
    stage: inference
    system: cluster
    device_time: {value: 100 GPU*h, uncertainty: {distribution: lognormal, gsd: 1.2}}
    requests: 1000 request
    tokens: 50_000 token
    dynamic: {per_request: 3 Wh/request}
    idle: {energy: 1 kWh}
  training:
    stage: training
    site: here
    dynamic: {energy: =energy}
    idle: none
    embodied: {value: 3 kgCO2e}
outputs:
  each: =serving.per_request
  inverse: =1 / serving.per_request
  share: =serving.dynamic / total
  scaled: =total * factor
what_if:
  half: {set: {parameters.energy: 2 kWh}}
rebound: {elasticity: 0.5, of: training.dynamic, demand: serving.requests}
"""
PATHS = {
    "functional_unit.amount": "", "parameters.energy": "kWh", "parameters.factor": "", "sites.here.grid.intensity": "gCO2e/kWh",
    "sites.here.pue": "", "sites.here.wue": "L/kWh", "sites.here.water_intensity": "L/kWh", "sites.here.market_intensity": "gCO2e/kWh",
    "hardware.card.embodied": "kgCO2e", "systems.cluster.nodes": "node", "systems.cluster.lifetime": "yr",
    "systems.cluster.utilisation": "%", "activities.serving.device_time": "GPU*h", "activities.serving.requests": "request",
    "activities.serving.tokens": "token", "activities.serving.dynamic.per_request": "Wh/request",
    "activities.serving.idle.energy": "kWh", "activities.training.embodied.value": "kgCO2e", "rebound.elasticity": "",
}
NUMBERS = ["0", "1e-320", "1e-99", "1e-60", "1e-30", "1", "1e15", "1e60", "1e99", "1e300"]
COMMANDS = [
    ["evaluate"], ["evaluate", "--what-if", "half"], ["evaluate", "--by", "line"], ["explain"], ["compare"],
    ["compare", "--samples", "50"], ["uncertainty", "--samples", "50"], ["sensitivity"],
    ["sweep", "--vary", "systems.cluster.node.0.count=4,8"],
    ["solve", "--by", "parameters.energy", "--target", "total=5kgCO2e", "--draws", "20"],
    ["break-even", "--by", "parameters.energy", "--of", "serving", "--with", "training", "--draws", "20"],
]
NOT_FINITE = re.compile(r"(?<![\w.-])-?(inf|nan|infinity)(?!\w)", re.IGNORECASE)


def check(words):
    """Exit code 0, 1 or 2, and finite numbers alone; tells whether there was an answer."""
    done = lca(*words, input=SCENARIO.encode())
    assert done.code in (0, 1, 2), f"exit code {done.code}: {' '.join(words)}\n{done.err}"
    found = NOT_FINITE.search(done.out)
    assert not found, f"`{found[0]}` in the answer of {' '.join(words)}:\n{done.out[max(0, found.start() - 200):found.end() + 50]}"
    return done.code == 0


def one_run(pairs, pick):
    command, form = pick.choice(COMMANDS), pick.choice(["text", "json", "csv", "markdown"])
    edits = [f"{path}={number} {PATHS[path]}".strip() for path, number in pairs]
    return check([command[0], "-", *command[1:], *itertools.chain(*(["--set", edit] for edit in edits)), "--format", form])


def test_every_command_answers_the_file_as_it_is():
    for command in COMMANDS:
        assert check([command[0], "-", *command[1:]]), command


def test_a_division_by_zero_requests():
    zero = ("evaluate", "-", "--set", "activities.serving.requests=0 request", "--format")
    outputs = json.loads(lca(*zero, "json", input=SCENARIO.encode()).expect(0).out)["outputs"]
    reason = "serving.per_request, which is not assessed: serving.requests is zero, or too small to divide by"
    # 1 over what is divided by zero would be 0: no number may come of it.
    for name in ("each", "inverse"):
        assert outputs[name]["value"] is None, outputs
        assert outputs[name]["why_not"] == reason, outputs
    assert outputs["share"]["value"] == 0, outputs  # no request, no dynamic energy: a share that is known
    for form in ("text", "markdown"):
        lca(*zero, form, input=SCENARIO.encode()).expect(0, out=["serving.requests is zero"])


def test_growth_beyond_any_number():
    lca("evaluate", "-", "--what-if", "half", "--set", "rebound.elasticity=2000", input=SCENARIO.encode()).expect(
        2, err=["elasticity the growth of use is out of range"], no_out=True)


def test_extremes_alone_and_in_pairs():
    pick = random.Random(1)
    alone = list(itertools.product(PATHS, NUMBERS))
    answered = sum(one_run([one], pick) for one in alone)
    answered += sum(one_run(pick.sample(alone, 2), pick) for _ in range(400))
    assert answered > 200, f"only {answered} runs had an answer"


run_all(globals())
