"""`lca export`: BoAmps reports that its schemas accept and that `lca import` reads back, and SCI; `--equivalents`; titles of outputs."""
import json
import pathlib

from _lca import BLOOM, folder, lca, run_all, skip

CHAT = "scenarios/what_if/chat_service.yaml"
SCHEMAS = pathlib.Path("tests/command/boamps")
URL = "https://raw.githubusercontent.com/Boavizta/BoAmps/main/model/"

try:
    import jsonschema
except ImportError:
    skip("there is no python3-jsonschema")


def validator():
    store = {URL + path.name: json.loads(path.read_text()) for path in SCHEMAS.glob("*_schema.json")}
    assert len(store) == 5
    report = store[URL + "report_schema.json"]
    return jsonschema.Draft4Validator(report, resolver=jsonschema.RefResolver(URL + "report_schema.json", report, store))


def faults(report):
    return [f"{list(fault.path)}: {fault.message}" for fault in validator().iter_errors(report)]


def test_schema_rejects_what_lacks():
    assert any("'components'" in fault for fault in faults({"task": {}, "measures": [{}], "infrastructure": {"infraType": "other"}}))
    assert any("'powerConsumption'" in fault for fault in faults({"task": {}, "measures": [{}], "infrastructure": {}}))


def test_boamps_is_valid():
    for words in ([BLOOM], [CHAT], ["examples/measured/hours.yaml"], ["scenarios/minimal.yaml"]):
        report = json.loads(lca("export", *words, "--as", "boamps").expect(no_err=True).out)
        assert not faults(report), (words, faults(report))


def test_import_gives_the_same_energy():
    # Facility electricity: BLOOM's 689,842.07 kWh at PUE 1; the chat service at PUE 1.2.
    for file, pue in ((BLOOM, "1"), (CHAT, "1.2")):
        own = json.loads(lca("evaluate", file, "--format", "json").expect().out)["results"]
        with folder() as where:
            report, scenario = pathlib.Path(where) / "report.json", pathlib.Path(where) / "imported.yaml"
            lca("export", file, "--as", "boamps", "--output", report).expect(no_out=True)
            lca("import", report, "--grid", "FRA", "--pue", pue, "--output", scenario).expect()
            back = json.loads(lca("evaluate", scenario, "--format", "json").expect().out)["results"]
        for phase in ("total", "idle", "dynamic"):
            want, got = own[phase]["energy_kwh"], back[phase]["energy_kwh"]
            assert abs(got - want) <= 1e-12 * want, (file, phase, want, got)


def test_sci_of_the_chat_service():
    sci = json.loads(lca("export", CHAT, "--as", "sci").expect(no_err=True).out)
    # 32 GPU × 300 W × 35 % and 4 × 1.1 kW idle for 8,760 h, × PUE 1.2; 20 million answers are 20,000 thousands.
    energy = (32 * 0.3 * 0.35 + 4 * 1.1) * 8760 * 1.2
    assert abs(sci["E"]["value"] - energy) < 1e-9 * energy and sci["E"]["unit"] == "kWh"
    assert sci["R"] == {"value": 20000, "unit": "thousand answers"}
    assert sci["I"]["factors"] == [{"grid": "IRL/2025", "kind": "average", "basis": "life_cycle", "gas": "CO2e"}]
    score = (sci["E"]["value"] * sci["I"]["value"] + sci["M"]["value"]) / sci["R"]["value"]
    assert abs(sci["sci"]["value"] - score) < 1e-12 * score
    per = json.loads(lca("evaluate", CHAT, "--format", "json").expect().out)["functional_unit"]["per_unit"]["gwp_kgco2e"]
    assert abs(sci["sci"]["value"] - per * 1000) < 1e-12 * score


def test_refusals():
    lca("export", BLOOM).expect(2, err="--as", no_out=True)
    lca("export", BLOOM, "--as", "bomps").expect(2, err=["bomps", "boamps"], no_out=True)
    lca("export", "missing.yaml", "--as", "sci").expect(3, err="missing.yaml", no_out=True)
    scenario = b"lca: 1\ntitle: t\nsites: {h: {grid: FRA}}\nactivities: {a: {stage: training, site: h, dynamic: {energy: 1 kWh}}}\n"
    lca("export", "-", "--as", "sci", input=scenario).expect(2, err="states no functional unit", no_out=True)
    lca("export", "-", "--as", "sci", input=b"functional_unit: {amount: 1, name: run}\n" + scenario).expect(
        2, err=["not assessed is", "a.idle: the file gives no figure for idle", "a.embodied"], no_out=True)


def test_equivalents():
    out = lca("evaluate", BLOOM, "--equivalents").expect(no_err=True).out
    # 50,532 kg over 57,153 kg of a car; 689,842 kWh over 11,880; 50,532 / 1,200.
    for text in ("0.884 (", "58.1", "42.1 (", "Strubell", "US EPA", "Freitag"):
        assert text in out, (text, out)
    data = json.loads(lca("evaluate", BLOOM, "--equivalents", "--format", "json").expect().out)["equivalents"]
    assert len(data["items"]) == 6 and all(one["source"]["licence"] for one in data["items"])
    assert "equivalents" not in json.loads(lca("evaluate", BLOOM, "--format", "json").expect().out)
    lca("evaluate", BLOOM, "--equivalents", "--by", "line").expect(2, err="--by", no_out=True)
    scenario = b"lca: 1\ntitle: t\nsites: {h: {grid: FRA}}\nactivities: {a: {stage: training, site: h, dynamic: {energy: 1 kWh}}}\n"
    lca("evaluate", "-", "--equivalents", input=scenario).expect(out="No equivalents: the total counts only what is assessed")


def test_titles_of_outputs():
    scenario = b"""lca: 1
title: t
outputs:
  plain: "=2 * 3"
  named: {title: Six as well, value: "=2 * 3"}
  long: {title: A title that is too long for one line of a screen with its figure, value: "=1 + 6"}
"""
    out = lca("evaluate", "-", input=scenario).expect(no_err=True).out
    assert "Six as well" in out and "named" not in out and "plain" in out and "long  " in out, out
    assert "Six as well" in lca("evaluate", "-", "--details", input=scenario).expect().out
    outputs = json.loads(lca("evaluate", "-", "--format", "json", input=scenario).expect().out)["outputs"]
    assert outputs["long"]["title"].startswith("A title that is too long")
    assert outputs["named"] == {"title": "Six as well", "value": 6, "unit": ""} and "title" not in outputs["plain"], outputs


run_all(globals())
