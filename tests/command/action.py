"""The action for pull requests: its steps run as a runner does, in a repository with a seeded change; and its files read."""
import os
import pathlib
import re
import shutil
import subprocess

from _lca import LCA, ROOT, folder, run_all, skip

SCRIPT = ROOT / "packaging/action/check.sh"
# 2 GPU × 300 W × 100 h = 60 kWh, × PUE 1.5 × 0.4 kg = 36 kg.
SCENARIO = """lca: 1
title: A job
sites: {here: {grid: {intensity: 400 gCO2e/kWh}, pue: 1.5}}
activities:
  job: {stage: training, site: here, devices: 2 GPU, duration: 100 h, dynamic: {device_power: 300 W}, idle: none, embodied: none}
"""
BUDGET = "lca_budget: 1\nscenario: ../job.yaml\nlimits: [{of: total, at_most: 40 kgCO2e}]\n"

if not shutil.which("git"):
    skip("there is no git")


class Repository:
    def __init__(self, where):
        self.where = pathlib.Path(where)
        self.git("init", "--quiet")
        (self.where / "ci").mkdir()
        (self.where / "ci/budget.yaml").write_text(BUDGET)
        self.commit(SCENARIO)

    def git(self, *words):
        env = {**os.environ, "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
        done = subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", *words], cwd=self.where, env=env, capture_output=True,
                              text=True, check=True)
        return done.stdout.strip()

    def commit(self, scenario):
        (self.where / "job.yaml").write_text(scenario)
        self.git("add", "-A")
        self.git("commit", "--quiet", "-m", "a scenario")

    def check(self, base):
        """The script by itself."""
        env = {"LCA": str(pathlib.Path(LCA).resolve()), "BUDGET": "ci/budget.yaml", "BASE": base}
        code, page, said, _ = self.run(["bash", SCRIPT], env)
        return code, page, said

    def run(self, words, env):
        """A step's command with the files that a runner gives it: (exit code, summary, standard error, outputs)."""
        files = {name: self.where.parent / f"{self.where.name}-{name}" for name in ("summary", "output", "temp")}
        files["temp"].mkdir(exist_ok=True)
        given = {"GITHUB_STEP_SUMMARY": files["summary"], "GITHUB_OUTPUT": files["output"], "RUNNER_TEMP": files["temp"]}
        done = subprocess.run(words, cwd=self.where, env={**os.environ, **env, **{name: str(path) for name, path in given.items()}}, capture_output=True,
                              text=True, timeout=60)
        page = files["summary"].read_text() if files["summary"].exists() else ""
        lines = files["output"].read_text().splitlines() if files["output"].exists() else []
        for name in "summary", "output":
            files[name].unlink(missing_ok=True)
        assert self.git("worktree", "list").count("\n") == 0, "a work tree was left behind"
        return done.returncode, page.replace("\\", ""), done.stderr, dict(line.split("=", 1) for line in lines)


def test_a_seeded_change_is_named():
    """PUE 1.5 to 1.8, 300 to 330 W, 400 to 404 g: 0.404 × 1.8 × 66 = 47.995 kg, over 40; the first two moved it most."""
    with folder() as where:
        repository = Repository(where)
        base = repository.git("rev-parse", "HEAD")
        code, page, said = repository.check(base)
        assert code == 0 and "total: as in base.json" in page, (code, page, said)
        repository.commit(SCENARIO.replace("pue: 1.5", "pue: 1.8").replace("300 W", "330 W").replace("400 gCO2e", "404 gCO2e"))
        code, page, said = repository.check(base)
        assert code == 1 and "1 of 1 limits not kept" in page and "+12 kgCO2e (+33.3 %) since base.json" in page, (code, page, said)
        named = [line for line in page.splitlines() if line.startswith("  - ")]
        assert "sites.here.pue: 1.5 → 1.8" in named[0] and "device_power: 300 W → 330 W" in named[1] and "1 other inputs" in named[2], named


def test_without_a_base_and_with_faults():
    with folder() as where:
        repository = Repository(where)
        code, page, said = repository.check("")
        assert code == 0 and "1 of 1 limits kept" in page and "What changed" not in page, (code, page, said)
        base = repository.git("rev-parse", "HEAD")
        repository.commit(SCENARIO.replace("training", "trainin"))
        code, page, said = repository.check(base)
        assert code == 2 and not page and "did you mean `training`?" in said, (code, page, said)


def test_a_base_that_is_not_in_the_clone():
    with folder() as where:
        repository = Repository(where)
        for base in "0123456789012345678901234567890123456789", "--help":
            code, page, said = repository.check(base)
            assert code == 3 and not page and "is not in this clone" in said and "fetch-depth: 0" in said, (code, page, said)


def read_yaml(name):
    try:
        import yaml
    except ImportError:
        return None
    return yaml.load((SCRIPT.parent / name).read_text(), Loader=yaml.BaseLoader)


def filled(text, contexts):
    """`${{ name }}` as a runner puts it in, of the few forms that the action uses: a path of a context."""
    def value(match):
        found = contexts
        for part in match[1].strip().split("."):
            found = found.get(part, {})
        return found if isinstance(found, str) else ""
    return re.sub(r"\$\{\{(.*?)\}\}", value, text)


def run_action(repository, given, github):
    """The steps of action.yml as a runner runs them: `shell: bash` is bash --noprofile --norc -eo pipefail on a file; a step
    that fails ends it. Returns the last exit code, the summary, standard error, and the outputs of the action."""
    action = read_yaml("action.yml")
    inputs = {name: given.get(name, filled(one.get("default", ""), {"github": github})) for name, one in action["inputs"].items()}
    steps, pages, said, code = {}, "", "", 0
    for step in action["runs"]["steps"]:
        assert step["shell"] == "bash" and "uses" not in step, step
        assert "${{" not in step["run"], "an input in the text of a script is code that a pull request can write"
        script = repository.where.parent / f"{repository.where.name}-step.sh"
        script.write_text(step["run"] + "\n")
        env = {name: filled(text, {"inputs": inputs, "github": github}) for name, text in step.get("env", {}).items()}
        code, page, errors, made = repository.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", script], {**env, "GITHUB_ACTION_PATH": str(SCRIPT.parent)})
        pages, said, steps[step.get("id", "")] = pages + page, said + errors, {"outputs": made}
        if code != 0:
            break
    outputs = {name: filled(one["value"], {"steps": steps}) for name, one in action["outputs"].items()}
    return code, pages, said, outputs


def test_the_action_as_a_runner_runs_it():
    if read_yaml("action.yml") is None:
        return
    with folder() as where:
        repository = Repository(where)
        base = repository.git("rev-parse", "HEAD")
        github = {"event": {"pull_request": {"base": {"sha": base}}}}
        given = {"budget": "ci/budget.yaml", "lca": str(pathlib.Path(LCA).resolve())}
        code, page, said, outputs = run_action(repository, given, github)
        assert code == 0 and "1 of 1 limits kept" in page and outputs["kept"] == "true", (code, page, said, outputs)
        repository.commit(SCENARIO.replace("pue: 1.5", "pue: 1.8").replace("300 W", "330 W").replace("400 gCO2e", "404 gCO2e"))
        code, page, said, outputs = run_action(repository, given, github)
        assert code == 1 and "1 of 1 limits not kept" in page and outputs["kept"] == "false", (code, page, said, outputs)
        named = [line for line in page.splitlines() if line.startswith("  - ")]
        assert "sites.here.pue: 1.5 → 1.8" in named[0] and "device_power: 300 W → 330 W" in named[1], named
        assert pathlib.Path(outputs["page"]).read_text().replace("\\", "") == page
        # Of a push there is no pull request: nothing to compare with.
        code, page, said, outputs = run_action(repository, given, {"event": {}})
        assert code == 1 and "not kept" in page and "since base.json" not in page, (code, page, said)
        # What is in an input is a name, not code; a missing one is said.
        mark = repository.where / "mark"
        code, page, said, outputs = run_action(repository, {**given, "budget": f'ci/budget.yaml"; touch {mark}; $(touch {mark}) `touch {mark}`'}, github)
        assert code == 3 and not mark.exists() and outputs["kept"] == "", (code, said)
        code, page, said, outputs = run_action(repository, {"lca": given["lca"]}, github)
        assert code != 0 and "`budget` is missing" in said and not page, (code, said)


def test_the_files_are_what_a_runner_takes():
    """GitHub's rules of composite actions and workflows, as far as these files use them."""
    action, example = read_yaml("action.yml"), read_yaml("example.yml")
    if action is None:
        return
    assert set(action) == {"name", "description", "inputs", "outputs", "runs"} and action["runs"]["using"] == "composite"
    for name, one in action["inputs"].items():
        assert re.fullmatch(r"[a-z_][a-z0-9_-]*", name) and one["description"] and set(one) <= {"description", "required", "default"}, name
    ids = [step["id"] for step in action["runs"]["steps"] if "id" in step]
    for name, one in action["outputs"].items():
        step, = re.findall(r"^\$\{\{ steps\.(\w+)\.outputs\.\w+ \}\}$", one["value"])
        assert one["description"] and step in ids, name
    for step in action["runs"]["steps"]:
        assert step["shell"] and step["run"] and set(step) <= {"id", "name", "if", "shell", "env", "run", "working-directory"}, step
        used = {word for text in step["env"].values() for word in re.findall(r"inputs\.(\w+)", text)}
        assert used == set(action["inputs"]), used
    assert set(example) == {"name", "on", "permissions", "jobs"} and example["on"] == "pull_request" and example["permissions"] == {"contents": "read"}
    job, = example["jobs"].values()
    assert job["runs-on"] and all(("uses" in step) != ("run" in step) for step in job["steps"])
    assert job["steps"][0]["with"]["fetch-depth"] == "0"
    given = job["steps"][-1]["with"]
    assert set(given) <= set(action["inputs"]) and (ROOT / given["budget"]).is_file() and job["steps"][-1]["uses"] == "./packaging/action"


def test_it_downloads_only_a_binary_with_a_digest():
    text = SCRIPT.read_text()
    assert text.count("curl") == 1 and "sha256sum --check" in text and "wget" not in text and "install" not in text


run_all(globals())
