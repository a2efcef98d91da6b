"""Scenarios from Python: the answers of the command, changes as copies, faults with their place."""
import lca
from _data import BLOOM, ROOT, UNIFORM, command, command_json, run


def fault_of(ask):
    try:
        ask()
    except lca.Fault as fault:
        return fault
    raise AssertionError("no fault")


def test_same_bytes_as_the_command():
    assert lca.load(BLOOM).evaluate().to_json().strip() == command("evaluate", BLOOM, "--format", "json").strip()


def test_every_study_answers_as_the_command_does():
    for path in sorted((ROOT / "scenarios").rglob("training*.yaml")):
        name = str(path.relative_to(ROOT))
        assert lca.load(name).evaluate().to_dict() == command_json("evaluate", name), name


def test_impacts_have_an_attribute_for_each_measure():
    from lca._core import measures
    attributes = {name for name in vars(lca.Impacts) if not name.startswith("_")} - {"name", "to_dict", "why_not"}
    assert attributes == {key for key, _, _ in measures()}


def test_results_have_names():
    answer = lca.load(BLOOM).evaluate()
    said = command_json("evaluate", BLOOM)["results"]
    assert answer["total"].gwp_kgco2e == said["total"]["gwp_kgco2e"]
    assert answer["total"].energy_kwh == said["total"]["energy_kwh"]
    assert answer["total"].water_l is None  # not assessed: never 0
    assert answer["embodied"].energy_kwh == 0
    assert list(answer) == list(said) and len(answer) == len(said)
    assert "total" in answer and "totl" not in answer
    try:
        answer["totl"]
    except KeyError:
        pass
    else:
        raise AssertionError("a name that is none")


def test_outputs_have_units():
    energy = lca.loads(UNIFORM).evaluate().outputs["energy"]
    assert (energy.value, energy.unit) == (3, "kWh")


def test_set_makes_a_copy():
    base = lca.load(BLOOM)
    changed = base.set("sites.idris.grid.intensity", "114 gCO2e/kWh").set("sites.idris.pue", 1.25)
    said = command_json("evaluate", BLOOM, "--set", "sites.idris.grid.intensity=114 gCO2e/kWh", "--set", "sites.idris.pue=1.25")
    assert changed.evaluate().to_dict() == said
    assert base.evaluate().to_dict() == command_json("evaluate", BLOOM)
    # The intensity doubles what electricity emits, and nothing else.
    doubled = base.set("sites.idris.grid.intensity", "114 gCO2e/kWh").evaluate()
    assert doubled["dynamic"].gwp_kgco2e == 2 * base.evaluate()["dynamic"].gwp_kgco2e
    assert doubled["embodied"].gwp_kgco2e == base.evaluate()["embodied"].gwp_kgco2e


def test_what_if_is_a_variant_of_the_file():
    with_variant = UNIFORM + "what_if:\n  less: {title: Less, set: {parameters.a: 1 kWh}}\n"
    assert lca.loads(with_variant).what_if("less").evaluate().outputs["energy"].value == 1
    fault = fault_of(lca.loads(with_variant).what_if("lesss").evaluate)
    assert "less" in str(fault)


def test_a_text_has_a_name():
    fault = fault_of(lca.loads(UNIFORM.replace("kWh,", "kWhh,"), "mine.yaml").evaluate)
    assert fault.file == "mine.yaml" and fault.line == 4 and fault.column == 16, fault.faults
    assert fault.message and str(fault).startswith("mine.yaml:4:16: error: ")


def test_all_faults_of_a_run():
    wrong = UNIFORM.replace("low: 2 kWh", "low: 2 kg").replace("outputs:", "otputs:")
    fault = fault_of(lca.loads(wrong).evaluate)
    errors = [one for one in fault.faults if one.severity == "error"]
    assert len(errors) >= 2, fault.faults
    assert [one.line for one in errors] == sorted(one.line for one in errors)
    assert any("outputs" in one.hint for one in errors), errors


def test_a_change_that_leads_nowhere():
    fault = fault_of(lca.load(BLOOM).set("sites.idris.puee", 1.2).evaluate)
    assert "puee" in fault.message and "pue" in fault.expectation and fault.hint == "did you mean `pue`?"


def test_a_file_that_is_not_there():
    try:
        lca.load("no/such/file.yaml").evaluate()
    except OSError as error:
        assert "no/such/file.yaml" in str(error)
    else:
        raise AssertionError("a file that is not there")


def test_faults_can_be_kept_and_sent():
    import copy
    import pickle

    fault = fault_of(lca.load(BLOOM).set("sites.idris.puee", 1.2).evaluate)
    for other in (copy.copy(fault), pickle.loads(pickle.dumps(fault))):
        assert other.faults == fault.faults and str(other) == str(fault)


def test_html_is_escaped():
    card = lca.loads(UNIFORM.replace("<b>", "<script>alert(1)</script>")).evaluate()._repr_html_()
    assert "<script" not in card and "&lt;script&gt;" in card and "&amp; more" in card
    total = lca.load(BLOOM).evaluate()._repr_html_()
    assert "5.053e+04" in total and "not assessed" in total


def test_warnings_are_there():
    answer = lca.load(BLOOM).evaluate()
    assert [one.message for one in answer.warnings] == [one["message"] for one in answer.to_dict()["warnings"]]


run(globals())
