#!/usr/bin/env python3
"""No two places in the tree share ten lines or more to the letter: what is said twice is soon said in two ways.

Usage: repeated.py, from the root. It reads the text files that git tracks, and those that it would; exits 77 (skipped) without git.
"""
import collections
import re
import subprocess
import sys

SHARED = 10
# (files that are left out, why)
LEFT_OUT = [
    (r"docs/reference/.*|docs/catalogue\.md|docs/replications\.md", "written by the command: the texts are in its tables"),
    (r"tests/fuzz/corpus/.*", "kept inputs of the fuzzer, which began as copies of scenarios"),
    (r"hardware_db/.*", "an entry states all figures of one thing with their sources; things of two names may have equal figures"),
    (r"scenarios/.*", "a study is read beside its paper, by itself, with all that the paper prints"),
]


def repeats(texts):
    """(lines, file, first line, other file, its first line) of each run of equal lines, the longest first; `texts`: file -> its lines."""
    number_of, places = {}, collections.defaultdict(list)
    for file, lines in texts.items():
        numbers = [number_of.setdefault(line, len(number_of)) for line in lines]
        for first in range(len(numbers) - SHARED + 1):
            places[tuple(numbers[first:first + SHARED])].append((file, first))
    found = []
    for same in places.values():
        for (file, first), (other, second) in zip(same, same[1:]):
            one, two = texts[file], texts[other]
            if file == other and second - first < SHARED:
                continue  # a run of one line, repeated
            if first and second and one[first - 1] == two[second - 1]:
                continue  # the rest of a longer one
            length = SHARED
            while first + length < len(one) and second + length < len(two) and one[first + length] == two[second + length]:
                length += 1
            found.append((length, file, first + 1, other, second + 1))
    return sorted(found, reverse=True)


def self_test():
    ten, nine = [str(n) for n in range(10)], [str(n) for n in range(9)]
    assert repeats({"a": ["x", *ten, "y"], "b": ["z", *ten]}) == [(10, "a", 2, "b", 2)]
    assert repeats({"a": [*ten, "10", "11"], "b": ["z", *ten, "10"]}) == [(11, "a", 1, "b", 2)]
    assert repeats({"a": ["x", *nine, "y"], "b": ["z", *nine]}) == []
    assert repeats({"a": [*ten, "y", *ten]}) == [(10, "a", 1, "a", 12)]
    assert repeats({"a": ["x"] * 15}) == []


def tracked():
    try:
        listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        print("skipped: there is no git here, or no repository")
        sys.exit(77)
    texts = {}
    for name in filter(None, listed.stdout.decode().split("\0")):
        if any(re.fullmatch(pattern, name) for pattern, _ in LEFT_OUT):
            continue
        try:
            with open(name, encoding="utf-8") as file:
                texts[name] = file.read().splitlines()
        except (OSError, UnicodeDecodeError):
            pass  # removed but not yet committed, a link to a folder, or no text
    return texts


def main():
    self_test()
    texts = tracked()
    found = repeats(texts)
    for length, file, first, other, second in found:
        print(f"{file}:{first}: {length} lines that are also at {other}:{second}")
    print(f"repeated: {len(texts)} files, {len(found)} breaches")
    sys.exit(1 if found else 0)


if __name__ == "__main__":
    main()
