#!/usr/bin/env python3
"""An output format is one new file, a model of manufacture with keys of its own, too, and a column of a table one new line: they are
added to a copy of the tree, and the command is built and asked.

Usage: additions.py [--always], from the root. The copy is configured as the build in $LCA_BUILD is. Without a compiler cache all of
it is compiled anew, which takes minutes: then the test is skipped (exit 77) unless --always is given, as .ci/run does.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

ROOT = pathlib.Path(__file__).resolve().parents[2]
BUILD = pathlib.Path(os.environ.get("LCA_BUILD", ROOT / "build/dev"))
FORMAT = '''// The output format `tsv`.
#include "lca/base/number.hpp"
#include "lca/page/report.hpp"

namespace lca {
namespace {

class TsvWriter : public RecordSink {
public:
    explicit TsvWriter(const TextSink& sink) : sink_(sink) {}
    void columns(std::span<const std::string> names) override {
        std::string line;
        for (const std::string& name : names) line += (line.empty() ? "" : "\\t") + name;
        sink_(line + "\\n");
    }
    void row(std::span<const Cell> cells) override {
        std::string line;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            if (i > 0) line += '\\t';
            if (const auto* number = std::get_if<double>(&cells[i])) line += exact(*number);
            if (const auto* numeral = std::get_if<Numeral>(&cells[i])) line += numeral->text;
            if (const auto* text = std::get_if<std::string>(&cells[i])) line += *text;
        }
        sink_(line + "\\n");
    }

private:
    const TextSink& sink_;
};

}  // namespace

const Format& tsv_format() {
    static constexpr Format format = {.name = "tsv",
                                      .help = "rows with tabs between their cells",
                                      .write = [](const Report& report, const Style&, const TextSink& sink) {
                                          TsvWriter writer(sink);
                                          report.records(writer);
                                      }};
    return format;
}

}  // namespace lca
'''
MODEL = '''// A thing by its mass: its mass times an impact per mass.

#include "models/language/schema_types.hpp"
#include "models/resolve/manufacture_model.hpp"

namespace lca {
namespace {

using ImpactPerMass = decltype(unit::Impact() / unit::Mass());

constexpr Key by_mass_keys[] = {
    {.name = "model", .type = &types::text, .help = "by_mass: a thing by its mass.", .example = "by_mass", .required = true},
    {.name = "mass", .type = &types::mass, .help = "Its mass.", .example = "2 kg", .required = true},
    {.name = "per_mass", .type = &types::any_value, .help = "Impact of a mass.", .example = "10 kgCO2e/kg", .required = true},
    types::note_key,
    types::source_key,
};
const constinit Type by_mass_type{.name = "by_mass", .keys = by_mass_keys, .help = "A thing by its mass."};

Footprint record_by_mass(const ManufactureInputs& inputs) {
    const auto mass = figure_or_constant<unit::Mass>(inputs, "mass", Bounds::positive);
    const auto per_mass = figure_or_constant<ImpactPerMass>(inputs, "per_mass", Bounds::not_negative, Category::climate);
    if (!mass || !per_mass) return {};
    Footprint footprint;
    footprint[index_of::climate] = Expr<unit::Impact>(*mass * *per_mass);
    return footprint;
}

}  // namespace

const ManufactureModel& by_mass_model() {
    static const ManufactureModel model{"by_mass", by_mass_type, record_by_mass};
    return model;
}

}  // namespace lca
'''
SOURCES = ("CMakeLists.txt", "cmake", "lca", "models", "analyses", "cli", "hardware_db", "scenarios")
COLUMNS = "analyses/evaluation/columns.cpp"
COLUMN = '    all.push_back({"again", "again_kg", shown, measured(index_of::climate)});\n'
SCENARIO = '''lca: 1
title: t
sites: {here: {grid: {intensity: 0.5 kgCO2e/kWh}, pue: 1}}
activities:
  job: {stage: training, site: here, embodied: {value: 100 kgCO2e}, idle: none, dynamic: {energy: 1000 kWh}}
'''
BOX = '''lca: 1
title: A box of 2 kg at 10 kg a kg
hardware: {box: {kind: other, embodied: {model: by_mass, mass: 2 kg, per_mass: 10 kgCO2e/kg}}}
systems: {one: {site: {pue: 1}, nodes: 1 node, node: [{hardware: box}]}}
activities: {making: {stage: other, system: one, dynamic: none, idle: none, embodied: {allocation: full}}}
'''


def skip(why):
    print(f"skipped: {why}")
    sys.exit(77)


def cached(name):
    found = re.search(rf"^{name}:\w+=(.*)$", (BUILD / "CMakeCache.txt").read_text(encoding="utf-8"), re.M)
    return found.group(1) if found else ""


def copied(folder):
    """The folders that the command is built from."""
    tree = folder / "lca"
    tree.mkdir()
    for name in SOURCES:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name)
        else:
            shutil.copy(ROOT / name, tree)
    return tree


def build(tree):
    folder = tree / "build" / BUILD.name
    kept = [f"-D{name}={cached(name)}" for name in ("CMAKE_BUILD_TYPE", "CMAKE_CXX_COMPILER", "LCA_STATIC", "LCA_HARDEN", "LCA_UNITY",
                                                    "LCA_SANITIZE", "CMAKE_CXX_FLAGS_DEBUG") if cached(name)]
    commands = ([cached("CMAKE_COMMAND"), "-S", tree, "-B", folder, "-G", cached("CMAKE_GENERATOR"), "-DLCA_TESTS=OFF", *kept],
                [cached("CMAKE_COMMAND"), "--build", folder, "-j", str(os.cpu_count() or 2), "--target", "lca"])
    for command in commands:
        done = subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, check=False)
        if done.returncode != 0:
            sys.exit(f"{' '.join(map(str, command))}\n{done.stdout[-8000:]}")
    return folder / "lca"


def main():
    if not (BUILD / "CMakeCache.txt").exists():
        skip(f"no build in {BUILD}")
    if "--always" not in sys.argv and not pathlib.Path(cached("LCA_CCACHE") or "none").is_file():
        skip("without a compiler cache it takes minutes; .ci/run does it")
    with tempfile.TemporaryDirectory() as folder:
        check(pathlib.Path(folder))


def check(folder):
    tree = copied(folder)
    (tree / "lca/page/format_tsv.cpp").write_text(FORMAT, encoding="utf-8")
    (tree / "models/manufacture/model_by_mass.cpp").write_text(MODEL, encoding="utf-8")
    columns = tree / COLUMNS
    text = columns.read_text(encoding="utf-8")
    before = "    if (results.outputs.empty() && listed_per_use(results).empty()) return all;\n"
    assert text.count(before) == 1, COLUMNS
    columns.write_text(text.replace(before, COLUMN + before), encoding="utf-8")
    lca = build(tree)
    file = folder / "a.yaml"
    file.write_text(SCENARIO, encoding="utf-8")

    def said(*words):
        return subprocess.run([lca, *words], cwd=folder, check=True, capture_output=True, text=True).stdout

    def has(part, where):
        assert part in where, f"{part!r} is not in:\n{where}"

    # 1,000 kWh x 0.5 kg and 100 kg embodied; PUE 2 doubles the first.
    table = said("evaluate", file, "--format", "tsv")
    assert "\t" in table.splitlines()[0] and any(line.startswith("total\t600\t") for line in table.splitlines()), table
    assert said("sweep", file, "--vary", "sites.here.pue=1,2", "--format", "tsv") == \
        "sites.here.pue\ttotal [kgCO2e]\tgaps\twhy_not\n1\t600\t\t\n2\t1100\t\t\n"
    for command in ("evaluate", "sweep"):
        has("tsv", said(command, "--help"))
        has("tsv", said("reference", "commands"))
    for shell in ("bash", "zsh", "fish"):
        has("tsv", said("completions", shell))
    wrong = subprocess.run([lca, "evaluate", file, "--format", "tsw"], check=False, capture_output=True, text=True)
    assert wrong.returncode == 2 and "did you mean `tsv`" in wrong.stderr, wrong.stderr

    # The model: 2 kg at 10 kg a kg.
    box = folder / "box.yaml"
    box.write_text(BOX, encoding="utf-8")
    assert any(line.startswith("total\t20\t") for line in said("evaluate", box, "--format", "tsv").splitlines()), said("evaluate", box)
    has("by_mass", said("schema"))

    # The column: one line, and it stands in every table of the answer.
    has("again", said("evaluate", file))
    has(" again |", said("evaluate", file, "--format", "markdown"))
    has("again_kg", said("evaluate", file, "--format", "csv").splitlines()[0])
    has("again_kg", table.splitlines()[0])
    print("a format and a model in one file each, a column in one line")


main()
