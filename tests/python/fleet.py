"""lca.fleet: the rows of `lca fleet`, of columns in memory. Numbers are worked by hand: energy × PUE × intensity."""
import csv
import io
import os
import pathlib
import signal
import subprocess
import sys
import tempfile
import time

import numpy
import pandas

import lca
from _data import BLOOM, LCA, ROOT, UNIFORM, run

TEMPLATE = """lca: 1
title: A job
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
activities: {job: {stage: training, site: here, dynamic: {energy: 20 kWh}, idle: none, embodied: none}}
"""
ENERGY = "activities.job.dynamic.energy"


def by_command(frame, template, *words):
    """The same by the command, of a CSV file that pandas writes."""
    with tempfile.TemporaryDirectory() as folder:
        frame.to_csv(pathlib.Path(folder, "jobs.csv"), index=False)
        pathlib.Path(folder, "job.yaml").write_text(template)
        done = subprocess.run([LCA, "fleet", "job.yaml", "jobs.csv", *words], cwd=folder, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=120)
        assert done.returncode == 0, done.stderr.decode()
        return list(csv.DictReader(io.StringIO(done.stdout.decode())))


def assert_same(table, rows):
    assert list(table) == list(rows[0])
    for name, column in table.items():
        cells = [row[name] for row in rows]
        if isinstance(column, list):
            assert [one or "" for one in column] == cells, name
        else:
            assert all(numpy.isnan(one) if cell == "" else one == float(cell) for one, cell in zip(column, cells, strict=True)), name


def fault_of(*arguments, **named):
    try:
        lca.fleet(*arguments, **named)
    except lca.Fault as fault:
        return fault
    raise AssertionError((arguments, named))


def test_a_row_is_the_template_with_its_value():
    table = lca.fleet(lca.loads(TEMPLATE), {"energy": [10, 20.5], "user": ["ada", "bob"]}, {"energy": ENERGY + " [kWh]"}, of=["total", "total.energy"], id="user")
    assert list(table) == ["user", "total [kgCO2e]", "total.energy [kWh]", "gaps", "why_not"] and table["user"] == ["ada", "bob"]
    numpy.testing.assert_allclose(table["total [kgCO2e]"], [10 * 1.2 * 0.057, 20.5 * 1.2 * 0.057], rtol=1e-14)
    numpy.testing.assert_allclose(table["total.energy [kWh]"], [12, 24.6], rtol=1e-14)


def test_bits_of_the_command():
    jobs = numpy.random.default_rng(1)
    frame = pandas.DataFrame({
        "job": numpy.arange(3_000) + 100_000_000, "energy [kWh]": jobs.lognormal(3, 2, 3_000), "gpu_hours [GPU*h]": jobs.integers(1, 500, 3_000),
        "region": jobs.choice(["FRA", "DEU", "USA"], 3_000), "start": ["2024-03-11T10:00:00Z", "2024-04-11T10:00:00Z", "2024-05-11T10:00:00Z"] * 1000})
    frame.loc[7, "energy [kWh]"] = numpy.nan
    frame.loc[8, "region"] = None
    template = (ROOT / "examples/fleet/job.yaml").read_text()
    paths = {"energy": ENERGY, "gpu_hours": "activities.job.device_time", "region": "sites.here.grid"}
    words = [word for name, path in paths.items() for word in ("--map", f"{name}={path}")]
    of = ["total", "embodied", "total.water"]
    options = [word for name in of for word in ("--of", name)]
    table = lca.fleet(ROOT / "examples/fleet/job.yaml", frame, paths, of=of, id="job")
    assert_same(table, by_command(frame, template, *words, *options, "--id", "job"))
    assert numpy.isnan(table["total [kgCO2e]"][[7, 8]]).all() and "empty" in table["why_not"][7]
    sums = lca.fleet(ROOT / "examples/fleet/job.yaml", frame, paths, by=["region", "start:month"])
    assert_same(sums, by_command(frame, template, *words, "--by", "region", "--by", "start:month"))
    assert sums["rows"].sum() == 3000


CLUSTER = """lca: 1
title: A job
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
hardware: {gpu: {kind: accelerator, power: {max: 400 W}, embodied: 150 kgCO2e}}
systems: {cluster: {site: here, nodes: 10 node, node: [{hardware: gpu, count: 8}], lifetime: 5 yr, period: 10 d, idle: {system_power: 2 kW}, allocate: ALLOCATE}}
activities: {job: {stage: training, system: cluster, device_time: 8 GPU*h, duration: 1 h, dynamic: {energy: 1 kWh}}}
"""


def test_a_cluster_is_divided_among_the_rows():
    """2 kW × 240 h × PUE 1.2 = 576 kWh idle; a quarter and three quarters by use, 1.25 h and 3.75 h of 240 h by owner."""
    columns = {"job": ["a", "b"], "time": [100, 300], "hours": [20, 50]}
    paths = {"time": "activities.job.device_time [GPU*h]", "hours": "activities.job.duration [h]"}
    for allocate, shares in (("use", (1 / 4, 3 / 4, 0)), ("owner", (1.25 / 240, 3.75 / 240, 235 / 240))):
        table = lca.fleet(lca.loads(CLUSTER.replace("ALLOCATE", allocate)), columns, paths, of="idle.energy", id="job", cluster="systems.cluster")
        assert table["job"] == ["a", "b", "unallocated"]
        numpy.testing.assert_allclose(table["idle.energy [kWh]"], [576 * share for share in shares], rtol=1e-12)
        numbered = lca.fleet(lca.loads(CLUSTER.replace("ALLOCATE", allocate)), columns, paths, of="idle.energy", cluster="systems.cluster")
        assert numbered["row"] == ["1", "2", "unallocated"]


def test_cluster_and_shards_have_the_bits_of_the_command():
    jobs = numpy.random.default_rng(4)
    frame = pandas.DataFrame({"job": [f"j{n}" for n in range(1000)], "time [GPU*h]": jobs.uniform(0.1, 19, 1000), "hours [h]": jobs.uniform(3, 200, 1000)})
    paths = {"time": "activities.job.device_time", "hours": "activities.job.duration"}
    words = [word for name, path in paths.items() for word in ("--map", f"{name}={path}")]
    for cluster in ("", "systems.cluster"):
        template = CLUSTER.replace("ALLOCATE", "owner")
        more = {"of": ["total", "embodied"], "id": "job", "cluster": cluster}
        options = [*words, "--of", "total", "--of", "embodied", "--id", "job", *(["--cluster", cluster] if cluster else [])]
        rows = by_command(frame, template, *options)
        assert_same(lca.fleet(lca.loads(template), frame, paths, **more), rows)
        parts = [lca.fleet(lca.loads(template), frame, paths, shard=f"{n}/3", **more) for n in (1, 2, 3)]
        whole = {name: [one for part in parts for one in part[name]] for name in parts[0]}
        assert_same({name: column if isinstance(parts[0][name], list) else numpy.array(column) for name, column in whole.items()}, rows)
        assert len(rows) == (1001 if cluster else 1000) and [len(part["job"]) for part in parts[:2]] == [333, 333]


def test_what_is_no_cluster_and_no_shard():
    columns, paths = {"time": [100.0]}, {"time": "activities.job.device_time [GPU*h]"}
    template = lca.loads(CLUSTER.replace("ALLOCATE", "use"), "job.yaml")
    assert "did you mean `cluster`?" in str(fault_of(template, columns, paths, cluster="systems.clustr"))
    for shard in ("0/2", "3/2", "x", "1", "1/0"):
        fault = fault_of(template, columns, paths, shard=shard)
        assert "is not a part" in fault.message and "3/8" in fault.expectation, fault.faults
    assert "--by sums all rows" in str(fault_of(template, columns, paths, shard="1/2", by="time"))
    over = fault_of(template, {"time": [9600.0, 9985.0], "hours": [240.0, 240.0]}, {**paths, "hours": "activities.job.duration [h]"}, cluster="systems.cluster")
    assert (over.file, over.line) == ("job.yaml", 5) and "in all rows together `job` takes `cluster` for 10.2" in over.message, over.faults


def test_columns_called_by_their_paths():
    named = pandas.DataFrame({ENERGY + " [kWh]": [10.0, 20.0], "sites.here.pue": [1.1, 1.3], "id": ["a", "b"]})
    table = lca.fleet(lca.loads(TEMPLATE), named, id="id")
    numpy.testing.assert_allclose(table["total [kgCO2e]"], [10 * 1.1 * 0.057, 20 * 1.3 * 0.057], rtol=1e-14)
    joined = named.join(pandas.DataFrame(lca.fleet(lca.loads(TEMPLATE), named.drop(columns="id")), index=named.index))
    assert joined["total [kgCO2e]"].tolist() == table["total [kgCO2e]"].tolist()


def test_what_columns_hold():
    """Numbers of any type, texts with units, dates; what is missing is missing."""
    map_ = {"e": ENERGY}
    expected = 10 * 1.2 * 0.057
    for values in (["10 kWh"], pandas.Series(["36 MJ"], dtype="string"), pandas.Series(["10 kWh"], dtype="category")):
        assert abs(lca.fleet(lca.loads(TEMPLATE), {"e": values}, map_)["total [kgCO2e]"][0] / expected - 1) < 1e-14
    for values in (numpy.array([10], dtype="float32"), numpy.array([10], dtype="uint8"), pandas.Series([10], dtype="Int64"), (10,), [10, None]):
        table = lca.fleet(lca.loads(TEMPLATE), {"e": values}, {"e": ENERGY + " [kWh]"})
        assert abs(table["total [kgCO2e]"][0] / expected - 1) < 1e-14
    assert numpy.isnan(table["total [kgCO2e]"][1]) and table["why_not"][1] == "`e` is empty"
    dates = pandas.to_datetime(["2024-01-31", "2024-02-01", "2024-02-02"])
    sums = lca.fleet(lca.loads(TEMPLATE), {"e": [1.0, 2.0, 3.0], "day": dates}, {"e": ENERGY + " [kWh]"}, by="day:month")
    assert sums["day:month"] == ["2024-01", "2024-02"] and sums["rows"].tolist() == [1, 2]


def test_faults_have_row_and_heading():
    columns = {"user": ["ada", "bob", "eve"], "energy": ["10 kWh", "20 kWh", "20 km"]}
    fault = fault_of(lca.loads(TEMPLATE), columns, {"energy": ENERGY}, strict=True)
    first = fault.faults[0]
    assert (first.file, first.row, first.heading, first.severity) == ("<table>", 2, "energy", "error"), fault.faults
    assert "20 km" in first.message and "row 2" in str(fault), str(fault)
    fault = fault_of(lca.loads(TEMPLATE), columns, {"enrgy": ENERGY})
    assert "enrgy" in fault.message and "did you mean `energy`?" in fault.hint, fault.faults
    assert "twice" in fault_of(lca.loads(TEMPLATE), {"e [kWh]": [1.0]}, {"e": ENERGY + " [MJ]"}).message
    assert fault_of(lca.loads(TEMPLATE), {"e": [1.0]}, {"e": "activities.job.dynamic.enrgy [kWh]"}).message
    assert fault_of(lca.loads(TEMPLATE), {"e": [1.0]}, {"e": ENERGY + " [km]"}).message
    assert fault_of(lca.loads(TEMPLATE), {"e": [numpy.nan]}, {"e": ENERGY + " [kWh]"}).message
    assert "no rows" in fault_of(lca.loads(TEMPLATE), {"e": []}, {"e": ENERGY + " [kWh]"}).message
    assert "NUL" in fault_of(lca.loads(TEMPLATE), {"e": ["1\0 kWh"]}, {"e": ENERGY}).message
    assert fault_of(lca.loads(TEMPLATE.replace("pue", "puu"), "job.yaml"), {"e": [1.0]}, {"e": ENERGY + " [kWh]"}).file == "job.yaml"
    for wrong, kind in (({"e": [1.0], "f": [1.0, 2.0]}, ValueError), ({"e": [[1.0]]}, ValueError), ({1: [1.0]}, TypeError)):
        try:
            lca.fleet(lca.loads(TEMPLATE), wrong, {"e": ENERGY + " [kWh]"}, id="f")
        except kind:
            continue
        raise AssertionError(wrong)


# Each asks for more than it can do in a minute, says when it begins, and exits with 7 where Ctrl-C ended it.
MANY = "lca: 1\ntitle: t\nparameters:\n" + "".join(
    f"  a{i}: {{value: 3 kWh, uncertainty: {{distribution: lognormal, gsd: 1.2}}}}\n" for i in range(200)) + (
    "outputs:\n  sum: =" + " + ".join(f"a{i}" for i in range(200)) + "\n")
LONG = CLUSTER.replace("ALLOCATE", "use").replace("period: 10 d", "period: 5 yr")
ENDLESS = {
    "sample": "lca.loads(MANY).sample(20_000_000, of='outputs.sum')",
    "sweep": "lca.load(BLOOM).sweep({'sites.idris.pue': '1..2:100000000'})",
    "fleet": "lca.fleet(lca.loads(UNIFORM), {'a': numpy.linspace(1, 2, 30_000_000)}, {'a': 'parameters.a.value [kWh]'}, of='outputs.energy')",
    "fleet of a cluster": "lca.fleet(lca.loads(LONG), {'a': numpy.linspace(1e-6, 2e-6, 30_000_000)}, {'a': 'activities.job.device_time [GPU*h]'}, cluster='systems.cluster')",
}


def test_ctrl_c_ends_long_work():
    for name, call in ENDLESS.items():
        program = f"""
import signal, sys, numpy, lca
signal.signal(signal.SIGINT, signal.default_int_handler)
BLOOM, UNIFORM, MANY, LONG = {BLOOM!r}, {UNIFORM!r}, {MANY!r}, {LONG!r}
try:
    print("begins", flush=True)
    {call}
except KeyboardInterrupt:
    sys.exit(7)
"""
        process = subprocess.Popen([sys.executable, "-c", program], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        assert process.stdout.readline() == b"begins\n", process.stderr.read()
        time.sleep(1.5)
        assert process.poll() is None, (name, "was over before it was interrupted", process.stderr.read())
        begin = time.monotonic()
        process.send_signal(signal.SIGINT)
        code = process.wait(60)
        took = time.monotonic() - begin
        process.stdout.close()
        error = process.stderr.read().decode()
        process.stderr.close()
        assert code == 7 and took < 5, (name, code, took, error)
        print(f"{name}: ended {1000 * took:.0f} ms after Ctrl-C")


def test_speed():
    """A million rows of two columns; a bound that catches work done row by row, not a bench."""
    energy, pue = numpy.linspace(1, 1000, 1_000_000), numpy.linspace(1.0, 1.5, 1_000_000)
    begin = time.perf_counter()
    table = lca.fleet(lca.loads(TEMPLATE), {"e": energy, "p": pue}, {"e": ENERGY + " [kWh]", "p": "sites.here.pue"})
    took = time.perf_counter() - begin
    numpy.testing.assert_allclose(table["total [kgCO2e]"], energy * pue * 0.057, rtol=1e-13)
    print(f"1e6 rows: {took:.2f} s")
    assert took < 60, took


run(globals())
