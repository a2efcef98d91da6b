#!/usr/bin/env python3
"""The layers as the linker sees them: what an object uses is defined in its own folder or in one that its folder may include, and
what a header declares is defined in the folder of that header.

An `#include` says what a file knows; a function may still be declared in one folder and defined in another one, and only the
symbols of the built objects show that. Usage: symbols.py [BUILD], from the root; BUILD defaults to $LCA_BUILD. Exits 77 (skipped)
where there is no nm, where the build has no objects, or where one object is made of several sources (a unity build).
"""
import collections
import os
import pathlib
import re
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from architecture import MAY_INCLUDE, declarations, folder_of

# Tables that cmake or the compiler of the catalogue writes: each is declared in the folder that reads it, and refers to what higher
# folders define. That is their purpose, so neither what they use nor who uses them is an edge between folders.
GENERATED = {
    "generated/formats.cpp": "formats of lca/page",
    "generated/manufacture_models.cpp": "models of models/manufacture, read in models/resolve",
    "generated/log_formats.cpp": "formats of models/logs",
    "generated/series_formats.cpp": "formats of models/series",
    "generated/series_names.cpp": "their names, read in models/language",
    "generated/export_forms.cpp": "forms of analyses/export",
    "generated/manufacture_keys.cpp": "their tables of keys, read in models/language",
    "generated/service_models.cpp": "models of models/services, read in models/resolve",
    "generated/service_keys.cpp": "their tables of keys, read in models/language",
    "generated/commands.cpp": "commands of cli/commands, read in cli",
    "generated/web/web_files.cpp": "script and style of lca/page/web, read in lca/page",
    "generated/catalogue.cpp": "hardware_db as a constant, read in models/catalog",
    "generated/precompiled.cpp": "no code: the source that precompiled headers need",
}
# Edges that are known and not yet mended: (folder that uses, folder that defines) -> number of symbols. A number can only go down.
PENDING = {}
SOURCES = ("lca", "models", "analyses", "cli", "cmake")
DEFINED = "TDBRGS"  # strong symbols; weak ones (inline functions, templates) are in every object that uses them


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def objects_of(build):
    """Object file -> its source, for the sources that exist today; the objects of removed files stay in a build folder."""
    found = {}
    for file in sorted(build.glob("CMakeFiles/*.dir/**/*.o")):
        source = file.relative_to(build / "CMakeFiles").as_posix().split("/", 1)[1].removesuffix(".o")
        if source.startswith("Unity/") or "/unity_" in source:
            skip("a unity build has one object for several sources")
        if pathlib.Path(source).exists() or source in GENERATED:
            found[file] = source
        elif source.startswith("generated/"):
            sys.exit(f"{source}: a generated file that is not in the list of {__file__}")
    return found


def symbols_of(files):
    """(object file, symbol, kind) of every global symbol; names stay mangled, so that overloads can be distinguished."""
    listing = subprocess.run(["nm", "--print-file-name", "--format=posix", "--extern-only", *map(str, files)],
                             capture_output=True, text=True, check=True).stdout
    for line in listing.splitlines():
        file, rest = line.rsplit(": ", 1)
        name, kind, *_ = rest.split()
        yield pathlib.Path(file), name, kind


def edges(symbols, source_of):
    """(using folder, defining folder) -> {symbol: source that uses it}, for the edges that the table of layers does not have."""
    symbols = list(symbols)
    homes = collections.defaultdict(set)
    for file, name, kind in symbols:
        if kind in DEFINED:
            homes[name].add(source_of[file] if source_of[file] in GENERATED else folder_of(source_of[file]))
    wrong = collections.defaultdict(dict)
    for file, name, kind in symbols:
        source = source_of[file]
        if kind != "U" or source in GENERATED or not homes.get(name):
            continue
        home = folder_of(source)
        if not any(at == home or at in GENERATED or at in MAY_INCLUDE[home] for at in homes[name]):
            wrong[home, min(homes[name])].setdefault(name, source)
    return wrong


def parameters(text):
    """How many parameters a list has, by its commas outside of brackets, and which types of our own it names."""
    depth, parts = 0, [""]
    for character in text.replace("->", ""):
        depth += (character in "<({[") - (character in ">)}]")
        if character == "," and depth == 0:
            parts.append("")
        else:
            parts[-1] += character
    types = frozenset(name for part in parts for name in re.findall(r"\b[A-Z]\w+", part.split("=")[0]))
    return (len(parts) if text.strip() else 0), types


def name_and_parameters(declaration):
    """`std::string_view to_string(Kind kind)` -> (to_string, 1, {Kind}); the same of a demangled symbol. None for anything but a function."""
    found = re.match(r"(?:[^(<]|<[^(]*?>)*?\b([\w:]+|[\w:]*operator\W{1,2})(?:\[abi:\w+\])?\s*\((.*)\)[^()]*$", declaration, re.S)
    if not found or "=" in declaration[:found.start(1)]:
        return None
    return found.group(1), *parameters(found.group(2))


def declared_in(text):
    """(qualified name, parameters, own types) of the functions that a header declares at namespace scope, and (qualified name, None,
    None) of its classes."""
    for space, head, end in declarations(text):
        kind = re.match(r"(?:class|struct)\s+([\w:]+)", head)
        if kind and end == "{":
            yield f"{space}::{kind.group(1)}", None, None
        elif end == ";" and not re.match(r"(using|friend|class|struct|enum|static_assert)\b", head):
            function = name_and_parameters(head)
            if function:
                yield f"{space}::{function[0]}", *function[1:]


def defined_elsewhere(symbols, headers):
    """(symbol, source, header) of what is defined in another folder than the header that declares it.

    `symbols`: (demangled name, source); `headers`: header -> its declarations. A function is known by its name and its number of
    parameters; where headers of several folders declare such a one, by the types of our own among them, too.
    """
    functions, classes = collections.defaultdict(list), {}
    for header, declared in headers.items():
        for name, count, types in declared:
            if count is None:
                classes.setdefault(name, set()).add(header.rpartition("/")[0])
            else:
                functions[name, count].append((header.rpartition("/")[0], types, header))
    for symbol, source in symbols:
        function = name_and_parameters(symbol)
        if not function:
            continue
        folder = source.rpartition("/")[0]
        places = functions.get(function[:2], [])
        matching = [place for place in places if place[1] == function[2]] or places
        names = function[0].split("::")
        owner = next((classes[name] for length in range(1, len(names)) if (name := "::".join(names[:length])) in classes), None)
        if matching and folder not in {place[0] for place in matching}:
            yield symbol, source, matching[0][2]
        elif owner and folder not in owner:
            yield symbol, source, min(owner)


def self_test():
    """An upward edge is found; a downward one, one through a generated table and one to a library are not."""
    below, above, table = pathlib.Path("below.o"), pathlib.Path("above.o"), pathlib.Path("table.o")
    source_of = {below: "lca/units/a.cpp", above: "lca/calc/b.cpp", table: "generated/formats.cpp"}
    for seen, expected in [
        ([(above, "f", "T"), (below, "f", "U")], [("lca/units", "lca/calc")]),
        ([(below, "f", "T"), (above, "f", "U")], []),
        ([(table, "f", "T"), (below, "f", "U")], []),
        ([(above, "f", "T"), (table, "f", "U")], []),
        ([(above, "f", "W"), (below, "f", "U")], []),
        ([(below, "malloc", "U")], []),
    ]:
        assert list(edges(seen, source_of)) == expected, (seen, expected)
    header = ("#pragma once\nnamespace lca {\nenum class Kind { a, b };\nstd::string_view to_string(Kind kind);\nclass Session {\n    void run();\n};\n"
              "std::vector<Kind> kinds(const std::map<Kind, int>& of, double x = half(1, 2));\ninline int half(int x, int y) { return x / y; }\n"
              "namespace detail {\nvoid f();\n}\n}\n")
    headers = {"models/scenario/kind.hpp": list(declared_in(header)),
               "models/catalog/entries.hpp": list(declared_in("namespace lca {\nstd::string_view to_string(Place place);\n}\n"))}
    names = [name for name, *_ in headers["models/scenario/kind.hpp"]]
    assert names == ["lca::to_string", "lca::Session", "lca::kinds", "lca::detail::f"], names
    for symbol, source, wrong in [
        ("lca::to_string(lca::Kind)", "models/catalog/entries.cpp", True),
        ("lca::to_string[abi:cxx11](lca::Kind)", "models/catalog/entries.cpp", True),
        ("lca::to_string(lca::Kind)", "models/scenario/kind.cpp", False),
        ("lca::to_string(lca::Place)", "models/catalog/entries.cpp", False),
        ("lca::kinds(std::map<lca::Kind, int, std::less<lca::Kind> > const&, double)", "models/catalog/entries.cpp", True),
        ("lca::Session::run()", "models/catalog/entries.cpp", True),
        ("lca::Session::run()", "models/scenario/session.cpp", False),
        ("lca::detail::f()", "models/catalog/entries.cpp", True),
        ("lca::f()", "models/catalog/entries.cpp", False),
    ]:
        assert bool(list(defined_elsewhere([(symbol, source)], headers))) == wrong, (symbol, source)


def readable(names):
    if not shutil.which("c++filt"):
        return names
    return subprocess.run(["c++filt"], input="\n".join(names), capture_output=True, text=True, check=True).stdout.splitlines()


def main():
    self_test()
    if not shutil.which("nm"):
        skip("there is no nm here")
    build = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else os.environ.get("LCA_BUILD", ""))
    source_of = objects_of(build)
    sources = {file.as_posix() for folder in SOURCES for file in pathlib.Path(folder).rglob("*.cpp")}
    unbuilt = sources - set(source_of.values())
    if unbuilt:
        skip(f"{len(unbuilt)} sources have no object in {build}, among them {min(unbuilt)}")
    symbols = list(symbols_of(source_of))
    wrong = edges(symbols, source_of)
    breaches = 0
    for (home, target), names in sorted(wrong.items()):
        allowed = PENDING.get((home, target), 0)
        print(f"{home} uses {len(names)} symbols of {target}{f', {allowed} known' if allowed else ''}:")
        for name, source in zip(readable(list(names)), names.values()):
            print(f"    {source}: {name[:120]}")
        breaches += max(0, len(names) - allowed)
    for edge, allowed in PENDING.items():
        if len(wrong.get(edge, ())) < allowed:
            print(f"{edge[0]} -> {edge[1]}: {len(wrong.get(edge, ()))} left of {allowed}: lower the number in PENDING")
            breaches += 1
    if shutil.which("c++filt"):
        strong = [(name, source_of[file]) for file, name, kind in symbols if kind in DEFINED and source_of[file] not in GENERATED]
        headers = {file.as_posix(): list(declared_in(file.read_text(encoding="utf-8")))
                   for folder in SOURCES for file in pathlib.Path(folder).rglob("*.hpp")}
        named = zip(readable([name for name, _ in strong]), (source for _, source in strong))
        for symbol, source, header in defined_elsewhere(named, headers):
            print(f"{source}: defines {symbol[:120]}, which {header} declares")
            breaches += 1
    print(f"symbols: {len(source_of)} objects, {breaches} breaches")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
