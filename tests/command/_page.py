"""What tests of report pages have in common: the data of a page, and the names of results as the page and as `evaluate` has them."""
import base64
import hashlib
import html.parser
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


class Page(html.parser.HTMLParser):
    """The elements of a page as (tag, attributes), and the text of scripts and styles."""

    def __init__(self, text):
        super().__init__()
        self.elements, self.texts, self.open = [], {}, None
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.elements.append((tag, dict(attrs)))
        self.open = (tag, dict(attrs).get("type", "")) if tag in ("script", "style") else None

    def handle_data(self, data):
        if self.open:
            self.texts[self.open] = self.texts.get(self.open, "") + data

    def handle_endtag(self, tag):
        self.open = None


def source_of(text):
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def policy_faults(text):
    """What of a page its own policy forbids, or would have to: scripts and styles that are not its own, styles and actions in attributes, loads."""
    page, faults = Page(text), []
    policy = next(attrs["content"] for tag, attrs in page.elements if tag == "meta" and attrs.get("http-equiv") == "Content-Security-Policy")
    rules = dict(rule.strip().split(" ", 1) for rule in policy.split(";"))
    expected = {"default-src": "'none'", "script-src": source_of(page.texts["script", ""]), "style-src": source_of(page.texts["style", ""])}
    faults += [name for name, rule in expected.items() if rules.get(name) != rule]
    for tag, attrs in page.elements:
        faults += [(tag, name) for name in attrs if name in ("style", "src", "srcset", "action") or name.startswith("on")]
        if "href" in attrs and (tag != "a" or re.match(r"[a-z]+:|/", attrs["href"], re.I)):
            faults.append((tag, attrs["href"]))
    if re.search(r"@import|url\((?!#)", page.texts["style", ""]):
        faults.append("the style loads something")
    return faults
