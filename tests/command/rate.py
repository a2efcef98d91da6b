"""lca rate: stars of an energy, of a scenario, and what is refused."""
import json
import pathlib

from _lca import folder, lca, run_all

CLASS_A = ("rate", "--task", "text_generation", "--class", "A")
SERVICE = """lca: 1
title: A service
sites: {here: {grid: {intensity: 57 gCO2e/kWh}, pue: 1.2}}
activities:
  serving:
    stage: inference
    site: here
    requests: 2000 request
    dynamic:
      gpus: {energy: 20 Wh}
      host: {energy: 10 Wh}
what_if:
  half: {set: {activities.serving.dynamic.gpus.energy: 10 Wh}}
"""


def stars(*words, **options):
    return json.loads(lca(*words, "--format", "json", **options).expect(no_err=True).out)


def test_the_tasks_are_listed():
    text = lca("rate").expect(no_err=True).out
    assert "text_generation       A" in text and "asr" in text and "AIEnergyScore/Leaderboard" in text, text
    assert max(map(len, text.splitlines())) <= 80, text
    listed = json.loads(lca("rate", "--format", "json").out)["ratings"]
    assert sum(one["models"] for one in listed) == 166


def test_a_stated_energy():
    # Class A goes from 1.313333 to 28.741222 Wh (distilgpt2, phi-4): bands of 5.4856 Wh, so 12 Wh is in the second.
    data = stars(*CLASS_A, "--energy", "12 Wh")
    assert data["stars"] == 4 and data["models"] == 32, data
    assert abs(data["least_wh"] - 1.31333) < 1e-5 and abs(data["most_wh"] - 28.7412) < 1e-4
    assert stars(*CLASS_A, "--energy", "0.012 Wh/query")["stars"] == 4
    assert stars(*CLASS_A[:-1], "a", "--energy", "0.03 kWh")["stars"] == 1
    text = lca(*CLASS_A, "--energy", "12 Wh").expect(no_err=True).out
    assert text.startswith("★★★★☆ 4 of 5 stars") and "◆" in text and "\x1b" not in text, text
    assert max(map(len, text.splitlines())) <= 80, text
    assert lca(*CLASS_A, "--energy", "12 Wh", "--format", "csv").out.splitlines()[1] == "text_generation,A,,12,4"
    assert lca(*CLASS_A, "--energy", "12 Wh", "--format", "markdown").out.startswith("# ★★★★☆")


def test_a_scenario():
    with folder() as where:
        file = pathlib.Path(where) / "service.yaml"
        file.write_text(SERVICE)
        # 30 Wh x 1.2 for 2,000 requests: 18 Wh for 1,000; the GPUs alone 12 Wh, half of them with the what-if.
        total = (*CLASS_A, file, "--result", "total")
        rated = stars(*total)
        assert abs(rated["energy_wh"] - 18) < 1e-9 and "with a PUE of 1.2" in rated["of"], rated
        # What is rated is asked for where the total is more than queries: here by the PUE, then by a training.
        err = lca(*CLASS_A, file).expect(2, no_out=True, err="holds a PUE of 1.2").err
        assert "--result serving.dynamic or --result total" in err, err
        gpus = stars(*CLASS_A, file, "--result", "serving.dynamic.gpus")
        assert abs(gpus["energy_wh"] - 12) < 1e-9 and gpus["stars"] == 4, gpus
        half = stars(*CLASS_A, file, "--result", "serving.dynamic.gpus", "--what-if", "half")
        assert abs(half["energy_wh"] - 6) < 1e-9 and half["stars"] == 5 and "half" in half["of"], half
        assert abs(stars(*CLASS_A, file, "--set", "sites.here.pue=1")["energy_wh"] - 15) < 1e-9
        lca(*CLASS_A, file, "--set", "sites.here.pue==sqrt(1.44)").expect(2, no_out=True, err="holds a PUE\n")
        file.write_text(SERVICE.replace("pue: 1.2", "pue: 1").replace(
            "activities:\n", "activities:\n  teach: {stage: training, site: here, dynamic: {energy: 1 kWh}}\n"))
        lca(*CLASS_A, file).expect(2, no_out=True, err=["holds `teach` (training)", "--result serving.dynamic"])
        assert abs(stars(*CLASS_A, file, "--result", "serving")["energy_wh"] - 15) < 1e-9
        assert abs(stars(*CLASS_A, file, "--set", "activities.teach.include=false")["energy_wh"] - 15) < 1e-9
        # With a functional unit of 500 requests at a time, 1,000 units are 1,000 x 36 Wh / 4.
        file.write_text(SERVICE + "functional_unit: {amount: 4, name: batch}\n")
        assert abs(stars(*total)["energy_wh"] - 9000) < 1e-6
        lca(*CLASS_A, file, "--result", "serving.dynamc").expect(2, err="did you mean `serving.dynamic`?", no_out=True)
        file.write_text(SERVICE.replace("    requests: 2000 request\n", ""))
        lca(*total).expect(2, err="per request is not assessed", no_out=True)


def test_what_is_refused():
    for words, said in [
        (("rate", "--task", "text_generaton"), "did you mean `text_generation`?"),
        (("rate", "--task", "text_generation"), "expected: --class A, B or C"),
        (("rate", "--task", "text_generation", "--class", "D"), "`D` is not a class"),
        (("rate", "--task", "asr", "--class", "A"), "`asr` has no classes"),
        ((*CLASS_A, "--energy", "12 W"), "`12 W` is power"),
        ((*CLASS_A, "--energy", "12"), "expected: energy of 1,000 queries"),
        ((*CLASS_A, "--energy", "0 Wh"), "expected more than 0"),
        ((*CLASS_A, "--energy", "-1 Wh"), "expected more than 0"),
        ((*CLASS_A, "--energy", "12 Whh"), "Whh"),
        (("rate", "--energy", "12 Wh"), "--task is missing"),
        (("rate", "x.yaml", "--task", "asr", "--energy", "12 Wh"), "not both"),
    ]:
        lca(*words).expect(2, err=said, no_out=True)
    lca("rate", "nowhere.yaml", "--task", "asr").expect(3, no_out=True)


run_all(globals())
