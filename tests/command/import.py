"""lca import: files in, a scenario out that evaluates; streams, exit codes and files that are none."""
import json
import os
import pathlib
import re

from _lca import LCA, ROOT, folder, lca, run_all

BOARDS = """timestamp, index, name, power.draw [W]
2026/01/02 10:00:00.000, 0, NVIDIA A40, 100 W
2026/01/02 10:01:00.000, 0, NVIDIA A40, [N/A]
2026/01/02 10:02:00.000, 0, NVIDIA A40, 200 W
"""


HOURS = """Datetime (UTC),Country,Zone name,Zone id,Carbon intensity gCO₂eq/kWh (direct),Carbon intensity gCO₂eq/kWh (Life cycle),Data source,Data estimated
2026-01-02 10:00:00,A,A,A,50,100,made,false
2026-01-02 10:01:00,A,A,A,60,400,made,false
"""


def written(place, name, text):
    path = pathlib.Path(place) / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def test_a_log_becomes_a_scenario_that_evaluates():
    with folder() as place:
        log, made = written(place, "power.csv", BOARDS), str(pathlib.Path(place) / "made.yaml")
        result = lca("import", log, "--grid", "FRA/2022", "--pue", "1.5", "--zone", "+01:00", "--output", made).expect(no_out=True)
        assert f"note: {log}, row 3: no power reading of board 0 in these rows: interpolated linearly\n" in result.err, result.err
        lca("validate", made).expect()
        total = json.loads(lca("evaluate", made, "--format", "json").expect().out)["results"]["total"]
        # (100 + 200) / 2 W over 120 s is 18 kJ, times 1.5: 27 kJ are 7.5 Wh.
        assert abs(total["energy_kwh"] - 0.0075) < 1e-12, total
        again = lca("import", log, "--grid", "FRA/2022", "--pue", "1.5", "--zone", "+01:00", "--quiet").expect(no_err=True)
        assert again.out == pathlib.Path(made).read_text(encoding="utf-8")


def test_devices_for_a_time_that_no_log_says():
    """4 devices, 1.5 kWh, no duration: how many there were is a remark, and their making is left open."""
    report = {"task": {"taskStage": "inference"}, "measures": [{"measurementMethod": "wattmeter", "powerConsumption": 1.5}],
              "infrastructure": {"infraType": "onPremise", "components": [{"componentType": "gpu", "componentName": "NVIDIA L4", "nbComponent": 4}]},
              "environment": {"country": "germany"}}
    with folder() as place:
        log, made = written(place, "report.json", json.dumps(report)), str(pathlib.Path(place) / "made.yaml")
        lca("import", log, "--grid", "FRA/2022", "--output", made).expect(no_out=True)
        text = pathlib.Path(made).read_text(encoding="utf-8")
        assert "    # devices: 4 GPU, for a time not given in the log\n" in text, text
        results = json.loads(lca("evaluate", made, "--format", "json").expect().out)["results"]
        assert results["total"]["energy_kwh"] == 1.5 and results["embodied"]["gwp_kgco2e"] is None, results


def test_what_is_wrong_is_said_with_its_place():
    with folder() as place:
        bad = written(place, "power.csv", BOARDS + "2026/01/02 10:03:00.000, 0, NVIDIA A40, high\n")
        lca("import", bad).expect(2, err=f"{bad}:5:41: error: column `power.draw [W]`: `high` is not a number", no_out=True)
        lca("import", written(place, "x.txt", "hello\n")).expect(2, err="no known log looks like this file", no_out=True)
        lca("import", written(place, "y.csv", BOARDS), "--grid", "FRX").expect(2, err="--grid: no grid is called `FRX`")
        lca("import", bad, "--from", "nvidia").expect(2, err="nvidia-smi")
        lca("import").expect(2, err="FILE")


def test_figures_beyond_all_magnitudes_are_refused_in_either_form():
    logs = {"a.csv": "model_name,task,total_prompts,total_duration_seconds,total_tokens,gpu_energy_wh\na,t,500,100,6,1e308\n",
            "b.txt": "JobID|State|Start|ElapsedRaw|AllocTRES|ConsumedEnergyRaw\n1|COMPLETED|1709287200|100|gres/gpu=1e308|100000\n"}
    with folder() as place:
        for name, text in logs.items():
            log = written(place, name, text)
            for form in "scenario", "table":
                lca("import", log, "--as", form).expect(2, err="out of range", no_out=True)


def test_what_is_no_file():
    with folder() as place:
        pipe = str(pathlib.Path(place) / "pipe")
        os.mkfifo(pipe)
        lca("import", pipe).expect(3, err="it is a pipe, not a regular file", no_out=True)
        lca("import", place).expect(3, err="it is a directory, not a regular file", no_out=True)
        lca("import", str(pathlib.Path(place) / "none")).expect(3, err="No such file", no_out=True)
        log = written(place, "power.csv", BOARDS)
        lca("import", log, "--output", log).expect(2)
        assert pathlib.Path(log).read_text(encoding="utf-8") == BOARDS


def test_memory_is_bounded():
    """A gigabyte in one line is refused after a few megabytes of it."""
    import resource
    with folder() as place:
        path = pathlib.Path(place) / "long.csv"
        with path.open("wb") as file:
            file.write(BOARDS.encode())
            file.truncate(10**9)  # NUL bytes, none of them on the disk
        lca("import", str(path)).expect(2, err="a line of more than 1000000 bytes")
        line = b"2026/01/02 10:03:00.000, 0, NVIDIA A40, " + b"1" * 4_000_000
        path.write_bytes(BOARDS.encode() + line)
        if b"__asan_init" in pathlib.Path(LCA).read_bytes():
            return  # which reserves terabytes of address space
        result = lca("import", str(path), preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_AS, (200 * 2**20,) * 2))
        result.expect(2, err="a line of more than 1000000 bytes")


def test_the_example_is_what_its_log_gives():
    """The scenario that docs/measured.md walks on from."""
    made = lca("import", "examples/measured/emissions.csv", "--grid", "FRA", "--pue", "1.2", "--zone", "+01:00", "--quiet")
    assert made.expect().out == (ROOT / "examples/measured/tracked.yaml").read_text()


def test_hours_of_a_grid_and_power_over_time():
    """--series in place of --grid: the log stands as it is, and its hours meet those of the grid."""
    with folder() as place:
        log = written(place, "power.csv", BOARDS)
        hours = written(place, "hours.csv", HOURS)
        made = str(pathlib.Path(place) / "made.yaml")
        lca("import", log, "--series", hours, "--zone", "UTC", "--hardware", "nvidia-a40", "--output", made).expect(no_out=True)
        text = pathlib.Path(made).read_text(encoding="utf-8")
        assert "power_log:" in text and "series:" in text and "energy:" not in text, text
        total = json.loads(lca("evaluate", made, "--format", "json").expect().out)["results"]["total"]
        # 100 W rise to 200 W in two minutes: 7.5 kJ in the first at 100 g, 10.5 kJ in the second at 400 g.
        assert abs(total["energy_kwh"] - 18 / 3600) < 1e-12, total
        assert abs(total["gwp_kgco2e"] - (7.5 * 0.1 + 10.5 * 0.4) / 3600) < 1e-12, total
        lca("import", log, "--series", hours, "--grid", "FRA").expect(2, err="--series")
        lca("import", hours).expect(2, err="is a series of grid intensities (electricity-maps), not a log")
        own = written(place, "own.csv", "when,intensity [gCO2e/kWh]\n2026-01-02T10:00:00Z,100\n2026-01-02T10:01:00Z,400\n")
        lca("import", log, "--series", own, "--zone", "UTC", "--hardware", "nvidia-a40", "--output", made).expect(no_out=True)
        assert ', time: "when", value: "intensity"}' in pathlib.Path(made).read_text(encoding="utf-8")
        assert json.loads(lca("evaluate", made, "--format", "json").expect().out)["results"]["total"] == total
        # The hours of a grid are those of UTC; the times of the log say none.
        lca("import", log, "--series", hours, "--hardware", "nvidia-a40").expect(
            2, err=["power.csv` have no time zone, so the hours of --series cannot be found", "`--zone ZONE`: UTC, an offset such as +01:00"], no_out=True)
        own = written(place, "own.csv", "t,g\n2026-01-02T10:00:00Z,100\n")
        lca("import", log, "--series", own).expect(2, err="is neither a file of Electricity Maps, WattTime or NESO", no_out=True)


def test_the_parts_of_a_difference_add_up():
    """A CodeCarbon file beside its own emissions: what no part explains is a remainder, which is printed."""
    outputs = json.loads(lca("evaluate", "examples/measured/compared.yaml", "--format", "json").expect().out)["outputs"]
    value = {name: one["value"] for name, one in outputs.items()}
    parts = value["by_pue"] + value["by_intensity"] + value["by_embodied"] + value["remainder"]
    assert abs(parts / value["difference"] - 1) < 1e-9, value
    # 5.4 kWh at 45.4 g are 245.16 g; the file says 246.
    assert abs(value["remainder"] + 0.00084) < 1e-9, value
    page = lca("evaluate", "examples/measured/compared.yaml").expect().out
    assert re.search(r"remainder +-0\.84 gCO2e", page), page


def test_a_week_of_serving():
    """Two scrapes of DCGM and vLLM; the scenario of the walk has the energies that the import writes."""
    made = lca("import", "examples/measured/serving_before.prom", "examples/measured/serving_after.prom", "--quiet").expect().out
    walk = (ROOT / "examples/measured/serving.yaml").read_text(encoding="utf-8")
    for line in ("gpu_0: {energy: 254016000 J}", "gpu_1: {energy: 247968000 J}", "requests: 1300000 request"):
        assert line in made and line in walk, (line, made)
    assert "tokens: 520000000 token" in made and "generated: 520000000 token" in walk
    result = json.loads(lca("evaluate", "examples/measured/serving.yaml", "--format", "json").expect().out)["results"]
    # 501.984 MJ are 139.44 kWh, times 1.2, at the 41.4 g/kWh of FRA/2025.
    assert abs(result["dynamic"]["energy_kwh"] - 139.44 * 1.2) < 1e-9, result["dynamic"]


if __name__ == "__main__":
    run_all(globals())
