"""Files of strangers: what they name may be a pipe that nobody writes to, or a file that is none of theirs."""
import os
import pathlib

from _lca import folder, lca, run_all

SCENARIO = """\
lca: 1
title: T
{more}
sites: {{s: {{grid: {{intensity: 100 gCO2e/kWh}}}}}}
activities: {{a: {{stage: other, site: s, dynamic: {{energy: {energy}}}, idle: none, embodied: none}}}}
"""
EMPIRICAL = "{{value: 1 kWh, uncertainty: {{distribution: empirical, file: {file}, column: x, unit: kWh}}}}"
SECRET = "hunter2: correct horse\nkey = battery staple\n- x\n"
WORDS = ("hunter2", "correct", "horse", "battery", "staple")


def scenario(path, more="note: N", energy="1 kWh"):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(SCENARIO.format(more=more, energy=energy))
    return path


def test_a_pipe_that_a_file_names_is_refused():
    with folder() as where:
        here = pathlib.Path(where)
        os.mkfifo(here / "pipe")
        os.mkfifo(here / "pipe.yaml")
        extends = scenario(here / "a.yaml", "extends: pipe")
        lca("evaluate", extends).expect(2, err=["a.yaml:3:10: error", "it is a pipe"], no_out=True)
        data = scenario(here / "b.yaml", energy=EMPIRICAL.format(file="pipe"))
        lca("evaluate", data).expect(2, err=["b.yaml:5:", "it is a pipe"], no_out=True)
        other = scenario(here / "c.yaml", "counterfactual: pipe.yaml")
        lca("evaluate", other).expect(2, err=["c.yaml:3:17: error", "it is a pipe"], no_out=True)
        lca("evaluate", scenario(here / "good" / "d.yaml"), "--hardware-db", here).expect(3, err="it is a pipe", no_out=True)


def test_a_pipe_that_the_command_names_is_read():
    with folder() as where:
        text = SCENARIO.format(more="note: N", energy="1 kWh")
        lca("evaluate", "/dev/stdin", input=text.encode()).expect(0, out="100 gCO2e")


def test_no_message_shows_a_file_outside_of_the_folder():
    with folder() as where:
        here = pathlib.Path(where)
        (here / "secret").write_text(SECRET)
        (here / "secret.csv").write_text("a,x\n1,hunter2\n2,battery\n")
        ways = {
            "extends.yaml": scenario(here / "mine" / "extends.yaml", "extends: ../secret"),
            "other.yaml": scenario(here / "mine" / "other.yaml", "counterfactual: ../secret"),
            "data.yaml": scenario(here / "mine" / "data.yaml",
                                  energy=EMPIRICAL.format(file="../secret.csv")),
        }
        (here / "mine" / "link").symlink_to(here / "secret")
        ways["link.yaml"] = scenario(here / "mine" / "link.yaml", "extends: link")
        for name, path in ways.items():
            for command in ("evaluate", "validate", "compare", "uncertainty"):
                done = lca(command, path).expect(2, no_out=True)
                for word in WORDS:
                    assert word not in done.err, f"{command} {name} shows the file:\n{done.err}"
        lca("evaluate", ways["extends.yaml"]).expect(2, err=["../secret:", "outside of the main file's folder"])


def test_what_is_inside_is_shown_and_a_scenario_outside_is_named_by_its_faults():
    with folder() as where:
        here = pathlib.Path(where)
        (here / "mine").mkdir()
        (here / "mine" / "base.yaml").write_text(SECRET)
        lca("evaluate", scenario(here / "mine" / "a.yaml", "extends: base.yaml")).expect(2, err="key = battery staple")
        scenario(here / "base.yaml", energy="1 kW")
        (here / "mine" / "b.yaml").write_text("lca: 1\ntitle: T\nextends: ../base.yaml\n")
        done = lca("evaluate", here / "mine" / "b.yaml").expect(2, err=["base.yaml:5:", "activities.a.dynamic.energy"])
        assert "stage: other" not in done.err, done.err  # the fault, but no line


run_all(globals())
