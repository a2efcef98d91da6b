#!/usr/bin/env python3
"""Words that only this project used, and what replaces them. Usage: words.py [--count], from the root.

Each word is a pattern with a scope: an identifier (code without comments and texts), a phrase (comments, and pages for people) or a
message (texts in the code). It comes with a line that it must catch and one that it must not. PENDING says how many are still there,
by scope and folder; more is a breach, and `--count` prints the numbers of today, to put there when some have gone.
"""
import pathlib
import re
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from architecture import code_only

# (scopes, pattern, instead, caught, let pass); scopes: i(dentifier), p(hrase), m(essage)
WORDS = [
    ("pm", r"\bheld against\b", "compared with", "each is held against the base", "a copy held by the session"),
    ("pm", r"\btold (by stage|apart|by life)", "broken down by, distinguished", "figures told by stage", "a user who is told why"),
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
    ("i", r"\btrusted\b", "unchecked", "trusted<Unit>(step)", "entrusted(step)"),
    ("i", r"\b(Extent|Drawing|Drawn|Reading|Machine|Electricity|Pass)\b", "see DESIGN: ActivityData, EnergyContext, PointResult …",
     "const Extent& extent", "ExtentOf extent"),
    ("i", r"\b(drawing|extent)s?_?\b", "context, activity data", "const EnergyContext& drawing_;", "drawings_of(x)"),
    ("i", r"\b(Given|Figure|Values)\b", "Value, Value<Unit>, ValueRecorder", "const Given* given", "GivenName given"),
    ("i", r"\b(Against|Asked|ours|theirs)\b", "Baselines, ResultRef, base and variant", "auto theirs = f();", "hours"),
    ("i", r"\blife_stages?(_\w+)?\b", "life_cycle_stage", "int life_stage;", "int life_cycle_stage;"),
    ("i", r"\b\w*[a-z](Part|Side)\b", "component, breakdown item", "struct ChangePart {", "struct Part {"),
    ("i", r"\b(why_not|refused|reached|alike|new_parts|looks|frozen)\b", "Gap and its reason; dataflow, same_formula …",
     "std::string why_not;", "unreached"),
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
    ("i", r"\b(LivingReport|ShippedRecording|OldAnswer|MovedInput|Beginnings|AskedBy|UnlikeGaps|GridStandIn|Sharer)\b",
     "InteractiveReport, PrunedRecording, BaselineResult …", "const OldAnswer& old", "OldAnswers"),
    ("p", r"^\s*//[/]? (Of|All of it)\b", "a comment begins with its subject or a verb", "/// Of one board.", "/// One board of many."),
]
# Keys of JSON and columns of CSV that users read keep their names.
KEPT_NAMES = {"unbeaten": ("analyses/comparison/json.cpp", "analyses/comparison/records.cpp")}
# Scope and folder -> pattern -> how many are left.
PENDING = {
    'm analyses and cli': {
        r"(?<![Tt]here )\b(is|are) no (?!longer|more|such|but)[a-z]+": 1,
        r"\bstands? (here|twice|in another)\b|\b(is|are) there twice\b": 1,
    },
    'p analyses and cli': {
        r"(?<![Tt]here )\b(is|are) no (?!longer|more|such|but)[a-z]+": 5,
        r"^\s*//[/]? (Of|All of it)\b": 5,
    },
    'p docs': {
        r"(?<![Tt]here )\b(is|are) no (?!longer|more|such|but)[a-z]+": 2,
    },
}
# Questions move from cli/ to analyses/: one number for both.
MOVING = {"analyses": "analyses and cli", "cli": "analyses and cli"}
CODE = ["lca", "models", "analyses", "cli", "cmake"]
# Pages that the command prints, and those that quote its output, follow the messages.
PRINTED = {"docs/catalogue.md", "docs/replications.md", "docs/reference/commands.md", "docs/reference/language.md", "docs/tour.md"}
PAGES = ["README.md", "CONTRIBUTING.md", *sorted(p.as_posix() for p in pathlib.Path("docs").rglob("*.md") if p.as_posix() not in PRINTED)]


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


def parts_of_page(text):
    """The lines of a page for people, less its blocks of commands and code."""
    inside = False
    for number, line in enumerate(text.split("\n"), 1):
        if line.startswith("```"):
            inside = not inside
        elif not inside and not line.startswith("    "):
            yield "p", number, line


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
    counts, places = {}, {}
    files = sorted(f.as_posix() for folder in CODE for f in pathlib.Path(folder).rglob("*.?pp"))
    for name in [*files, *PAGES]:
        text = pathlib.Path(name).read_text(encoding="utf-8")
        parts = parts_of_page(text) if name.endswith(".md") else parts_of_source(text)
        for scope, number, pattern, word, instead in found_in(parts):
            if scope == "m" and name in KEPT_NAMES.get(word, ()):
                continue
            top = name.split("/")[0]
            key = f"{scope} {MOVING.get(top, top)}"
            counts.setdefault(key, {})[pattern] = counts.get(key, {}).get(pattern, 0) + 1
            places.setdefault((key, pattern), []).append(f"{name}:{number}: `{word}`: {instead}")
    if sys.argv[1:] == ["--count"]:
        for key, words in sorted(counts.items()):
            print(f"    {key!r}: {{")
            for pattern, number in sorted(words.items()):
                print(f'        r"{pattern}": {number},')
            print("    },")
        return
    breaches = 0
    for key, words in sorted(counts.items()):
        for pattern, number in sorted(words.items()):
            allowed = PENDING.get(key, {}).get(pattern, 0)
            if number > allowed:
                print("\n".join(places[key, pattern]))
                print(f"{key}: {number} of {pattern}, at most {allowed}")
                breaches += number - allowed
    left = sum(number for words in counts.values() for number in words.values())
    print(f"words: {len(WORDS)} words in {len(files) + len(PAGES)} files, {left} pending, {breaches} breaches")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
