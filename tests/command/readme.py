"""What the README and the pages of docs/ show is what the program prints.

In a ```console block each line `$ lca …` is a command, run from the root of the sources; what follows must be its output, byte for
byte. A line `…` stands for lines left out: each part of the output that is shown runs from its first to its last line, as they
are on the page. `python3 tests/command/readme.py --write` puts the output in (read the difference before you commit it).
"""
import difflib
import os
import re
import shlex
import subprocess
import sys

LCA = os.environ["LCA"]
PAGES = ["README.md", "docs/tour.md", "docs/comparing.md", "docs/measured.md"]
BLOCK = re.compile(r"```console\n(.*?)```", re.S)
LEFT_OUT = "…"
README_LINES = 117
README_OUTPUT = 10  # lines of each command but the first, which is the result of BLOOM


def run(command):
    words = shlex.split(command)
    assert words[0] == "lca", command
    result = subprocess.run([LCA, *words[1:]], capture_output=True, text=True, check=True)
    assert not result.stderr, result.stderr
    return result.stdout.splitlines()


def excerpt(shown, output, command):
    """The lines of the output that the page shows: parts between `…`, each found by its first and its last line."""
    if LEFT_OUT not in shown:
        return output
    result, at, part = [], 0, []
    for number, line in enumerate([*shown, None]):
        if line is not None and line != LEFT_OUT:
            part.append(line)
            continue
        if part:
            try:
                first = output.index(part[0], at)
                at = output.index(part[-1], first + (len(part) > 1)) + 1 if len(part) > 1 else first + 1
            except ValueError:
                sys.exit(f"`{command}` no longer prints {part[0]!r} … {part[-1]!r}")
            # Without `…` before or after it, a part is the beginning or the end of the output.
            first = 0 if not result else first
            at = len(output) if line is None else at
            result += output[first:at]
            part = []
        if line == LEFT_OUT:
            result.append(LEFT_OUT)
    return result


def fresh(block):
    commands = re.split(r"^\$ ", block, flags=re.M)[1:]
    renewed = []
    for text in commands:
        command, *shown = text.rstrip("\n").split("\n")
        while shown and not shown[-1]:
            shown.pop()
        output = run(command)
        while output and not output[-1]:
            output.pop()
        renewed.append("\n".join([f"$ {command}", *excerpt(shown, output, command)]) + "\n")
    return "\n".join(renewed)


def self_test():
    output = ["a", "b", "c", "d", "e"]
    assert excerpt(["x", "y"], output, "") == output
    assert excerpt(["…", "b", "old", "d", "…"], output, "") == ["…", "b", "c", "d", "…"]
    assert excerpt(["a", "…", "e"], output, "") == ["a", "…", "e"]
    assert excerpt(["a", "…", "c", "…"], output, "") == ["a", "…", "c", "…"]
    assert excerpt(["…", "d"], output, "") == ["…", "d", "e"]


self_test()
stale, count = [], 0
for page in PAGES:
    with open(page, encoding="utf-8") as file:
        text = file.read()
    blocks = BLOCK.findall(text)
    assert blocks, f"{page} shows no command"
    count += len(blocks)
    renewed = BLOCK.sub(lambda match: f"```console\n{fresh(match[1])}```", text)
    if sys.argv[1:] == ["--write"]:
        with open(page, "w", encoding="utf-8") as file:
            file.write(renewed)
    elif renewed != text:
        stale += difflib.unified_diff(text.splitlines(True), renewed.splitlines(True), page, "what lca prints")
    if page == "README.md":
        lines = renewed.count("\n")
        long = [part.split("\n")[0] for block in BLOCK.findall(renewed)[1:]
                for part in re.split(r"^\$ ", block, flags=re.M)[1:] if len(part.strip().split("\n")) > README_OUTPUT + 1]
        if lines > README_LINES or long:
            stale.append(f"README.md: {lines} lines, at most {README_LINES}; outputs above {README_OUTPUT} lines: {long}\n")
if stale:
    sys.exit("out of date (python3 tests/command/readme.py --write renews it):\n" + "".join(stale))
print(f"{count} blocks of {len(PAGES)} pages are what lca prints")
