"""`lca fleet` over a grid with a series: the mean of each row's own hours, compared with a sum over them hour by hour in whole numbers, and with `lca evaluate`."""
import csv
import datetime
import fractions
import io
import json
import pathlib
import random
import tempfile
import zoneinfo

from _lca import lca, run_all

PARIS, UTC = zoneinfo.ZoneInfo("Europe/Paris"), datetime.timezone.utc
SERIES = "{series: hours.csv, time: t, value: v, unit: gCO2e/kWh, zone: Europe/Paris}"
TEMPLATE = """lca: 1
title: A job
sites: {{here: {{grid: {grid}, pue: 1.2}}}}
hardware: {{gpu: {{kind: accelerator, power: {{max: 400 W}}, embodied: 150 kgCO2e}}}}
systems: {{cluster: {{site: here, nodes: 10 node, node: [{{hardware: gpu, count: 8}}], lifetime: 5 yr}}}}
activities:
  job: {{stage: training, system: cluster, start: 2024-01-03T00:00:00Z, duration: 10 h, devices: 8 GPU, idle: none, dynamic: {dynamic}}}
"""
BEGIN = datetime.datetime(2024, 1, 1, tzinfo=UTC)
HOURS = 366 * 24
GAP = (5000, 5007)  # hours that the file lacks
WORDS = ("--map", "start=activities.job.start", "--map", "hours=activities.job.duration", "--map", "energy=activities.job.dynamic.energy", "--of", "dynamic")


def made_series(seed=3, gap=GAP):
    """Values by the hour, and a file whose clocks are those of Paris: an hour is missing in March, one appears twice in October."""
    draw = random.Random(seed)
    values = [draw.randrange(20, 400) for _ in range(HOURS)]
    lines = [f"{(BEGIN + datetime.timedelta(hours=n)).astimezone(PARIS):%Y-%m-%d %H:%M},{value}" for n, value in enumerate(values) if not gap[0] <= n < gap[1]]
    return values, "t,v\n" + "\n".join(lines) + "\n"


def made_rows(count, seed):
    """(start as text, seconds since the begin, hours as text, energy)."""
    draw, rows = random.Random(seed), []
    for _ in range(count):
        second = draw.randrange(HOURS * 3600 - 100 * 3600)
        if draw.random() < 0.3:  # around the clock changes: 31 March and 27 October, 1:00 UTC
            second = int((datetime.datetime(2024, *draw.choice([(3, 31), (10, 27)]), 1, tzinfo=UTC) - BEGIN).total_seconds()) + draw.randrange(-9000, 9000)
        start = (BEGIN + datetime.timedelta(seconds=second)).astimezone(draw.choice([UTC, PARIS, datetime.timezone(datetime.timedelta(hours=-7))]))
        hours = draw.choice(["1", "0.25", f"{draw.randrange(1, 99999) / 1000}", f"{draw.randrange(1, 300) / 100}", "0.001"])
        rows.append((start.isoformat().replace("+00:00", "Z"), second, hours, draw.randrange(1, 5000) / 10))
    return rows


def mean(values, second, hours):
    """Over the hours from there on, as a fraction."""
    begin, left, total = fractions.Fraction(second, 3600), fractions.Fraction(hours), fractions.Fraction(0)
    at = begin
    while at < begin + left:
        upto = min(begin + left, fractions.Fraction(int(at) + 1))
        total += values[int(at)] * (upto - at)
        at = upto
    return total / left


def meets_gap(second, hours, gap=GAP):
    return fractions.Fraction(second, 3600) < gap[1] and fractions.Fraction(second, 3600) + fractions.Fraction(hours) > gap[0]


class Place:
    def __init__(self, grid=SERIES, dynamic="{energy: 20 kWh}", **files):
        self.held = tempfile.TemporaryDirectory()
        self.folder = pathlib.Path(self.held.name)
        (self.folder / "job.yaml").write_text(TEMPLATE.format(grid=grid, dynamic=dynamic))
        for name, text in files.items():
            (self.folder / f"{name}.csv").write_text(text)

    def fleet(self, *words):
        return lca("fleet", "job.yaml", "jobs.csv", *words, cwd=self.folder)

    def rows(self, *words):
        return list(csv.DictReader(io.StringIO(self.fleet(*words).expect(0).out)))

    def evaluated(self, start, hours, energy, *more):
        data = json.loads(lca("evaluate", "job.yaml", "--set", f"activities.job.start={start}", "--set", f"activities.job.duration={hours} h", "--set",
                              f"activities.job.dynamic.energy={energy} kWh", *more, "--format", "json", cwd=self.folder).expect(0).out)
        return data["results"]["dynamic"]["gwp_kgco2e"]


def table_of(rows):
    return "start,hours [h],energy [kWh]\n" + "".join(f"{start},{hours},{energy}\n" for start, _, hours, energy in rows)


def test_each_row_has_the_mean_of_its_own_hours():
    values, series = made_series()
    rows = [row for row in made_rows(3000, 11) if not meets_gap(row[1], row[2])]
    found = Place(hours=series, jobs=table_of(rows)).rows(*WORDS)
    assert len(found) == len(rows)
    for row, (start, second, hours, energy) in zip(found, rows):
        expected = fractions.Fraction(str(energy)) * fractions.Fraction(12, 10) * mean(values, second, hours) / 1000
        assert abs(float(row["dynamic [kgCO2e]"]) / float(expected) - 1) < 1e-12, (start, hours, row, float(expected))


def test_rows_have_the_bits_of_evaluate():
    _, series = made_series()
    rows = [row for row in made_rows(40, 12) if not meets_gap(row[1], row[2])]
    place = Place(hours=series, jobs=table_of(rows))
    for row, (start, _, hours, energy) in zip(place.rows(*WORDS), rows, strict=True):
        assert float(row["dynamic [kgCO2e]"]) == place.evaluated(start, hours, energy), (row, start)


def test_what_meets_a_gap_or_the_end_has_no_result():
    values, series = made_series()
    rows = made_rows(300, 13)
    begin = GAP[0] * 3600

    def at(seconds, hours):
        return ((BEGIN + datetime.timedelta(seconds=seconds)).isoformat().replace("+00:00", "Z"), seconds, hours, 1)

    rows += [at(begin - 3600, "1"), at(begin - 3600, "1.001"), at(begin + 7 * 3600, "1"), at(begin + 7 * 3600 - 1, "1"), at((HOURS - 1) * 3600, "1"), at((HOURS - 1) * 3600, "1.5"),
             at(-3600, "1")]
    done = Place(hours=series, jobs=table_of(rows)).fleet(*WORDS).expect(0)
    for row, (start, second, hours, _) in zip(csv.DictReader(io.StringIO(done.out)), rows, strict=True):
        outside = second < 0 or fractions.Fraction(second) / 3600 + fractions.Fraction(hours) > HOURS
        assert bool(row["why_not"]) == (outside or meets_gap(second, hours)), (start, hours, row)
        if outside:
            assert "but `hours.csv` covers " in row["why_not"], row
        elif row["why_not"]:
            assert "but `hours.csv` has no value from" in row["why_not"], row


def test_starts_that_are_no_times():
    _, series = made_series()
    place = Place(hours=series, jobs="start,hours [h],energy [kWh]\n2024-02-01T00:00:00Z,1,1\n2024-02-30T00:00:00Z,1,1\n2024-02-01 00:00,1,1\n,1,1\n2024-02-01T05:00:00+01:00,1,1\n")
    rows = place.rows(*WORDS)
    assert [bool(row["why_not"]) for row in rows] == [False, True, True, True, False], rows
    assert "`activities.job.start` is" in rows[1]["why_not"] and "its zone is missing" in rows[2]["why_not"], rows


def test_years_are_kinds_of_rows():
    """A grid of the catalogue: each year has its own figure, whatever the hour."""
    starts = [f"{year}-{month:02}-15T{month:02}:30:00Z" for month in (1, 5, 9, 12) for year in (2021, 2022, 2023)]
    place = Place(grid="FRA", jobs="start,hours [h],energy [kWh]\n" + "".join(f"{start},1,10\n" for start in starts))
    for row, start in zip(place.rows(*WORDS), starts, strict=True):
        assert float(row["dynamic [kgCO2e]"]) == place.evaluated(start, 1, 10), (row, start)


def test_the_clock_of_the_text_says_which_year_it_is():
    place = Place(grid="FRA", jobs="start,hours [h],energy [kWh]\n2023-01-01T00:30:00+01:00,1,10\n2022-12-31T23:30:00Z,1,10\n2022-12-31T22:30:00Z,1,10\n")
    for row, start in zip(place.rows(*WORDS), ("2023-01-01T00:30:00+01:00", "2022-12-31T23:30:00Z", "2022-12-31T22:30:00Z"), strict=True):
        assert float(row["dynamic [kgCO2e]"]) == place.evaluated(start, 1, 10), (row, start)


def test_a_load_that_changes_over_the_day_follows_the_start():
    """Its shape begins anew with each row: such rows are compiled one by one."""
    _, series = made_series()
    shape = ", ".join(str(1 + n % 5) for n in range(24))
    dynamic = "{energy: 20 kWh, load: {daily: [" + shape + "]}}"
    rows = [row for row in made_rows(25, 14) if not meets_gap(row[1], row[2])]
    place = Place(dynamic=dynamic, hours=series, jobs=table_of(rows))
    for row, (start, _, hours, energy) in zip(place.rows(*WORDS), rows, strict=True):
        assert float(row["dynamic [kgCO2e]"]) == place.evaluated(start, hours, energy), (row, start)


def test_grids_with_and_without_hours_in_one_table():
    _, series = made_series()
    rows = [row for row in made_rows(60, 15) if not meets_gap(row[1], row[2])]
    lines = [f'{start},{hours},{energy},{("FRA", "DEU", chr(34) + SERIES + chr(34))[n % 3]}' for n, (start, _, hours, energy) in enumerate(rows)]
    place = Place(grid="FRA", hours=series, jobs="start,hours [h],energy [kWh],grid\n" + "\n".join(lines) + "\n")
    for n, (row, (start, _, hours, energy)) in enumerate(zip(place.rows(*WORDS, "--map", "grid=sites.here.grid"), rows, strict=True)):
        assert float(row["dynamic [kgCO2e]"]) == place.evaluated(start, hours, energy, "--set", f"sites.here.grid={('FRA', 'DEU', SERIES)[n % 3]}"), (row, start)


run_all(globals())
