#!/usr/bin/env python3
"""Words that only this project used, and what replaces them. Usage: words.py [--list], from the root.

Each word is a pattern with a scope: an identifier (code without comments and texts), a phrase (comments, and pages for people) or a
message (texts in the code). It comes with a line that it must catch and one that it must not. EXEMPT names the few places where a word
is meant as others use it; an exemption that is no longer needed is a breach. `--list` prints every place of every word, exempt or not.
"""
import io
import pathlib
import re
import sys
import tokenize

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from architecture import code_only

# (scopes, pattern, instead, caught, let pass); scopes: i(dentifier), p(hrase), m(essage)
WORDS = [
    ("pm", r"\bheld against\b", "compared with", "each is held against the base", "a copy held by the session"),
    ("pm", r"\btold (by stage|apart|by life|from)|\b(is|are) told (in|where|of)\b", "broken down by, distinguished, reported",
     "figures told by stage", "a user who is told why"),
    ("i", r"\btold(_|_apart)?\b|\btell_\w+", "distinguished, reported, notes", "bool told_apart = true;", "untold"),
    ("pm", r"\b[Nn]ils?\b", "zero", "a sum of nil alone", "vanilla"),
    ("i", r"\bnil\b|\b\w+_nil\b|\bnil_\w+", "zero", "if (known_nil) return;", "vanilla(x)"),
    ("pm", r"\b(comes?|came) to\b(?! an?\b)", "amounts to", "what it comes to", "it comes to an end"),
    ("p", r"\bSaid are\b", "the output gives", "Said are the median and the mean", "as said above"),
    ("pm", r"\bunbeaten\b", "Pareto-optimal", "marked as unbeaten", "beaten"),
    ("pm", r"\b(right scenario|wrong file|right file)\b", "a valid (invalid) file", "a right scenario", "the right side"),
    ("p", r"\bSee the heading\b", "a real sentence, or nothing", "/// See the heading.", "/// See the paper."),
    ("pm", r"\bstands? at\b", "the value at", "what stands at a path", "stands alone"),
    ("p", r"\b(house|(?<!ceil and )floors?|rooms?(?! for)|waist)\b(?!\()", "architecture, layer, folder, core", "a floor includes lower floors", "std::floor(x)"),
    ("i", r"\b(most|longest|deepest|largest)_\w+", "max_…", "constexpr int most_nodes = 3;", "almost_equal(a, b)"),
    ("i", r"\b(most|longest|least)_?\b", "max_…, min_…, highest, lowest", "bool read(Rows& rows, std::size_t most);", "Kind::at_most"),
    ("i", r"\bsettle(s|d|_\w+)?\b", "apply_…, merge_…, check_…", "if (!settle(series)) return;", "unsettled(x)"),
    ("i", r"\bcut_?\b|\b(is|was|end_of|number_is)_cut\b", "truncate, shorten, slice, break_down", "if (reader.cut()) return;", "boundary.cut_off"),
    ("i", r"\bcrossing\b", "break_even_point, sign_change", '#include "analyses/break_even/crossing.hpp"', "crossings"),
    ("i", r"\b(half_|at_)?last_digit\b", "printed_precision", "double last_digit = 0;", "exponent_of_last_digit(text)"),
    ("i", r"\btrusted\b", "unchecked", "trusted<Unit>(step)", "entrusted(step)"),
    ("i", r"\b(Extent|Drawing|Drawn|Reading|Machine|Electricity|Pass)\b", "see DESIGN: ActivityData, EnergyContext, PointResult …",
     "const Extent& extent", "ExtentOf extent"),
    ("i", r"\b(drawing|extent)s?_?\b", "context, activity data", "const EnergyContext& drawing_;", "drawings_of(x)"),
    ("i", r"\b(Given|Figure|Values)\b", "Value, Value<Unit>, ValueRecorder", "const Given* given", "GivenName given"),
    ("i", r"\bResolvedSystem[&*]? machine\w*|[.>]machine\b|\bmachine_(?=[.-])|\bmachine_of\b|\bmachines_\b", "system, resolved",
     "const ResolvedSystem* machine;", "const Hardware& machine"),
    ("i", r"\bPointResult[&>]? reading\w*|[.>]reading\b|\breading_?(\.|->)(step|results|values|calculation|missing_reason)\(",
     "result, point", "const PointResult& reading", "reading.time"),
    ("i", r"\b(Against|ours|theirs)\b|\bBaselines& against\b", "Baselines, base and variant", "auto theirs = f();", "hours"),
    ("i", r"\b\w*Asked([A-Z]\w*)?\b|\basked_?\b|\basked_\w+|\bask_for\b", "RequestedResult, StatedOutput, requested_…",
     "std::vector<OutputAsked> outputs;", "task_stage"),
    ("i", r"\blife_stages?(_\w+)?\b|\b(FootprintByStage|StagedFootprint|EmbodiedStage)\b", "life_cycle_stage", "int life_stage;",
     "int life_cycle_stage;"),
    ("i", r"\b\w*[a-z](Part|Side)\b", "component, breakdown item", "struct ChangePart {", "struct Part {"),
    ("i", r"\b(why_\w+|refused|reached|alike|new_parts|looks|frozen)\b", "Gap and its reason; dataflow, same_formula …",
     "std::string why_not;", "unreached, and why"),
    ("mp", r"(?<![Tt]here )\b(is|are) no (?!longer|more|such|but)[a-z]+", "is not a …", "`2.5` is no whole number", "there is no number"),
    ("mp", r"\bstands? (here|twice|in another)\b|\b(is|are) there twice\b", "is here, appears twice", "`use` stands here twice", "a text stands alone"),
    ("mp", r"\b(cannot|can) be told\b", "cannot be determined", "`of` cannot be told", "`of` cannot be determined"),
    ("m", r"\bleft open\b", "not specified (inputs), not assessed (results)", "pue: left open", "a bracket left unclosed"),
    ("m", r"\bwhere nothing is said\b", "default: …", "100 % where nothing is said", "default: 100 %"),
    ("m", r"\bgo(es)? with\b.*\bonly\b", "is allowed only together with", "`duration` goes with a power only", "a figure that goes with it"),
    ("m", r"\b(exclude each other|known already)\b", "cannot both be given; already exists", "`a` and `b` exclude each other", "`a` is known"),
    ("mp", r"\bby the clocks? of\b", "in the local time of", "by the clocks of `start`", "clocks went back"),
    ("mp", r"\bknown to be nothing\b", "known to be zero", "`none`: known to be nothing", "nothing is known"),
    ("m", r"\b(the same|equal|not the) bytes\b", "identical output", "the page has the same bytes", "at most 64 bytes"),
    ("m", r"\bworked through\b", "evaluated", "rows are worked through", "worked on"),
    ("i", r"\b(ResultTable|SetValue|share_left|new_parts)\b|\bcli/(shared|parts|asked_result)\.hpp|\bcatalog/(added|slices|words)\.hpp",
     "ResultTableBuilder, Edit, session_options …", '#include "models/catalog/slices.hpp"', "ResultTableBuilder table;"),
    ("i", r"\b(LivingReport|ShippedRecording|OldAnswer|MovedInput|Beginnings|AskedBy|UnlikeGaps|GridStandIn|Sharer)\b",
     "InteractiveReport, PrunedRecording, BaselineResult …", "const OldAnswer& old", "OldAnswers"),
    ("p", r"^\s*//[/]? (Of|All of it)\b", "a comment begins with its subject or a verb", "/// Of one board.", "/// One board of many."),
]
# (file or folder, scope, word as it is there): why it stays.
EXEMPT = {
    ("analyses/comparison/json.cpp", "m", "unbeaten"): "a key of JSON",
    ("analyses/comparison/records.cpp", "m", "unbeaten"): "a column of CSV",
    ("tests/analyses/comparison/comparison_test.cpp", "m", "unbeaten"): "a key of JSON",
    ("tests/command/compare.py", "m", "unbeaten"): "a key of JSON",
    ("CHANGELOG.md", "p", "unbeaten"): "a key of JSON",
    ("CHANGELOG.md", "p", "is no number"): "quotes the message of before",
    ("python/lca", "i", "Figure"): "a class of the module that programs use",
    ("python/lca/answers.py", "i", "why_not"): "an attribute of the module, named as the key of JSON",
    ("tests/lca/document/check_test.cpp", "m", "nil"): "a value that a file may not have",
}
CODE = ["lca", "models", "analyses", "cli", "cmake", "python", "bench", "examples", "tests", "packaging", ".ci"]
# They hold the words themselves.
NOT_READ = {"tests/architecture/words.py"}
# Pages that the command prints, and those that quote its output, follow the messages.
PRINTED = {"docs/catalogue.md", "docs/replications.md", "docs/reference/commands.md", "docs/reference/language.md", "docs/tour.md"}
PAGES = ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "hardware_db/README.md",
         *sorted(p.as_posix() for p in pathlib.Path("docs").rglob("*.md") if p.as_posix() not in PRINTED)]


def parts_of_source(text):
    """(scope, line, text): the code, the comments and the texts of a source, each by line."""
    code = code_only(text)
    for number, (line, bare) in enumerate(zip(text.split("\n"), code.split("\n")), 1):
        blanked = "".join(c if b == " " and c != " " else " " for c, b in zip(line, bare)) if len(line) == len(bare) else line
        comment = re.search(r"(?<![:\"])//.*", line)
        at = comment.start() if comment and not bare[comment.start():].strip() else len(line)
        yield "i", number, bare
        yield "p", number, line[at:]
        yield "m", number, blanked[:at]


def parts_of_python(text):
    """The same of a Python script, whose texts in three quotes are comments if they are statements."""
    lines = text.split("\n")
    code = [list(line) for line in lines]
    statement = True
    for token in tokenize.generate_tokens(io.StringIO(text).readline):
        (row, column), (end_row, end_column) = token.start, token.end
        is_text = token.type == tokenize.STRING
        if is_text or token.type == tokenize.COMMENT:
            for n in range(row, end_row + 1):
                begin, end = column if n == row else 0, end_column if n == end_row else len(lines[n - 1])
                yield "m" if is_text and not statement else "p", n, lines[n - 1][begin:end]
                code[n - 1][begin:end] = " " * (end - begin)
        if token.type not in (tokenize.COMMENT, tokenize.NL):
            statement = token.type in (tokenize.NEWLINE, tokenize.INDENT, tokenize.DEDENT)
    for number, line in enumerate(code, 1):
        yield "i", number, "".join(line)


WEB_TOKEN = re.compile(r"//[^\n]*|/\*.*?\*/|\"(?:\\.|[^\"\\\n])*\"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`", re.S)


def parts_of_web(text):
    """The same of a script of the pages. Its identifiers are left alone: they are minified into every report."""
    for match in WEB_TOKEN.finditer(text):
        scope = "p" if match.group(0).startswith("/") else "m"
        for offset, line in enumerate(match.group(0).split("\n")):
            yield scope, text.count("\n", 0, match.start()) + 1 + offset, line


def parts_of_script(text):
    """The comments of what bash, CMake or lintian reads."""
    for number, line in enumerate(text.split("\n"), 1):
        comment = re.search(r"(^|\s)#(?!!).*", line)
        if comment:
            yield "p", number, comment.group(0)


def parts_of_page(text):
    """The lines of a page for people, less its blocks of commands and code; of a changelog the newest section."""
    inside = False
    newest = re.search(r"\A# Changelog\n.*?^## .*?(?=^## )", text, re.M | re.S)
    for number, line in enumerate((newest.group(0) if newest else text).split("\n"), 1):
        if line.startswith("```"):
            inside = not inside
        elif not inside and not line.startswith("    "):
            yield "p", number, line


READERS = {".cpp": parts_of_source, ".hpp": parts_of_source, ".py": parts_of_python, ".pyi": parts_of_python, ".ts": parts_of_web,
           ".md": parts_of_page, ".sh": parts_of_script, ".txt": parts_of_script, ".cmake": parts_of_script, ".yml": parts_of_script,
           ".lintian-overrides": parts_of_script}
SCRIPTS = {".ci/run": parts_of_script}


def reader_of(name):
    return SCRIPTS.get(name) or READERS.get(pathlib.PurePath(name).suffix)


def found_in(parts):
    for scope, number, text in parts:
        for scopes, pattern, instead, _, _ in WORDS:
            if scope in scopes:
                for match in re.finditer(pattern, text):
                    yield scope, number, pattern, match.group(0), instead


def self_test():
    for scopes, pattern, _, caught, passed in WORDS:
        for scope in scopes:
            assert re.search(pattern, caught), f"{pattern} should catch {caught!r}"
            assert not re.search(pattern, passed), f"{pattern} should not catch {passed!r}"
    source = 'int life_stage; // told by stage\nauto s = "a nil"; // no life_stage\n'
    seen = [(scope, number, word) for scope, number, _, word, _ in found_in(parts_of_source(source))]
    assert seen == [("i", 1, "life_stage"), ("p", 1, "told by stage"), ("m", 2, "nil")], seen
    raw = 'auto s = R"(one\nheld against two\n)"; // no\n'
    assert [(scope, number) for scope, number, _, _, _ in found_in(parts_of_source(raw))] == [("m", 2)], "raw texts"
    page = "a floor\n```console\na floor\n```\n"
    assert [number for _, number, _, _, _ in found_in(parts_of_page(page))] == [1]


def main():
    self_test()
    files = {f.as_posix() for folder in CODE for f in pathlib.Path(folder).rglob("*") if f.is_file()} - NOT_READ
    files = sorted(name for name in files if not name.endswith(".md") and "/build/" not in name and reader_of(name))
    breaches, needed = 0, set()
    for name in [*files, *PAGES]:
        for scope, number, _, word, instead in found_in(reader_of(name)(pathlib.Path(name).read_text(encoding="utf-8"))):
            exempt = next((key for key in EXEMPT if key[1:] == (scope, word) and f"{name}/".startswith(key[0] + "/")), None)
            needed.add(exempt)
            if exempt is None or sys.argv[1:] == ["--list"]:
                print(f"{name}:{number}: `{word}` ({scope}): {instead}")
            breaches += exempt is None
    for place, scope, word in EXEMPT.keys() - needed:
        print(f"{place}: `{word}` ({scope}) is gone: its exemption too")
        breaches += 1
    print(f"words: {len(WORDS)} words in {len(files) + len(PAGES)} files, {len(EXEMPT)} exemptions, {breaches} breaches")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
