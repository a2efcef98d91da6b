"""`lca fleet --cluster`: all rows share a system over its period. Shares are worked by hand, and compared with one scenario that has an activity for each row."""
import csv
import io
import json
import pathlib
import random
import tempfile

from _lca import lca, run_all

TEMPLATE = """lca: 1
title: A job
sites: {{here: {{grid: {{intensity: 57 gCO2e/kWh}}, pue: 1.2}}}}
hardware: {{gpu: {{kind: accelerator, power: {{max: 400 W}}, embodied: 150 kgCO2e}}, switch: {{kind: network, embodied: 300 kgCO2e}}}}
systems:
  cluster: {{site: here, nodes: 10 node, node: [{{hardware: gpu, count: 8}}], shared: [{{hardware: switch}}], lifetime: 5 yr, period: 10 d, idle: {{system_power: 2 kW}}, allocate: {allocate}}}
activities:
{activities}
"""
JOB = "  {id}: {{stage: training, system: cluster, device_time: {time} GPU*h, duration: {hours} h, requests: {requests} request, dynamic: {{energy: {energy} kWh}}}}"
COLUMNS = {"energy [kWh]": "activities.job.dynamic.energy", "time [GPU*h]": "activities.job.device_time", "hours [h]": "activities.job.duration",
           "requests [request]": "activities.job.requests"}
MAP = [word for column, path in COLUMNS.items() for word in ("--map", f"{column.split(' ')[0]}={path}")]
CLUSTER = ("--cluster", "systems.cluster")
IDLE = 2 * 240 * 1.2  # kWh at the meter over 10 d
EMBODIED = (80 * 150 + 300) * 240 / (5 * 8760)  # kg over 10 d
WHOLE = IDLE * 0.057 + EMBODIED


def template(allocate="use", activities=JOB.format(id="job", time=8, hours=1, requests=1, energy=1)):
    return TEMPLATE.format(allocate=allocate, activities=activities)


def table_of(rows):
    return ",".join(["job", *COLUMNS]) + "\n" + "".join(f"j{n}," + ",".join(map(str, row)) + "\n" for n, row in enumerate(rows))


def fleet(table, *words, scenario=None):
    with tempfile.TemporaryDirectory() as folder:
        (pathlib.Path(folder) / "job.yaml").write_text(template() if scenario is None else scenario)
        (pathlib.Path(folder) / "jobs.csv").write_text(table)
        return lca("fleet", "job.yaml", "jobs.csv", *words, cwd=folder)


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.out)))


def close(value, expected, within=1e-12):
    return abs(float(value) - expected) <= within * abs(expected)


TWO = table_of([(10, 100, 20, 1), (20, 300, 50, 9)])


def test_by_device_time_the_rows_carry_all():
    rows = rows_of(fleet(TWO, *MAP, *CLUSTER, "--id", "job", "--of", "total", "--of", "idle.energy", "--of", "embodied", "--of", "dynamic").expect(
        0, err=["The rows use `systems.cluster` for 2.08 % of its period", "Nothing is left unallocated."]))  # 5 h of 240
    assert [row["job"] for row in rows] == ["j0", "j1", "unallocated"]
    for row, energy, share in zip(rows, (10, 20), (1 / 4, 3 / 4)):
        assert close(row["idle.energy [kWh]"], share * IDLE) and close(row["embodied [kgCO2e]"], share * EMBODIED), row
        assert close(row["dynamic [kgCO2e]"], energy * 1.2 * 0.057)
        assert close(row["total [kgCO2e]"], energy * 1.2 * 0.057 + share * WHOLE)
    rest = rows[2]
    assert [float(rest[name]) for name in ("total [kgCO2e]", "idle.energy [kWh]", "embodied [kgCO2e]")] == [0, 0, 0]
    assert rest["dynamic [kgCO2e]"] == "" and rest["why_not"] == "dynamic: only single rows have this result", rest


def test_by_owner_the_rest_is_unallocated():
    rows = rows_of(fleet(TWO, *MAP, *CLUSTER, "--id", "job", "--of", "idle", "--of", "embodied", scenario=template("owner")).expect(0, err="`unallocated`"))
    for row, hours in zip(rows, (100 / 80, 300 / 80, 235), strict=True):
        assert close(row["idle [kgCO2e]"], hours / 240 * IDLE * 0.057) and close(row["embodied [kgCO2e]"], hours / 240 * EMBODIED), row


def made_rows(count, seed):
    draw = random.Random(seed)
    rows = []
    for _ in range(count):
        hours = draw.randrange(1, 240)
        rows.append((draw.randrange(1, 900) / 10, round(hours * draw.random() * 80 / count, 3), hours, draw.randrange(0, 50)))
    return rows


def test_rows_are_the_activities_of_one_scenario():
    """For every way to divide: a row's idle and embodied parts are those of an activity among all of them, and all add up to the whole."""
    for seed, allocate in enumerate(("use", "time", "requests", "owner")):
        rows = made_rows(40, seed)
        jobs = "\n".join(JOB.format(id=f"j{n}", energy=row[0], time=row[1], hours=row[2], requests=row[3]) for n, row in enumerate(rows))
        with tempfile.TemporaryDirectory() as folder:
            (pathlib.Path(folder) / "all.yaml").write_text(template(allocate, jobs))
            data = json.loads(lca("evaluate", "all.yaml", "--format", "json", cwd=folder).expect(0).out)["results"]
        answer = rows_of(fleet(table_of(rows), *MAP, *CLUSTER, "--id", "job", "--of", "idle", "--of", "embodied", "--of", "total.energy", scenario=template(allocate)).expect(0))
        for row in answer[:-1]:
            for phase in "idle", "embodied":
                assert close(row[f"{phase} [kgCO2e]"], data[f"{row['job']}.{phase}"]["gwp_kgco2e"]), (allocate, row)
            assert close(row["total.energy [kWh]"], data[row["job"]]["energy_kwh"]), (allocate, row)
        for phase, whole in ("idle", IDLE * 0.057), ("embodied", EMBODIED):
            assert abs(sum(float(row[f"{phase} [kgCO2e]"]) for row in answer) / whole - 1) < 1e-9, (allocate, phase)
            expected = data[f"unallocated.{phase}"]["gwp_kgco2e"] if allocate == "owner" else 0
            assert abs(float(answer[-1][f"{phase} [kgCO2e]"]) - expected) <= 1e-12 * expected, (allocate, phase)


def test_sums_shards_and_lines_have_the_same_rest():
    for allocate in "use", "owner":
        table = table_of(made_rows(300, 5)).replace("job,", "user,", 1).replace("\nj", "\nu")
        words = (*MAP, *CLUSTER, "--of", "total", "--of", "idle.energy", "--quiet")
        scenario = template(allocate)
        whole = fleet(table, *words, "--id", "user", scenario=scenario).expect(0)
        assert "".join(fleet(table, *words, "--id", "user", "--shard", f"{n}/7", scenario=scenario).expect(0).out for n in range(1, 8)) == whole.out
        rows, sums = rows_of(whole), rows_of(fleet(table, *words, "--by", "user", scenario=scenario).expect(0))
        assert sums[-1]["user"] == "unallocated" and sums[-1]["rows"] == "0" and sums[-1]["total [kgCO2e]"] == rows[-1]["total [kgCO2e]"]
        for name in "total [kgCO2e]", "idle.energy [kWh]":
            assert close(sum(float(row[name]) for row in sums), sum(float(row[name]) for row in rows))
        assert close(sum(float(row["idle.energy [kWh]"]) for row in rows), IDLE, 1e-9)
        lines = [json.loads(line) for line in fleet(table, *words, "--id", "user", "--format", "jsonl", scenario=scenario).expect(0).out.splitlines()]
        assert lines[-1]["user"] == "unallocated" and lines[-1]["total [kgCO2e]"] == float(rows[-1]["total [kgCO2e]"])


def test_rows_without_results_carry_nothing():
    """What such a row uses is not known: by use the others carry all, by owner its time is unallocated."""
    table = TWO + "j2,,300,50,1\nj3,5,-1,1,1\n"
    for allocate in "use", "owner":
        with_faults = rows_of(fleet(table, *MAP, *CLUSTER, "--id", "job", "--of", "embodied", scenario=template(allocate)).expect(0, err="4 rows, 2 of them without results"))
        without = rows_of(fleet(TWO, *MAP, *CLUSTER, "--id", "job", "--of", "embodied", scenario=template(allocate)).expect(0))
        assert [row for row in with_faults if row["embodied [kgCO2e]"]] == without, (allocate, with_faults)


def test_a_table_of_rows_without_results():
    """More than the accelerators can do in the row's duration: a fault of each row, as without a cluster."""
    table = table_of([(1, 81.7, 1, 1), (1, 100, 1, 1)])
    for allocate in "use", "owner":
        fleet(table, *MAP, *CLUSTER, scenario=template(allocate)).expect(2, err=["jobs.csv:2: warning: no results: `job` takes 81.7 GPU*h in 1 h", "no row of the table could be evaluated"])
    parts = [fleet(table, *MAP, *CLUSTER, "--shard", f"{n}/2").expect(0).out for n in (1, 2)]
    assert parts[1].splitlines()[-1].startswith("unallocated,,") and "".join(parts).count("\n") == 4, parts


def test_more_than_the_cluster_has():
    """240 h of 80 accelerators are 19,200 GPU h; the language lets 2 % pass."""
    for allocate in "use", "time", "requests", "owner":
        fleet(table_of([(1, 9600, 240, 1), (1, 9984, 240, 1)]), *MAP, *CLUSTER, scenario=template(allocate)).expect(0)
        fleet(table_of([(1, 9600, 240, 1), (1, 9985, 240, 1)]), *MAP, *CLUSTER, scenario=template(allocate)).expect(
            2, no_out=True, err=["job.yaml:6:", "error: in all rows together `job` takes `cluster` for 10.2005 d, longer than its period of 10 d", "nothing was evaluated"])
    rows = rows_of(fleet(table_of([(1, 9600, 240, 1), (1, 9984, 240, 1)]), *MAP, *CLUSTER, "--of", "idle.energy", scenario=template("owner")).expect(0))
    assert float(rows[-1]["idle.energy [kWh]"]) == 0 and close(sum(float(row["idle.energy [kWh]"]) for row in rows), IDLE, 1e-9)  # 2 % over: nothing is left


STARTS = ("--map", "start=activities.job.start")


def dated(rows):
    return "start,time [GPU*h],hours [h]\n" + "".join(f"2024-01-{start}:00Z,{time},{hours}\n" for start, time, hours in rows)


def test_rows_that_run_at_the_same_time():
    """Of 80 accelerators 400 GPU h in 10 h are a half, 160 in 4 h too: all of it from 5:00 on is not too much, half as much again from 6:00 on is."""
    rows = [("01T00:00", 400, 10), ("01T05:00", 400, 10), ("01T06:00", 160, 4), ("02T00:00", 800, 10), ("02T09:00", 800, 10)]
    words = (*MAP[2:6], *STARTS, *CLUSTER)
    done = fleet(dated(rows), *words).expect(0, err=[
        "jobs.csv:4: warning: row 3 starts while rows 1 and 2 run: at 2024-01-01 06:00 UTC they take 150 % of `systems.cluster`, each at its mean\n",
        "jobs.csv:6: warning: row 5 starts while row 4 runs: at 2024-01-02 09:00 UTC they take 200 % of `systems.cluster`"])
    assert done.err.count("warning") == 2 and len(rows_of(done)) == 6, done.err
    shuffled = fleet(dated([rows[n] for n in (4, 2, 0, 3, 1)]), *words).expect(0, err="jobs.csv:3: warning: row 2 starts while rows 3 and 5 run")
    assert shuffled.err.count("warning") == 2, shuffled.err
    # 10 h may have been 2 % shorter: the next may start 11 minutes early. As one follows the other nothing is wrong.
    assert "warning" not in fleet(dated([("01T00:00", 800, 10), ("01T09:49", 800, 10), ("01T20:00", 800, 10)]), *words).expect(0).err
    # Rows without results take nothing; one that takes too much by itself is among them.
    assert "warning: row" not in fleet(dated([("01T00:00", 800, 10), ("01T05:00", 900, 10), ("01T05:00", "", 10)]), *words).expect(0).err
    # Without a start, nobody knows.
    assert "warning" not in fleet("time [GPU*h],hours [h]\n800,10\n800,10\n", *MAP[2:6], *CLUSTER).expect(0).err
    many = fleet(dated([(f"0{1 + n // 12}T{n % 12 * 2:02d}:00", 80, 1) for n in range(24) for _ in "ab"]), *words).expect(0, err="the rows take more of `systems.cluster` than there is at 14 more times")
    assert many.err.count("warning") == 11, many.err


def test_a_cluster_is_one_for_all_rows():
    for column, cells, path, says in (
            ("pue", ("1.2", "1.3"), "sites.here.pue", "jobs.csv:1: error: `pue` changes `systems.cluster`, which must be the same for all rows"),
            ("n", ("8", "9"), "systems.cluster.node.0.count", "changes `systems.cluster`"),
            ("grid", ("FRA", "DEU"), "sites.here.grid", "jobs.csv:3: error: the texts of this row change `systems.cluster`, which must be the same for all rows"),
            ("life", ("5 yr", "6 yr"), "systems.cluster.lifetime", "`systems.cluster`")):
        table = f"time [GPU*h],{column}\n10,{cells[0]}\n10,{cells[1]}\n"
        fleet(table, "--map", "time=activities.job.device_time", "--map", f"{column}={path}", *CLUSTER).expect(2, no_out=True, err=[says, "nothing was evaluated"])


def test_what_is_no_cluster():
    no_period = template().replace(", period: 10 d, idle: {system_power: 2 kW}, allocate: use", "").replace("dynamic:", "idle: none, dynamic:")
    no_idle = template().replace(", idle: {system_power: 2 kW}", "").replace("dynamic:", "idle: none, dynamic:")
    for path, scenario, says in (("cluster", None, "expected the path of a system, such as `systems.cluster`"), ("systems.clust", None, "did you mean `cluster`?"),
                                 ("systems.cluster.nodes", None, "expected the path of a system"), ("sites.here", None, "expected the path of a system"),
                                 ("systems.cluster", no_period, "job.yaml:6:12: error: `systems.cluster` has no period"),
                                 ("systems.cluster", no_idle, "job.yaml:6:12: error: `systems.cluster` states no idle electricity over its period")):
        fleet(TWO, *MAP, "--cluster", path, scenario=scenario).expect(2, no_out=True, err=says)
    fleet(table_of([(1, 0, 1, 0)]), *MAP, *CLUSTER).expect(2, no_out=True, err="is divided among the rows by device time (node time without accelerators), which no row has")
    lca("fleet", "a.yaml", "-", *MAP, *CLUSTER).expect(2, err="--cluster reads the table twice: name a file in place of -")
    fleet(TWO, *MAP, *CLUSTER, "--shard", "1/2", "--by", "job").expect(2, err="--by sums all rows")


def test_without_a_cluster_each_row_counts_the_whole_period():
    done = fleet(TWO, *MAP, "--of", "embodied").expect(0, err=["job.yaml:6:12: warning: each row counts the whole period of `cluster`", "`--cluster systems.cluster` divides the period among the rows"])
    assert [close(row["embodied [kgCO2e]"], EMBODIED) for row in rows_of(done)] == [True, True]


def test_a_small_cluster_of_jobs_by_user_and_month():
    """The worked example, smaller: what users and months carry, and what nobody does, is the whole of the cluster."""
    from_script = pathlib.Path(__file__).resolve().parents[2] / "examples/fleet/make_jobs.py"
    import subprocess
    import sys
    with tempfile.TemporaryDirectory() as folder:
        where = pathlib.Path(folder)
        (where / "jobs.csv").write_text(subprocess.run([sys.executable, from_script, "--jobs", "2000"], stdout=subprocess.PIPE, check=True, text=True).stdout)
        words = ("--map", "energy=activities.job.dynamic.energy", "--map", "gpu_hours=activities.job.device_time", "--map", "start=activities.job.start", "--of", "total", "--of",
                 "idle.energy", "--of", "embodied")
        words = (from_script.parent / "cluster.yaml", "jobs.csv", *words, "--cluster", "systems.cluster", "--by", "user", "--by", "start:month")
        rows = rows_of(lca("fleet", *words, cwd=folder).expect(0))
    assert rows[-1]["user"] == "unallocated" and float(rows[-1]["idle.energy [kWh]"]) > 0
    assert len({row["start:month"] for row in rows}) == 13 and sum(int(row["rows"]) for row in rows) == 2000
    assert close(sum(float(row["idle.energy [kWh]"]) for row in rows), 12 * 8760 * 1.25, 1e-9)  # 12 kW of a year, at PUE 1.25


run_all(globals())
