"""Words of the command line: help, unknown names, missing and repeated values, files that look like options."""
import pathlib
import shutil

from _lca import BLOOM, ROOT, folder, lca, run_all


def test_no_arguments_is_a_mistake():
    lca().expect(2, err="usage: lca COMMAND", no_out=True)


def test_help_and_version_go_to_standard_output():
    text = lca("--help").expect(out=["usage: lca COMMAND", "evaluate", "replicate"], no_err=True).out
    assert max(map(len, text.splitlines())) <= 80, text
    lca("--version").expect(out=["lca 0.1.0, catalogue "], no_err=True)
    digest = lca("--version").out.split()[-1]
    assert len(digest) == 64 and set(digest) <= set("0123456789abcdef"), digest


def test_every_command_has_help_that_fits():
    names = [path.stem.replace("_", "-") for path in (ROOT / "cli/commands").glob("*.cpp")]
    assert len(names) > 10
    for name in names:
        if name.replace("-", "_") not in lca("--help").out.replace("-", "_"):
            continue
        text = lca(name, "--help").expect(out=f"usage: lca {name}", no_err=True).out
        # A command line is shown whole, however long, so that it can be copied.
        assert max(len(line) for line in text.splitlines() if not line.startswith("  lca ")) <= 80, text
        assert lca("help", name).expect().out == text
        assert lca(name, "-h").expect().out == text


def test_unknown_command():
    lca("evalute", BLOOM).expect(2, err=["unknown command `evalute`", "did you mean `lca evaluate`?", "usage:"], no_out=True)
    lca("--evaluate").expect(2, err="unknown option `--evaluate`", no_out=True)
    lca("").expect(2, no_out=True)


def test_unknown_option():
    lca("evaluate", BLOOM, "--frmat", "json").expect(
        2, err=["unknown option `--frmat`", "did you mean `--format`?", "usage: lca evaluate"], no_out=True)
    lca("evaluate", BLOOM, "--what_if=world_grid").expect(2, err=["did you mean `--what-if`?"], no_out=True)


def test_missing_and_repeated():
    lca("evaluate").expect(2, err=["missing FILE", "usage: lca evaluate"], no_out=True)
    lca("evaluate", BLOOM, "--format").expect(2, err="--format", no_out=True)
    lca("evaluate", BLOOM, "--format", "json", "--format", "csv").expect(2, err="--format may be given only once")
    lca("evaluate", BLOOM, BLOOM).expect(2, err="one argument too many", no_out=True)


def test_value_of_a_closed_list():
    lca("evaluate", BLOOM, "--format", "jsn").expect(2, err=["`jsn` is not a value of --format", "did you mean `json`?"])
    lca("hardware", "lst").expect(2, err=["`lst` is not a value of ACTION", "list, search or show"])


def test_set_names_the_argument():
    lca("evaluate", BLOOM, "--set", "sites.idris.pue").expect(2, err="--set `sites.idris.pue`: expected PATH=VALUE")
    lca("evaluate", BLOOM, "--set", "=1").expect(2, err="expected PATH=VALUE")
    lca("evaluate", BLOOM, "--set", "sites.idris.peu=1.2").expect(2, err=["--set", "pue"], no_out=True)
    lca("evaluate", BLOOM, "--set", "sites.idris.pue=12 kWh").expect(2, err=["--set", "kWh"], no_out=True)
    lca("evaluate", BLOOM, "--set", "sites.idris.pue=0.5").expect(2, err=["--set", "at least 1"], no_out=True)


def test_set_equals_an_edited_file():
    with folder() as where:
        edited = pathlib.Path(where) / "edited.yaml"
        text = (ROOT / BLOOM).read_text()
        assert text.count("pue: 1.0") == 1
        edited.write_text(text.replace("pue: 1.0", "pue: 1.3"))
        by_file = lca("evaluate", edited, "--format", "csv").expect().out
        by_set = lca("evaluate", BLOOM, "--set", "sites.idris.pue=1.3", "--format", "csv").expect().out
        assert by_file == by_set
        assert by_set != lca("evaluate", BLOOM, "--format", "csv").out


def test_names_that_look_like_options_or_worse():
    with folder() as where:
        for name in ["-dash.yaml", "a b.yaml", "%s{}.yaml", "quo\"te'.yaml", "[x].yaml", "ü.yaml", "new\nline.yaml"]:
            shutil.copy(ROOT / BLOOM, pathlib.Path(where) / name)
            lca("evaluate", "--", name, cwd=where).expect(out="50.5 tCO2e", no_err=True)
            lca("validate", "--", name, cwd=where).expect(out=": no faults\n")
            text = lca("evaluate", "--format", "json", "--", name, cwd=where).expect(no_err=True).out
            assert "50532.4" in text
        bad = pathlib.Path(where) / "\x1b]0;title\x07.yaml"
        bad.write_text("lca: 1\n")
        result = lca("evaluate", bad).expect(2)
        assert "\x1b" not in result.err and "\x07" not in result.err, result.err


def test_long_and_invalid_words():
    lca("x" * 100_000).expect(2, no_out=True)
    lca("evaluate", b"\xff\xfe.yaml").expect(3, no_out=True)
    lca("evaluate", BLOOM, "--set", "a" * 100_000 + "=1").expect(2, no_out=True)
    lca("evaluate", BLOOM, b"--set=\xff=\xfe").expect(2, no_out=True)


def test_missing_file():
    lca("evaluate", "no/such.yaml").expect(3, err=["no/such.yaml", "No such file"], no_out=True)
    lca("evaluate", "").expect(3, no_out=True)
    lca("evaluate", "scenarios").expect(3, err="directory", no_out=True)
    lca("validate", "no/such.yaml").expect(3)
    lca("replicate", "no/such.yaml").expect(3)
    lca("compare", BLOOM, "no/such.yaml").expect(3)


def test_standard_input():
    text = (ROOT / BLOOM).read_bytes()
    lca("evaluate", "-", input=text).expect(out="50.5 tCO2e", no_err=True)
    lca("validate", "-", input=text).expect(out="no faults")
    lca("evaluate", "-", input=b"").expect(2, err="<stdin>", no_out=True)


def test_an_option_without_its_value_says_which():
    lca("evaluate", BLOOM, "--by").expect(code=2, err="--by needs a value: KEY", no_out=True)
    lca("solve", BLOOM, "--target", "total=25", "--by", "sites.idris.pue").expect(code=2, err="but the value has no unit")


run_all(globals())
