"""Model cards: what `lca card` writes, and what `lca card --check` says of 20 made cards and of what is not a card."""
import pathlib

from _lca import BLOOM, folder, lca, run_all

CARDS = pathlib.Path("tests/command/cards")


def test_what_is_written_checks():
    text = lca("card", BLOOM).expect(no_err=True).out
    # Table 3 of the paper has 50.5 t; 689,842 kWh at 57 gCO2e/kWh.
    for part in ["\n  emissions: 505324", "training_type: pre-training", 'geographical_location: "idris"',
                 'hardware_used: "48 nodes of 8 × A100 SXM4 80GB"', "**50.5 tCO2e (48.5 to 54.0, 90 % interval)**",
                 "Electricity: 689,8", "57 gCO2e/kWh", "embodied 22 %, idle 29 %, dynamic 49 %", "Not assessed:"]:
        assert part in text, f"{part}\n{text}"
    with folder() as where:
        file = pathlib.Path(where) / "README.md"
        file.write_text(text)
        out = lca("card", "--check", file).expect(0).out
        assert "README.md:3:14: right: emissions" in out and "wrong" not in out, out


def test_made_cards():
    cards = sorted(CARDS.glob("*.md"))
    assert len(cards) == 20
    for card in cards:
        right = card.name.startswith("right")
        out = lca("card", "--check", card).expect(0 if right else 1).out
        assert out == card.with_suffix(".txt").read_text(), (card.name, out)
        assert ("wrong:" in out) != right, (card.name, out)


def test_what_is_no_card():
    with folder() as where:
        for text, place, words in (("# A model\n", "1:1", "begins with front matter"), ("---\na: 1\n", "1:1", "does not end"),
                                   ("---\nco2_eq_emissions:\n\temissions: 1\n---\n", "3:1", "tab"),
                                   ("---\n[1, 2]\n---\n", "1:1", "not a map")):
            file = pathlib.Path(where) / "README.md"
            file.write_text(text)
            lca("card", "--check", file).expect(2, err=[f"README.md:{place}: error", words], no_out=True)


def test_other_results():
    lca("card", BLOOM, "--result", "final_training.dynamic").expect(0, out="emissions: 24692172 ")
    lca("card", BLOOM, "--result", "trainin").expect(2, err=["there is no result `trainin`"])
    lca("card", BLOOM, "--what-if", "world_grid").expect(0, out="what if world_grid")


def test_options_of_a_scenario_do_not_go_with_a_card():
    card = sorted(CARDS.glob("right*.md"))[0]
    for words in (("--set", "sites.a.pue=2"), ("--what-if", "x"), ("--result", "total")):
        lca("card", "--check", card, *words).expect(2, no_out=True, err=f"{words[0]} is allowed only with a scenario: --check reads a card")


run_all(globals())
