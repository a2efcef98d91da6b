"""Files of measurements that are damaged or hostile: every reader of logs, of power and of series refuses them at once, by name and place."""
import os
import pathlib
import resource

from _lca import LCA, folder, lca, run_all

BIG = 3_000_000  # bytes of a line; a gigabyte is refused after as much (import.py)
MEMORY = 200 * 2**20
IS_SANITIZED = b"__asan_init" in pathlib.Path(LCA).read_bytes()  # which reserves terabytes of address space

# Where what is read stands: NUM is a number, TIME a stamp.
NVIDIA = "timestamp, index, name, power.draw [W]\n2026/01/02 10:00:00, 0, NVIDIA A40, 100 W\nTIME, 0, NVIDIA A40, NUM W\n2026/01/02 10:02:00, 0, NVIDIA A40, 90 W\n"
AMD = "timestamp,gpu,socket_power\n1767348000,0,100\nTIME,0,NUM\n1767348120,0,90\n"
HOURS = "2026-01-02T10:00:00Z,100\nTIME,NUM\n2026-01-02T12:00:00Z,50\n"
MAPS = "Datetime (UTC),Zone id,Carbon intensity gCO2eq/kWh (direct),Carbon intensity gCO2eq/kWh (Life cycle),Data estimated\n"
LOGS = {
    "nvidia-smi": (NVIDIA, "2026/01/02 10:01:00", "80"),
    "amd-smi": (AMD, "1767348060", "80"),
    "zeus": ("start_time,window_name,elapsed_time,gpu0_energy\n1767348000,a,60,100\nTIME,b,60,NUM\n", "1767348100", "80"),
    "ai-energy-score": ("model_name,task,total_prompts,total_duration_seconds,total_tokens,gpu_energy_wh\na,t,500,100,6,20\nb,t,500,100,6,NUM\n", None, "80"),
    "codecarbon": ("timestamp,project_name,run_id,duration,emissions,energy_consumed,pue\n2026-01-02T10:00:20,p,a,20,0.1,0.042,1.0\nTIME,p,b,20,0.1,NUM,1.0\n",
                   "2026-01-02T10:10:20", "0.05"),
    "sacct": ("JobID|State|Start|Elapsed|NNodes|AllocTRES|ConsumedEnergy\n7|COMPLETED|2026-01-02T08:00:00|00:16:40|2|gres/gpu:a100-sxm4-80gb=8|4.5M\n"
              "8|COMPLETED|TIME|00:16:40|2|gres/gpu:a100-sxm4-80gb=8|NUMM\n", "2026-01-02T09:00:00", "4.5"),
    "carbontracker": ("TIME - CarbonTracker: The following components were found: GPU with device(s) NVIDIA H200.\n"
                      "Actual consumption for 9 epoch(s):\n\tTime:\t0:44:30\n\tEnergy:\tNUM kWh\n\tCO2eq:\t50 g\n", "2026-01-02 08:00:00", "4.25"),
    "boamps": ('{"task": {"taskStage": "inference", "nbRequest": 1},\n"measures": [\n{"measurementMethod": "codecarbon", "powerConsumption": NUM, "measurementDuration": 60, '
               '"measurementDateTime": "TIME"}],\n"infrastructure": {"components": []}}\n', "2026-01-02 04:05:06", "0.5"),
    "dcgm": ('DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a"} 5 1767348000000\nDCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a"} NUM TIME\n'
             'DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION{gpu="0",UUID="GPU-a"} 900005 1767355200000\n', "1767351600000", "500005"),
    "kepler": ('kepler_node_cpu_joules_total{node_name="n",zone="package"} 5 1767348000000\nkepler_node_cpu_joules_total{node_name="n",zone="package"} NUM TIME\n'
               'kepler_node_cpu_joules_total{node_name="n",zone="package"} 900 1767355200000\n', "1767351600000", "500"),
    "ml-energy": ('{"model": {"model_id": "m", "task": "chat"}, "configurations": [\n{"gpu_model": "NVIDIA H100 80GB HBM3", "num_gpus": 2, "avg_batch_size": 8, '
                  '"avg_power_watts": 1000, "energy_per_request_joules": NUM}]}\n', None, "80"),
    "mlperf-power": ("Time,01-05-2026 08:00:00.000,Watts,100,Volts,230.1,Amps,0.5,PF,0.9,Mark,s_testing\n"
                     "Time,TIME,Watts,NUM,Volts,230.1,Amps,0.5,PF,0.9,Mark,s_testing\n"
                     "Time,01-05-2026 08:00:20.000,Watts,90,Volts,230.1,Amps,0.5,PF,0.9,Mark,s_testing\n", "01-05-2026 08:00:10.000", "80"),
    "prometheus": ('{"status": "success", "data": {"resultType": "matrix", "result": [{"metric":\n{"__name__": "DCGM_FI_DEV_POWER_USAGE", "UUID": "GPU-a"},\n'
                   '"values": [[1767348000, "100"],\n[TIME, "NUM"]]}]}}\n', "1767348010.5", "300"),
}
SERIES = {
    "csv": ("time,g\n" + HOURS, "2026-01-02T11:00:00Z", "80", ", time: time, value: g, unit: gCO2e/kWh"),
    "electricity-maps": (MAPS + "2026-01-02 10:00:00,FR,20,50,false\nTIME,FR,30,NUM,false\n", "2026-01-02 11:00:00", "80", ""),
    "watttime": ('{"data": [{"point_time": "2026-01-02T10:00:00+00:00", "value": 800},\n{"point_time": "TIME", "value": NUM}],\n'
                 '"meta": {"region": "X", "signal_type": "co2_aoer", "units": "lbs_co2_per_mwh"}}\n', "2026-01-02T10:05:00+00:00", "80", ""),
    "neso": ('{"data": [{"from": "2026-01-02T10:00Z", "to": "2026-01-02T10:30Z", "intensity": {"forecast": 100, "actual": 90}},\n'
             '{"from": "TIME", "to": "2026-01-02T11:00Z", "intensity": {"forecast": 100, "actual": NUM}}]}\n', "2026-01-02T10:30Z", "80", ""),
}
ACTIVITY = "lca: 1\ntitle: T\nsites: {here: {grid: GRID}}\nactivities:\n  a:\n    stage: other\n    site: here\n    start: 2026-01-02T10:00:00Z\n    duration: 10 min\n    dynamic: FIGURE\n"


def scenario(figure, grid="{intensity: 50 gCO2e/kWh}"):
    return ACTIVITY.replace("GRID", grid).replace("FIGURE", figure)


def readers():
    """Name, text with NUM and TIME, a right stamp and number, and the words that read the file `name`."""
    for name, (text, stamp, number) in LOGS.items():
        yield f"import {name}", text, stamp, number, None, ("--from", name, "--grid", "FRA/2022", "--zone", "UTC")
    for name, text, stamp in (("nvidia-smi", NVIDIA, "2026/01/02 10:01:00"), ("amd-smi", AMD, "1767348060"),
                              ("csv", "time,power [W]\n" + HOURS, "2026-01-02T11:00:00Z")):
        zone = "" if name == "csv" else ", zone: UTC"
        yield f"power log {name}", text, stamp, "80", scenario(f"{{power_log: {{file: data, format: {name}{zone}}}, host: not_assessed}}"), ()
    yield "load", "time,load\n" + HOURS, "2026-01-02T11:00:00Z", "80", scenario("{energy: 1 kWh, load: {series: data}}"), ()
    for name, (text, stamp, number, keys) in SERIES.items():
        yield f"series {name}", text, stamp, number, scenario("{energy: 1 kWh}", f"{{series: data, format: {name}{keys}}}"), ()


class Case:
    def __init__(self, place, reader):
        self.name, self.text, self.stamp, self.number, scenario_text, self.options = reader
        self.data = pathlib.Path(place) / "data"
        self.scenario = None
        if scenario_text:
            self.scenario = pathlib.Path(place) / "scenario.yaml"
            self.scenario.write_text(scenario_text, encoding="utf-8")

    def made(self, number=None, stamp=None):
        return self.text.replace("NUM", number or self.number).replace("TIME", stamp or self.stamp or "")

    def run(self, data=None):
        if data is not None:
            self.data.write_bytes(data if isinstance(data, bytes) else data.encode())
        words = ("validate", str(self.scenario)) if self.scenario else ("import", str(self.data), *self.options)
        limit = {} if IS_SANITIZED else {"preexec_fn": lambda: resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))}
        return lca(*words, **limit)

    def fails(self, data, *texts, line=None, code=2):
        """With one of the texts, at that line of the file."""
        result = self.run(data)
        assert result.code == code, f"{self.name}: code {result.code}, expected {code}\n{result.err[:500]}"
        assert any(text in result.err for text in texts), f"{self.name}: none of {texts} in\n{result.err[:500]}"
        assert line is None or f"{self.data}:{line}" in result.err, f"{self.name}: line {line} is not named in\n{result.err[:500]}"


def each():
    for reader in readers():
        with folder() as place:
            yield Case(place, reader)


def test_what_is_right_is_read():
    for case in each():
        result = case.run(case.made())
        assert result.code == 0, f"{case.name}: {result.err[:600]}"


def test_numbers_beyond_all_measure():
    for case in each():
        line = case.text[:case.text.index("NUM")].count("\n") + 1
        case.fails(case.made(number="1e400"), "1e400", "out of range", line=f"{line}:")


def test_years_of_five_digits():
    for case in each():
        if case.stamp is None:
            continue
        line = case.text[:case.text.index("TIME")].count("\n") + 1
        digits = len(case.stamp.split(".")[0]) if case.stamp[:4] == "1767" else 0
        stamp = {0: case.stamp.replace("2026", "12345", 1), 10: "327403382400", 13: "327403382400000"}[digits]
        case.fails(case.made(stamp=stamp), "year", "time", line=f"{line}:")


def test_bytes_that_are_no_text():
    for case in each():
        text, at = case.made().encode(), case.made().index("\n") + 3
        case.fails(text[:at] + b"\0" + text[at:], "NUL", "0x00", "control character", line="2:")


def test_one_line_without_end():
    """Of JSON, which may be one line, a number or a text without end."""
    for case in each():
        head = case.made().split("\n")[0]
        json = ("no key in double quotes", "a number that is out of range") if head[0] == "{" else ()
        case.fails(head + "\n" + "1" * BIG, "a line of more than 1000000 bytes", *json, line="2:")


def test_a_hundred_thousand_columns():
    for case in each():
        if "mlperf" in case.name:
            continue  # a line is one reading, whatever stands in it
        separator = "|" if "|" in case.text else ","
        if separator in case.text.split("\n")[0] and case.text[0] != "{" and "{gpu" not in case.text and "{node" not in case.text:
            case.fails(separator.join("c" * 3 for _ in range(100_000)) + "\n", "too many columns", line="1:")


def test_what_is_no_file():
    for case in each():
        code = 2 if case.scenario else 3
        case.data.mkdir()
        case.fails(None, "it is a directory", code=code)
        case.data.rmdir()
        os.mkfifo(case.data)
        case.fails(None, "it is a pipe", code=code)


def test_a_log_cut_in_the_middle_of_a_line():
    """Is read up to there, with a warning; of one value of JSON nothing can be read before its end."""
    for case in each():
        text = case.made().rstrip("\n")
        result = case.run(text[:-2])
        if text[0] == "{":
            assert result.code == 2 and f"{case.data}:" in result.err, f"{case.name}: {result.code} {result.err[:600]}"
            continue
        said = any(words in result.err for words in ("it was cut off while it was written", "it is read up to there", "no line end follows the last row"))
        assert result.code == 0 and said, f"{case.name}: {result.code} {result.err[:600]}"


run_all(globals())
