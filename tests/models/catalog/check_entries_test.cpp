// The entry checker: what fails the build of the catalogue.

#include <doctest/doctest.h>

#include <set>

#include "models/catalog/check_entries.hpp"
#include "tests/lca/base/folder.hpp"

namespace lca {
namespace {

constexpr std::string_view start =
    "catalogue: 1\nsources:\n  s: {title: T, publisher: P, year: 2024, licence: CC0}\n";

/// The faults of one file under the rules of the built-in catalogue.
std::string faults(const std::string& text) {
    test::Folder folder;
    folder.with("x.yaml", text);
    Sources sources;
    Diagnostics diagnostics;
    const CatalogueFolder read = read_folder(folder.path(), sources, diagnostics);
    const auto entries = entries_of(read);
    std::set<std::pair<Section, std::string_view>> names;
    for (const CatalogueEntry& entry : entries) names.emplace(entry.section, entry.id);
    check_unique(entries, diagnostics);
    check_entries(
        entries,
        [&](Section section, std::string_view id) {
            return names.count({section, id}) > 0;
        },
        Rules::built_in, sources, diagnostics);
    return render(diagnostics, sources);
}

std::string hardware(const std::string& lines) {
    return faults(std::string(start) + "hardware:\n  x:\n    name: X\n    source: s\n" + lines);
}

struct Bad {
    std::string lines, message;
};

constexpr const char* basis = "    embodied_basis: {covers: cradle_to_gate, method: vendor}\n";

TEST_CASE("a good entry has no faults") {
    CHECK(hardware(
              "    kind: accelerator\n    year: 2024\n    power: {max: 400 W, typical: 300 W, idle: 50 W}\n"
              "    die: {area: 826 mm2, process: 7 nm}\n    embodied: 150 kgCO2e\n" +
              std::string(basis)) == "");
}

TEST_CASE("implausible hardware is refused") {
    const std::string kind = "    kind: accelerator\n    year: 2024\n";
    const Bad bads[] = {
        {"    kind: accelerator\n", "`x` has no year"},
        {"    year: 2024\n", "`x` has no kind"},
        {"    kind: accelerator\n    year: 1924\n", "not a plausible year"},
        {kind + "    power: {max: 40 W, idle: 50 W}\n", "idle power is above the maximum"},
        {kind + "    power: {typical: 40 W, idle: 50 W}\n", "idle power is above the typical power"},
        {kind + "    power: {max: 40 W, typical: 50 W}\n", "typical power is above the maximum"},
        {kind + "    power: {max: 400 kWh}\n", "energy"},
        {kind + "    power: {max: 400 MW}\n", "`400 MW` is not plausible here"},
        {kind + "    die: {area: 1448 mm2}\n", "larger than a single die can be"},
        {kind + "    die: {area: 826 cm2}\n", "larger than a single die can be"},
        {kind + "    die: {process: 7 mm}\n", "`7 mm` is not plausible here"},
        {kind + "    embodied: 9 kgCO2e\n", "`9 kgCO2e` is not plausible here"},
        {kind + "    embodied: 150 tCO2e\n", "`150 tCO2e` is not plausible here"},
        {kind + "    embodied: 150 kg\n", "mass"},
        {kind + "    lifetime: 300 yr\n", "`300 yr` is not plausible here"},
        {"    kind: memory\n    year: 2024\n    embodied: 139 kgCO2e/GB\n",
         "`139 kgCO2e/GB` is not plausible here"},
        {kind + "    holds: [{hardware: nobody, count: 8}]\n", "unknown hardware `nobody`"},
        {kind + "    embodied: {value: 150 kgCO2e, source: nobody}\n", "unknown source `nobody`"},
        {kind + "    url: www.example.org\n    memory: 80 W\n", "power"},
        {kind + "    die: {area: 860 mm2}\n", "larger than a single die can be"},
        {kind + "    memory: 80 PB\n", "`80 PB` is not plausible here"},
        {kind + "    peak: {fp16: 989 EFLOP/s}\n", "`989 EFLOP/s` is not plausible here"},
        {kind + "    mass: 20 g\n    embodied: 164 kgCO2e\n", "kgCO2e per kg of hardware is not plausible"},
        {kind + "    mass: 240 kg\n    embodied: 131.2 kgCO2e\n", "0.547 kgCO2e per kg"},
        {kind + "    mass: 30 t\n", "`30 t` is not plausible here"},
        {kind + "    parts: [{hardware: nobody}]\n", "unknown hardware `nobody`"},
        {kind + "    parts: [{hardware: x}]\n", "`x` is a part of itself"},
        {kind + "    parts: [{hardware: x, count: 2, amount: 1 TB}]\n", "a count or an amount"},
        {kind + "    parts: [{hardware: x, count: 0}]\n", "`0`"},
        {"    kind: instance\n    year: 2024\n", "`x` has no parts"},
    };
    for (const Bad& bad : bads) {
        CAPTURE(bad.lines);
        const std::string said = hardware(bad.lines);
        CHECK_MESSAGE(said.find(bad.message) != std::string::npos, said);
    }
    CHECK(hardware(kind + "    die: {area: 1448 mm2, dies: 2}\n") == "");
    CHECK(hardware(kind + "    die: {area: 858 mm2}\n    mass: 24 kg\n    embodied: 1312 kgCO2e\n" + basis) ==
          "");
}

TEST_CASE("comparable figures must be the uncertainty") {
    const std::string kind = "    kind: accelerator\n    year: 2024\n";
    const std::string others =
        "    alternatives:\n"
        "      - {embodied: 225 kgCO2e, boundary: b, method: m, source: s, comparable: true}\n"
        "      - {embodied: 463 kgCO2e, boundary: b, method: m, source: s, comparable: false}\n";
    const std::string silent = hardware(kind + "    embodied: 164 kgCO2e\n" + others);
    CHECK_MESSAGE(
        silent.find("{distribution: triangular, low: 164 kgCO2e, high: 225 kgCO2e}") != std::string::npos,
        silent);
    const auto with = [&](const std::string& ends) {
        return hardware(kind + "    embodied: {value: 164 kgCO2e, uncertainty: {distribution: triangular, " +
                        ends + "}}\n" + basis + others);
    };
    CHECK(with("low: 164 kgCO2e, high: 225 kgCO2e") == "");
    CHECK(with("low: 164 kgCO2e, high: 300 kgCO2e") != "");
}

TEST_CASE("an embodied figure says what it covers and how it was found, once") {
    const std::string kind = "    kind: accelerator\n    year: 2024\n",
                      figure = kind + "    embodied: 150 kgCO2e\n";
    const auto says = [](const std::string& lines, std::string_view message) {
        const std::string found = hardware(lines);
        CHECK_MESSAGE(found.find(message) != std::string::npos, found);
    };
    says(figure, "`x` does not state `covers` for its embodied figures");
    says(figure + "    embodied_basis: {covers: cradle_to_gate}\n", "`x` does not state `method`");
    CHECK(hardware(figure + "    embodied_basis: {covers: unknown, method: unknown}\n") == "");
    const std::string stages = kind + "    embodied: {manufacturing: 150 kgCO2e, transport: 9 kgCO2e}\n";
    CHECK(hardware(stages + "    embodied_basis: {method: paia}\n") == "");
    says(stages + "    embodied_basis: {covers: cradle_to_gate, method: paia}\n",
         "the embodied figures imply cradle_to_site");
    says(figure + "    embodied_basis: {covers: cradle_to_moon, method: vendor}\n", "cradle_to_moon");
    const std::string model = kind +
                              "    die: {area: 800 mm2, process: 7 nm}\n    memory: 16 GB\n    embodied: "
                              "{model: board, memory_kind: "
                              "hbm}\n";
    CHECK(hardware(model) == "");
    says(model + "    embodied_basis: {method: vendor}\n", "the embodied figures imply model");
}

TEST_CASE("grids, data centres and publications are checked") {
    const Bad bads[] = {
        {"grids:\n  FRA/2024: {name: F, region: FRA, year: 2023, intensity: 50 gCO2e/kWh, basis: life_cycle, "
         "source: s}\n",
         "the id has 2024"},
        {"grids:\n  FRA/2024: {name: F, region: DEU, year: 2024, intensity: 50 gCO2e/kWh, basis: life_cycle, "
         "source: s}\n",
         "the id has `FRA`"},
        {"grids:\n  FRA: {name: F, region: FRA, year: 2024, intensity: 50 gCO2e/kWh, basis: life_cycle, "
         "source: s}\n",
         "does not end in its year"},
        {"grids:\n  FRA/2024: {name: F, region: FRA, year: 2024, intensity: 50 kgCO2e/kWh, basis: "
         "life_cycle, source: s}\n",
         "not plausible"},
        {"grids:\n  FRA/2024: {name: F, region: FRA, year: 2024, intensity: 50 gCO2e/kWh, source: s}\n",
         "has no basis"},
        {"grids:\n  FRA/2024: {name: F, region: FRA, year: 2024, basis: life_cycle, source: s}\n",
         "has no intensity"},
        {"grids:\n  FRA/2024: {name: F, region: FRA, year: 2024, intensity: 50 gCO2e/kWh, basis: "
         "life_cycle}\n",
         "`FRA/2024` has no source"},
        {"grids:\n  cloud/one: {name: C, grid: FRX, source: s}\n", "unknown grid `FRX`"},
        {"grids:\n  cloud/one: {name: C, grid: cloud/one, intensity: 5 gCO2e/kWh, source: s}\n",
         "cannot also state its own intensity"},
        {"grids:\n  cloud/one: {name: C, grid: cloud/one, year: 2024, source: s}\n",
         "cannot also state its own year"},
        {"grids:\n  cloud/one: {name: C, grid: cloud/one}\n", "`cloud/one` has no source"},
        {"grids:\n  FRA/2024: {name: F, region: FRA, intensity: 50 gCO2e/kWh, basis: life_cycle, source: "
         "s}\n",
         "`FRA/2024` has no year"},
        {"datacentres:\n  g/2024: {operator: G, year: 2024, pue: 1.1, grid: FRX, source: s}\n",
         "unknown grid `FRX`"},
        {"regions:\n  FRA/losses: {name: F, losses: {2023: 85 %}, source: s}\n",
         "`85 %` is not plausible here"},
        {"regions:\n  FRA/losses: {name: F, losses: {2023: 7 W}, source: s}\n", "power"},
        {"regions:\n  FRA/losses: {name: F, losses: {lately: 7 %}, source: s}\n", "`lately` is not a year"},
        {"regions:\n  FRA/losses: {name: F, losses: {2023: {value: 7 %, source: n}}, source: s}\n",
         "unknown source `n`"},
        {"regions:\n  FRA/losses: {losses: {2023: 7 %}, source: s}\n", "`FRA/losses` has no name"},
        {"regions:\n  FRA/impacts: {name: F, intensity: 50 gCO2e/kWh, source: s}\n",
         "belongs to a grid and a year"},
        {"regions:\n  FRA/impacts: {name: F, intensity: [1e-3 kgSbe/kWh], source: s}\n", "not plausible"},
        {"regions:\n  FRA/impacts: {name: F, intensity: [90 MJp/kWh], source: s}\n", "not plausible"},
        {"regions:\n  FRA/impacts: {name: F, water_intensity: 3 m3/kWh, source: s}\n", "not plausible"},
        {"regions:\n  FRA/impacts: {name: F, water_intensity: 3 L/kWh}\n", "`FRA/impacts` has no source"},
        {"grids:\n  FRA/2024: {name: F, region: FRA, year: 2024, intensity: [50 gCO2e/kWh, 90 MJp/kWh], "
         "basis: life_cycle, source: s}\n",
         "not plausible"},
        {"models:\n  m: {year: 2024, source: s, water_intensity: {coal: 3 m3/kWh}}\n", "not plausible"},
        {"datacentres:\n  g/2024: {operator: G, year: 2024, market_intensity: 5 kgCO2e/kWh, source: s}\n",
         "not plausible"},
        {"datacentres:\n  g/2024: {operator: G, pue: 1.1, source: s}\n", "`g/2024` has no year"},
        {"datacentres:\n  g: {operator: G, year: 2024, pue: 1.1, source: s}\n", "does not end in its year"},
        {"datacentres:\n  g/2024: {operator: G, year: 2024, pue: 1.1}\n", "`g/2024` has no source"},
        {"datacentres:\n  g/2024: {operator: G, year: 2024, pue: 0.9, source: s}\n", "at least 1"},
        {"datacentres:\n  g/2024: {operator: G, year: 2024, pue: 11, source: s}\n",
         "`11` is not plausible here"},
        {"datacentres:\n  g/2024: {operator: G, year: 2024, wue: 500 L/kWh, source: s}\n", "not plausible"},
        {"datacentres:\n  g/2024: {year: 2024, pue: 1.1, source: s}\n", "has no operator"},
        {"models:\n  m: {year: 2024, source: s, intensity: {coal: 820 kgCO2e/kWh}}\n", "not plausible"},
    };
    for (const Bad& bad : bads) {
        CAPTURE(bad.lines);
        const std::string said = faults(std::string(start) + bad.lines);
        CHECK_MESSAGE(said.find(bad.message) != std::string::npos, said);
    }
    const std::string orphan = faults(std::string(start));
    CHECK_MESSAGE(orphan.find("x.yaml:3:3: error: the source `s` is not used") != std::string::npos, orphan);
    const std::string poor = faults(
        "catalogue: 1\nsources:\n  s: {title: T, url: example.org}\nmodels:\n  m: {year: 2024, source: s}\n");
    for (const char* message : {"does not give its publisher", "does not give its year",
                                "does not give its licence", "not a web address"}) {
        CHECK_MESSAGE(poor.find(message) != std::string::npos, poor);
    }
}

TEST_CASE("names are unique within a section, aliases too") {
    const std::string said =
        faults(std::string(start) +
               "hardware:\n  a: {kind: other, name: A, year: 2024, source: s, aliases: [b]}\n"
               "  b: {kind: other, name: B, year: 2024, source: s}\n"
               "grids:\n  b/2024: {name: B, region: b, year: 2024, intensity: 1 gCO2e/kWh, basis: "
               "life_cycle, source: s, aliases: [a]}\n");
    CHECK_MESSAGE(said.find("hardware `b` appears twice") != std::string::npos, said);
    CHECK_MESSAGE(said.find("`a` appears twice") == std::string::npos, said);
}

TEST_CASE("ratings that cannot be used are refused") {
    const std::string head =
        std::string(start) + "ratings:\n  x:\n    name: X\n    task: t\n    year: 2025\n    source: s\n";
    const auto models = [&](const std::string& first, const std::string& second) {
        return faults(head + "    models:\n      - {model: a, energy: " + first +
                      "}\n      - {model: b, energy: " + second + "}\n");
    };
    CHECK(models("1 Wh, stars: 5", "2 Wh, stars: 1") == "");
    CHECK(models("2 Wh, stars: 5", "1 Wh, stars: 1").find("in the order of their energies") !=
          std::string::npos);
    CHECK(models("1 Wh, stars: 5", "1 Wh, stars: 1").find("`x` has no range to divide") != std::string::npos);
    CHECK(models("1 Wh, stars: 6", "2 Wh, stars: 1").find("`6` is not a number of stars") !=
          std::string::npos);
    CHECK(models("0 Wh, stars: 5", "2 Wh, stars: 1").find("`0 Wh` is not an energy of 1,000 queries") !=
          std::string::npos);
    CHECK(models("1 Wh, stars: 5", "2 W, stars: 1").find("`2 W` is not an energy") != std::string::npos);
}

}  // namespace
}  // namespace lca
