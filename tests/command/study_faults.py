"""A fault in a what-if is one of the file: every command that computes the file says it, whichever variant is asked for."""
from _lca import lca, run_all

SCENARIO = """\
lca: 1
title: T
parameters:
  change: {value: 1, uncertainty: {distribution: uniform, low: -2, high: 3}}
  fall: {value: -1, uncertainty: {distribution: triangular, low: -2, high: 3}}
sites: {s: {grid: {intensity: 100 gCO2e/kWh}, pue: 1.1}}
activities: {a: {stage: other, site: s, dynamic: {energy: 5 kWh}, idle: none, embodied: none}}
outputs: {sum: =change + fall}
what_if:
  good: {set: {sites.s.pue: 1.2}}
"""
FAULTS = (("{set: {sites.s.pu: 1.2}}", "11:15: error"), ("{set: {sites.s.pue: 1 kg}}", "11:30: error"),
          ("{set: {sites.s.pue: 0.5}}", "11:28: error"), ("{remove: [sites.s.pu]}", "11:18: error"),
          ("{set: {sites.s: {grid: FRA}, sites.s.pue: 1.2}}", "`sites.s.pue` lies inside `sites.s`, which is set, too"),
          ("{set: {sites.s.pue: 1.2, sites.s: {grid: FRA}}}", "`sites.s.pue` lies inside `sites.s`, which is set, too"),
          ("{set: {extends: other.yaml}}", "`extends` cannot be changed in a variant"),
          ("{set: {lca: 1}}", "`lca` cannot be changed in a variant"))
COMMANDS = (["evaluate"], ["evaluate", "--what-if", "good"], ["explain"], ["uncertainty", "--samples", "10"], ["validate"],
            ["sweep", "--vary", "sites.s.pue=1,2"], ["solve", "--by", "sites.s.pue", "--target", "total=1kgCO2e"])


def test_a_fault_of_a_what_if_that_is_not_asked_for():
    for fault, said in FAULTS:
        for command, *words in COMMANDS:
            text = SCENARIO + f"  bad: {fault}\n"
            lca(command, "-", *words, input=text.encode()).expect(2, err=[said], no_out=True)


def test_warnings_and_edits_of_others_are_not_said():
    odd = SCENARIO + "  odd: {set: {sites.s.pue: 12}}\n"
    done = lca("evaluate", "-", input=odd.encode()).expect(0)
    assert "PUE" not in done.err, done.err
    # An edit of the command may make a what-if impossible that nobody asked for.
    gone = SCENARIO + "  cut: {remove: [sites.s.pue]}\n"
    lca("evaluate", "-", "--set", "sites.s={grid: FRA}", input=gone.encode()).expect(0)
    lca("evaluate", "-", "--set", "extends=x.yaml", input=SCENARIO.encode()).expect(2, err="`extends` cannot be changed", no_out=True)


def test_a_number_without_a_dimension_has_bounds_below_zero():
    lca("uncertainty", "-", "--samples", "100", "--of", "outputs.sum", input=SCENARIO.encode()).expect(0)
    negative = SCENARIO.replace("pue: 1.1", "pue: {value: 1.1, uncertainty: {distribution: uniform, low: -1, high: 2}}")
    lca("evaluate", "-", input=negative.encode()).expect(2, err="out of range", no_out=True)


UNREAD = """\
lca: 1
title: T
parameters: {{draw: 400 W}}
hardware:
  card: {{kind: accelerator, power: {{max: {power}}}, embodied: {{model: act, area: {area}, process: 7 nm}}}}
sites: {{s: {{grid: {{intensity: 100 gCO2e/kWh}}, pue: 1.1}}, other: {{grid: FRA, pue: {pue}}}}}
systems: {{idle: {{site: s, node: [{{hardware: nvidia-a100-sxm4-80gb, count: 8}}], nodes: 1 node, lifetime: {lifetime}}}}}
activities: {{a: {{stage: other, site: s, dynamic: {{energy: 5 kWh}}, idle: none, embodied: none}}}}
outputs: {{sum: {sum}}}
sweep: {{vary: {{activities.a.dynamic.energy: [{first}, 7 kWh]}}}}
"""
READ_BY_NOTHING = {  # each right, and ways to be wrong
    "power": ("=draw", "=[3 h]", "=drew"),
    "area": ("=[8 cm2] * 2", "=[8 kg]", "=draw", "8 kg"),
    "pue": ("=1.1", "=[1 W]", "=nobody"),
    "lifetime": ("=[2 yr] * 2", "=draw", "=[2 yr] * nobody"),
    "sum": ("=total / 2", "=totl", "=total + draw"),
    "first": ("=[3 kW] * [2 h]", "=draw", "=nobody", "3 kg")}


def unread(**values):
    return UNREAD.format(**{key: f'"{value}"' for key, value in values.items()}).encode()


def test_what_no_result_rests_on_is_looked_at_by_every_command():
    right = {key: ways[0] for key, ways in READ_BY_NOTHING.items()}
    lca("validate", "-", input=unread(**right)).expect(0)
    for key, (_, *wrong) in READ_BY_NOTHING.items():
        for one in wrong:
            text = unread(**{**right, key: one})
            for command in ("validate", "evaluate", "explain"):
                done = lca(command, "-", input=text).expect(2, err=": error: ", no_out=True)
                assert done.err.count("error:") == 1, done.err


def test_faults_of_several_kinds_are_said_in_one_run():
    wrong = {key: ways[1] for key, ways in READ_BY_NOTHING.items()}
    done = lca("validate", "-", input=unread(**wrong)).expect(2, no_out=True)
    assert done.err.count("error:") == len(wrong), done.err


run_all(globals())
