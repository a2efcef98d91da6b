"""What `lca report FOLDER` writes: an index with published figures beside computed ones, and the page of `lca report FILE` of each scenario."""
import json
import os
import pathlib
import re

from _lca import ROOT, folder, lca, run_all
from _page import Page, page_of, policy_faults

PAPERS = "scenarios/papers"
GOOD = """\
lca: 1
title: {title}
source: A paper
sites: {{s: {{grid: {{intensity: 100 gCO2e/kWh}}, pue: 1}}}}
activities: {{a: {{stage: training, site: s, dynamic: {{energy: 20 kWh}}, idle: none, embodied: none}}}}
expect: [{{of: total, value: {published} kgCO2e, where: Table 1}}]
"""


def write(where, texts):
    for name, text in texts.items():
        file = pathlib.Path(where) / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)


def files_of(where):
    return sorted(str(file.relative_to(where)) for file in pathlib.Path(where).rglob("*") if file.is_file())


def test_every_study_has_a_row_and_a_page_that_is_that_of_its_file():
    with folder() as where:
        out = pathlib.Path(where) / "pages"
        lca("report", PAPERS, "--output", out).expect(0, no_out=True, no_err=True)
        scenarios = [str(file.relative_to(ROOT / PAPERS)) for file in (ROOT / PAPERS).rglob("*.yaml")]
        assert files_of(out) == sorted([name[:-5] + ".html" for name in scenarios] + ["index.html"])
        index = (out / "index.html").read_text()
        assert not policy_faults(index), policy_faults(index)
        links = [attrs["href"] for tag, attrs in Page(index).elements if tag == "a"]
        assert links and all((out / link).is_file() for link in links)
        assert (out / "bloom/training.html").read_text() == page_of(f"{PAPERS}/bloom/training.yaml")
        counts = json.loads(lca("replicate", "--format", "json").expect(0).out)["summary"]
        words = ", ".join(f"{counts[name] or 'none'} {name}" for name in ("exact", "within", "off", "inconsistent"))
        assert f"{len(scenarios)} scenarios, {sum(counts.values())} published figures: {words}." in index
        second = pathlib.Path(where) / "second"
        lca("report", PAPERS, "--output", second).expect(0)
        assert all((second / name).read_bytes() == (out / name).read_bytes() for name in files_of(out))


def test_published_stands_beside_computed():
    """20 kWh at 100 g/kWh are 2 kg: the first agrees, the second says 2.5."""
    with folder() as where:
        write(where, {"in/one.yaml": GOOD.format(title="One", published="2.0"), "in/deep/two.yaml": GOOD.format(title="Two", published="2.5")})
        lca("report", f"{where}/in", "--output", f"{where}/out").expect(0)
        index = (pathlib.Path(where) / "out/index.html").read_text()
        assert "2 scenarios, 2 published figures: 1 exact, 1 off." in index
        two = next(row for row in re.findall(r"<tr><th.*?</tr>", index, re.S) if ">Two<" in row)
        for said in ('href="deep/two.html"', "2.5 kgCO2e", "2.000 kgCO2e", 'data-value="2"', "-20.0 %"):
            assert said in two, (said, two)
        assert where not in index


def test_a_file_with_faults_has_a_row_and_no_page():
    with folder() as where:
        bad = GOOD.format(title="Bad", published="2").replace("20 kWh", "20 parsec")
        write(where, {"in/bad.yaml": bad, "in/good.yaml": GOOD.format(title="Good", published="2")})
        lca("report", f"{where}/in", "--output", f"{where}/out").expect(2, err="bad.yaml:5:")
        assert files_of(f"{where}/out") == ["good.html", "index.html"]
        index = (pathlib.Path(where) / "out/index.html").read_text()
        assert "no page: bad.yaml:5:" in index and "1 file has faults and no page" in index
        assert where not in index


def test_what_another_wrote_is_not_overwritten_and_nothing_is_half_written():
    with folder() as where:
        write(where, {"in/one.yaml": GOOD.format(title="One", published="2"), "in/two.yaml": GOOD.format(title="Two", published="2")})
        out = pathlib.Path(where) / "out"
        write(out, {"two.html": "<p>mine</p>"})
        lca("report", f"{where}/in", "--output", out).expect(2, err="two.html` was not written by lca", no_out=True)
        assert files_of(out) == ["two.html"] and (out / "two.html").read_text() == "<p>mine</p>"
        (out / "two.html").unlink()
        (out / "notes.txt").write_text("mine")
        for _ in range(2):  # its own pages are replaced, other files stay
            lca("report", f"{where}/in", "--output", f"{out}/").expect(0)
            assert files_of(out) == ["index.html", "notes.txt", "one.html", "two.html"]
        lca("report", f"{where}/in", "--output", f"{where}/in/one.yaml").expect(3, err="it is a file")
        lca("report", f"{where}/in", "--output", f"{where}/none/out").expect(3)
        lca("report", f"{where}/in").expect(2, err="--output FOLDER", no_out=True)
        lca("report", f"{where}/in", "--output", f"{where}/x", "--set", "a=1").expect(2, err="--set")
        (pathlib.Path(where) / "empty").mkdir()
        lca("report", f"{where}/empty", "--output", f"{where}/x").expect(2, err="no scenarios")
        assert sorted(os.listdir(where)) == ["empty", "in", "out"]


def test_names_that_are_the_index_or_hostile():
    with folder() as where:
        name = "a b\"<i>'&#?%"
        write(where, {"in/index.yaml": GOOD.format(title="Index", published="2"), f"in/{name}.yaml": GOOD.format(title='"</title><script>"', published="2")})
        lca("report", f"{where}/in", "--output", f"{where}/out").expect(0)
        assert files_of(f"{where}/out") == sorted([f"{name}.html", "index.html", "index.yaml.html"])
        index = (pathlib.Path(where) / "out/index.html").read_text()
        assert not policy_faults(index)
        assert 'href="a%20b%22%3Ci%3E%27%26%23%3F%25.html"' in index and "&lt;/title&gt;&lt;script&gt;" in index


run_all(globals())
