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
# Those whose fault is a word in a value: a unit that there is not, or no unit, or a name that the catalogue has not.
# What a validator says of them must be at the value, not at the whole file.
WRONG_WORD = ("c01_", "c05_co2", "c08_", "c09_", "c12_ton", "c19_", "c20_", "e01_unknown_hardware", "e01_unknown_region")


class Loader(yaml.SafeLoader):
    """YAML as editors read it, without dates, which JSON does not have."""


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
    good = [path for path in good if not path.read_text().startswith("lca_budget:")]  # which is not a scenario
    for path in good:
        for error in list(validator.iter_errors(load(path)))[:1]:
            wrong.append(f"{path}: refused: {error.json_path}: {error.message[:200]}")
    bad = [path for path in sorted(pathlib.Path("tests/bad").glob("*.yaml")) if path.stem.startswith(WRONG_KEY_OR_KIND)]
    for path in bad:
        if validator.is_valid(load(path)):
            wrong.append(f"{path}: accepted")
    words = [path for path in sorted(pathlib.Path("tests/bad").glob("*.yaml")) if path.stem.startswith(WRONG_WORD)]
    for path in words:
        places = [error.json_path for error in validator.iter_errors(load(path))]
        if not places or "$" in places:
            wrong.append(f"{path}: a fault of the schema is at {places or 'no place'}")
    twins = {  # one value each in an otherwise valid file
        "lifetime": ["4 furlong", "5 YR", 5, "6 yrs"], "nodes": ["2 nodez", 2], "utilisation": ["85 pct", "high"],
        "site": [{"grid": "Narnia"}, {"grid": {"intensity": "57 gCO2/kWh"}}, {"grid": "FRA", "pue": "low"}],
        "node": [[{"hardware": "nvidia-h100"}], [{"hardware": "nvidia-h100-sxm", "count": "eight"}], "nvidia-h100-sxm"]}
    good_values = {"lifetime": "6 yr", "nodes": "2 node", "utilisation": "85 %", "site": {"grid": "FRA", "pue": 1.2},
                   "node": [{"hardware": "nvidia-h100-sxm", "count": "8 GPU"}]}
    system = lambda values: {"lca": 1, "title": "t", "systems": {"s": values},
                             "activities": {"a": {"stage": "training", "system": "s", "device_time": "1 GPU*h"}}}
    if not validator.is_valid(system(good_values)):
        wrong.append("a valid system is rejected")
    for key, values in twins.items():
        for value in values:
            places = [error.json_path for error in validator.iter_errors(system({**good_values, key: value}))]
            if not places or not all(place.startswith(f"$.systems.s.{key}") for place in places):
                wrong.append(f"{key}: {value}: a fault of the schema is at {places or 'no place'}")
    own = system({**good_values, "node": [{"hardware": "my-card"}]}) | {"hardware": {"my-card": {"kind": "accelerator"}}}
    if not validator.is_valid(own):
        wrong.append("hardware of the file's own is refused")
    if printed("reference") != pathlib.Path("docs/reference/language.md").read_bytes():
        wrong.append("docs/reference/language.md is not what `lca reference` prints: write it anew")
    if not good or len(bad) < 20:
        wrong.append(f"too few files: {len(good)} good, {len(bad)} bad")
    print("\n".join(wrong) or f"{len(good)} good files pass, {len(bad)} bad ones fail")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
