"""What the README shows is what the program prints.

In a ```console block each line `$ lca …` is a command, run from the root of the sources; what follows must be its output, byte
for byte. `python3 tests/command/readme.py --write` puts the output in (read the difference before you commit it).
"""
import os
import re
import shlex
import subprocess
import sys

LCA = os.environ["LCA"]
BLOCK = re.compile(r"```console\n(.*?)```", re.S)


def run(command):
    words = shlex.split(command)
    assert words[0] == "lca", command
    result = subprocess.run([LCA, *words[1:]], capture_output=True, text=True, check=True)
    assert not result.stderr, result.stderr
    return result.stdout


def fresh(block):
    commands = [line[2:] for line in block.splitlines() if line.startswith("$ ")]
    return "\n".join(f"$ {command}\n{run(command)}" for command in commands)


with open("README.md", encoding="utf-8") as file:
    readme = file.read()
blocks = BLOCK.findall(readme)
assert blocks, "README.md shows no command"
renewed = BLOCK.sub(lambda match: f"```console\n{fresh(match[1])}```", readme)
if sys.argv[1:] == ["--write"]:
    with open("README.md", "w", encoding="utf-8") as file:
        file.write(renewed)
elif renewed != readme:
    import difflib
    sys.exit("README.md is out of date:\n" + "".join(difflib.unified_diff(
        readme.splitlines(True), renewed.splitlines(True), "README.md", "what lca prints")))
print(f"{len(blocks)} blocks of the README are what lca prints")
