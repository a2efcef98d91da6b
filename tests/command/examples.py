"""Every example that a help prints, run as it is printed, and whether it does what the line below it says.

The files that examples name are made here: `training.yaml` is BLOOM's, which has the ids that they use.
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import subprocess

from _lca import BLOOM, LCA, ROOT, folder, lca, run_all

SERVICE = """lca: 1
title: A service
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
activities:
  serving: {stage: inference, site: here, requests: 2000 request, dynamic: {energy: 20 Wh}}
"""
SWEEP = "sweep: {vary: {sites.idris.pue: {from: 1, to: 2, steps: 11}, sites.idris.grid: [FRA, DEU]}}\n"
THREE = """lca: 1
title: One of three cards
sites: {{here: {{grid: FRA}}}}
systems: {{s: {{site: here, nodes: 1 node, lifetime: 5 yr, node: [{{hardware: {card}, count: 8}}]}}}}
activities:
  training: {{stage: training, system: s, device_time: 1000 GPU*h, dynamic: {{load: 90 %}}, idle: none}}
"""

# Logs that the examples of `lca import` name.
LOGS = {
    "emissions.csv": "timestamp,project_name,run_id,duration,emissions,energy_consumed\n2025-03-01T10:01:00,p,a1,60,0.004,0.042\n",
    "power.csv": "timestamp, index, name, power.draw [W]\n2026/01/02 10:00:00.000, 0, NVIDIA A40, 100 W\n"
                 "2026/01/02 10:02:00.000, 0, NVIDIA A40, 200 W\n",
    "jobs.txt": "JobID|State|Start|ElapsedRaw|AllocTRES|ConsumedEnergyRaw\n1|COMPLETED|1709287200|100|gres/gpu=4|100000\n",
    "before.prom": 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{UUID="GPU-a",modelName="NVIDIA A40"} 5000 1709287200000\n',
    "after.prom": 'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{UUID="GPU-a",modelName="NVIDIA A40"} 3605000 1709290800000\n',
}


def examples():
    """Command, what it does: from the helps, where a long line stands whole."""
    names = re.findall(r"^## lca (\S+)$", lca("reference", "commands").expect().out, re.M)
    assert len(names) > 15, names
    for name in names:
        text = lca(name, "--help").expect(no_err=True).out
        lines = text.split("\nexamples\n")[1].splitlines()
        for at, line in enumerate(lines):
            if line.startswith("  ") and not line.startswith("      "):
                says = []
                for more in lines[at + 1:]:
                    if not more.startswith("      "):
                        break
                    says.append(more.strip())
                yield line.strip(), " ".join(says)


class Place:
    """A folder with the files that examples name."""

    def __init__(self, where):
        self.where = pathlib.Path(where)
        training = (ROOT / BLOOM).read_text()
        assert "\nsweep:" not in training
        (self.where / "training.yaml").write_text(training + "\n" + SWEEP)
        (self.where / "service.yaml").write_text(SERVICE)
        (self.where / "serving.yaml").write_text(SERVICE)
        for name, card in [("v100", "V100"), ("a100", "A100"), ("h100", "H100")]:
            (self.where / f"{name}.yaml").write_text(THREE.format(card=card))
        for name, text in LOGS.items():
            (self.where / name).write_text(text)
        for name in "job.yaml", "jobs.csv":
            (self.where / name).symlink_to(ROOT / "examples/fleet" / name)
        for name, card in [("small", "v100"), ("large", "h100")]:
            (self.where / f"{name}.json").write_text(lca("evaluate", self.where / f"{card}.yaml", "--quiet", "--format", "json").expect(0).out)
        (self.where / "scenarios").symlink_to(ROOT / "scenarios")
        (self.where / "examples").symlink_to(ROOT / "examples")
        (self.where / "bin").mkdir()
        (self.where / "bin" / "lca").symlink_to(pathlib.Path(LCA).resolve())
        (self.where / "bin" / "less").symlink_to("/bin/cat")  # a bare machine has none
        if shutil.which("man") is None:  # nor this; tests/packaging/deb.py reads the pages by mandoc
            (self.where / "bin" / "man").write_text("#!/bin/sh\nexec cat\n")
            (self.where / "bin" / "man").chmod(0o755)
        (self.where / ".config/fish/completions").mkdir(parents=True)

    def run(self, line, **more):
        env = {**os.environ, "PATH": f"{self.where / 'bin'}:{os.environ['PATH']}", "HOME": str(self.where), "NO_COLOR": "1",
               "PAGER": "cat", **more}
        done = subprocess.run(["bash", "-c", line], cwd=self.where, env=env, capture_output=True, text=True, timeout=300, check=False)
        assert done.returncode == 0, f"{line}\n{done.stderr[:600]}"
        assert "error" not in done.stderr, f"{line}\n{done.stderr[:600]}"
        return done.stdout

    def rows(self, line, **more):
        return list(csv.DictReader(io.StringIO(self.run(line, **more))))


def numbers(rows, column):
    return sorted({float(row[column]) for row in rows})


def check_lifetimes(place, line):
    rows = place.rows(line)
    assert len(rows) == 12 and {row["sites.idris.grid"] for row in rows} == {"FRA", "DEU", "USA"}
    assert numbers(rows, "systems.jean_zay.lifetime [yr]") == [3, 4, 5, 6]
    # Embodied emissions go by 1 / lifetime: those of 3 yr are twice those of 6 yr.
    embodied = {row["systems.jean_zay.lifetime [yr]"]: float(row["embodied [kgCO2e]"]) for row in rows}
    assert abs(embodied["3"] / embodied["6"] - 2) < 1e-9, embodied


def check_pues(place, line):
    rows = place.rows(line + " --format csv")
    found = numbers(rows, "sites.idris.pue")
    assert len(found) == 12 and found[0] == 1.05 and found[-1] == 1.6, found


def check_shards(place, line):
    for task in range(1, 9):
        place.run(line, SLURM_ARRAY_TASK_ID=str(task))
    whole = place.run("cat part-[1-8].csv")
    assert whole == place.run("lca sweep training.yaml --format csv") and len(whole.splitlines()) == 23


def check_fleet(place, line):
    place.run(line)
    rows = list(csv.DictReader(io.StringIO((place.where / "out.csv").read_text())))
    assert [row["job"] for row in rows] == [str(number) for number in range(1001, 1009)]


def check_fleet_sums(place, line):
    rows = place.rows(line)
    assert len(rows) == 6 and sum(int(row["rows"]) for row in rows) == 8, rows


def check_target(place, line):
    answer = json.loads(place.run(line + " --format json"))
    root = f"{answer['roots'][0]['value']!r} {answer['unit']}"
    put_in = place.run(f"lca evaluate training.yaml --set 'sites.idris.grid.intensity={root}' --format json")
    total = json.loads(put_in)["results"]["total"]["gwp_kgco2e"]
    assert abs(total - 25000) < 0.01, (root, total)


def check_pue(place, line):
    one = json.loads(place.run("lca evaluate training.yaml --format json"))["results"]["final_training.dynamic"]
    more = json.loads(place.run(line + " --format json"))["results"]["final_training.dynamic"]
    assert abs(more["energy_kwh"] / one["energy_kwh"] - 1.2) < 1e-9
    assert "1.2" not in re.findall(r"^    pue: .*$", (place.where / "training.yaml").read_text(), re.M)[0]


def check_world(place, line):
    variants = json.loads(place.run(line + " --format json"))["variants"]
    assert len(variants) == 2 and "world_grid" in variants, list(variants)


def check_three(place, line):
    variants = json.loads(place.run(line + " --format json"))["variants"]
    assert len(variants) == 3


def check_imported(energy_kwh):
    """The scenario that a log became, evaluated."""
    def check(place, line):
        made = place.where / "runs.yaml"
        if "--output" not in line:
            made.write_text(place.run(line))
        total = json.loads(place.run("lca evaluate runs.yaml --format json"))["results"]["total"]["energy_kwh"]
        assert abs(total / energy_kwh - 1) < 1e-9, total
    return check


def check_every_word(place, line):
    words = line.split(" search ")[1].split()
    for row in place.rows(line + " --format csv"):
        text = " ".join(row.values()).lower()
        assert all(word in text for word in words), (line, row)


def check_by(place, line):
    groups = json.loads(place.run(line + " --format json"))["groups"]
    whole = json.loads(place.run("lca evaluate training.yaml --format json"))["results"]["total"]["gwp_kgco2e"]
    assert len(groups) > 0 and abs(sum(one["gwp_kgco2e"] or 0 for one in groups) - whole) < 1e-6 * whole, groups


# What a line promises beyond running, by its words.
MEANINGS = {
    "--id job > out.csv": check_fleet,
    "--by user --by start:month": check_fleet_sums,
    "lifetime=3,4,5,6yr": check_lifetimes,
    "pue=1.05..1.6:12": check_pues,
    "--shard": check_shards,
    "--target total=25tCO2e": check_target,
    "--set sites.idris.pue=1.2": check_pue,
    "compare training.yaml --what-if world_grid": check_world,
    "compare v100.yaml": check_three,
    " search ": check_every_word,
    "evaluate training.yaml --by": check_by,
    "--to tCO2e/MWh": lambda place, line: place.run(line).strip() == "0.057 tCO2e/MWh" or 1 / 0,
    "import emissions.csv": check_imported(0.042),
    "import power.csv": check_imported(0.006),  # 150 W over 120 s, times 1.2: 21.6 kJ
    "import jobs.txt": check_imported(1e5 / 3.6e6),
    "import before.prom": check_imported(0.001),  # 3,600,000 mJ
    "lca init": lambda place, line: (place.where / "my.yaml").exists() or 1 / 0,
    "fish": lambda place, line: (place.where / ".config/fish/completions/lca.fish").stat().st_size > 1000 or 1 / 0,
    "--output replications.md": lambda place, line: "BLOOM" in (place.where / "replications.md").read_text() or 1 / 0,
    "--output lca.schema.json": lambda place, line: json.loads((place.where / "lca.schema.json").read_text())["title"],
    "--result serving.dynamic": lambda place, line: "serving.dynamic" in place.run(line) or 1 / 0,
}


def test_every_example_runs_and_does_what_it_says():
    met = set()
    with folder() as where:
        place = Place(where)
        count = 0
        for line, says in examples():
            assert says, line
            count += 1
            # Fewer draws where the example asks for many: what they mean does not depend on how many there are.
            printed = line
            line = re.sub(r"--samples \S+", "--samples 1024", line)
            if "uncertainty" in line and "--samples" not in line:
                line += " --samples 1024"
            if not line.startswith("lca init"):
                place.run(line, SLURM_ARRAY_TASK_ID="1")
            else:
                place.run(line)
            for words, check in MEANINGS.items():
                if words in printed:
                    met.add(words)
                    check(place, line)
        assert count > 50, count
    assert met == set(MEANINGS), set(MEANINGS) - met


run_all(globals())
