#!/usr/bin/env python3
"""Time zones: our reader says what python3's zoneinfo says, for every zone of the system and every change of its clocks to 2100.

The cases go to the test program: `u INSTANT OFFSET`, and `l CLOCK FIRST SECOND` with the instants for fold 0 and 1.
"""
import calendar
import datetime
import os
import pathlib
import struct
import subprocess
import sys
import tempfile
import zoneinfo

FOLDER = pathlib.Path("/usr/share/zoneinfo")
EPOCH = datetime.datetime(1970, 1, 1)
UTC = datetime.timezone.utc
LAST_YEAR = 2100
FIRST = calendar.timegm((1850, 1, 1, 0, 0, 0))


def changes_in_file(path):
    """The times of the 64-bit table."""
    data = path.read_bytes()
    counts = struct.unpack(">6l", data[20:44])
    start = 44 + counts[3] * 5 + counts[4] * 6 + counts[5] + counts[2] * 8 + counts[1] + counts[0]
    times = struct.unpack(">6l", data[start + 20:start + 44])[3]
    return list(struct.unpack(f">{times}q", data[start + 44:start + 44 + 8 * times]))


def offset(zone, instant):
    return int((EPOCH + datetime.timedelta(seconds=instant)).replace(tzinfo=UTC).astimezone(zone).utcoffset().total_seconds())


def changes_by_rule(zone, first):
    """Where offsets change behind the table, found by looking at each week and halving."""
    week, end = 7 * 86400, calendar.timegm((LAST_YEAR + 1, 1, 1, 0, 0, 0))
    found, before = [], offset(zone, first)
    for instant in range(first + week, end, week):
        now = offset(zone, instant)
        if now != before:
            low, high = instant - week, instant
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if offset(zone, middle) == before else (low, middle)
            found.append(high)
        before = now
    return found


def of_clock(zone, clock, fold):
    local = (EPOCH + datetime.timedelta(seconds=clock)).replace(tzinfo=zone, fold=fold)
    return clock - int(local.utcoffset().total_seconds())


def cases(name, out):
    zone = zoneinfo.ZoneInfo(name)
    times = [t for t in changes_in_file(FOLDER / name) if t > FIRST]
    times += changes_by_rule(zone, max([*times, calendar.timegm((1970, 1, 1, 0, 0, 0))]))
    out.write(f"zone {name}\n")
    count = 0
    for time in times:
        for instant in (time - 1, time, time + 1):
            ahead = offset(zone, instant)
            out.write(f"u {instant} {ahead}\n")
            out.write(f"l {instant + ahead} {of_clock(zone, instant + ahead, 0)} {of_clock(zone, instant + ahead, 1)}\n")
        middle = time + (offset(zone, time - 1) + offset(zone, time)) // 2
        out.write(f"l {middle} {of_clock(zone, middle, 0)} {of_clock(zone, middle, 1)}\n")
        count += 7
    return count


def main():
    names = sorted(n for n in zoneinfo.available_timezones() if (FOLDER / n).is_file() and n != "localtime")
    program = pathlib.Path(os.environ.get("LCA_BUILD", "build/dev")) / "tests/lca_tests"
    if not names or not program.is_file():
        print("no zones (tzdata) or no test program on this machine: skipped")
        return 77
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "cases"
        with path.open("w", encoding="ascii") as out:
            count = sum(cases(name, out) for name in names)
        print(f"{len(names)} zones, {count} cases", flush=True)
        return subprocess.run([program, "-tc=zones as python3 knows them"], check=False,
                              env={**os.environ, "LCA_ZONE_CASES": str(path)}).returncode


if __name__ == "__main__":
    sys.exit(main())
