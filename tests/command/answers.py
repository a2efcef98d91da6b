"""What the commands answer: BLOOM's figures, explanations worked out anew, comparisons, replications, lists, completions."""
import csv
import io
import json
import math
import pathlib
import subprocess

from _lca import BLOOM, ROOT, folder, lca, run_all


def evaluated(*words):
    return json.loads(lca("evaluate", *words, "--format", "json").expect(no_err=True).out)


def close(a, b, relative=1e-12):
    return math.isclose(a, b, rel_tol=relative)


def test_bloom_for_a_person():
    text = lca("evaluate", BLOOM, "--details").expect(no_err=True).out
    words = " ".join(text.split())
    # Luccioni et al. 2023, Tables 1 and 3
    for figure in ["50.53", "24.69", "14.63", "11.21", "7.58", "3.64", "433,196", "256,646", "22.2 %", "48.9 %", "28.9 %",
                   "2.05 times the training electricity alone once infrastructure and hardware are included",
                   "Luccioni", "parameters.lifetime = 6 yr, triangular 4 yr to 8 yr", "water consumption"]:
        assert figure in words, f"{figure}\n{text}"
    assert max(map(len, text.splitlines())) <= 80, text


def test_bloom_on_a_screen():
    text = lca("evaluate", BLOOM).expect(no_err=True).out
    lines = text.splitlines()
    assert len(lines) <= 24 and max(map(len, lines)) <= 80, text
    for part in ["50.5 tCO2e (48.5 to 54.0), 690 MWh, 2.05 × the training electricity alone",
                 "idris: 57 gCO2e/kWh, PUE 1 · 48 nodes of 8 × A100 SXM4 80GB · 6 yr, 85 % in use",
                 "2 assumed, 1 uncertain: --details lists them with sources"]:
        assert part in lines, text
    for phase, share in [("embodied", "22.2 %"), ("idle", "28.9 %"), ("dynamic", "48.9 %")]:
        assert any(line.startswith(phase) and share in line and "█" in line for line in lines), text
    # The ends of the interval are those of the same draws.
    data = json.loads(lca("uncertainty", BLOOM, "--samples", "4096", "--of", "total", "--format", "json").expect().out)
    ends = [data["results"]["total"]["gwp_kgco2e"][key] for key in ("p5", "p95")]
    assert [f"{end / 1000:.1f}" for end in ends] == ["48.5", "54.0"], ends


def test_pages_fit_on_a_screen():
    for words in (("compare", BLOOM), ("uncertainty", BLOOM), ("sensitivity", BLOOM), ("explain", BLOOM),
                  ("compare", "scenarios/what_if/chat_service.yaml"), ("sensitivity", "scenarios/what_if/chat_service.yaml")):
        lines = lca(*words).expect(no_err=True).out.splitlines()
        assert len(lines) <= 40 and max(map(len, lines)) <= 80, (words, len(lines), "\n".join(lines))


def test_bloom_for_a_program():
    data = evaluated(BLOOM)
    results = data["results"]
    # 1,082,990 h x 400 W x 57 g; (27 + 64) kW x 1,082,990 / 384 h x 57 g; 2500 kg and 150 kg over 6 yr at 85 %
    assert close(results["final_training.dynamic"]["energy_kwh"], 433196)
    assert close(results["final_training.dynamic"]["gwp_kgco2e"], 433196 * 0.057)
    assert close(results["final_training.idle"]["energy_kwh"], 91 * 1082990 / 384)
    life = 6 * 8760 * 0.85
    embodied = 2500 * 1082990 / 8 / life + 150 * 1082990 / life
    assert close(results["final_training.embodied"]["gwp_kgco2e"], embodied)
    assert close(results["total"]["gwp_kgco2e"], 433196 * 0.057 + 91 * 1082990 / 384 * 0.057 + embodied)
    for name in ["total", "embodied", "idle", "dynamic", "final_training", "final_training.embodied", "final_training.idle",
                 "final_training.dynamic", "final_training.idle.infrastructure", "final_training.idle.idle_nodes",
                 "final_training.embodied.nvidia-a100-sxm4-80gb", "stage.training", "stage.training.idle"]:
        assert {"gwp_kgco2e", "energy_kwh", "water_l", "adpe_kgsbe", "primary_energy_mj"} <= set(results[name]), name
        assert results[name]["water_l"] is None
    assert data["schema_version"] == 1 and len(data["catalogue"]) == 64
    assert [one["name"] for one in data["files"]] == [BLOOM]
    life_input = next(one for one in data["inputs"] if one["path"] == "parameters.lifetime")
    assert (life_input["value"], life_input["unit"], life_input["origin"], life_input["file"]) == (6, "yr", "file", BLOOM)
    assert "6 yr" in (ROOT / BLOOM).read_text().splitlines()[life_input["line"] - 1]


def test_csv_and_json_agree():
    data = evaluated(BLOOM)
    results, outputs = data["results"], data["outputs"]
    rows = list(csv.DictReader(io.StringIO(lca("evaluate", BLOOM, "--format", "csv").out)))
    per_unit = ["total.per_functional_unit", "total.energy.per_functional_unit"]
    assert [row["name"] for row in rows] == list(results) + ["outputs." + name for name in outputs] + per_unit
    for row, output in zip(rows[len(results):], outputs.values()):
        assert (float(row["value"]), row["unit"]) == (output["value"], output["unit"])
    for row in rows[:len(results)]:
        value = results[row["name"]]["gwp_kgco2e"]
        assert (float(row["gwp_kgco2e"]) if row["gwp_kgco2e"] else None) == value


def test_variants_and_changes():
    world = evaluated(BLOOM, "--what-if", "world_grid")
    assert world["variant"] == "world_grid"
    assert world["results"]["embodied"] == evaluated(BLOOM)["results"]["embodied"]
    lca("evaluate", BLOOM, "--what-if", "wrld_grid").expect(2, err="world_grid", no_out=True)
    changed = evaluated(BLOOM, "--set", "sites.idris.pue=2")
    assert changed["set"] == [{"path": "sites.idris.pue", "value": "2"}]
    assert close(changed["results"]["dynamic"]["energy_kwh"], 2 * 433196)


def test_explanations_add_up():
    results = evaluated(BLOOM)["results"]
    for name in ["total", "total.energy", "final_training.idle.infrastructure", "final_training.embodied", "outputs.gpu_rate"]:
        data = json.loads(lca("explain", BLOOM, name, "--format", "json").expect(no_err=True).out)
        values = []
        for term in data["terms"]:
            if "input" in term:
                value = term["input"]["value"] * term["input"]["unit_factor"]
            elif term["operation"] == "constant":
                value = term["base_value"]
            else:
                value = 1.0 if term["operation"] == "product" else 0.0
                for operand in term["operands"]:
                    of = values[operand["term"]]
                    value = {"plus": float.__add__, "minus": float.__sub__, "factor": float.__mul__,
                             "divisor": float.__truediv__}[operand["as"]](value, float(of))
            assert close(value, term["base_value"]), term
            values.append(value)
        assert close(values[data["root"]], data["terms"][data["root"]]["base_value"])
        if name == "total":
            assert data["value"] == results["total"]["gwp_kgco2e"]
        if name == "total.energy":
            assert data["value"] == results["total"]["energy_kwh"]


def test_explain_for_a_person():
    text = lca("explain", BLOOM, "final_training.embodied", "--depth", "99").expect(no_err=True).out
    for part in ["parameters.lifetime", "hardware_db/", f"{BLOOM}:", "source: ", "as above", "uncertain: triangular"]:
        assert part in text, f"{part}\n{text}"
    assert max(map(len, text.splitlines())) <= 80, text
    lca("explain", BLOOM, "totl").expect(2, err=["there is no result `totl`", "total"], no_out=True)
    lca("explain", BLOOM, "total.water").expect(0, out="not assessed")


def test_compare():
    data = json.loads(lca("compare", BLOOM, "--format", "json").expect(no_err=True).out)
    base = data["variants"]["base"]["results"]["total"]["gwp_kgco2e"]
    assert base == evaluated(BLOOM)["results"]["total"]["gwp_kgco2e"]
    for name, variant in data["variants"].items():
        total = variant["results"]["total"]["gwp_kgco2e"]
        compared = data["comparison"][name]["gwp_kgco2e"]
        assert compared["total"] == total
        assert compared["difference"] == total - base and close(compared["ratio"], total / base)
        if name != "base":
            assert variant == evaluated(BLOOM, "--what-if", name)
    text = lca("compare", BLOOM, "--what-if", "world_grid").expect(out=["base", "world_grid"]).out
    assert "warm_datacentre" not in text
    lca("compare", BLOOM, BLOOM).expect(out=["training.yaml (2)", "1.000"])
    lca("compare", "-", input=b"lca: 1\ntitle: t\nparameters: {a: 1}\noutputs: {b: =a}\n").expect(2, err="what_if")


def test_replicate():
    lca("replicate", BLOOM).expect(0, out=["final_training.dynamic", "24.69", "exact"])
    data = json.loads(lca("replicate", "scenarios/papers/bloom", "--format", "json").expect(0).out)
    assert {one["verdict"] for one in data["figures"]} <= {"exact", "within", "inconsistent"}
    assert all(one["inconsistent"] for one in data["figures"] if one["verdict"] == "inconsistent")
    with folder() as where:
        wrong = pathlib.Path(where) / "wrong.yaml"
        text = (ROOT / BLOOM).read_text()
        assert text.count("400 W") == 1
        wrong.write_text(text.replace("400 W", "401 W"))
        lca("replicate", wrong).expect(1, out="off")
        plain = pathlib.Path(where) / "plain.yaml"
        plain.write_text("lca: 1\ntitle: t\nparameters: {a: 1 kWh}\noutputs: {b: =a}\n")
        lca("replicate", plain).expect(2, err="no published figures", no_out=True)
        named = pathlib.Path(where) / "named.yaml"
        named.write_text(plain.read_text() + "expect:\n  - {of: outputs.c, value: 1 kWh}\n")
        lca("replicate", named).expect(2, err=["named.yaml:6", "outputs.c"], no_out=True)
        named.write_text(plain.read_text() + "expect:\n  - {of: outputs.b, value: 1 kgCO2e}\n")
        lca("replicate", named).expect(2, err=["energy", "climate change"], no_out=True)
        lca("validate", named).expect(2, err=["energy", "climate change"])
        lca("replicate", cwd=where).expect(3, err="no studies")


def test_validate_finds_all_faults_of_all_files():
    with folder() as where:
        bad = pathlib.Path(where) / "bad.yaml"
        bad.write_text("lca: 1\ntitle: t\nsites: {a: {grid: FRAX, peu: 1}}\nactivities: {b: {stage: trainin, site: a}}\n")
        result = lca("validate", bad, BLOOM).expect(2, err=["peu", "trainin"], out=f"{BLOOM}: no faults")
        assert result.err.count("error:") >= 2, result.err
        lca("validate", BLOOM, "--quiet").expect(0, no_out=True, no_err=True)


def test_catalogue_lists():
    for command, some in [("hardware", "nvidia-a100-sxm4-80gb"), ("grid", "FRA/2024"), ("datacentre", None)]:
        entries = json.loads(lca(command, "list", "--format", "json").expect(no_err=True).out)
        assert all({"id", "kind", "name", "source"} <= set(entry) for entry in entries)
        assert len({entry["id"] for entry in entries}) == len(entries)
        assert some is None or some in {entry["id"] for entry in entries}
        assert lca(command).expect().out == lca(command, "list").out
    lca("hardware", "search", "a100 80").expect(out="nvidia-a100-sxm4-80gb")
    lca("hardware", "show", "nvidia-a100-sxm4-80gb").expect(out=["embodied = 150 kgCO2e", "400 W"])
    lca("hardware", "show", "nvidia-a100-sxm4-80g").expect(2, err="nvidia-a100-sxm4-80gb", no_out=True)
    lca("hardware", "show").expect(2)
    lca("hardware", "search", "no such thing").expect(2)
    shown = json.loads(lca("grid", "show", "FRA", "--format", "json").expect().out)
    assert [entry["id"] for entry in shown[:11]] == [f"FRA/{year}" for year in range(2025, 2014, -1)]
    assert [entry["id"] for entry in shown[11:]] == ["FRA/impacts", "FRA/losses"]
    lca("grid", "show", "FRA").expect(out=["Earlier years", "  2022: 78.54 gCO2e/kWh, hardware_db/grids/countries.yaml:"])


def test_lists_fold_years():
    rows = lca("grid", "list").expect(no_err=True).out.splitlines()
    france = [row.split() for row in rows if row.startswith("FRA ")]
    assert len(france) == 1 and france[0][1:3] == ["France", "41.44"] and france[0][-1].endswith("–2025"), france
    assert max(map(len, rows)) <= 80
    every = list(csv.DictReader(io.StringIO(lca("grid", "list", "--format", "csv").out)))
    assert {"FRA/2023", "FRA/2024", "FRA/2025"} <= {row["id"] for row in every}
    google = [row.split() for row in lca("datacentre", "list").out.splitlines() if row.startswith("google ")]
    assert google == [["google", "Google,", "fleet", "1.09", "0.94", "L/kWh", "2008–2025"]], google


def test_catalogue_misses():
    """What is not there: the years that are, ids that go on from what was written, or where to look."""
    for words, said in [("hardware show dgx-a100", "did you mean `dgx-a100-320`, `dgx-a100-640`"), ("hardware show tpuv5", "`google-tpu-v5e`, `google-tpu-v5p`"),
                        ("hardware show xyz", "`lca hardware search WORD` finds by words"),
                        ("hardware show a100", "`a100` may be `nvidia-a100-pcie-40gb`, `nvidia-a100-pcie-80gb`, `nvidia-a100-sxm4-40gb` or"),
                        ("hardware search zzz", "no hardware has all of `zzz`"),
                        ("grid show FR/1990", "expected: one of the years 2015 to 2025"),
                        ("grid show aws/eu-west-3/1990", "expected: one of the years 2015 to 2025"),
                        ("grid show Frnce", "did you mean `France`"),
                        ("datacentre show google/1999", "data centre `google` is not known for 1999\nexpected: one of the years 2008")]:
        lca(*words.split()).expect(2, err=said, no_out=True)
    for words, said in [("grid show France/2024", "FRA/2024"), ("hardware show p4d.24xlarge", "aws-p4d-24xlarge"),
                        ("hardware show A100-SXM4-80GB", "nvidia-a100-sxm4-80gb"), ("grid show FR", "FRA/2025"),
                        ("hardware show rtx4090", "nvidia-rtx4090"),
                        ("grid show us-east-1", "it is taken as `aws/us-east-1`"),
                        ("hardware show dell-r640", "pedigree [3, 3, 2, 3, 2]")]:
        lca(*words.split()).expect(no_err=True, out=said)


def test_units():
    lca("units").expect(out=["kgCO2e", "365 d = 8760 h", "GPU"])
    assert lca("units", "convert", "57 gCO2e/kWh", "--to", "tCO2e/MWh").expect().out == "0.057 tCO2e/MWh\n"
    assert lca("units", "convert", "118 d 5 h 41 min", "--to", "h").expect().out.startswith("2837.68")
    assert json.loads(lca("units", "convert", "3 MWh", "--to", "kWh", "--format", "json").out) == {"value": 3000, "unit": "kWh"}
    lca("units", "convert", "3 kWh", "--to", "kW").expect(2, err=["energy", "power"], no_out=True)
    lca("units", "convert", "3 kwh", "--to", "J").expect(2, err="kWh", no_out=True)
    lca("units", "convert").expect(2)
    assert len(json.loads(lca("units", "--format", "json").out)) > 100


def test_init_runs():
    with folder() as where:
        path = pathlib.Path(where) / "my.yaml"
        lca("init", path).expect(0, err="lca evaluate", no_out=True)
        assert path.read_text() == lca("init").expect(no_err=True).out
        lca("validate", path).expect()
        assert "add `includes: [idle]`" in path.read_text() and "includes: [idle]" in (ROOT / "README.md").read_text()
        added = pathlib.Path(where) / "added.yaml"
        added.write_text(path.read_text().replace("{per_request: 1.5 Wh/request}", "{per_request: 1.5 Wh/request, includes: [idle]}").replace("    idle: not_assessed", ""))
        assert "serving.idle" not in lca("evaluate", added).expect().out.split("Not assessed")[-1]
        lca("evaluate", path).expect(out=["training", "serving.idle"])
        lca("compare", path).expect(out="world_grid")
        lca("init", path).expect(2, err="is not changed")


def test_completions():
    for shell in ["bash", "zsh", "fish"]:
        text = lca("completions", shell).expect(no_err=True).out
        for word in ["evaluate", "--what-if" if shell != "fish" else "what-if", "nvidia-a100-sxm4-80gb", "FRA", "markdown"]:
            assert word in text, (shell, word)
    script = lca("completions", "bash").out
    for words, want in [("lca eval", "evaluate"), ("lca evaluate --for", "--format"), ("lca evaluate --format ma", "markdown"),
                        ("lca hardware show nvidia-a100-sxm4-8", "nvidia-a100-sxm4-80gb"), ("lca grid show FR", "FRA"),
                        ("lca rate --task summ", "summarization")]:
        parts = words.split()
        quoted = " ".join(parts)
        program = f"{script}\nCOMP_WORDS=({quoted}) COMP_CWORD={len(parts) - 1}\n_lca\nprintf '%s\\n' \"${{COMPREPLY[@]}}\"\n"
        done = subprocess.run(["bash", "-c", program], capture_output=True, text=True, timeout=60, check=True)
        assert want in done.stdout.split(), (words, done.stdout, done.stderr)


def test_the_page_of_commands_is_up_to_date():
    page = lca("reference", "commands").expect(no_err=True).out
    assert page == (ROOT / "docs/reference/commands.md").read_text(), \
        "write it anew: lca reference commands > docs/reference/commands.md"


def test_gaps_are_never_zero():
    text = b"""lca: 1
title: t
sites: {here: {grid: {intensity: 100 gCO2e/kWh}}}
activities:
  a: {stage: training, site: here, dynamic: {energy: 10 kWh}}
"""
    data = json.loads(lca("evaluate", "-", "--format", "json", input=text).expect().out)["results"]
    assert close(data["total"]["gwp_kgco2e"], 1)
    assert data["a.idle"]["gwp_kgco2e"] is None and data["idle"]["gwp_kgco2e"] is None
    assert {"a.idle", "a.embodied"} <= set(data["total"]["gaps"]), data["total"]
    lca("evaluate", "-", input=text).expect(out=["not assessed", "counting only what is assessed"])


def test_life_cycle_stages():
    file = "scenarios/what_if/server_life.yaml"
    results = evaluated(file)["results"]
    line = "service.embodied.hpe-dl360-gen11-mainstream"
    stages = [results[f"{line}.{stage}"]["gwp_kgco2e"] for stage in ["manufacturing", "transport", "end_of_life"]]
    # All of one server, as the catalogue has it.
    assert stages == [2130, 168, 16] and results[line]["gwp_kgco2e"] == sum(stages)
    answer = evaluated(file, "--by", "life_cycle_stage")
    groups = {one["name"]: one["gwp_kgco2e"] for one in answer["groups"]}
    assert list(groups) == ["manufacturing", "transport", "use", "end_of_life"] and groups["transport"] == 168
    assert close(sum(groups.values()), results["total"]["gwp_kgco2e"])
    assert groups["use"] == results["service.dynamic"]["gwp_kgco2e"]
    lca("evaluate", file, "--details").expect(no_err=True, out=["      manufacturing ", "      end of life "])
    lca("explain", file, f"{line}.transport").expect(no_err=True, out="hardware_db/servers.yaml")
    lca("uncertainty", file, "--of", f"{line}.manufacturing", "--samples", "10").expect(no_err=True, out="pedigree")
    # One stage known: its line says it all, and what is missing is said.
    text = lca("evaluate", "scenarios/papers/hgx/baseboards.yaml", "--details").expect(no_err=True).out
    assert "      manufacturing" not in text and "end_of_life: no figure for this stage" in text, text


def test_ten_thousand_activities():
    head = "lca: 1\ntitle: many\nsites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.1}}\nactivities:\n"
    body = "".join(f"  job_{i}: {{stage: training, site: here, dynamic: {{energy: {i + 1} kWh}}, idle: none, embodied: none}}\n"
                   for i in range(10_000))
    text = (head + body).encode()
    shown = lca("evaluate", "-", input=text).expect(no_err=True).out
    assert "9,995 others" in shown and "job_9999" in shown and len(shown.splitlines()) <= 30
    shown = lca("evaluate", "-", "--details", input=text).expect(no_err=True).out
    assert "9,980 smaller ones" in shown and "job_9999" in shown and len(shown.splitlines()) < 80
    total = 1.1 * 0.057 * 10_000 * 10_001 / 2
    data = json.loads(lca("evaluate", "-", "--format", "json", input=text).expect().out)
    assert close(data["results"]["total"]["gwp_kgco2e"], total, 1e-13)


def test_a_draw_that_cannot_be_is_why_there_is_no_interval():
    """A normal of 30 % is below zero in one draw of 2,300: no interval, and the reason; of 10 % in none of 4,096."""
    text = """lca: 1
title: t
sites: {s: {grid: SWE, pue: 1.1}}
activities:
  training: {stage: training, site: s, dynamic: {energy: {value: 78 MWh, uncertainty: {distribution: normal, cv: SPREAD}}}}
"""
    for command in "evaluate", "card":
        out = " ".join(lca(command, "-", input=text.replace("SPREAD", "30 %").encode()).expect(0).out.split())
        assert "no interval, as " in out and "uncertainty" in out, out
        assert "no interval" not in lca(command, "-", input=text.replace("SPREAD", "10 %").encode()).expect(0).out


def test_quiet_says_errors_only():
    text = """lca: 1
title: t
sites: {s: {grid: SWE}}
activities:
  training: {stage: training, site: s, start: 2031-01-01T00:00Z, dynamic: {energy: 7 MWh}}
"""
    options = ("evaluate", "-", "--set", "nosuch=1")
    assert "warning" in lca(*options, input=text.encode()).expect(2, err="nosuch").err
    assert "warning" not in lca(*options, "--quiet", input=text.encode()).expect(2, err="nosuch").err


def test_words_that_lead_on():
    lca("hardware", "h100").expect(2, err="`search h100` looks for it")
    lca("card", "scenarios/papers/bloom/training.yaml", "--result", "total.water").expect(2, err=["a card gives climate change", "`total`"])


def test_totals_over_several_impacts_bear_their_stars():
    out = lca("compare", "scenarios/what_if/buy_or_rent.yaml").expect(0).out
    table = out.split("over several impacts")[1].split("Pareto-optimal")[0]
    assert "43.85 *" in table and "* counts only what is assessed" in table, table


run_all(globals())
