#!/usr/bin/env python3
"""The layers as the linker sees them: what an object uses is defined in its own folder or in one that its folder may include.

An `#include` says what a file knows; a function may still be declared in one folder and defined in a higher one, and only the
symbols of the built objects show that. Usage: symbols.py [BUILD], from the root; BUILD defaults to $LCA_BUILD. Exits 77 (skipped)
where there is no nm, where the build has no objects, or where one object is made of several sources (a unity build).
"""
import collections
import os
import pathlib
import shutil
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from architecture import MAY_INCLUDE, folder_of

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
    """(object file, symbol, kind) of every global symbol; names stay mangled, so that overloads are told from each other."""
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
    wrong = edges(symbols_of(source_of), source_of)
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
    print(f"symbols: {len(source_of)} objects, {breaches} breaches")
    sys.exit(1 if breaches else 0)


if __name__ == "__main__":
    main()
