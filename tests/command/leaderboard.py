"""`lca leaderboard`: results ranked where they count alike, the others greyed with the reason; one page whatever the order of the files."""
import itertools
import json
import pathlib
import re

from _lca import folder, lca, run_all
from _page import Page, policy_faults

SCENARIO = """\
lca: 1
title: {title}
functional_unit: {{amount: {amount}, name: {unit}}}
sites: {{s: {{grid: {{intensity: 100 gCO2e/kWh{basis}}}, pue: 1}}}}
activities: {{a: {{stage: inference, site: s, dynamic: {{energy: {energy} kWh{includes}}}, idle: {idle}, embodied: none}}}}
"""


def result(where, name, *, energy, includes="", title=None, amount=1, unit="answer", idle="none", basis="", words=()):
    file = pathlib.Path(where) / f"{name}.yaml"
    file.write_text(SCENARIO.format(title=title or name, amount=amount, unit=unit, energy=energy, idle=idle, basis=basis, includes=includes))
    answer = pathlib.Path(where) / f"{name}.json"
    lca("evaluate", file, "--format", "json", "--output", answer, *words).expect(0)
    return str(answer)


def rows(page):
    """By row: whether it is greyed, then the texts of its cells."""
    found = []
    for row in re.findall(r"<tr(?: class=\"greyed\")?>.*?</tr>", page.split("<tbody>")[1], re.S):
        cells = re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.S)
        found.append(("greyed" in row[:20], [re.sub(r"<[^>]+>", " ", cell).strip() for cell in cells]))
    return found


def test_the_lowest_per_unit_comes_first_in_any_order_of_the_files():
    """At 100 g/kWh: 3 kWh for 1 answer are 300 g, 4 kWh for 2 are 200 g each."""
    with folder() as where:
        files = [result(where, "one", energy=3), result(where, "two", energy=4, amount=2), result(where, "three", energy=2)]
        pages = {lca("leaderboard", *order).expect(0, no_err=True).out for order in itertools.permutations(files)}
        assert len(pages) == 1
        page = pages.pop()
        assert not policy_faults(page), policy_faults(page)
        assert where not in page
        found = rows(page)
        assert [(cells[0], cells[1]) for _, cells in found] == [("three", "1"), ("two", "1"), ("one", "3")], found
        assert found[1][1][2] == "200 gCO2e per answer", found
        assert "3 results, all of them comparable." in page


def test_rows_with_one_title_show_their_files():
    """As much of the path as tells them apart, and none of it where the titles do."""
    with folder() as where:
        for run in ("a", "b"):
            (pathlib.Path(where) / run).mkdir()
        files = [result(where, "first", energy=3, title="same"), result(where, "second", energy=2, title="same"), result(where, "other", energy=1)]
        page = lca("leaderboard", *files).expect(0, no_err=True).out
        assert [cells[0].split() for _, cells in rows(page)] == [["other"], ["same", "second.json"], ["same", "first.json"]], rows(page)
        assert where not in page
        files = [result(f"{where}/{run}", "one", energy=energy, title="same") for run, energy in (("a", 2), ("b", 1))]
        found = rows(lca("leaderboard", *files).expect(0, no_err=True).out)
        assert [cells[0].split() for _, cells in found] == [["same", "b/one.json"], ["same", "a/one.json"]], found


def test_answers_that_are_none_are_refused():
    """Figures that no result has, answers of another question, signs that turn a line."""
    made = '{{"schema_version": 1, "title": "t", "results": {{"total": {{"gwp_kgco2e": {}, "energy_kwh": {}}}}}}}'
    with folder() as where:
        file = pathlib.Path(where) / "one.json"
        for gwp, energy, says in (("1", "1e308", "not a possible result"), ('"abc"', "1", "not a possible result"),
                                  ('{"mean": 1, "p50": 1}', "1", "lca uncertainty")):
            file.write_text(made.format(gwp, energy))
            lca("leaderboard", file).expect(2, err=["one.json:1:", says], no_out=True)
        file.write_text(made.format("1", "2").replace('"t"', '"a\u202eb"'))
        assert "\u202e" not in lca("leaderboard", file).expect(0).out


def test_what_counts_something_else_is_greyed_with_the_reason():
    with folder() as where:
        stars = pathlib.Path(where) / "stars.json"
        lca("rate", "--task", "text_generation", "--class", "A", "--energy", "12 Wh", "--format", "json", "--output", stars).expect(0)
        files = [result(where, "one", energy=3), result(where, "two", energy=2), result(where, "idle", energy=1, idle="{energy: 1 kWh}"),
                 result(where, "open", energy=1, idle="not_assessed"), result(where, "per_token", energy=1, unit="token"),
                 result(where, "marginal", energy=1, basis=", basis: marginal"),
                 result(where, "metered", energy=1, includes=", includes: [pue]"), str(stars)]
        page = lca("leaderboard", *reversed(files)).expect(0, no_err=True).out
        found = {cells[0].split("  ")[0].split(" ")[0]: (greyed, cells) for greyed, cells in rows(page)}
        assert not found["two"][0] and found["two"][1][1] == "1" and not found["one"][0], found
        for name, why in (("idle", "boundary: “idle, dynamic”, while most results have “dynamic”"), ("open", "boundary: “dynamic; not assessed in part: idle”"),
                          ("per_token", "functional unit: “token”, while most results have “answer”"), ("marginal", "basis of electricity: “"), ("metered", "what its energy includes: “pue”, while most results have none"), ("a", "kind: “Text generation, class A”, while most results have “emissions”")):
            greyed, cells = found[name]
            assert greyed and cells[1] == "–" and why in cells[0], (name, cells)
        assert "★★★★☆ 4 of 5" in page and "12 Wh" in page and "Text generation, class A" in page
        assert "8 results, of which 2 are comparable and ranked." in page


def test_what_was_set_and_when_it_was():
    with folder() as where:
        page = lca("leaderboard", result(where, "one", energy=3, words=("--set", "sites.s.pue=2"))).expect(0).out
        assert "sites.s.pue=2" in page and "600 gCO2e" in page
        answer = json.loads(lca("evaluate", "examples/measured/job.yaml", "--format", "json", "--quiet").expect(0).out)
        assert answer["start"] == "2026-03-04", answer.get("start")
        file = pathlib.Path(where) / "job.json"
        file.write_text(json.dumps(answer))
        page = lca("leaderboard", file).expect(0).out
        assert "2026-03-04" in page and "nvidia-a100-sxm4-80gb" in page


def test_what_is_no_result_is_a_fault_with_its_place():
    with folder() as where:
        good = result(where, "good", energy=1)
        bad = pathlib.Path(where) / "bad.json"
        for text, said in (('{"schema_version": 1,\n "results": }', "bad.json:2:13"), ('{\n"schema_version": 2}', "bad.json:2:19"), ("{}", "bad.json:1:1"), ("[1]", "bad.json:1:1"),
                           ("", "bad.json:1:1"), ('{"schema_version": 1, "energy_wh": 1, "stars": 9}', "bad.json:1:48"), ('{"schema_version": 1, "sweep": []}', "bad.json:1:1")):
            bad.write_text(text)
            out = pathlib.Path(where) / "out.html"
            lca("leaderboard", good, bad, "--output", out).expect(2, err=said, no_out=True)
            assert not out.exists(), text
        lca("leaderboard", f"{where}/none.json").expect(3, no_out=True)
        lca("leaderboard", good, "--output", good).expect(2, err="would be overwritten")


def test_hostile_texts_stay_texts():
    with folder() as where:
        for text in ("</script><script>alert(1)</script>", "\" onclick=\"alert(1)\" x=\"", "\u05e9\u05dc\u05d5\u05dd", "x" * 10_000):
            answer = {"schema_version": 1, "title": text, "variant": text, "results": {"total": {"gwp_kgco2e": 1}, f"a.embodied.{text}": {"gwp_kgco2e": 1}},
                      "bases": [{"counts": text}], "start": text, "functional_unit": {"name": text, "per_unit": {"gwp_kgco2e": 1}}}
            file = pathlib.Path(where) / "a.json"
            file.write_text(json.dumps(answer))
            page = lca("leaderboard", file).expect(0).out
            assert not policy_faults(page)
            assert [tag for tag, _ in Page(page).elements].count("script") == 1


run_all(globals())
