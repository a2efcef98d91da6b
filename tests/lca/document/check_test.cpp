// A tree against tables of types: every fault with its words.

#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <string>

#include "lca/document/schema.hpp"
#include "tests/lca/document/reading.hpp"
#include "tests/lca/document/small_language.hpp"

using namespace lca;

namespace {

std::string checked(const std::string& text) {
    ReadText read(text);
    REQUIRE_MESSAGE(read.document, read.messages());
    check(*read.document, small::file, read.diagnostics);
    return read.messages();
}

/// The messages about a text below `lca: 1`, which is not to blame.
std::string after_head(const std::string& text) {
    return checked("lca: 1\n" + text);
}

}  // namespace

TEST_CASE("check: a valid file is silent") {
    CHECK(after_head("title: NO\n"
                     "parameters: {a: 1 W, b: {value: =a, uncertainty: 10 %, note: x}}\n"
                     "sites: {idris: {grid: FRA, pue: 1.0, parts: [{hardware: nvidia-a100/x, count: 8}]}, b: "
                     "{grid: {intensity: 1}}}\n"
                     "activities:\n"
                     "  one: {stage: training, site: idris, include: false, devices: 1_000, idle: none}\n"
                     "  two: {stage: other, idle: {power: 1 W, note: x}}\n"
                     "  three: {stage: other, idle: {note: x, racks: {power: 1 W}, nodes: {energy: 2 kWh}}}\n"
                     "set: {sites.idris.grid: WLD, sites.b: {grid: [1, {x: y}]}}\n"
                     "impact: [1 kg, {value: 2 kg}]\n")
              .empty());
    CHECK(after_head("impact: {value: [1 kg, 2 kg], note: both}\n").empty());
    CHECK(after_head("set: {}\n").empty());
    CHECK(after_head("activities: {one: {stage: other, idle: {}}}\n").empty());
}

TEST_CASE("check: unknown keys, with what was meant or where they belong") {
    CHECK(after_head("activities:\n  run: {stage: other, devcies: 3}\n") ==
          "f.yaml:3:23: error: unknown key `devcies` in `activities.run`\n"
          "    run: {stage: other, devcies: 3}\n"
          "                        ^~~~~~~\n"
          "  expected: one of: stage, site, include, devices or idle\n"
          "  hint: did you mean `devices`?\n");
    CHECK(after_head("activities:\n  run: {stage: other, pue: 3}\n") ==
          "f.yaml:3:23: error: unknown key `pue` in `activities.run`\n"
          "    run: {stage: other, pue: 3}\n"
          "                        ^~~\n"
          "  expected: one of: stage, site, include, devices or idle\n"
          "  hint: `pue` belongs in `sites.<id>`\n");
    CHECK(after_head("stage: x\n").find("`stage` belongs in `activities.<id>`") != std::string::npos);
    CHECK(after_head("sites: {a: {title: x}}\n").find("`title` belongs in the file's top level") !=
          std::string::npos);
    for (const auto* key : {"Sites", "site-s", "sits", "\" sites\""}) {
        CHECK(after_head(std::string(key) + ": {a: {grid: FRA}}\n").find("did you mean `sites`?") !=
              std::string::npos);
    }
    CHECK(after_head("xyzzy: 1\n").find("hint") == std::string::npos);
}

TEST_CASE("check: two words for a key of a map, or for one below it") {
    const auto has = [](const std::string& text, const char* hint) {
        return after_head(text).find(std::string("  hint: ") + hint + "\n") != std::string::npos;
    };
    CHECK(has("sites: {a: {grid: {grid_intensity: 1}}}\n", "did you mean `intensity`?"));
    CHECK(has("sites: {a: {grid_intensity: 1}}\n", "did you mean `grid: {intensity: …}`?"));
    CHECK(has("activities: {a: {stage: other, energy_idle: 1}}\n", "did you mean `idle: {energy: …}`?"));
    // other words beside a key may make another figure of it
    CHECK(after_head("sites: {a: {grid: {marginal_intensity: 1}}}\n").find("hint") == std::string::npos);
}

TEST_CASE("check: letters of other scripts are named") {
    CHECK(after_head("p\u0430r\u0430met\u0435rs: 1\n").find("hint: it contains the character U+0430") !=
          std::string::npos);
}

TEST_CASE("check: required keys, with an example, unless one is there and misspelt") {
    CHECK(checked("title: x\n") ==
          "f.yaml:1:1: error: `lca` is missing\n"
          "  title: x\n"
          "  ^\n"
          "  expected: `lca: 1`\n");
    CHECK(after_head("activities:\n  run: {idle: none}\n") ==
          "f.yaml:3:3: error: `stage` is missing in `activities.run`\n"
          "    run: {idle: none}\n"
          "    ^~~\n"
          "  expected: `stage: training`\n");
    CHECK(after_head("activities:\n  run: {stag: other}\n").find("is missing") == std::string::npos);
    CHECK(after_head("sites: {a: {parts: [{count: 1}]}}\n")
              .find("f.yaml:2:21: error: `hardware` is missing in `sites.a.parts.0`") == 0);
}

TEST_CASE("check: the wrong kind, both named") {
    CHECK(after_head("sites: [1]\n") ==
          "f.yaml:2:8: error: `sites` is a list, but a map is expected\n"
          "  sites: [1]\n"
          "         ^\n"
          "  expected: `{idris: {grid: FRA}}`\n");
    CHECK(
        after_head("title: {a: 1}\n").find("f.yaml:2:8: error: `title` is a map, but a text is expected\n") ==
        0);
    CHECK(after_head("title: [a]\n").find("`title` is a list, but a text is expected") != std::string::npos);
    CHECK(after_head("sites: FRA\n").find("`sites` is a text, but a map is expected") != std::string::npos);
    CHECK(after_head("sites: {a: {grid: [1]}}\n")
              .find("`sites.a.grid` is a list, but an id or a map is expected") != std::string::npos);
    CHECK(after_head("parameters: {a: [1 W]}\n")
              .find("`parameters.a` is a list, but a number with its unit or a map is expected") !=
          std::string::npos);
    CHECK(after_head("sites: -x\n").find("hint") == std::string::npos);
    CHECK(after_head("sites: {a: {parts: x}}\n").find("hint") == std::string::npos);
    CHECK(after_head("sites: {a: {parts: -x}}\n").find("hint: a space is missing after the dash") !=
          std::string::npos);
    CHECK(after_head("activities: {a: {stage: [x]}}\n").find("is a list, but a text is expected") !=
          std::string::npos);
}

TEST_CASE("check: the value at the root") {
    CHECK(checked("- lca\n") ==
          "f.yaml:1:1: error: the file is a list, but a map is expected\n"
          "  - lca\n"
          "  ^\n"
          "  expected: keys and values, such as `lca: 1`\n");
    CHECK(checked("42\n").find("the file is a text, but a map is expected") != std::string::npos);
}

TEST_CASE("check: truth values") {
    CHECK(after_head("activities: {a: {stage: other, include: yes}}\n") ==
          "f.yaml:2:41: error: `yes` is not a truth value\n"
          "  activities: {a: {stage: other, include: yes}}\n"
          "                                          ^~~\n"
          "  expected: true or false\n"
          "  hint: write true\n");
    for (const auto* no : {"NO", "off", "False", "0"}) {
        CHECK(after_head("activities: {a: {stage: other, include: " + std::string(no) + "}}\n")
                  .find("hint: write false") != std::string::npos);
    }
    CHECK(after_head("activities: {a: {stage: other, include: maybe}}\n").find("hint") == std::string::npos);
    CHECK(after_head("activities: {a: {stage: other, include: 'true'}}\n").empty());
}

TEST_CASE("check: closed lists") {
    CHECK(after_head("activities: {a: {stage: Training}}\n") ==
          "f.yaml:2:25: error: `activities.a.stage` cannot be `Training`\n"
          "  activities: {a: {stage: Training}}\n"
          "                          ^~~~~~~~\n"
          "  expected: one of: training, inference or other\n"
          "  hint: did you mean `training`?\n");
    CHECK(after_head("activities: {a: {stage: other, idle: nil}}\n")
              .find("expected: one of: none or not_assessed") != std::string::npos);
}

TEST_CASE("check: ids") {
    const auto* const form = "  expected: letters, digits and `_`, a letter first, at most 64 characters\n";
    CHECK(after_head("activities:\n  2020 run: {stage: other}\n") ==
          "f.yaml:3:3: error: `2020 run` is not a valid id\n"
          "    2020 run: {stage: other}\n"
          "    ^~~~~~~~\n" +
              std::string(form));
    for (const auto* id : {"a.b", "a/b", "a-b", "_a", "'a b'", "''", "1"}) {
        CHECK(after_head("activities: {" + std::string(id) + ": {stage: other}}\n").find(form) !=
              std::string::npos);
    }
    CHECK(after_head("activities: {" + std::string(64, 'a') + ": {stage: other}}\n").empty());
    CHECK(after_head("activities: {" + std::string(65, 'a') + ": {stage: other}}\n").find(form) !=
          std::string::npos);
    CHECK(after_head("activities: {a: {stage: other, site: b c}}\n").find("error: `b c` is not a valid id") !=
          std::string::npos);
    CHECK(after_head("sites: {a: {grid: FR A}}\n").empty());  // a name of several words is looked up
    CHECK(after_head("sites: {a: {grid: 57 gCO2e/kWh}}\n")
              .find("expected: letters, digits, `_`, `-`, `/` and `.`, a letter or digit first") !=
          std::string::npos);
    CHECK(after_head("sites: {a: {grid: gcp/us-central1}}\n").empty());
    CHECK(after_head("set: {a_b: 1, a-b: 1, a/b: 1, a.9: 1}\n").empty());
    CHECK(after_head("set: {'a b': 1}\n").find("error: `a b` is not a valid id or path") !=
          std::string::npos);
    CHECK(
        after_head("activities: {\u0430: {stage: other}}\n").find("hint: it contains the character U+0430") !=
        std::string::npos);
}

TEST_CASE("check: counts") {
    const auto devices = [](const std::string& count) {
        return after_head("activities: {a: {stage: other, devices: " + count + "}}\n");
    };
    CHECK(devices("2.5") ==
          "f.yaml:2:41: error: `2.5` is not a whole number\n"
          "  activities: {a: {stage: other, devices: 2.5}}\n"
          "                                          ^~~\n"
          "  expected: a whole number, such as 384\n");
    CHECK(devices("-3").find("error: `-3` is negative") != std::string::npos);
    CHECK(devices("9007199254740992").empty());
    CHECK(devices("9007199254740994").find("error: `9007199254740994` is out of range") != std::string::npos);
    CHECK(devices("1e20").find("a whole number up to 2^53") != std::string::npos);
    CHECK(devices("010").find("error: leading zero in `010`") != std::string::npos);
    CHECK(devices("many").find("error: `many` is not a number") != std::string::npos);
    CHECK(devices("3e2").empty());
}

TEST_CASE("check: at least one") {
    CHECK(after_head("activities: {}\n") ==
          "f.yaml:2:13: error: `activities` is empty: at least one entry is needed\n"
          "  activities: {}\n"
          "              ^~\n"
          "  expected: `{run: {stage: training}}`\n");
    CHECK(after_head("sites: {a: {parts: []}}\n")
              .find("`sites.a.parts` is empty: at least one item is needed") != std::string::npos);
}

TEST_CASE("check: the long form") {
    CHECK(after_head("parameters: {a: {uncertainty: 10 %}}\n")
              .find("f.yaml:2:14: error: `value` is missing in `parameters.a`") == 0);
    CHECK(after_head("parameters: {a: {vaule: 10 W, note: x}}\n").find("did you mean `value`?") !=
          std::string::npos);
    CHECK(after_head("parameters: {a: {value: {value: 1 W}}}\n")
              .find("`parameters.a.value` is a map, but a number with its unit is expected") !=
          std::string::npos);
    CHECK(after_head("parameters: {a: {value: 1 W, stage: x}}\n")
              .find("unknown key `stage` in `parameters.a`") != std::string::npos);
}

TEST_CASE("check: a figure and named figures do not mix, remarks stand beside both") {
    const auto idle = [](const std::string& map) {
        return after_head("activities: {a: {stage: other, idle: " + map + "}}\n");
    };
    CHECK(idle("{power: 1 W, racks: {power: 2 W}}")
              .find("hint: named figures and a figure such as `power` cannot be mixed") != std::string::npos);
    CHECK(idle("{powr: 400 W}").find("did you mean `power`?") != std::string::npos);
    CHECK(idle("{racks: 400 W}").find("`activities.a.idle.racks` is a text, but a map is expected") !=
          std::string::npos);
    CHECK(idle("{powers: {power: 1 W}}").empty());
}

TEST_CASE("check: what is faulty is flagged, what is right is found, nothing is said twice") {
    ReadText read("lca: 1\nsites: {a: {grid: FRA, pve: 1, parts: x}}\ntitle:\n");
    check(*read.document, small::file, read.diagnostics);
    const Node site = read.root().find("sites").find("a");
    CHECK(site.find("grid").text() == "FRA");
    CHECK_FALSE(site.find("pve"));
    CHECK_FALSE(site.find("parts"));
    const std::size_t errors = read.diagnostics.sorted().size();
    CHECK(errors == 3);
    check(*read.document, small::file, read.diagnostics);
    CHECK(read.diagnostics.sorted().size() == errors);
}

TEST_CASE("check: a hundred thousand keys, known or unknown, in time that grows with them") {
    std::string text = "lca: 1\nactivities:\n";
    for (int i = 0; i < 50'000; ++i) text += "  a" + std::to_string(i) + ": {stage: other, x: 1}\n";
    const auto start = std::chrono::steady_clock::now();
    ReadText read(text);
    check(*read.document, small::file, read.diagnostics);
    CHECK(read.diagnostics.errors() == 50'000);
    CHECK(std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count() < 10);
}

TEST_CASE("types: at a path, and all of them") {
    CHECK(type_at(small::file, "sites.idris.pue") == &small::power);
    CHECK(type_at(small::file, "sites.idris.grid.intensity") == &small::impact);
    CHECK(type_at(small::file, "sites.idris.parts.3.hardware") == &small::reference);
    CHECK(type_at(small::file, "activities.a.idle.racks.power") == &small::power);
    CHECK(type_at(small::file, "parameters.a.value") == &small::power);
    CHECK(type_at(small::file, "parameters.a.uncertainty") == &small::text);
    CHECK(type_at(small::file, "") == &small::file);
    CHECK(type_at(small::file, "sites.idris.nothing") == nullptr);
    CHECK(type_at(small::file, "title.x") == nullptr);
    const auto all = all_types(small::file);
    CHECK(all.front() == &small::file);
    CHECK(std::count(all.begin(), all.end(), &small::anything) == 1);
    CHECK(std::count(all.begin(), all.end(), &small::long_form) == 1);
    CHECK(std::count(all.begin(), all.end(), &small::part) == 1);
}

TEST_CASE("check: a map that is one of several by a key of its own") {
    static constexpr Key by_area_keys[] = {
        {.name = "model", .type = &small::text, .help = "", .example = "by_area", .required = true},
        {.name = "area", .type = &small::power, .help = "", .example = "826 mm2", .required = true}};
    static constexpr Key by_mass_keys[] = {{"model", &small::text, ""}, {"mass", &small::power, ""}};
    static constexpr Type by_area{.name = "by_area", .keys = by_area_keys};
    static constexpr Type by_mass{.name = "by_mass", .keys = by_mass_keys};
    static constexpr const Type* both[] = {&by_area, &by_mass};
    static constexpr Type embodied{.name = "embodied",
                                   .entries = &small::power,
                                   .chosen_by = "model",
                                   .variants = []() -> std::span<const Type* const> { return both; }};
    static constexpr Key keys[] = {{"embodied", &embodied, ""}};
    static constexpr Type file{.name = "file", .keys = keys};
    const auto faults = [](const std::string& text) {
        ReadText read("embodied: " + text + "\n");
        check(*read.document, file, read.diagnostics);
        return read.messages();
    };
    CHECK(faults("{model: by_area, area: 1 mm2}").empty());
    CHECK(faults("{model: by_mass}").empty());
    CHECK(faults("{board: 1 kg, chassis: 2 kg}").empty());
    CHECK(faults("{model: by_area}").find("`area` is missing in `embodied`") != std::string::npos);
    CHECK(faults("{model: by_mass, area: 1}").find("unknown key `area` in `embodied`") != std::string::npos);
    CHECK(faults("{model: by_aera}") ==
          "f.yaml:1:19: error: unknown model `by_aera`\n"
          "  embodied: {model: by_aera}\n"
          "                    ^~~~~~~\n"
          "  expected: one of: by_area or by_mass\n"
          "  hint: did you mean `by_area`?\n");
    CHECK(faults("{model: [x]}").find("`embodied.model` is a list, but a text is expected") !=
          std::string::npos);
    CHECK(type_at(file, "embodied.mass") == &small::power);
    const auto all = all_types(file);
    CHECK(std::count(all.begin(), all.end(), &by_mass) == 1);
}
