"""What tests of report pages have in common: the data of a page, and the names of results as the page and as `evaluate` has them."""
import json
import re

from _lca import lca

KEYS = {"gwp_kgco2e": "", "energy_kwh": ".energy", "gwp_market_kgco2e": ".market"}


def page_of(*words):
    return lca("report", *words).expect(0, no_err=True).out


def data_of(page):
    return json.loads(re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.S).group(1))


def evaluated(*words):
    return json.loads(lca("evaluate", *words, "--quiet", "--format", "json").expect(0).out)


def named(answer):
    """Every result of `lca evaluate --format json` by the name that a page calls it."""
    results = {}
    for name, row in answer["results"].items():
        for key, suffix in KEYS.items():
            if key in row:
                results[name + suffix] = row[key]
    for use, row in answer["results"].get("total", {}).get("per", {}).items():
        results[f"per.{use}"] = row["gwp_kgco2e"]
    for name, output in answer["outputs"].items():
        results[f"outputs.{name}"] = output["value"]
    return results
