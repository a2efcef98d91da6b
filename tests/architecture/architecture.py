#!/usr/bin/env python3
"""The rules of the architecture that a compiler does not check. Usage: architecture.py RULE | --self-test, from the root.

Prints `file:line: what is wrong` for every breach and exits 1 if there is any. CONTRIBUTING.md says why each rule is there.
"""
import functools
import pathlib
import re
import sys

# The layers, lowest first: a folder may include itself and the folders of lower layers. docs/design.md shows the same picture.
ENGINE = ["lca/base", "lca/units", "lca/math", "lca/document", "lca/calc", "lca/page", "lca/numerics"]
LANGUAGE = ["models/language", "models/edit", "models/values", "models/series", "models/scenario", "models/catalog"]
QUESTIONS = ["evaluation", "export", "budget", "card", "import", "explanation", "sensitivity", "comparison", "sweep", "fleet", "break_even", "schedule",
             "replication", "rating", "leaderboard", "validation",
             "catalogue", "units", "language"]
LEVELS = [
    ["lca/base"],
    ["lca/units", "lca/math", "lca/document"],
    ["lca/calc", "lca/page"],
    ["lca/numerics"],
    ["models/physics", "models/results", "models/logs"],
    *([folder] for folder in LANGUAGE),
    ["models/resolve"],
    ["models/manufacture", "models/services"],
    ["models/compile"],
    ["analyses/standards"],
    ["analyses/shared"],
    ["analyses/breakdown"],
    ["analyses/uncertainty"],
    ["analyses/equivalents"],
    [f"analyses/{question}" for question in QUESTIONS],
    ["analyses/report"],
    ["analyses/gallery"],
    ["analyses"],
    ["cli", "python/bindings"],
    ["cli/commands"],
]
MAY_INCLUDE = {folder: [lower for below in LEVELS[:number] for lower in below]
               for number, level in enumerate(LEVELS) for folder in level}
MAY_INCLUDE["cmake/catalogue"] = MAY_INCLUDE["models/resolve"]
MAY_INCLUDE["examples"] = []
MAX_MODULES = 24
FLAT = {"cli/commands"}  # a command is one file, and the list of commands has no levels
MAX_EXAMPLE = 59
MAX_PUBLIC = 32  # beside lca.hpp and one header for each question
NOT_PUBLIC = r"kernel|load|reader|lca/document/|^cli/"
# Folders of tests/ that test no folder of that name but something that runs through all.
OTHER_TESTS = ("python", "cluster", "fuzz", "browser", "bad", "must_not_compile", "packaging", "install", "command", "scenarios", "architecture")
OWN = ("lca/", "models/", "analyses/", "cli/", "examples/", "cmake/")

# Headers that cost seconds, or that would let a second reader or writer in: the files that may include them.
INCLUDED_IN = [
    (r"yaml-cpp/", r"lca/document/load\.cpp|bench/.*\.cpp"),
    (r"Eigen/|unsupported/Eigen", r"lca/calc/evaluate\w*\.cpp|lca/math/copula\.cpp|tests/.*\.cpp"),
    (r"nlohmann/", r"tests/.*\.cpp"),
    (r"rapidjson/", r"lca/document/json_reader\.cpp"),
    (r"CLI/", r"cli/\w+\.cpp"),
    (r"openssl", r"lca/base/(digest|base64)\.cpp"),
    (r"utf8proc", r"lca/base/utf8\.cpp"),
    (r"fmt/core\.h", r".*\.cpp"),
    (r"fmt/", r"lca/base/fmt\.cpp"),
    (r"boost/math/tools/", r"lca/math/roots\.cpp"),
    (r"boost/math/(?!tools/)", r"tests/.*\.cpp"),
    (r"(doctest|rapidcheck)", r"tests/.*\.cpp"),
    (r"benchmark/", r"bench/.*\.cpp"),
]
ONE_FILE_ONLY = [r"CLI/"]

IMPACT_TABLE = "lca/units/impact.hpp"
IMPACT_NAMES = r"climate|water|climate change|water consumption|abiotic depletion|primary energy"
IMPACT_KEYS = r"\b(gwp_kgco2e|water_l|adpe|adpe_kgsbe|primary_energy|primary_energy_mj)\b"
PRODUCT = r"(lca|models|analyses|cli)/.*"
DOMAIN = r"(lca|models|analyses)/.*"
ANY = r".*"
# (pattern in the code without comments and texts, files it holds for, files exempt, why)
FORBIDDEN = [
    (r"\b(sto(i|l|ll|ul|ull|f|d|ld)|ato(f|i|l|ll)|strto\w+)\s*\(", PRODUCT, None, "numbers are read by parse_number"),
    (r"\bstd::(i|o)?stringstream\b|\bstd::(cin|cout|cerr|clog)\b", PRODUCT, None, "streams cost start-up and follow the locale"),
    (r"#\s*include\s*<(iostream|sstream|iomanip|regex|locale|clocale)>", PRODUCT, None, "costs start-up time"),
    (r"#\s*include\s*<fstream>", DOMAIN, None, "files are read and written by lca/base/file.hpp"),
    (r"\bv?(f|s|sn|d)?printf\s*\(", PRODUCT, None, "text is made by fmt"),
    (r"\b(system|popen|execvp?|gets|setlocale|tmpnam|strcpy|strcat)\s*\(", PRODUCT, None, "unsafe or global"),
    (r"\bstd::w?regex\b", PRODUCT, None, "recursion on user data"),
    (r"\bYAML::(Node|Load\w*)\b|\.as<", ANY, None, "only events of yaml-cpp are used"),
    (r"\bcatch\s*\(\s*\.\.\.\s*\)", PRODUCT, r"cli/main\.cpp", "only main catches everything"),
    (r"\b(rand|srand|time|localtime|gmtime)\s*\(|std::random_device|system_clock", PRODUCT, None, "equal runs give identical output"),
    (r"\bgetenv\s*\(", DOMAIN, None, "no number comes from the environment"),
    (r"\bstd::(exp|exp2|log|log2|log10|pow)\s*\(", r"(lca/math|lca/calc|lca/numerics|models)/.*", None, "lca/math/elementary.hpp gives equal bits everywhere"),
    (r"^\s*(static|thread_local)\s+(?!const\b|constexpr\b|constinit const\b)[^()]*(=|;|\{)", PRODUCT, None, "no mutable state"),
    (r"\bstd::(format|expected|views|source_location)\b", ANY, None, "g++ 12 or clang 14 lack it"),
    (r"#\s*define\s+(?!DOCTEST_|FMT_STATIC_)", ANY, None, "no macros of our own"),
    (r"\bFMT_HEADER_ONLY\b", ANY, None, "lca/base/fmt.cpp compiles fmt once"),
    (r"\busing namespace\b", r".*\.hpp", None, "a header that changes what names mean"),
    (r"(?<!_\()\bnew\b|\bdelete\b(?!\s*;)(?<!= delete)", PRODUCT, None, "owners are values or unique_ptr (a member may be made of `new`)"),
]

# Sources that a unity build leaves apart: each command file has its own `run`, `options` and so on.
NOT_IN_UNITY = ("cli/commands/",)
# Names that still clash, by folder, to be renamed: none.
PENDING_NAMES = {}

MAX_HEADER = 200
MAX_SOURCE = 400
MAX_COMMAND = 80

# The command turns arguments into options and hands the answer on: it calculates nothing.
NOT_FOR_CLI = ("lca/calc/", "lca/numerics/", "lca/math/", "models/resolve/")
# Where JSON is written: one file a folder, so that a key of the output is found.
JSON_WRITERS = r"lca/page/.*|(models|analyses)/\w+/json\.cpp|analyses/report/\w+_json\.cpp|analyses/export/form_\w+\.cpp"


def code_only(text):
    """The text with comments and the insides of texts blanked out; line numbers stay."""
    token = re.compile(
        r'//[^\n]*|/\*.*?\*/|R"(?P<d>[^(\s]*)\(.*?\)(?P=d)"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)

    def blank(match):
        found = match.group(0)
        start = text.rfind("\n", 0, match.start()) + 1
        if found[0] == '"' and re.match(r"\s*#\s*include", text[start:match.start()]):
            return found
        return re.sub(r"[^\n]", " ", found)

    return token.sub(blank, text)


def includes(code):
    for number, line in enumerate(code.split("\n"), 1):
        found = re.match(r'\s*#\s*include\s*[<"]([^>"]+)[>"]', line)
        if found:
            yield number, found.group(1)


def folder_of(path):
    return next((f for f in sorted(MAY_INCLUDE, key=len, reverse=True) if path.startswith(f + "/")), None)


def check_layers(path, text):
    home = folder_of(path)
    if home is None:
        if path.startswith(("lca/", "models/", "analyses/", "cli/")):
            yield 1, "is in no folder of the table"
        return
    for line, name in includes(code_only(text)):
        target = folder_of(name)
        if home == "examples":
            if name.startswith(OWN) and name != "lca/lca.hpp":
                yield line, f"includes {name}: a program includes lca/lca.hpp"
        elif name.startswith(OWN) and target is None:
            yield line, f"includes {name}, which is in no folder of the table"
        elif target and target != home and target not in MAY_INCLUDE[home]:
            yield line, f"{home} may not include {target} ({name})"
        elif not name.startswith(OWN) and name.endswith(".hpp") and "/" not in name:
            yield line, f"includes {name}: own headers are named from the root"


def check_heavy(path, text):
    for line, name in includes(code_only(text)):
        for header, places in INCLUDED_IN:
            if re.match(header, name):
                if not re.fullmatch(places, path):
                    yield line, f"{name} may not be included here, only in {places}"
                break
    if "DOCTEST_CONFIG_IMPLEMENT" in text and path not in ("tests/main.cpp", "tests/architecture/architecture.py"):
        yield 1, "doctest's main lives in tests/main.cpp"


def check_lengths(path, text):
    lines = text.count("\n")
    limit = MAX_EXAMPLE if path.startswith("examples/") else MAX_HEADER if path.endswith(".hpp") else MAX_SOURCE
    if lines > limit:
        yield limit, f"{lines} lines, more than {limit}: split it by seam"


def check_forbidden(path, text):
    code = code_only(text)
    for number, line in enumerate(code.split("\n"), 1):
        for pattern, where, exempt, why in FORBIDDEN:
            if re.fullmatch(where, path) and not (exempt and re.fullmatch(exempt, path)) and re.search(pattern, line):
                yield number, f"`{line.strip()[:60]}`: {why}"


def check_tidy(path, text):
    lines = text.split("\n")
    for number, line in enumerate(lines, 1):
        if re.search(r"\b(TODO|FIXME|XXX|HACK)\b", line):
            yield number, "unfinished work belongs in an issue"
        if line != line.rstrip() or "\t" in line:
            yield number, "white space at the end of the line, a tab or a carriage return"
        if len(line) > 160:
            yield number, f"{len(line)} characters in one line"
    if text and not text.endswith("\n"):
        yield len(lines), "no line end at the end of the file"
    if path.endswith(".hpp"):
        if lines[0] != "#pragma once":
            yield 1, "a header begins with #pragma once"
        if len(lines) < 2 or not lines[1].startswith("//"):
            yield 2, "the second line of a header says its one idea"
    elif not (lines[0].startswith("//") or path.startswith(("cli/commands/", "tests/"))) and not pathlib.Path(path).with_suffix(".hpp").exists():
        yield 1, "the first line of a source without a header of its name says its one idea"


def check_tests(path, text):
    if not path.startswith("tests/") or path in ("tests/main.cpp", "tests/fuzz/replay.cpp"):
        return
    if path.count("/") < 2:
        yield 1, "a test belongs in the folder of what it tests"
    if path.startswith("tests/fuzz/"):
        if path.endswith(".cpp") and "LLVMFuzzerTestOneInput" not in text:
            yield 1, "no entry point of libFuzzer"
    elif "must_not_compile/" not in path and "TEST_CASE" in text:
        if not re.search(r"\b(CHECK|REQUIRE|RC_ASSERT|rc::check|FAIL)", text):
            yield 1, "test cases that check nothing"


def check_thin(path, text):
    if not path.startswith("cli/"):
        return
    for line, name in includes(code_only(text)):
        if name.startswith(NOT_FOR_CLI):
            yield line, f"includes {name}: what calculates belongs in analyses/"
    lines = text.count("\n")
    if path.startswith("cli/commands/") and lines > MAX_COMMAND:
        yield MAX_COMMAND, f"{lines} lines, more than {MAX_COMMAND}: a command is its table and one call of a question"


def check_json(path, text):
    if not re.fullmatch(PRODUCT, path) or re.fullmatch(JSON_WRITERS, path):
        return
    for number, line in enumerate(code_only(text).split("\n"), 1):
        if re.search(r"\bbegin_object\b", line):
            yield number, "JSON is written in lca/page/ and in json.cpp of a folder"


def check_impacts(path, text):
    """Names, choices and JSON keys of impacts stand in their table only: an impact is one row."""
    if not re.fullmatch(PRODUCT + r"|python/.*", path) or path == IMPACT_TABLE:
        return
    if path.endswith(".py"):  # texts that say what a function does
        text = re.sub(r'""".*?"""', lambda found: "\n" * found.group(0).count("\n"), text, flags=re.S)
    for number, line in enumerate(text.split("\n"), 1):
        for literal in re.findall(r'"((?:\\.|[^"\\])*)"', line.split("#" if path.endswith(".py") else "//")[0]):
            if re.fullmatch(IMPACT_NAMES, literal) or re.search(IMPACT_KEYS, literal):
                yield number, f'"{literal}" is a name of an impact: take it from the table in {IMPACT_TABLE}'


def check_page(path, text):
    """The scripts and styles of pages get the phases as data, with names and titles."""
    if not path.startswith("lca/page/"):
        return
    for number, line in enumerate(text.split("\n"), 1):
        found = re.search(r"\b(embodied|idle|dynamic)\b", line, re.I)
        if found:
            yield number, f"`{found.group(0)}` is a phase of models/results: analyses/report writes the phases into the data"


TREE = "lca/document/node.hpp"
WITHOUT_TREE = ("models/physics/", "models/resolve/", "models/manufacture/", "models/services/")


@functools.lru_cache(maxsize=None)
def included_by(name):
    file = pathlib.Path(name)
    return [own for _, own in includes(code_only(file.read_text(encoding="utf-8"))) if own.startswith(OWN)] if file.is_file() else []


@functools.lru_cache(maxsize=None)
def way_to_tree(name):
    """The headers from one to the tree of a document, or nothing."""
    if name == TREE:
        return (name,)
    return next(((name, *way) for way in map(way_to_tree, included_by(name)) if way), ())


def check_trees(path, text):
    """What resolves and what computes sees values, never the tree of a file: so a program can make them, too."""
    if not path.startswith(WITHOUT_TREE):
        return
    code = code_only(text)
    for line, name in includes(code):
        way = way_to_tree(name) if name.startswith(OWN) else ()
        if way:
            yield line, f"sees the tree of a document: {' includes '.join(way)}"
    for number, line in enumerate(code.split("\n"), 1):
        if re.search(r"\bNode\b", line):
            yield number, "names a node of a document"


def declarations(text):
    """(namespace, declaration, what ends it) of everything at namespace scope in a header; `{` ends a class or a body."""
    code = re.sub(r"^\s*#[^\n]*", "", code_only(text), flags=re.M)
    scopes, start = [], 0  # the name of each open namespace; None for any other scope
    for at, character in enumerate(code):
        if character not in "{};":
            continue
        head = code[start:at].strip()
        space = re.fullmatch(r"(?:inline\s+)?namespace\s+([\w:]+)", head) if character == "{" else None
        if None not in scopes and head and not space:
            yield "::".join(scopes), re.sub(r"^template\s*<[^;]*?>\s+(?=\w)", "", head), character
        if character == "{":
            scopes.append(space.group(1) if space else None)
        elif character == "}" and scopes:
            scopes.pop()
        if None not in scopes:
            start = at + 1


def introduced_name(head):
    """(name, whether it is a function) that a declaration introduces; None if it introduces none, as `class Session;`."""
    kind = re.match(r"(?:class|struct|union|enum(?: class)?)\s+([\w:]+)", head)
    if kind:
        return (kind.group(1), False) if head[kind.end():].strip().startswith((":", "final")) or head == kind.group(0) else None
    alias = re.match(r"using\s+(\w+)\s*=", head)
    if alias:
        return alias.group(1), False
    if re.match(r"(using|friend|static_assert|extern template)\b", head):
        return None
    before = head.split("=")[0]
    function = re.search(r"([\w:]+|operator\W+)\s*\(", before)
    if function:
        return function.group(1), True
    variable = re.search(r"(\w+)\s*(\[[^\]]*\]\s*)*$", before)
    return (variable.group(1), False) if variable else None


def ambiguous_names(texts):
    """(name, headers): names of types, aliases or constants that two headers declare, also in two namespaces; overloads are none."""
    found = {}
    for header, text in sorted(texts.items()):
        for space, head, end in declarations(text):
            named = introduced_name(head)
            if named and not (end == ";" and re.match(r"(class|struct|enum)\b", head)):
                found.setdefault(named[0], set()).add((header, space, named[1]))
    for name, places in sorted(found.items()):
        if len({place[:2] for place in places}) > 1 and not all(function for _, _, function in places):
            yield name, sorted({header for header, _, _ in places})


def local_declarations(text):
    """(name, declaration) of what is at namespace scope in an anonymous namespace, or static or constexpr there."""
    code = re.sub(r"^\s*#[^\n]*", "", code_only(text), flags=re.M)
    scopes, start, found = [], 0, []  # scopes: n (namespace), a (anonymous namespace), o (other)
    at = 0
    while at < len(code):
        head = code[start:at].strip()
        if code[at] == "{":
            if re.fullmatch(r"(inline\s+)?namespace(\s+[\w:]+)?", head):
                scopes.append("a" if head == "namespace" else "n")
                start = at + 1
            else:
                if "o" not in scopes:
                    found.append(("a" in scopes, head))
                scopes.append("o")
        elif code[at] == "}" and scopes:
            closed = scopes.pop()
            if "o" not in scopes:  # after a body comes `;` or the next declaration
                semicolon = re.match(r"\s*;", code[at + 1:]) if closed == "o" else None
                at += semicolon.end() if semicolon else 0
                start = at + 1
        elif code[at] == ";" and "o" not in scopes:
            found.append(("a" in scopes, head))
            start = at + 1
        at += 1
    for anonymous, head in found:
        if anonymous or re.match(r"(static|constexpr)\b", head):
            name = declared_name(head)
            if name:
                yield name, re.sub(r"\s+", " ", head)


def declared_name(head):
    """The name that the head of a declaration introduces, or None: a definition of a member, a using directive."""
    head = re.sub(r"\[\[[^\]]*\]\]", "", head)
    head = re.sub(r"^template\s*<.*?>\s*(requires\b[^\n]*\n)?", "", head, flags=re.S)
    found = re.match(r"(?:struct|class|union|enum(?:\s+class)?)\s+(\w+)", head) or re.match(r"using\s+(\w+)\s*=", head)
    if found:
        return found.group(1)
    if head.startswith(("using", "extern", "friend", "static_assert")):
        return None
    before = head.split("=")[0] if "operator" not in head else head
    found = re.match(r"[^(]*?([\w:~]+)\s*\(", before, re.S)
    if found:
        return None if "::" in found.group(1) else found.group(1)
    found = re.search(r"(\w+)\s*(\[[^\]]*\]\s*)*$", before.strip())
    return found.group(1) if found else None


def shared_local_names(texts):
    """(folder, name, files): file-local names that two sources of a folder declare; the same alias twice is not a clash."""
    folders = {}
    for path, text in sorted(texts.items()):
        for name, declaration in local_declarations(text):
            declarations = folders.setdefault(path.rsplit("/", 1)[0], {}).setdefault(name, {})
            declarations.setdefault(path.rsplit("/", 1)[1], declaration)
    for folder, names in folders.items():
        for name, files in sorted(names.items()):
            same_alias = len(set(files.values())) == 1 and next(iter(files.values())).startswith("using ")
            if len(files) > 1 and not same_alias:
                yield folder, name, sorted(files)


def local_names():
    """A unity build compiles the sources of a folder as one file: two things of one name would then be one."""
    texts = {f.as_posix(): f.read_text(encoding="utf-8") for top in ("lca", "models", "analyses", "cli")
             for f in pathlib.Path(top).rglob("*.cpp")}
    texts = {path: text for path, text in texts.items() if not path.startswith(NOT_IN_UNITY)}
    clashes = list(shared_local_names(texts))
    breaches = 0
    for folder, name, files in clashes:
        if name in PENDING_NAMES.get(folder, ()):
            print(f"known: {folder}: {name} is local to {', '.join(files)}")
            continue
        print(f"{folder}: {name} is local to more than one file: {', '.join(files)}")
        breaches += 1
    for folder, names in PENDING_NAMES.items():
        for name in names:
            if not any(clash[:2] == (folder, name) for clash in clashes):
                print(f"{folder}: {name} no longer clashes: take it out of PENDING_NAMES")
    print(f"local_names: {len(texts)} files, {breaches} breaches")
    return breaches


RULES = {"impacts": check_impacts, "page": check_page, "layers": check_layers, "heavy": check_heavy, "lengths": check_lengths, "forbidden": check_forbidden,
         "tidy": check_tidy, "tests": check_tests, "thin": check_thin, "json": check_json, "trees": check_trees}
FOLDERS = ["lca", "models", "analyses", "cli", "python", "examples", "cmake", "bench", "tests"]
ALSO_READ = [("impacts", "python", ["py"]), ("page", "lca/page/web", ["ts", "css"])]  # rule, folder, kinds of files beside .hpp and .cpp


def run(rule):
    breaches = 0
    files = sorted(f for folder in FOLDERS for kind in ("hpp", "cpp") for f in pathlib.Path(folder).rglob(f"*.{kind}"))
    for also, folder, kinds in ALSO_READ:
        files += sorted(f for kind in kinds if rule == also for f in pathlib.Path(folder).rglob(f"*.{kind}"))
    if not files:
        sys.exit("no sources here: run it from the root")
    for file in files:
        for line, message in RULES[rule](file.as_posix(), file.read_text(encoding="utf-8")):
            print(f"{file.as_posix()}:{line}: {message}")
            breaches += 1
    print(f"{rule}: {len(files)} files, {breaches} breaches")
    return breaches


def self_test():
    """Each rule finds what it is there for, and lets the like of it pass."""
    cases = [
        ("layers", "lca/units/a.cpp", '#include "lca/calc/step.hpp"\n', True),
        ("layers", "lca/calc/a.cpp", '#include "lca/numerics/sample.hpp"\n', True),
        ("layers", "models/resolve/b.cpp", '#include "analyses/shared/evaluation.hpp"\n', True),
        ("layers", "models/resolve/b.cpp", '// #include "cli/command.hpp"\n#include "lca/calc/step.hpp"\n', False),
        ("layers", "cli/a.cpp", '#include "models/compile/compile.hpp"\n#include <vector>\n', False),
        ("layers", "models/unknown.cpp", "int x;\n", True),
        ("layers", "examples/a.cpp", '#include "models/compile/session.hpp"\n', True),
        ("layers", "examples/a.cpp", '#include "lca/lca.hpp"\n', False),
        ("heavy", "lca/calc/step.cpp", "#include <Eigen/Core>\n", True),
        ("heavy", "lca/calc/evaluate_columns.cpp", "#include <Eigen/Core>\n", False),
        ("heavy", "models/a.cpp", "#include <yaml-cpp/yaml.h>\n", True),
        ("heavy", "lca/report/report_json.cpp", "#include <nlohmann/json.hpp>\n", True),
        ("heavy", "models/a.cpp", "#include <rapidjson/reader.h>\n", True),
        ("heavy", "lca/base/text.hpp", "#include <fmt/core.h>\n", True),
        ("heavy", "lca/base/text.cpp", "#include <fmt/core.h>\n", False),
        ("heavy", "lca/base/text.cpp", "#include <fmt/ranges.h>\n", True),
        ("lengths", "lca/base/a.hpp", "\n" * 201, True),
        ("lengths", "lca/base/a.cpp", "\n" * 201, False),
        ("lengths", "examples/a.cpp", "\n" * 60, True),
        ("impacts", "cli/a.cpp", 'constexpr std::string_view choices[] = {"climate", "all"};\n', True),
        ("impacts", "analyses/a/json.cpp", 'json.entry("total_adpe_kgsbe", 1);\njson.entry("adpe", 1);\n', True),
        ("impacts", "models/a/a.cpp", 'const char* text = "the water of a grid";  // "water"\n', False),
        ("impacts", "python/lca/a.py", '    ("adpe_kgsbe", "Abiotic depletion", "kg Sb-eq"),\n', True),
        ("impacts", "python/lca/a.py", '"""Its `adpe_kgsbe`."""\nadpe_kgsbe = _Measured()\n', False),
        ("impacts", IMPACT_TABLE, '{"abiotic depletion", "adpe"}\n', False),
        ("page", "lca/page/web/parts.ts", 'export const phaseNames = ["Embodied", "Idle"];\n', True),
        ("page", "lca/page/web/parts.ts", "const title = data.phases[phase].title;\n", False),
        ("page", "analyses/report/json.cpp", "PhaseKind::dynamic\n", False),
        ("thin", "cli/a.cpp", '#include "lca/calc/dataflow.hpp"\n', True),
        ("thin", "cli/commands/a.cpp", '#include "models/resolve/site.hpp"\n', True),
        ("thin", "cli/a.cpp", '// #include "lca/calc/dataflow.hpp"\n#include "lca/page/report.hpp"\n', False),
        ("thin", "analyses/sweep/a.cpp", '#include "lca/calc/dataflow.hpp"\n', False),
        ("thin", "cli/commands/a.cpp", "\n" * 81, True),
        ("thin", "cli/commands/a.cpp", "\n" * 80, False),
        ("thin", "cli/a.cpp", "\n" * 81, False),
        ("json", "analyses/units/page.cpp", "json.begin_object();\n", True),
        ("json", "cli/commands/a.cpp", "json.begin_object();\n", True),
        ("json", "analyses/units/units_json.cpp", "json.begin_object();\n", True),
        ("json", "analyses/units/json.cpp", "json.begin_object();\n", False),
        ("json", "lca/page/records_json.cpp", "json.begin_object();\n", False),
        ("json", "analyses/report/recording_json.cpp", "json.begin_object();\n", False),
        ("json", "analyses/units/page.cpp", "// begin_object() is called elsewhere\n", False),
        ("trees", "models/resolve/a.cpp", '#include "lca/document/node.hpp"\n', True),
        ("trees", "models/physics/a.hpp", '#include "models/values/value_reader.hpp"\n', True),
        ("trees", "models/manufacture/a.cpp", "void read(Node node);\n", True),
        ("trees", "models/manufacture/a.cpp", "Expr<unit::Nodes> nodes;  // of no Node\n", False),
        ("trees", "models/scenario/a.cpp", '#include "lca/document/node.hpp"\n', False),
        ("forbidden", "lca/base/a.cpp", "double x = std::stod(text);\n", True),
        ("forbidden", "lca/base/a.cpp", 'auto s = "std::stod(text)";  // atof(x)\n', False),
        ("forbidden", "lca/base/a.cpp", "constexpr int n = 1'000'000; auto c = 'x'; atoi(p);\n", True),
        ("forbidden", "cli/a.cpp", "    static int calls = 0;\n", True),
        ("forbidden", "cli/a.cpp", "    static const int calls = 0;\n    static int f();\n", False),
        ("forbidden", "cli/main.cpp", "} catch (...) {\n", False),
        ("forbidden", "cli/other.cpp", "} catch (...) {\n", True),
        ("forbidden", "models/a.cpp", "x = std::pow(a, b);\n", True),
        ("forbidden", "lca/base/a.hpp", "    A(const A&) = delete;\n", False),
        ("tidy", "lca/base/a.cpp", "// An idea.\nint x;  // TO" + "DO\n", True),
        ("tidy", "lca/base/a.hpp", "#pragma once\n// An idea.\n", False),
        ("tidy", "lca/base/a.hpp", "#pragma once\n\n", True),
        ("tests", "tests/base/a.cpp", 'TEST_CASE("x") {}\n', True),
        ("tests", "tests/base/a.cpp", 'TEST_CASE("x") { CHECK(1 == 1); }\n', False),
    ]
    wrong = 0
    for rule, path, text, breach in cases:
        if bool(list(RULES[rule](path, text))) != breach:
            print(f"rule {rule} on {path} should {'' if breach else 'not '}find a breach in {text!r}")
            wrong += 1
    texts = {
        "lca/a/one.cpp": "namespace lca {\nnamespace {\nint half(int x) { return x / 2; }\nusing Part = X;\nstruct Own {};\n}\n"
                         "int Own::half() { return 0; }\nstatic int twice(int x);\n}\n",
        "lca/a/two.cpp": "namespace {\nusing Part = X;\nconstexpr double half = 0.5;\nvoid f() { int Own = 1; }\n}\n"
                         "namespace lca { int twice(int x) { return 2 * x; } }\n",
        "lca/b/three.cpp": "namespace {\nint half() { return 1; }\n}\n",
    }
    if list(shared_local_names(texts)) != [("lca/a", "half", ["one.cpp", "two.cpp"])]:
        print(f"local_names: {list(shared_local_names(texts))}")
        wrong += 1
    headers = {
        "lca/a.hpp": "namespace lca {\nstruct Impact {\n    int unit;\n};\nclass Session;\nint half(int x);\ninline constexpr int most = 3;\n}\n",
        "lca/b.hpp": "namespace lca {\nclass Session {};\nnamespace unit {\nusing Impact = Of<int>;\n}\ntemplate <class T>\nT half(T x) {\n    return x;\n}\n}\n",
        "lca/c.hpp": "namespace lca::c {\ninline constexpr std::size_t most[] = {4};\nusing lca::half;\n}\n",
    }
    if list(ambiguous_names(headers)) != [("Impact", ["lca/a.hpp", "lca/b.hpp"]), ("most", ["lca/a.hpp", "lca/c.hpp"])]:
        print(f"ambiguous_names: {list(ambiguous_names(headers))}")
        wrong += 1
    tree = {"a/x.cpp": ["a/own.hpp", "a/offered.hpp"], "a/offered.hpp": ["a/behind.hpp"], "b/y.cpp": ["a/offered.hpp"], "a/own.hpp": [], "a/behind.hpp": []}
    if folder_only(tree, {"a/public.hpp"}) != ["a/own.hpp"]:
        print(f"folder_only: {folder_only(tree, set())}")
        wrong += 1
    faults = list(unmirrored({"lca/base", "lca/calc"}, {"lca/base", "lca/gone", "bad", "bad/parts", "lca"}))
    if [fault.split(":")[0] for fault in faults] != ["tests/lca/calc", "tests/lca/gone"]:
        print(f"mirrored: {faults}")
        wrong += 1
    print(f"self-test: {len(cases) + 4} cases, {wrong} wrong")
    return wrong


def public_headers(root="analyses/lca.hpp"):
    """What programs include: that header, and all that it includes, directly or not."""
    found, waiting = [], [root]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.append(name)
            waiting.extend(included_by(name))
    return sorted(found)


def asks(name):
    """The one public header of a question: analyses/sweep/sweep.hpp."""
    return re.fullmatch(r"analyses/(\w+)/\1\.hpp", name) is not None


def folder_only(includes_of, public):
    """Headers that one folder uses: not public, and neither they nor a header of the folder that includes them is included from another one."""
    used_by = {}
    for name, included in includes_of.items():
        for header in included:
            used_by.setdefault(header, set()).add(name)

    def reaches_others(header, seen):
        users = used_by.get(header, set()) - seen
        return any(user.rpartition("/")[0] != header.rpartition("/")[0] or user.endswith(".hpp") and reaches_others(user, seen | users) for user in users)

    return [name for name in sorted(includes_of) if name.endswith(".hpp") and name not in public and not reaches_others(name, {name})]


def folder_names():
    """What only one folder uses is in a namespace of its own within lca, or a member of a class that more use."""
    includes_of = {f.as_posix(): included_by(f.as_posix()) for top in ("lca", "models", "analyses", "cli", "python", "cmake") for f in pathlib.Path(top).rglob("*.?pp")}
    for name in folder_only(includes_of, set(public_headers())):
        text = code_only(pathlib.Path(name).read_text(encoding="utf-8"))
        if re.match(r"(lca|models|analyses)/", name) and not re.search(r"^namespace (lca::|(?!lca\b))\w+|^struct \w+::\w+ \{", text, re.M):
            yield f"{name}: only this folder uses it: its names belong in lca::{folder_of(name).split('/')[-1]}"


def surface():
    """The public headers are few, and none of them belongs to a loader, a kernel, the tree of a document or the command."""
    headers = public_headers()
    faults = [f"{name}: a public header (included from analyses/lca.hpp) may not be of this kind" for name in headers
              if re.search(NOT_PUBLIC, name)]
    shared = [name for name in headers if name != "analyses/lca.hpp" and not asks(name)]
    if len(shared) > MAX_PUBLIC:
        faults.append(f"analyses/lca.hpp: {len(shared)} public headers beside those of the questions, more than {MAX_PUBLIC}")
    faults += [f"{name}: {' and '.join(places)} declare it: a public name has one meaning, in whatever namespace" for name, places in
               ambiguous_names({name: pathlib.Path(name).read_text(encoding="utf-8") for name in headers})]
    faults += folder_names()
    print("\n".join([*faults, f"surface: {len(headers)} public headers, {len(faults)} breaches"]))
    return len(faults)


def full_folders():
    """Folders with more modules (a header and its source are one) than a reader can keep in view."""
    breaches = 0
    for folder in sorted({f.parent.as_posix() for top in ("lca", "models", "analyses", "cli") for f in pathlib.Path(top).rglob("*.?pp")}):
        modules = {f.stem for f in pathlib.Path(folder).glob("*.?pp")}
        if len(modules) > MAX_MODULES and folder not in FLAT:
            print(f"{folder}: {len(modules)} modules, more than {MAX_MODULES}: divide it")
            breaches += 1
    return breaches


def unmirrored(sources, tests):
    """Folders of sources without a test folder of their name, and test folders that are neither that nor a kind of check of its own."""
    for folder in sorted(sources):
        if not any(test == folder or test.startswith(folder + "/") for test in tests):
            yield f"tests/{folder}: no test of {folder}"
    for test in sorted(tests):
        if test.split("/")[0] not in OTHER_TESTS and not any(folder == test or folder.startswith(test + "/") for folder in sources):
            yield f"tests/{test}: there is no folder {test}"


def mirrored():
    sources = {f.parent.as_posix() for top in ("lca", "models", "analyses", "cli") for f in pathlib.Path(top).rglob("*.?pp")}
    tests = {f.parent.relative_to("tests").as_posix() for f in pathlib.Path("tests").rglob("*") if f.is_file()} - {"."}
    faults = list(unmirrored(sources, tests))
    for fault in faults:
        print(fault)
    return len(faults)


def one_file_only():
    """Headers that a single file may include, whichever it is."""
    breaches = 0
    for header in ONE_FILE_ONLY:
        users = [f.as_posix() for folder in ("lca", "models", "analyses", "cli") for f in pathlib.Path(folder).rglob("*.?pp")
                 if any(re.match(header, name) for _, name in includes(code_only(f.read_text(encoding="utf-8"))))]
        if len(users) > 1:
            print(f"{header} is included by more than one file: {', '.join(sorted(users))}")
            breaches += 1
    return breaches


if __name__ == "__main__":
    wanted = sys.argv[1] if len(sys.argv) == 2 else ""
    if wanted == "--self-test":
        sys.exit(1 if self_test() else 0)
    if wanted == "--public-headers":
        print("\n".join(public_headers()))
        sys.exit(0)
    if wanted == "surface":
        sys.exit(1 if surface() else 0)
    if wanted == "local_names":
        sys.exit(1 if local_names() else 0)
    if wanted not in RULES:
        sys.exit(__doc__ + "\nRules: " + ", ".join([*RULES, "local_names", "surface"]))
    failed = run(wanted) + (one_file_only() if wanted == "heavy" else 0) + (full_folders() if wanted == "lengths" else 0)
    failed += mirrored() if wanted == "tests" else 0
    sys.exit(1 if failed else 0)
