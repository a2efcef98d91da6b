"""The boundary that a study states, credits and scopes: as text, CSV and JSON, and when results are compared."""
import json

from _lca import BLOOM, lca, run_all

# 100 of 1000 h: two cards of 110 kg and a credit of 20 kg, a box of 300 kg; 2 x 400 W x 100 h = 80 kWh at 0.5 kg.
# So 22 + 30 + 40 = 92 kg, 8 kg of electricity by contract, and a credit of 4 kg.
SCENARIO = """lca: 1
title: A small cluster
boundary: {stages: [manufacturing, transport, use], includes: [accelerators, host, cooling], gwp: AR6, cut_off: "parts below 1 % of the mass"}
role: owner
sites:
  here: {grid: {intensity: 500 gCO2e/kWh, basis: life_cycle}, market_intensity: 100 gCO2e/kWh}
hardware:
  card: {kind: accelerator, lifetime: 1000 h, embodied: {manufacturing: 100 kgCO2e, transport: 10 kgCO2e, end_of_life: -20 kgCO2e}}
  box: {kind: server, lifetime: 1000 h, embodied: 300 kgCO2e}
systems:
  cluster: {site: here, nodes: 1 node, node: [{hardware: card, count: 2}, {hardware: box}]}
activities:
  job: {stage: training, system: cluster, node_time: 100 node*h, dynamic: {device_power: 400 W}, idle: none}
what_if:
  cooled: {set: {sites.here.pue: 1.5}}
  narrow: {set: {boundary: {stages: [manufacturing, use]}}}
  dearer: {set: {sites.here.grid.intensity: 600 gCO2e/kWh}}
  bought: {set: {role: customer}}
"""


def output_of(*words, text=SCENARIO):
    return lca(*words, input=text.encode()).expect(0).out


def flat(page):
    return " ".join(page.split())


def evaluated(*words, text=SCENARIO):
    return json.loads(output_of("evaluate", "-", "--format", "json", *words, text=text))


def near(value, wanted):
    return abs(value - wanted) < 1e-9 * max(1, abs(wanted))


def test_gaps_of_the_boundary_are_named_everywhere():
    names = ["boundary.transport", "boundary.host", "boundary.cooling"]
    total = evaluated()["results"]["total"]
    assert near(total["gwp_kgco2e"], 92) and total["gaps"][0] == names[0], total
    of_climate = [gap for gap in total["gaps"] if not gap.endswith((".market", ".energy"))]
    assert of_climate == names, total
    gaps = {gap["of"]: gap for gap in evaluated()["gaps"]}
    assert "energy_kwh" in gaps["boundary.host"]["measures"] and "energy_kwh" not in gaps["boundary.transport"]["measures"], gaps
    assert "`box`" in gaps["boundary.transport"]["reason"], gaps
    row = output_of("evaluate", "-", "--format", "csv").splitlines()[1]
    assert row.startswith("total,92,") and " ".join(names) in row, row
    for words in ((), ("--details",)):
        page = flat(output_of("evaluate", "-", *words))
        for name in names:
            assert name in page, (name, page)
        for said in ("inside: manufacturing, use and accelerators", "the embodied figure of box covers manufacturing (it is not broken down)",
                     "the embodied figure of card covers manufacturing, transport and end_of_life",
                     "cut off: parts below 1 % of the mass", "AR6"):
            assert said in page, (said, page)


def test_json_says_what_is_inside():
    boundary = evaluated()["boundary"]
    assert boundary["inside"] == ["manufacturing", "use", "accelerators"], boundary
    assert boundary["not_provided"] == ["transport", "host", "cooling"], boundary
    assert {one["of"]: one["stages"] for one in boundary["hardware"]} == {
        "box": ["manufacturing"], "card": ["manufacturing", "transport", "end_of_life"]}, boundary
    assert boundary["gwp"] == "AR6" and boundary["cut_off"] == "parts below 1 % of the mass", boundary
    assert "boundary" not in json.loads(lca("evaluate", BLOOM, "--format", "json").expect(0).out)


def test_what_the_total_holds_outside_the_boundary_is_named():
    # Only the 40 kg of use are inside: the total of 92 kg also has 50 kg of manufacturing and 2 kg of transport.
    narrow = SCENARIO.replace("stages: [manufacturing, transport, use], includes: [accelerators, host, cooling]", "stages: [use]")
    outside = {one["of"]: one["gwp_kgco2e"] for one in evaluated(text=narrow)["boundary"]["outside_in_total"]}
    assert set(outside) == {"manufacturing", "transport"} and near(outside["manufacturing"], 50) and near(outside["transport"], 2), outside
    for words in ((), ("--details",)):
        page = flat(output_of("evaluate", "-", *words, text=narrow))
        assert "in the total, though outside the boundary: manufacturing (50 kgCO2e) and transport (2 kgCO2e)" in page, page
    assert "outside_in_total" not in evaluated()["boundary"]
    # 22 kg of two cards and 30 kg of the box, where the boundary names the network alone.
    cards = SCENARIO.replace("includes: [accelerators, host, cooling]", "includes: [network]")
    outside = {one["of"]: one["gwp_kgco2e"] for one in evaluated(text=cards)["boundary"]["outside_in_total"]}
    assert set(outside) == {"accelerators", "host"} and near(outside["accelerators"], 22) and near(outside["host"], 30), outside


def test_unlike_boundaries_are_not_compared():
    variants = json.loads(output_of("compare", "-", "--format", "json"))["variants"]
    assert len(variants) == 5, len(variants)
    page = flat(output_of("compare", "-"))
    for said in ("cooled (climate change): only base lacks boundary.cooling", "narrow (climate change): only base lacks boundary.transport"):
        assert said in page, (said, page)
    assert "dearer (climate" not in page, page  # like boundaries: 48 kg of electricity in place of 40
    rows = {line.split()[0]: line for line in reversed(output_of("compare", "-").splitlines()) if line.split()}
    assert "100" in rows["dearer"] and rows["narrow"].rstrip().endswith("–"), rows


def test_a_boundary_that_is_met_changes_nothing():
    bloom = (lca("evaluate", BLOOM, "--format", "csv").expect(0).out).splitlines()
    stated = lca("evaluate", BLOOM, "--format", "csv", "--set", "boundary={stages: [manufacturing, use]}").expect(0).out.splitlines()
    assert bloom == stated, (bloom[:3], stated[:3])


def test_credits_stand_outside_the_total():
    result = evaluated()
    assert near(result["results"]["embodied"]["gwp_kgco2e"], 52), result["results"]["embodied"]
    assert near(result["outputs"]["credits.card"]["value"], -4), result["outputs"]
    page = flat(output_of("evaluate", "-", "--details"))
    assert "Credits: outside `embodied` and the total" in page and "-4" in page, page


def test_scopes_add_up_and_market_stands_beside():
    rows = output_of("evaluate", "-", "--by", "scope", "--format", "csv").splitlines()
    cells = [dict(zip(rows[0].split(","), row.split(","))) for row in rows[1:]]
    assert [cell["scope"] for cell in cells] == ["scope_2", "scope_3.category_2"], rows
    assert [float(cell["gwp_kgco2e"]) for cell in cells] == [40, 52], rows
    assert [float(cell["gwp_market_kgco2e"]) for cell in cells] == [8, 52], rows
    page = flat(output_of("evaluate", "-", "--by", "scope"))
    assert "location-based" in page and "market-based" in page and "Category 3" in page, page
    bought = output_of("evaluate", "-", "--by", "scope", "--what-if", "bought", "--format", "csv").splitlines()
    assert len(bought) == 2 and bought[1].startswith("scope_3.category_1,92,"), bought


def test_scopes_need_a_role():
    text = SCENARIO.replace("role: owner\n", "").replace("  bought: {set: {role: customer}}\n", "")
    lca("evaluate", "-", "--by", "scope", input=text.encode()).expect(2, err="role: owner", no_out=True)


run_all(globals())
