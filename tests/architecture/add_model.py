#!/usr/bin/env python3
"""Whether a model of manufacture is one new file: a copy of the tree gets one with keys of its own, is built and evaluates it.

Usage, from the root: tests/architecture/add_model.py [PRESET]. No existing file is touched; a compiler cache makes it quick. Exit
codes: 0 it is, 1 it is not.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

MODEL = """// A thing by its mass: its mass times an impact per mass.

#include "models/language/schema_types.hpp"
#include "models/resolve/manufacture_model.hpp"

namespace lca {
namespace {

using ImpactPerMass = decltype(unit::Impact() / unit::Mass());

constexpr Key by_mass_keys[] = {
    {.name = "model", .type = &types::text, .help = "by_mass: a thing by its mass.", .example = "by_mass", .required = true},
    {.name = "mass", .type = &types::mass, .help = "What it weighs.", .example = "2 kg", .required = true},
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
"""

SCENARIO = """lca: 1
title: A box of 2 kg at 10 kg a kg
hardware: {box: {kind: other, embodied: {model: by_mass, mass: 2 kg, per_mass: 10 kgCO2e/kg}}}
systems: {one: {site: {pue: 1}, nodes: 1 node, node: [{hardware: box}]}}
activities: {making: {stage: other, system: one, dynamic: none, idle: none, embodied: {allocation: full}}}
"""


def run(tree, *words):
    done = subprocess.run(words, cwd=tree, capture_output=True, check=False)
    if done.returncode != 0:
        sys.exit(f"{' '.join(words)}: exit code {done.returncode}\n{done.stdout.decode()[-4000:]}{done.stderr.decode()[-4000:]}")
    return done.stdout


def main():
    preset = sys.argv[1] if len(sys.argv) > 1 else "release"
    with tempfile.TemporaryDirectory() as folder:
        tree = pathlib.Path(folder) / "tree"
        shutil.copytree(".", tree, symlinks=True, ignore=shutil.ignore_patterns("build", ".git"))
        (tree / "models/manufacture/model_by_mass.cpp").write_text(MODEL, encoding="utf-8")
        (tree / "box.yaml").write_text(SCENARIO, encoding="utf-8")
        run(tree, "cmake", "--preset", preset)
        run(tree, "cmake", "--build", f"build/{preset}", "-j2", "--target", "lca")
        lca = f"build/{preset}/lca"
        table = run(tree, lca, "evaluate", "box.yaml", "--format", "csv").decode()
        total = next((line for line in table.splitlines() if line.startswith("total,")), "")
        if "20" not in total.split(","):
            sys.exit(f"the total is not 20 kgCO2e:\n{table}")
        if b"by_mass" not in run(tree, lca, "schema"):
            sys.exit("`lca schema` does not know the keys of the model")
    print("a model of manufacture is one new file")


if __name__ == "__main__":
    main()
