"""The action for pull requests: its script in a repository with a seeded change, and its files read."""
import os
import pathlib
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
        summary = self.where.parent / f"{self.where.name}-summary.md"
        env = {**os.environ, "LCA": str(pathlib.Path(LCA).resolve()), "BUDGET": "ci/budget.yaml", "BASE": base, "GITHUB_STEP_SUMMARY": str(summary)}
        done = subprocess.run(["bash", SCRIPT], cwd=self.where, env=env, capture_output=True, text=True, timeout=60)
        page = summary.read_text() if summary.exists() else ""
        summary.unlink(missing_ok=True)
        assert self.git("worktree", "list").count("\n") == 0, "a work tree was left behind"
        return done.returncode, page.replace("\\", ""), done.stderr


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


def test_it_downloads_only_a_binary_with_a_digest():
    text = (SCRIPT.parent / "check.sh").read_text()
    assert text.count("curl") == 1 and "sha256sum --check" in text and "wget" not in text and "install" not in text
    try:
        import yaml
    except ImportError:
        return
    action = yaml.safe_load((SCRIPT.parent / "action.yml").read_text())
    step, = action["runs"]["steps"]
    assert action["runs"]["using"] == "composite" and step["run"] == 'bash "${GITHUB_ACTION_PATH}/check.sh"'
    used = {words.split(".")[1].split(" ")[0] for words in step["env"].values()}
    assert used == set(action["inputs"]), (used, action["inputs"])
    example = yaml.safe_load((SCRIPT.parent / "example.yml").read_text())
    given = example["jobs"]["budget"]["steps"][-1]["with"]
    assert set(given) <= set(action["inputs"]) and (ROOT / given["budget"]).is_file()


run_all(globals())
