"""`lca fleet`: a template for each row of a table. Numbers are worked by hand: energy × PUE × intensity + time ÷ life × embodied."""
import csv
import io
import json
import pathlib
import random
import tempfile

from _lca import ROOT, lca, run_all

TEMPLATE = """lca: 1
title: A job
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
hardware: {gpu: {kind: accelerator, power: {max: 400 W}, embodied: 150 kgCO2e}}
systems: {cluster: {site: here, nodes: 10 node, node: [{hardware: gpu, count: 8}], lifetime: 5 yr}}
activities: {job: {stage: training, system: cluster, device_time: 80 GPU*h, idle: none, dynamic: {energy: 20 kWh}}}
"""
ENERGY = ("--map", "energy=activities.job.dynamic.energy")
TIME = ("--map", "gpu_hours=activities.job.device_time [GPU*h]")
EMBODIED = 150 / (5 * 8760)  # kg for an hour of one accelerator


def fleet(table, *words, template=TEMPLATE, name="jobs.csv", more=()):
    with tempfile.TemporaryDirectory() as folder:
        where = pathlib.Path(folder)
        (where / "job.yaml").write_text(template)
        (where / name).write_bytes(table if isinstance(table, bytes) else table.encode())
        for other, text in more:
            (where / other).write_text(text)
        return lca("fleet", "job.yaml", name, *words, cwd=folder)


def rows_of(done):
    return list(csv.DictReader(io.StringIO(done.out)))


def close(value, expected):
    return abs(float(value) - expected) <= 1e-12 * abs(expected)


def test_a_row_is_the_template_with_its_values():
    rows = rows_of(fleet("job,energy [kWh],gpu_hours\na,10,100\nb,20,50\n", *ENERGY, *TIME, "--id", "job", "--of", "total", "--of",
                         "total.energy").expect(0))
    assert [row["job"] for row in rows] == ["a", "b"]
    for row, (energy, hours) in zip(rows, [(10, 100), (20, 50)], strict=True):
        assert close(row["total [kgCO2e]"], energy * 1.2 * 0.057 + hours * EMBODIED), row
        assert close(row["total.energy [kWh]"], energy * 1.2), row


def test_rows_have_the_bits_of_set():
    rows = rows_of(fleet("energy [kWh],gpu_hours,grid\n3.3,17,FRA\n7.7,19,DEU\n1e1,23,FRA\n", *ENERGY, *TIME, "--map", "grid=sites.here.grid").expect(0))
    for row, (energy, hours, grid) in zip(rows, [("3.3", 17, "FRA"), ("7.7", 19, "DEU"), ("1e1", 23, "FRA")], strict=True):
        data = json.loads(lca("evaluate", "-", "--set", f"activities.job.dynamic.energy={energy} kWh", "--set", f"activities.job.device_time={hours} GPU*h",
                              "--set", f"sites.here.grid={grid}", "--format", "json", input=TEMPLATE.encode()).expect(0).out)
        assert float(row["total [kgCO2e]"]) == data["results"]["total"]["gwp_kgco2e"], (row, data["results"]["total"])


def test_rows_without_results_are_listed_and_counted_and_never_dropped():
    table = "job,energy [kWh],grid\na,10,FRA\nb,,FRA\nc,-5,FRA\nd,5,XYZ\ne,x,FRA\nf,1e400,FRA\ng,nan,FRA\n"
    done = fleet(table, *ENERGY, "--map", "grid=sites.here.grid", "--id", "job").expect(
        0, err=["jobs.csv:3:3: warning: no results: `energy` is empty", "jobs.csv:4: warning: no results: ", "which is out of range",
                "jobs.csv:5: warning: no results: unknown grid `XYZ`", "jobs.csv:6:3: warning: no results: `energy` is `x`",
                "7 rows, 6 of them without results, which no sum counts"])
    rows = rows_of(done)
    assert [row["job"] for row in rows] == list("abcdefg") and [bool(row["total [kgCO2e]"]) for row in rows] == [True] + 6 * [False]
    assert all(row["why_not"] for row in rows[1:]) and not rows[0]["why_not"]
    fleet(table, *ENERGY, "--map", "grid=sites.here.grid", "--strict").expect(2, no_out=True, err=["jobs.csv:3:3: error: `energy` is empty"])


def test_an_empty_line_of_one_column_is_a_row():
    """Two columns tell an empty line from a row; of one column it is a row without a figure. At the end of a file it is neither."""
    done = fleet("energy [kWh]\n10\n\n\n20\n\n", *ENERGY).expect(0, err=["jobs.csv:3:1: warning: no results: `energy` is empty",
                                                                "jobs.csv:4:1: warning: no results: `energy` is empty", "4 rows, 2 of them without results"])
    assert [bool(row["total [kgCO2e]"]) for row in rows_of(done)] == [True, False, False, True]
    assert len(rows_of(fleet("job,energy [kWh]\na,10\n\nb,20\n", *ENERGY).expect(0))) == 2


def test_a_unit_in_the_cell_and_in_the_heading():
    for table, words in (("energy [kWh]\n1\n1.5 kWh\n", ENERGY), ("energy\n1\n1.5 kWh\n", ("--map", ENERGY[1] + " [kWh]"))):
        fleet(table, *words).expect(0, err=["jobs.csv:3:1: warning: no results: `energy` is `1.5 kWh`",
                                            "hint: the unit of the whole column is stated, [kWh]: write the number alone"])
    assert "whole column" not in fleet("energy [kWh]\n1\n1 500\n", *ENERGY).expect(0).err


def test_more_than_exists_and_whole_numbers():
    table = "n,hours\n8,1\n80,1\n90,1\n2.5,1\n"
    template = TEMPLATE.replace("device_time: 80 GPU*h", "devices: 8 GPU, duration: 1 h")
    rows = rows_of(fleet(table, "--map", "n=activities.job.devices [GPU]", template=template).expect(0))
    assert [bool(row["why_not"]) for row in rows] == [False, False, True, False], rows
    assert "uses 90 GPU" in rows[2]["why_not"], rows
    rows = rows_of(fleet("n\n8\n2.5\n9\n", "--map", "n=systems.cluster.node.0.count").expect(0))
    assert "whole number" in rows[1]["why_not"] and not rows[0]["why_not"] and not rows[2]["why_not"], rows


def test_sums_by_columns_and_months():
    table = "user,start,energy [kWh]\nann,2024-01-03,10\nbob,2024-01-05T10:00:00Z,20\nann,2024-02-01,30\nann,2024-02-02,\nann,soon,1\n"
    rows = rows_of(fleet(table, *ENERGY, "--by", "user", "--by", "start:month", "--of", "total.energy").expect(0))
    found = {(row["user"], row["start:month"]): row for row in rows}
    assert list(found) == sorted(found) and close(found["ann", "2024-01"]["total.energy [kWh]"], 12)
    assert close(found["ann", "2024-02"]["total.energy [kWh]"], 36) and close(found["bob", "2024-01"]["total.energy [kWh]"], 24)
    assert "1 of 2 rows are not counted" in found["ann", "2024-02"]["why_not"] and not found["bob", "2024-01"]["why_not"]
    assert found["ann", ""]["total.energy [kWh]"] == "" and "not a date" in found["ann", ""]["why_not"]


def test_sums_name_what_they_do_not_count_and_what_dates_do_not_choose():
    partial = TEMPLATE.replace("idle: none", "idle: not_assessed")
    rows = rows_of(fleet("u,start,energy [kWh]\na,2024-01-02T00:00Z,1\na,2024-01-03T00:00Z,2\n", *ENERGY, "--by", "u", "--by", "start:month",
                         template=partial).expect(0, err="--by start:month only sorts rows"))
    assert [row["gaps"] for row in rows] == ["job.idle"], rows
    done = fleet("start,energy [kWh]\n2024-01-02T00:00Z,1\n", *ENERGY, "--map", "start=activities.job.start", "--by", "start:month").expect(0)
    assert "only sorts rows" not in done.err


def test_what_is_not_assessed_is_no_zero():
    rows = rows_of(fleet("energy [kWh]\n1\n2\n", *ENERGY, "--of", "total", "--of", "total.water").expect(0, err="not assessed"))
    assert all(row["total.water [L]"] == "" and "total.water" in row["why_not"] for row in rows), rows
    partial = TEMPLATE.replace("idle: none", "idle: not_assessed")
    done = fleet("energy [kWh]\n1\n", *ENERGY, template=partial).expect(0, err="Not counted: job.idle")
    assert rows_of(done)[0]["gaps"] == "job.idle"


def made_table(count):
    draw = random.Random(7)
    lines = ["job,user,start,energy [kWh],gpu_hours,grid"]
    for n in range(count):
        lines.append(f"{n},u{draw.randrange(50)},2024-{draw.randrange(12) + 1:02}-{draw.randrange(28) + 1:02},{draw.randrange(1, 900) / 10},"
                     f"{draw.randrange(1, 400)},{draw.choice(['FRA', 'DEU', 'SWE'])}")
    return "\n".join(lines) + "\n"


def test_shards_are_the_bytes_of_the_whole():
    table, words = made_table(1000), (*ENERGY, *TIME, "--map", "grid=sites.here.grid", "--id", "job", "--quiet")
    for form in "csv", "jsonl":
        whole = fleet(table, *words, "--format", form).expect(0).out
        parts = [fleet(table, *words, "--format", form, "--shard", f"{n}/7").expect(0).out for n in range(1, 8)]
        assert "".join(parts) == whole
    fleet(table, *words, "--by", "user", "--shard", "1/2").expect(2, err="--by sums all rows")
    lca("fleet", "a.yaml", "-", *ENERGY, "--shard", "1/2").expect(2, err="reads the table twice")


def test_a_hundred_thousand_jobs_by_user_and_month():
    """Sums of the groups are the sum of all, which is the closed form over the table."""
    table = made_table(100_000)
    rows = rows_of(fleet(table, *ENERGY, *TIME, "--by", "user", "--by", "start:month").expect(0))
    assert len(rows) == 50 * 12 and sum(int(float(row["rows"])) for row in rows) == 100_000
    expected = sum(float(row["energy [kWh]"]) * 1.2 * 0.057 + float(row["gpu_hours"]) * EMBODIED for row in csv.DictReader(io.StringIO(table)))
    assert abs(sum(float(row["total [kgCO2e]"]) for row in rows) / expected - 1) < 1e-9


def test_tables_that_do_not_fit():
    for table, words, says in (
            ("energy [kWh]\n", ENERGY, "jobs.csv:2: error: the table has no rows"),
            ("", ENERGY, "the file is empty"),
            ("enrgy [kWh]\n1\n", ENERGY, "there is no column `energy`, which --map names"),
            ("energy [kWh];b\n1;2\n", ENERGY, "this file is separated by semicolons: separate it by commas"),
            ("energy [kWh],energy\n1,2\n", ENERGY, "the column `energy` appears twice"),
            ("energy [kWh]\n1\n", ("--map", "energy=activities.job.dynamic.energy [kWh]"), "is stated twice"),
            ("energy [kg]\n1\n", ENERGY, "is of dimension energy"),
            ("energy [kWx]\n1\n", ENERGY, "the unit of `energy`"),
            ("energy [kWh],b [kWh]\n1,2\n", (*ENERGY, "--map", "b=activities.job.dynamic.energy"), "two columns"),
            ("e [kWh],d\n1,{energy: 2 kWh}\n", ("--map", "e=activities.job.dynamic.energy", "--map", "d=activities.job.dynamic"), "which is part of it"),
            ("d,e [kWh]\n{energy: 2 kWh},1\n", ("--map", "d=activities.job.dynamic", "--map", "e=activities.job.dynamic.energy"), "which is part of it"),
            ("energy [kWh],b\n1,2\n3\n", ENERGY, "a row of 1 cell under 2 headings"),
            ("energy [kWh],b\n1,2\n3", ENERGY, "cut off in the middle of a line"),
            ("energy [kWh]\n1\n", (*ENERGY, "--of", "totl"), "totl"),
            ("energy [kWh]\n1\n", (*ENERGY, "--id", "job"), "which --id names"),
            ("energy [kWh]\n1\n", ("--map", "energy"), "there is no `=`"),
            ("energy [kWh]\nx\n", ENERGY, "no row of the table could be evaluated"),
            (b"energy [kWh]\n1\x00\n", ENERGY, "error")):
        done = fleet(table, *words).expect(2, err=says)
        assert done.code == 2, (table, words)
    lca("fleet", "job.yaml", "none.csv", *ENERGY).expect(3)


LINES = """{"job": "a", "energy [kWh]": 10, "grid": "FRA"}
{"energy [kWh]": 2.50, "job": "b\\u00e9", "grid": "DEU"}

{"job": null, "energy [kWh]": 4, "grid": "FRA"}
{"job": 7, "grid": "FRA"}
{"job": 8, "energy [kWh]": "1e1", "grid": "FRA"}
"""


def test_json_lines_are_the_same_table():
    words = (*ENERGY, "--map", "grid=sites.here.grid", "--id", "job")
    done = fleet(LINES, *words, name="jobs.jsonl").expect(0, err=["jobs.jsonl:5:1: warning: no results: `energy` is empty", "5 rows, 1 of them without"])
    table = 'job,energy [kWh],grid\na,10,FRA\nb\u00e9,2.50,DEU\n,4,FRA\n7,,FRA\n8,1e1,FRA\n'
    assert done.out == fleet(table, *words).expect(0).out
    assert fleet(LINES, *words, name="jobs.txt").expect(0).out == done.out  # known by its first byte
    assert fleet(b"\xef\xbb\xbf" + LINES.encode(), *words, name="jobs.txt").expect(0).out == done.out
    parts = [fleet(LINES, *words, "--shard", f"{n}/3", "--quiet", name="jobs.jsonl").expect(0).out for n in (1, 2, 3)]
    assert "".join(parts) == done.out
    fleet(LINES, *words, "--strict", name="jobs.jsonl").expect(2, no_out=True, err="jobs.jsonl:5:1: error: `energy` is empty")


def test_json_lines_that_do_not_fit():
    good = '{"energy [kWh]": 1, "b": 2}\n'
    for line, says in (
            ('{"energy [kWh]": 1, "b": {"c": 1}}', "jobs.jsonl:2:26: error: `b` is an object"),
            ('{"energy [kWh]": [1]}', "jobs.jsonl:2:18: error: `energy [kWh]` is a list"),
            ('{"energy [kWh]": 1, "c": 1}', "jobs.jsonl:2:21: error: the key `c` is not among those of the first row"),
            ('{"b": 1, "b": 2}', "jobs.jsonl:2:10: error: duplicate key `b`"),
            ('{"energy [kWh]": 1, "b', "jobs.jsonl:2:"),
            ('{"energy [kWh]": 1', "jobs.jsonl:2:"),
            ("[1]", "jobs.jsonl:2:1: error: a list, where a row belongs"),
            ("7", "jobs.jsonl:2:1: error: a value without a key"),
            ('{"energy [kWh]": NaN}', "jobs.jsonl:2:18: error: "),
            ('{"energy [kWh]": {"value": 1, "unit": "kWh"}}', "jobs.jsonl:2:18: error: `energy [kWh]` is an object"),
            ('{"energy [kWh]": 1, "b": [[2]]}', "jobs.jsonl:2:26: error: `b` is a list"),
            ('{"b": "\\u0000"}', "jobs.jsonl:2:7: error: a NUL within a text"),
            ('{"energy [kWh]": 1} {"energy [kWh]": 1}', "text after the end of the JSON")):
        fleet(good + line, *ENERGY, name="jobs.jsonl").expect(2, err=[says, "the table is incomplete"])
    fleet("", *ENERGY, name="jobs.jsonl").expect(2, err="the file is empty")
    fleet("{}\n", *ENERGY, name="jobs.jsonl").expect(2, err="there is no column `energy`")


def test_json_values_of_another_type():
    """They are cells like others: a row without results, at its place."""
    lines = '{"energy [kWh]": 1, "g": "FRA"}\n{"energy [kWh]": true, "g": "FRA"}\n{"energy [kWh]": "much", "g": "FRA"}\n{"energy [kWh]": "", "g": 7}\n{"energy [kWh]": 1, "g": false}\n'
    done = fleet(lines, *ENERGY, "--map", "g=sites.here.grid", name="jobs.jsonl").expect(
        0, err=["jobs.jsonl:2:18: warning: no results: `energy` is `true`", "jobs.jsonl:3:18: warning: no results: `energy` is `much`", "jobs.jsonl:4:18: warning: no results: `energy` is empty",
                "jobs.jsonl:5: warning: no results: ", "5 rows, 4 of them without results"])
    assert [bool(row["why_not"]) for row in rows_of(done)] == [False, True, True, True, True]


HOURS = "t,v\n" + "".join(f"2024-01-{day + 1:02}T{hour:02}:00:00Z,{100 if day == 0 else 500}\n" for day in range(3) for hour in range(24))
SERIES = "{series: hours.csv, time: t, value: v, unit: gCO2e/kWh}"


def test_a_number_that_chooses_hours_is_not_taken_by_columns():
    """100 g/kWh on the first day, 500 after it: 20 kWh at PUE 1.2 over 12, 36 and 48 hours. The first row does not leave the first day."""
    table = f'hours [h],grid\n6,FRA\n12,"{SERIES}"\n36,"{SERIES}"\n48,"{SERIES}"\n'
    words = ("--map", "hours=activities.job.duration", "--map", "grid=sites.here.grid", "--of", "dynamic")
    template = TEMPLATE.replace("device_time: 80 GPU*h", "devices: 8 GPU, start: 2024-01-01T00:00:00Z, duration: 10 h")
    found = [row["dynamic [kgCO2e]"] for row in rows_of(fleet(table, *words, template=template, more=[("hours.csv", HOURS)]).expect(0))]
    for value, mean in zip(found[1:], (100, (24 * 100 + 12 * 500) / 36, 300), strict=True):
        assert abs(float(value) / (24 * mean / 1000) - 1) < 1e-12, (found, mean)


def test_a_part_without_results_is_a_part():
    table = "energy [kWh]\n" + "x\n" * 5 + "1\n" * 5
    whole = fleet(table, *ENERGY, "--quiet").expect(0).out
    assert "".join(fleet(table, *ENERGY, "--quiet", "--shard", f"{n}/4").expect(0).out for n in range(1, 5)) == whole
    many = fleet("energy [kWh]\n" + "x\n" * 20_000 + "1\n", *ENERGY, "--quiet").expect(0)
    assert many.out.count("\n") == 20_002


def test_more_texts_than_are_kept():
    """Kinds of rows are forgotten on the way; rows are not."""
    lines = [f"{n % 7 + 1},job {n % 9000}" for n in range(20_000)]
    done = fleet("energy [kWh],t\n" + "\n".join(lines) + "\n", *ENERGY, "--map", "t=activities.job.title", "--of", "total.energy", "--quiet").expect(0)
    rows = rows_of(done)
    assert len(rows) == 20_000 and rows[9999]["row"] == "10000"
    assert all(close(row["total.energy [kWh]"], (n % 7 + 1) * 1.2) for n, row in enumerate(rows))


def test_an_open_end_is_a_warning():
    fleet("energy [kWh]\n1\n20", *ENERGY).expect(0, err="jobs.csv:3:1: warning: no line end follows the last row")
    fleet("energy [kWh]\n1\n20\n", *ENERGY, "--quiet").expect(0, no_err=True)


def test_warnings_say_the_row():
    """PUE 12 is implausible; what is only tried out (12.5 times the last value, say) is not said."""
    done = fleet("pue\n1.2\n9.9\n12\n1.3\n", "--map", "pue=sites.here.pue").expect(0, err="jobs.csv:4: warning: at sites.here.pue = 12")
    assert done.err.count("warning") == 1, done.err
    assert "warning" not in fleet("pue\n9.5\n9.9\n9.7\n", "--map", "pue=sites.here.pue").expect(0).err


def test_options_that_contradict_each_other():
    table = "energy [kWh],user\n1,a\n"
    for words, says in (
            (("--set", "activities.job.dynamic.energy=3 kWh"), "--set `activities.job.dynamic.energy` and --map `activities.job.dynamic.energy` give the same value"),
            (("--set", "activities.job.dynamic={energy: 3 kWh}"), "give values of which one is part of the other"),
            (("--of", "total", "--of", "total"), "--of names `total` twice"),
            (("--by", "user", "--by", "user"), "--by names `user` twice"),
            (("--by", "user", "--by", "User"), "--by names the column `User` twice")):
        fleet(table, *ENERGY, *words).expect(2, no_out=True, err=says)
    fleet(table, *ENERGY, "--set", "activities.job.dynamic_energy=3 kWh").expect(2, err="dynamic_energy")
    rows = rows_of(fleet("start,energy [kWh]\n2024-01-02,1\n", *ENERGY, "--by", "start", "--by", "start:month").expect(0))
    assert (rows[0]["start"], rows[0]["start:month"]) == ("2024-01-02", "2024-01")


def test_no_partial_file():
    with tempfile.TemporaryDirectory() as folder:
        where = pathlib.Path(folder)
        (where / "job.yaml").write_text(TEMPLATE)
        (where / "jobs.csv").write_text("energy [kWh],b\n" + "1,2\n" * 40_000 + "3\n")
        lca("fleet", "job.yaml", "jobs.csv", *ENERGY, "--output", "out.csv", cwd=folder).expect(2)
        assert sorted(one.name for one in where.iterdir()) == ["job.yaml", "jobs.csv"]
        (where / "jobs.csv").write_text("energy [kWh]\n1\n")
        lca("fleet", "job.yaml", "jobs.csv", *ENERGY, "--output", "jobs.csv", cwd=folder).expect(2, err="is an input file")


def test_the_example():
    words = ("examples/fleet/job.yaml", "examples/fleet/jobs.csv", "--map", "energy=activities.job.dynamic.energy", "--map",
             "gpu_hours=activities.job.device_time", "--map", "region=sites.here.grid")
    rows = rows_of(lca("fleet", *words, "--id", "job", cwd=ROOT).expect(0, err=["`energy` is empty", "8 rows, 1 of them without results"]))
    assert [row["job"] for row in rows if row["why_not"]] == ["1006"] and len(rows) == 8


run_all(globals())
