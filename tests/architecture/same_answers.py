#!/usr/bin/env python3
"""Whether two builds of the command give the same answers: every question about every shipped scenario and example.

Usage, from the root of the sources:
    tests/architecture/same_answers.py BASE_LCA NEW_LCA [--text] [--jobs N] [--only SUBSTRING] [--roots-tolerance R]
                                       [--base-answers FILE]

Both binaries read the same files of the working tree. Compared are exit codes and the bytes of JSON, CSV and jsonl; with --text
also text, Markdown and standard error, of which each distinct change is printed once. `_questions.py` says what is asked.
With --base-answers the digests of what the base answered are kept in FILE: the next time, it is run only where the new one differs.
Exit codes: 0 the same, 1 there are differences or broken runs, 2 usage.
"""
import argparse
import collections
import difflib
import hashlib
import itertools
import json
import math
import multiprocessing
import os
import pathlib
import re
import shlex
import sys
import time
from typing import NamedTuple

import _questions
from _questions import Run, answer

NUMBER = re.compile(rb"-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?")
ROOTS = ("solve", "break-even")
SHOWN_LINES = 20  # of one difference
SHOWN_RUNS = 10  # of one question
REFUSED = 2  # bad input or usage; that a file cannot be read (3) is not an answer to any of these questions


class Outcome(NamedTuple):
    run: Run
    verdict: str  # "answered" and "refused": alike in both; "differs"; "broken"
    report: tuple = ()  # lines about the difference
    hunks: tuple = ()  # of text: (old lines, new lines)
    near: bool = False  # equal within --roots-tolerance only
    base: str = ""  # digest of the base's answer


def lines_of(data):
    return data.decode("utf-8", "backslashreplace").splitlines()


def command(run):
    return shlex.join(["lca", *run.words]) + (f" < {run.stdin}" if run.stdin else "")


def nearly_equal(old, new, tolerance):
    """The same text but for numbers that differ by so much, relative to the greater."""
    if NUMBER.sub(b"#", old) != NUMBER.sub(b"#", new):
        return False
    pairs = zip(NUMBER.findall(old), NUMBER.findall(new))
    return all(a == b or math.isclose(float(a), float(b), rel_tol=tolerance, abs_tol=0) for a, b in pairs)


def hunks_of(old, new):
    """What changed, line by line where as many lines stand against each other."""
    if old == new:
        return ()
    a, b = lines_of(old), lines_of(new)
    found = []
    for kind, i, i_end, j, j_end in difflib.SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        if i_end - i == j_end - j:
            found += [((x,), (y,)) for x, y in zip(a[i:i_end], b[j:j_end])]
        else:
            found.append((tuple(a[i:i_end]), tuple(b[j:j_end])))
    return tuple(found) or ((("(line ends)",), ("(line ends)",)),)


def machine_report(old, new, run, tolerance):
    """The lines to print where exit codes or bytes differ, and whether they are equal only nearly."""
    report = []
    if old.code != new.code:
        report += [f"exit code {old.code}, now {new.code}"]
        report += [f"  {name} says: {line}" for name, one in (("base", old), ("new", new)) for line in lines_of(one.err)[:3]]
    if run.kind != "machine" or old.out == new.out:
        return tuple(report), False
    if run.question in ROOTS and tolerance > 0 and nearly_equal(old.out, new.out, tolerance):
        return tuple(report), not report
    diff = list(difflib.unified_diff(lines_of(old.out), lines_of(new.out), "base", "new", n=1, lineterm=""))
    report += diff[:SHOWN_LINES] or ["line ends differ"]
    if len(diff) > SHOWN_LINES:
        report.append(f"({len(diff) - SHOWN_LINES} more lines)")
    return tuple(report), False


def digest(one):
    return hashlib.sha256(b"\0".join((str(one.code).encode(), one.out, one.err))).hexdigest()


def compare(answered, options):
    run, known = answered
    new = answer(options.new, run.words, run.stdin)
    old = new if digest(new) == known else answer(options.base, run.words, run.stdin)
    report, near = machine_report(old, new, run, options.roots_tolerance)
    hunks = ()
    if options.text:
        hunks = hunks_of(old.err, new.err) + (hunks_of(old.out, new.out) if run.kind != "machine" else ())
    if report or hunks:
        verdict = "differs"
    elif old.code in (0, 1):  # 1: a published figure is off
        verdict = "answered"
    else:
        verdict = "refused" if old.code == REFUSED else "broken"
    if verdict == "broken":
        report = (f"both end with {old.code}", *lines_of(old.err)[:3])
    if known and digest(old) != known:
        verdict, report = "broken", ("the base answers otherwise than the last time", *report, *lines_of(old.err)[:3])
    return Outcome(run, verdict, report, hunks, near, digest(old))


class Job:
    """What a process of the pool does, with the options it does it by."""

    def __init__(self, function, options):
        self.function, self.options = function, options

    def __call__(self, item):
        return self.function(item, self.options)


def runs_of_file(name, options):
    return _questions.runs_of_file(options.base, name)


def all_runs(pool, options):
    files = _questions.scenario_files()
    about = [one for one in files if options.only in one and not options.base_answers] or files
    lists = pool.map(Job(runs_of_file, options), about, chunksize=1)
    return list(dict.fromkeys(itertools.chain(_questions.runs_without_file(options.base, files), *lists)))  # slow ones first


class BaseAnswers:
    """What the base was asked and answered, of one binary, one set of scenarios and one list of questions."""

    def __init__(self, pool, options):
        self.path, self.digests = options.base_answers, {}
        self.key = self.key_of(options) if self.path else ""
        kept = json.loads(pathlib.Path(self.path).read_text("utf-8")) if self.path and os.path.exists(self.path) else {}
        if kept.get("key") == self.key and self.path:
            self.digests = kept["digests"]
            self.runs = [Run(question, tuple(words), kind, stdin) for question, words, kind, stdin in kept["runs"]]
        else:
            self.runs = all_runs(pool, options)

    @staticmethod
    def key_of(options):
        read = [path for folder in ("scenarios", "examples") for path in pathlib.Path(folder).rglob("*") if path.is_file()]
        whole = hashlib.sha256()
        for path in [pathlib.Path(options.base), pathlib.Path(_questions.__file__).resolve(), *sorted(read)]:
            name = path.name if path.is_absolute() else path  # another checkout may use the same file
            whole.update(f"{name} {hashlib.sha256(path.read_bytes()).hexdigest()}\n".encode())
        return whole.hexdigest()

    def save(self, outcomes):
        if self.path:
            self.digests |= {command(one.run): one.base for one in outcomes if one.verdict != "broken"}
            kept = {"key": self.key, "runs": self.runs, "digests": self.digests}
            pathlib.Path(self.path).write_text(json.dumps(kept), "utf-8")


def print_differences(outcomes):
    by_question = collections.defaultdict(list)
    for one in outcomes:
        if one.report:
            by_question[one.run.question].append(one)
    for question, found in by_question.items():
        for one in found[:SHOWN_RUNS]:
            print(f"\n{command(one.run)}", *one.report, sep="\n")
        if len(found) > SHOWN_RUNS:
            print(f"\n({len(found) - SHOWN_RUNS} more of `lca {question}`; --only narrows it down)")


def bare(lines):
    """Without what only lays out: spaces, line breaks, rules."""
    return re.sub(r"\s+|-{3,}:?|─+", " ", " ".join(lines)).split()


def print_hunks(outcomes):
    """Each distinct change of text once, with how often and where first; those of layout only at the end."""
    counts, first = collections.Counter(), {}
    for one in outcomes:
        counts.update(one.hunks)
        for hunk in one.hunks:
            first.setdefault(hunk, one.run)
    layout = [hunk for hunk in counts if bare(hunk[0]) == bare(hunk[1])]
    for hunk in [one for one in counts if one not in set(layout)] + layout[:5]:
        print(f"\n@@ {counts[hunk]} times, first in: {command(first[hunk])}")
        print(*("-" + line for line in hunk[0]), *("+" + line for line in hunk[1]), sep="\n")
    if counts:
        print(f"\n{len(counts)} distinct changes of text, {len(layout)} of them of spaces and line breaks only (at most 5 shown)")


def print_counts(outcomes, seconds):
    counts = collections.Counter((one.run.question, one.verdict) for one in outcomes)
    print(f"\n{'question':<13}{'runs':>7}{'answered':>10}{'refused':>9}{'differ':>8}")
    for question in dict.fromkeys(one.run.question for one in outcomes):
        row = [counts[question, verdict] for verdict in ("answered", "refused", "differs", "broken")]
        print(f"{question:<13}{sum(row):>7}{row[0]:>10}{row[1]:>9}{row[2]:>8}" + (f"  {row[3]} broken" if row[3] else ""))
    total = collections.Counter(one.verdict for one in outcomes)
    near = sum(one.near for one in outcomes)
    print(f"{len(outcomes)} runs of each: {total['answered']} answered alike, {total['refused']} refused alike (exit 2), "
          f"{total['differs']} differ, {total['broken']} broken (no end, a crash, a file not read); {seconds:.0f} s"
          + (f"\n{near} of the answers are equal within the tolerance of roots only" if near else ""))
    return total["differs"] + total["broken"]


def parsed_options():
    parser = argparse.ArgumentParser(usage=__doc__.split("\n\n")[1].split("\n")[1].strip(), description=__doc__.split("\n")[0])
    parser.add_argument("base", metavar="BASE_LCA", type=os.path.abspath, help="the command as it was")
    parser.add_argument("new", metavar="NEW_LCA", type=os.path.abspath, help="the command as it is")
    parser.add_argument("--text", action="store_true", help="text, Markdown and standard error, too")
    parser.add_argument("--jobs", type=int, default=os.cpu_count(), help="how many processes; default one per core")
    parser.add_argument("--only", default="", metavar="SUBSTRING", help="only commands that hold this")
    parser.add_argument("--roots-tolerance", type=float, default=0, metavar="R",
                        help="how far numbers of solve and break-even may be apart, relative: 1e-12; default 0")
    parser.add_argument("--base-answers", default="", metavar="FILE", help="where digests of the base's answers are kept")
    options = parser.parse_args()
    for binary in (options.base, options.new):
        if not os.access(binary, os.X_OK):
            parser.error(f"{binary} is not a program")
    if not pathlib.Path("scenarios").is_dir():
        parser.error("no scenarios here: run it from the root of the sources")
    return options


def main():
    options = parsed_options()
    started = time.monotonic()
    with multiprocessing.Pool(max(1, options.jobs)) as pool:
        base = BaseAnswers(pool, options)
        runs = [run for run in base.runs if options.only in command(run) and (options.text or run.kind != "text")]
        outcomes = pool.map(Job(compare, options), [(run, base.digests.get(command(run))) for run in runs], chunksize=8)
    base.save(outcomes)
    if not outcomes:
        sys.exit("nothing was compared: no command holds that text")
    print_differences(outcomes)
    print_hunks(outcomes)
    sys.exit(1 if print_counts(outcomes, time.monotonic() - started) else 0)


if __name__ == "__main__":
    main()
