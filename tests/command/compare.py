"""`lca compare`: draws of differences, what they come from, several impacts; in every format."""
import csv
import io
import json
import math
import pathlib
import resource

from _lca import BLOOM, LCA, folder, lca, run_all

CHAT = "scenarios/what_if/chat_service.yaml"
UNCERTAIN = "bench/bloom_uncertain.yaml"


def compared(*words):
    return json.loads(lca("compare", *words, "--format", "json").expect(no_err=True).out)


def test_shares_add_up():
    data = compared(CHAT)
    for name, variant in data["comparison"].items():
        if name == "base":
            continue
        assert data["attribution"][name]["method"] == "exact"
        for key in ("gwp_kgco2e", "energy_kwh"):
            one = variant[key]
            allowed = 1e-15 * 8 * data["comparison"]["base"][key]["total"]
            assert abs(sum(part["difference"] for part in one["attribution"]) - one["difference"]) <= allowed
            for phase, difference in one["difference_by_phase"].items():
                shares = [part["difference_by_phase"][phase] for part in one["attribution"]]
                assert abs(sum(shares) - difference) <= allowed
    # Dynamic energy D goes with device time x busy, from (1, 1) to (1/2, 2) of the base. Device time adds
    # -D/2 when first and -D when second (D doubled before): -3/4 D; busy D and D/2: 3/4 D.
    half = data["comparison"]["half_the_machines"]["energy_kwh"]["attribution"]
    shares = {part["path"]: part["difference_by_phase"]["dynamic"] for part in half}
    dynamic = data["comparison"]["base"]["energy_kwh"]["by_phase"]["dynamic"]
    assert math.isclose(shares["parameters.busy"], 0.75 * dynamic, rel_tol=1e-12)
    assert math.isclose(shares["activities.chat.device_time"], -0.75 * dynamic, rel_tol=1e-12)
    assert shares["systems.cluster.nodes"] == 0


def test_draws():
    data = compared(UNCERTAIN, BLOOM)
    one = data["comparison"][BLOOM]["gwp_kgco2e"]["uncertainty"]
    assert data["sampling"] == {"samples": 100000, "seed": 1, "method": "plain", "uncertain_inputs": 8}
    assert one["difference"]["p2_5"] < one["difference"]["p50"] < 0 < one["difference"]["p97_5"]
    assert 0.5 < one["probability_lower"] < 1 and one["probability_equal"] == 0
    words = (UNCERTAIN, BLOOM, "--format", "json", "--samples", "50000", "--seed", "7")
    outs = {lca("compare", *words, "--threads", threads).expect(no_err=True).out for threads in ("1", "2", "5")}
    assert len(outs) == 1
    assert outs != {lca("compare", *words[:-1], "8").expect(no_err=True).out}
    # Against itself: each draw is the same.
    same = compared(UNCERTAIN, UNCERTAIN)["comparison"][UNCERTAIN + " (2)"]["gwp_kgco2e"]["uncertainty"]
    assert same["probability_equal"] == 1 and same["difference"]["sd"] == 0
    # A what-if that keeps the uncertain inputs: only what it changes differs, and all of it is shared.
    data = compared(BLOOM, "--what-if", "world_grid", "--sampling", "sobol", "--samples", "1024")
    one = data["comparison"]["world_grid"]["gwp_kgco2e"]
    assert math.isclose(one["uncertainty"]["difference"]["mean"], one["difference"], rel_tol=1e-12)
    assert one["uncertainty"]["difference"]["sd"] < 1e-9 * one["difference"]
    assert "sampling" not in compared(CHAT)


def test_intervals_of_shares():
    # A single change has all of the difference, in every draw.
    one = compared(BLOOM, "--what-if", "four_year_life", "--samples", "10000")["comparison"]["four_year_life"]["gwp_kgco2e"]
    share, = one["attribution"]
    for key in ("p2_5", "p5", "p50", "p95", "p97_5"):
        assert math.isclose(share["uncertainty"][key], one["uncertainty"]["difference"][key], rel_tol=3e-3), key
    assert share["uncertainty"]["draws"] == 10000
    # Two changes of a product a x p with a lognormal: 1 kWh a x 0.5 kg, a to twice itself, p from 1 to 1.5. The shares are
    # 0.625 a and 0.375 a (test_inseparable_changes), so each has the spread of a.
    text = b"""lca: 1
title: t
parameters: {factor: 1}
sites: {s: {grid: {intensity: 0.5 kgCO2e/kWh}}}
activities:
  a: {stage: other, site: s, idle: none, embodied: none, dynamic: {energy: "=once * factor"}}
what_if: {w: {set: {parameters.factor: 2, sites.s.pue: 1.5}}}
""".replace(b"{factor: 1}", b"{factor: 1, once: {value: 1 kWh, uncertainty: {distribution: lognormal, gsd: 1.5}}}")
    data = json.loads(lca("compare", "-", "--format", "json", "--sampling", "sobol", "--samples", "8192",
                          input=text).expect(no_err=True).out)
    for part, share in zip(data["comparison"]["w"]["gwp_kgco2e"]["attribution"], (0.625, 0.375), strict=True):
        sure = part["uncertainty"]
        assert math.isclose(part["difference"], share, rel_tol=1e-12)
        for key, z in (("p2_5", -1.959964), ("p5", -1.644854), ("p50", 0), ("p95", 1.644854), ("p97_5", 1.959964)):
            assert math.isclose(sure[key], share * 1.5 ** z, rel_tol=1e-2), (key, sure)
    page = lca("compare", "-", input=text).expect(no_err=True).out
    assert "intervals come from the first 10,000 samples" in " ".join(page.split()) and max(map(len, page.splitlines())) <= 80, page
    assert "uncertainty" not in json.dumps(compared(CHAT)["comparison"]["half_the_machines"]["gwp_kgco2e"]["attribution"])


def test_rebound():
    plain = """lca: 1
title: t
parameters: {per: 2 Wh/request}
sites: {s: {grid: {intensity: 1 kgCO2e/kWh}, pue: 1.2}}
activities: {a: {stage: inference, site: s, requests: 1000 request, idle: none, embodied: none, dynamic: {per_request: =per}}}
what_if: {w: {set: {parameters.per: 1 Wh/request, sites.s.pue: 1.5}}}
"""
    rebound = plain + "rebound: {elasticity: 0.6, of: a.per_request, demand: a.requests}\n"

    def total(per, pue):  # kWh a request with PUE is what a use costs: (new / old)^-0.6 as many of them
        return per * pue * (per * pue / 2.4) ** -0.6

    one = json.loads(lca("compare", "-", "--format", "json", input=rebound.encode()).out)["comparison"]["w"]["gwp_kgco2e"]
    shares = {part["path"]: part["difference"] for part in one["attribution"]}
    first, last = total(1, 1.2) - total(2, 1.2), total(1, 1.5) - total(2, 1.5)
    assert math.isclose(shares["parameters.per"], (first + last) / 2, rel_tol=1e-12)
    first, last = total(2, 1.5) - total(2, 1.2), total(1, 1.5) - total(1, 1.2)
    assert math.isclose(shares["sites.s.pue"], (first + last) / 2, rel_tol=1e-12)
    # A file that is compared with another is not a what-if of its own: its rebound changes nothing.
    with folder() as there:
        a, b = pathlib.Path(there) / "a.yaml", pathlib.Path(there) / "b.yaml"
        a.write_text(plain)
        b.write_text(rebound.replace("per: 2 Wh", "per: 1 Wh"))
        one = compared(str(a), str(b))["comparison"][str(b)]["gwp_kgco2e"]
    assert math.isclose(one["difference"], -1.2, rel_tol=1e-12)
    shares = {part["path"]: part["difference"] for part in one["attribution"]}
    assert shares["rebound"] == 0 and math.isclose(shares["parameters.per"], -1.2, rel_tol=1e-12), shares


def test_an_impossible_draw_stops_it():
    base = "lca: 1\ntitle: t\nsites: {s: {grid: {intensity: 50 gCO2e/kWh}}}\n" \
           "activities: {a: {stage: other, site: s, dynamic: {energy: {value: 1 kWh, uncertainty: " \
           "{distribution: normal, sd: 1 kWh}}}}}\nwhat_if: {w: {set: {sites.s.pue: 1.5}}}\n"
    lca("compare", "-", input=base.encode()).expect(2, err=["activities.a.dynamic.energy", "out of range", "`min`"],
                                                    no_out=True)


def test_inseparable_changes():
    with folder() as there:
        base = pathlib.Path(there) / "a.yaml"
        base.write_text("lca: 1\ntitle: t\nsites: {s: {grid: {intensity: 50 gCO2e/kWh}}}\nactivities:\n  a: {stage: other, "
                        "site: s, device_time: 10 GPU*h, dynamic: {device_power: 400 W}}\n"
                        "what_if:\n  w:\n    remove: [activities.a.device_time]\n    set:\n"
                        "      activities.a.devices: 4 GPU\n      activities.a.duration: 5 h\n      sites.s.pue: 1.5\n")
        data = compared(str(base))
        paths = [change["path"] for change in data["attribution"]["w"]["changes"]]
        assert paths == ["activities.a.device_time + activities.a.devices + activities.a.duration", "sites.s.pue"], paths
        shares = [part["difference"] for part in data["comparison"]["w"]["gwp_kgco2e"]["attribution"]]
        # 0.2 kg (4 kWh) to 0.4 x 1.5 = 0.6 kg: time x pue from (1, 1) to (2, 1.5), 0.2 kg each: 1.25 and 0.75 of it.
        assert math.isclose(shares[0], 0.25, rel_tol=1e-12) and math.isclose(shares[1], 0.15, rel_tol=1e-12), shares


def test_files_are_taken_apart():
    data = compared(UNCERTAIN, BLOOM)
    found = data["attribution"][BLOOM]
    assert found["method"] == "exact"
    shares = {part["path"]: part["difference"] for part in data["comparison"][BLOOM]["gwp_kgco2e"]["attribution"]}
    assert {path for path, share in shares.items() if share} == {"sites.idris.pue"}
    text = lca("compare", "scenarios/papers/boavizta/servers.yaml", "scenarios/papers/boavizta/gpu.yaml").expect(0).out
    assert "too many to attribute the difference to them" in text


def test_many_changes_draw_orders():
    names = [f"p{i}" for i in range(14)]
    text = "lca: 1\ntitle: t\nparameters:\n" + "".join(f"  {n}: 1\n" for n in names)
    text += "sites: {s: {grid: {intensity: 50 gCO2e/kWh}}}\nactivities: {a: {stage: other, site: s, dynamic: {energy: \"=[1 kWh] * "
    text += " * ".join(names) + "\"}}}\nwhat_if:\n  w:\n    set:\n" + "".join(f"      parameters.{n}: 1.{i:02}\n"
                                                                         for i, n in enumerate(names))
    data = json.loads(lca("compare", "-", "--format", "json", input=text.encode()).expect(no_err=True).out)
    assert data["attribution"]["w"]["method"] == "drawn orders" and data["attribution"]["w"]["orders"] == 512
    one = data["comparison"]["w"]["gwp_kgco2e"]
    assert math.isclose(sum(part["difference"] for part in one["attribution"]), one["difference"], rel_tol=1e-13)
    assert all("standard_error" in part for part in one["attribution"])


def test_several_impacts():
    servers = ("scenarios/papers/boavizta/servers.yaml", "scenarios/papers/boavizta/gpu.yaml")
    data = compared(*servers)
    assert data["pareto"] == {"impacts": ["gwp_kgco2e", "adpe_kgsbe", "primary_energy_mj"], "unbeaten": [servers[1]]}
    text = lca("compare", *servers, "--impact", "climate", "--impact", "adpe").expect(0, out=["Pareto-optimal", "abiotic"]).out
    assert "GJp" not in text
    lca("compare", *servers, "--impact", "all").expect(0, out=["GJp", "climate change", "abiotic depletion"])
    lca("compare", BLOOM, "--impact", "climate", "--impact", "water").expect(0, out="Fewer than two")


def test_csv():
    rows = list(csv.DictReader(io.StringIO(lca("compare", CHAT, "--format", "csv").expect(no_err=True).out)))
    data = compared(CHAT)
    for row in rows:
        key = {"climate change": "gwp_kgco2e", "electricity": "energy_kwh"}.get(row["quantity"])
        if not key:
            continue
        one = data["comparison"][row["variant"]][key]
        if row["change"]:
            share = next(part for part in one["attribution"] if part["path"] == row["change"])
            assert float(row["difference"]) == share["difference"] and row["total"] == ""
            assert float(row["difference_idle"]) == share["difference_by_phase"]["idle"]
        else:
            assert float(row["total"]) == one["total"] and int(row["rank"]) == one["rank"]
            assert float(row["difference_dynamic"]) == one["difference_by_phase"]["dynamic"]
    rows = list(csv.DictReader(io.StringIO(lca("compare", BLOOM, "--format", "csv").expect(no_err=True).out)))
    four = next(row for row in rows if row["variant"] == "four_year_life" and not row["change"])
    assert float(four["difference_p5"]) < float(four["difference"]) < float(four["difference_p95"])
    assert float(four["probability_lower"]) == 0


def test_pages_fit():
    for words in ((BLOOM,), (CHAT,), (UNCERTAIN, BLOOM), (BLOOM, "--impact", "all"), (CHAT, "--what-if", "half_the_machines")):
        text = lca("compare", *words).expect(no_err=True).out
        assert max(map(len, text.splitlines())) <= 80, text
        assert "\x1b" not in text
        markdown = lca("compare", *words, "--format", "markdown").expect(no_err=True).out
        assert "| " in markdown
    lines = lca("compare", BLOOM).out.splitlines()
    order = [line.split()[0] for line in lines[4:10]]
    assert order == ["base", "measured_power", "four_year_life", "warm_datacentre", "us_grid", "world_grid"], order


SIDES = """lca: 1
title: Two sides
sites: {s: {grid: {intensity: 50 gCO2e/kWh, basis: life_cycle}, market_intensity: 20 gCO2e/kWh}}
activities: {a: {stage: other, site: s, dynamic: {energy: 10 kWh}, idle: none, embodied: none}}
what_if:
  no_contract: {remove: [sites.s.market_intensity]}
  direct: {set: {sites.s.grid: {intensity: 30 gCO2e/kWh, basis: combustion}}}
  still_direct: {set: {sites.s.grid: {intensity: 31 gCO2e/kWh, basis: combustion}}}
"""


def test_an_impact_that_one_side_lacks_says_why():
    why = "only no_contract lacks a market_intensity"
    data = json.loads(lca("compare", "-", "--format", "json", input=SIDES.encode()).expect(0).out)
    one = data["comparison"]["no_contract"]["gwp_market_kgco2e"]
    assert one["total"] is None and one["difference"] is None and one["why_not"] == why, one
    assert data["comparison"]["direct"]["gwp_market_kgco2e"]["difference"] == 0
    lca("compare", "-", "--impact", "market", input=SIDES.encode()).expect(0, out="only no_contract lacks")
    found = list(csv.DictReader(io.StringIO(lca("compare", "-", "--format", "csv", input=SIDES.encode()).expect(0).out)))
    assert [row["why_not"] for row in found if row["variant"] == "no_contract" and not row["total"] and not row["change"]] == [why], found
    swapped = json.loads(lca("compare", "-", "--by", "phase", "--format", "json", input=SIDES.encode()).expect(0).out)
    items = swapped["parts"]["no_contract"]["gwp_market_kgco2e"]
    assert [item["why_not"] for item in items if item["value"] is None] == [why] * 4, items


def test_unlike_bases_of_electricity_are_warned_of_once():
    said = ["grid `sites.s.grid` counts combustion", "life_cycle"]
    done = lca("compare", "-", "--format", "json", input=SIDES.encode()).expect(0, err=said)
    assert done.err.count("warning") == 1, done.err
    warnings = json.loads(done.out)["warnings"]
    assert len(warnings) == 1 and warnings[0].startswith("the difference of direct to base "), warnings
    lca("compare", "-", input=SIDES.encode()).expect(0, out=said)
    lca("compare", "-", "--by", "phase", input=SIDES.encode()).expect(0, out=said)
    same = lca("compare", "-", "--what-if", "no_contract", "--format", "json", input=SIDES.encode()).expect(0, no_err=True).out
    assert "warnings" not in json.loads(same)
    with folder() as where:
        other = pathlib.Path(where) / "other.yaml"
        other.write_text(SIDES.replace("basis: life_cycle}, market", "kind: marginal}, market"))
        first = pathlib.Path(where) / "first.yaml"
        first.write_text(SIDES)
        lca("compare", first, other).expect(0, out=["marginal", "life_cycle"])


def test_fewer_samples_of_many_variants():
    """10,000,000 samples in all, unless somebody says how many."""
    text = SIDES.split("what_if:")[0] + "what_if:\n" + "".join(
        f"  w{i}: {{set: {{activities.a.dynamic.energy: {{value: {i + 1} kWh, uncertainty: {{distribution: normal, cv: 5 %}}}}}}}}\n"
        for i in range(200))
    answer = lambda *more: lca("compare", "-", *more, input=text.encode()).expect(0).out
    assert json.loads(answer("--format", "json"))["sampling"]["samples"] == 50_000
    assert json.loads(answer("--format", "json", "--samples", "2000"))["sampling"]["samples"] == 2000
    says = "50,000 samples of each variant, reduced because there are many"
    for more in [], ["--details"]:
        assert says in " ".join(answer(*more).split()) and "fewer" not in answer(*more, "--samples", "2000"), more


def test_memory_of_many_uncertain_variants():
    """3,000 what-ifs with uncertain figures: the histograms of a few are there at a time."""
    if b"__asan_init" in pathlib.Path(LCA).read_bytes():
        return  # which reserves terabytes of address space
    text = SIDES.split("what_if:")[0] + "what_if:\n" + "".join(
        f"  w{i}: {{set: {{activities.a.dynamic.energy: {{value: {i + 1} kWh, uncertainty: {{distribution: normal, cv: 5 %}}}}}}}}\n"
        for i in range(3000))
    limit = lambda: resource.setrlimit(resource.RLIMIT_AS, (600 * 2**20,) * 2)
    lca("compare", "-", "--samples", "500", "--threads", "1", "--format", "csv", input=text.encode(), preexec_fn=limit).expect(0)


run_all(globals())
