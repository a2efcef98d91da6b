"""The JSON Schema of the language against the files that the reader has judged: good ones pass, wrong keys and kinds fail.
And the page on the language in docs/ against what the program prints."""

import datetime
import json
import os
import pathlib
import subprocess
import sys

try:
    import jsonschema
    import yaml
except ImportError as missing:
    print(f"skipped: needs python3-jsonschema and python3-yaml: {missing}")
    sys.exit(77)  # by which ctest knows

LCA = os.environ["LCA"]

# Bad files whose fault is a wrong key or kind: what a schema can see.
WRONG_KEY_OR_KIND = ("a25_list", "a25_text", "b01_", "b02_", "b03_", "b06_", "b07_", "b12_no", "b12_version", "b13_",
                     "b15_no_activities", "b15_no_parts", "e09_")


class Loader(yaml.SafeLoader):
    """YAML as editors read it, without dates, which are no JSON."""


Loader.yaml_implicit_resolvers = {
    first: [pair for pair in pairs if pair[0] != "tag:yaml.org,2002:timestamp"]
    for first, pairs in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def load(path):
    return json.loads(json.dumps(yaml.load(path.read_text(encoding="utf-8"), Loader)))


def printed(command):
    return subprocess.run([LCA, command], check=True, capture_output=True).stdout


def main():
    schema = json.loads(printed("schema"))
    jsonschema.Draft7Validator.check_schema(schema)
    validator = jsonschema.Draft7Validator(schema)
    wrong = []
    good = sorted(pathlib.Path("scenarios").rglob("*.yaml")) + sorted(pathlib.Path("examples").rglob("*.yaml"))
    for path in good:
        for error in list(validator.iter_errors(load(path)))[:1]:
            wrong.append(f"{path}: refused: {error.json_path}: {error.message[:200]}")
    bad = [path for path in sorted(pathlib.Path("tests/bad").glob("*.yaml")) if path.stem.startswith(WRONG_KEY_OR_KIND)]
    for path in bad:
        if validator.is_valid(load(path)):
            wrong.append(f"{path}: accepted")
    if printed("reference") != pathlib.Path("docs/reference/language.md").read_bytes():
        wrong.append("docs/reference/language.md is not what `lca reference` prints: write it anew")
    if not good or len(bad) < 20:
        wrong.append(f"too few files: {len(good)} good, {len(bad)} bad")
    print("\n".join(wrong) or f"{len(good)} good files pass, {len(bad)} bad ones fail")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
