// Changes by path: what is set, added, taken away, laid over; and paths that lead nowhere.

#include "lca/document/edit.hpp"

#include <doctest/doctest.h>

#include <string>

#include "tests/lca/document/reading.hpp"
#include "tests/lca/document/small_language.hpp"

using namespace lca;

namespace {

constexpr auto* base =
    "lca: 1\n"
    "parameters: {lifetime: 6 yr}\n"
    "sites:\n"
    "  idris: {grid: FRA, pue: 1.0, parts: [{hardware: a-1}, {hardware: b-2}]}\n"
    "activities:\n"
    "  run: {stage: training}\n";

/// A base file that is changed; the changes are values of another text.
struct Edited {
    ReadText base;
    ReadText values;

    explicit Edited(const std::string& value) : base(::base), values("value: " + value + "\n", "set.yaml") {
        // One set of sources for messages of both.
        values.document = load_text(base.sources.add({"set.yaml", "value: " + value + "\n", {}}),
                                    base.sources, base.diagnostics);
    }
    bool set(std::string_view path) {
        const Node value = values.root().find("value");
        return lca::set(*base.document, path, value, value.key_place(), small::file, base.diagnostics);
    }
    Node at(std::string_view a, std::string_view b, std::string_view c) const {
        return base.root().find(a).find(b).find(c);
    }
    std::string fault() const {
        const std::string all = base.messages();
        return all.substr(0, all.find('\n'));
    }
};

std::string set_fault(std::string_view path, const std::string& value = "x") {
    Edited edited(value);
    CHECK_FALSE(edited.set(path));
    return edited.fault();
}

std::string dump(Node node) {
    if (node.is_text()) return std::string(node.text());
    std::string result = node.is_map() ? "{" : "[";
    for (const Node child : node.children()) {
        if (result.size() > 1) result += ", ";
        if (node.is_map()) result += std::string(child.key()) + ": ";
        result += dump(child);
    }
    return result + (node.is_map() ? "}" : "]");
}

std::string merged(const std::string& base_text, const std::string& over_text, int levels) {
    const ReadText one(base_text);
    const ReadText two(over_text);
    merge(*one.document, one.root(), two.root(), levels);
    return dump(one.root());
}

}  // namespace

TEST_CASE("set: the value at a path is replaced whole") {
    Edited edited("{intensity: 57 gCO2e/kWh}");
    CHECK(edited.set("sites.idris.grid"));
    CHECK(edited.base.messages().empty());
    CHECK(dump(edited.at("sites", "idris", "grid")) == "{intensity: 57 gCO2e/kWh}");
    CHECK(edited.at("sites", "idris", "grid").place() == Place{1, 1, 8});
    CHECK(edited.at("sites", "idris", "grid").path() == "sites.idris.grid");
    CHECK(edited.at("sites", "idris", "pue").text() == "1.0");
}

TEST_CASE("set: list items by number") {
    Edited edited("c-3");
    CHECK(edited.set("sites.idris.parts.1.hardware"));
    CHECK(dump(edited.at("sites", "idris", "parts")) == "[{hardware: a-1}, {hardware: c-3}]");
}

TEST_CASE("set: a key that is legal and not yet written is added, with the maps that lead to it") {
    Edited edited("27 kW");
    CHECK(edited.set("activities.run.idle.power"));
    CHECK(dump(edited.at("activities", "run", "idle")) == "{power: 27 kW}");
    CHECK(edited.at("activities", "run", "idle").find("power").path() == "activities.run.idle.power");
    CHECK(edited.set("impact"));
    CHECK(edited.base.root().find("impact").text() == "27 kW");
    CHECK(edited.base.messages().empty());
}

TEST_CASE("set: an id may be added at the end of a path, but not beside one that may be meant") {
    Edited edited("3 kW");
    CHECK(edited.set("parameters.load"));
    CHECK(dump(edited.base.root().find("parameters")) == "{lifetime: 6 yr, load: 3 kW}");
    CHECK(set_fault("parameters.liftime") ==
          "set.yaml:1:1: error: `parameters.liftime` leads nowhere: `parameters` has no `liftime`");
    CHECK(set_fault("sites.idrsi.grid") ==
          "set.yaml:1:1: error: `sites.idrsi.grid` leads nowhere: `sites` has no `idrsi`");
    CHECK(set_fault("sites.elsewhere.grid") ==
          "set.yaml:1:1: error: `sites.elsewhere.grid` leads nowhere: `sites` has no `elsewhere`");
}

TEST_CASE("set: keys of the long form") {
    const ReadText value("v: 10 %\n");
    ReadText file("lca: 1\nparameters: {a: {value: 6 yr}}\n");
    CHECK(set(*file.document, "parameters.a.uncertainty", value.root().find("v"), {0, 1, 1}, small::file,
              file.diagnostics));
    CHECK(set(*file.document, "parameters.a.value", value.root().find("v"), {0, 1, 1}, small::file,
              file.diagnostics));
    CHECK(dump(file.root().find("parameters")) == "{a: {value: 10 %, uncertainty: 10 %}}");
    CHECK_FALSE(set(*file.document, "parameters.a.pue", value.root().find("v"), {0, 1, 1}, small::file,
                    file.diagnostics));
    CHECK(file.messages().find("`parameters.a.pue` leads nowhere: `parameters.a` has no `pue`") !=
          std::string::npos);
}

TEST_CASE("set: where a path leads nowhere, the part that exists and what is near") {
    Edited edited("x");
    CHECK_FALSE(edited.set("sites.idris.gird"));
    CHECK(edited.base.messages() ==
          "set.yaml:1:1: error: `sites.idris.gird` leads nowhere: `sites.idris` has no `gird`\n"
          "  value: x\n"
          "  ^~~~~~~~\n"
          "  expected: one of: grid, pue or parts\n"
          "  hint: did you mean `grid`?\n");
    Edited words("1");
    CHECK_FALSE(words.set("sites.idris.grid_intensity"));
    CHECK(words.base.messages().find("hint: did you mean `grid.intensity`?") != std::string::npos);
    CHECK(set_fault("sites.idris.grid.year") ==
          "set.yaml:1:1: error: `sites.idris.grid.year` leads nowhere: `sites.idris.grid` is a text, and "
          "nothing is below it");
    CHECK(set_fault("sites.idris.parts.2") ==
          "set.yaml:1:1: error: `sites.idris.parts.2` leads nowhere: `sites.idris.parts` is a list and has "
          "no item `2`");
    CHECK(set_fault("sites.idris.parts.01.hardware").find("has no item `01`") != std::string::npos);
    CHECK(set_fault("sites.idris.parts.first").find("has no item `first`") != std::string::npos);
    CHECK(set_fault("site").find("the file has no `site`") != std::string::npos);
    for (const auto* path : {"", ".", "sites.", ".sites", "sites..idris"}) {
        CHECK(set_fault(path).find("path") != std::string::npos);
    }
}

TEST_CASE("set: the value's shape is checked where it now stands") {
    CHECK(set_fault("sites.idris", "FRA") ==
          "set.yaml:1:8: error: `sites.idris` is a text, but a map is expected");
    CHECK(set_fault("activities.run.stage", "trianing") ==
          "set.yaml:1:8: error: `activities.run.stage` cannot be `trianing`");
    CHECK(
        set_fault("sites.idris.grid", "{intensty: 1}").find("unknown key `intensty` in `sites.idris.grid`") !=
        std::string::npos);
}

TEST_CASE("remove: the value at a path goes; a path without one is a fault") {
    Edited edited("x");
    Document& document = *edited.base.document;
    CHECK(remove(document, "sites.idris.grid", {1, 1, 1}, edited.base.diagnostics));
    CHECK(remove(document, "sites.idris.parts.0", {1, 1, 1}, edited.base.diagnostics));
    CHECK(dump(edited.base.root().find("sites")) == "{idris: {pue: 1.0, parts: [{hardware: b-2}]}}");
    CHECK(edited.base.messages().empty());
    CHECK_FALSE(remove(document, "sites.idris.gird", {1, 1, 1}, edited.base.diagnostics));
    CHECK(edited.fault() ==
          "set.yaml:1:1: error: `sites.idris.gird` leads nowhere: `sites.idris` has no `gird`");
}

TEST_CASE("merge: keys given win, down to a level; below all is replaced whole") {
    const std::string one = "sites: {a: {grid: {x: 1}, pue: 1}, b: {pue: 2}}\nlist: [1, 2]\n";
    const std::string two = "sites: {a: {grid: {y: 2}}, c: {pue: 3}}\nlist: [3]\nnew: 4\n";
    CHECK(merged(one, two, 3) ==
          "{sites: {a: {grid: {y: 2}, pue: 1}, b: {pue: 2}, c: {pue: 3}}, list: [3], new: 4}");
    CHECK(merged(one, two, 4) ==
          "{sites: {a: {grid: {x: 1, y: 2}, pue: 1}, b: {pue: 2}, c: {pue: 3}}, list: [3], new: 4}");
    CHECK(merged(one, two, 1) == "{sites: {a: {grid: {y: 2}}, c: {pue: 3}}, list: [3], new: 4}");
    CHECK(merged(one, two, 0) == dump(ReadText(two).root()));
    CHECK(merged("a: {b: 1}\n", "a: text\n", 9) == "{a: text}");
    CHECK(merged("a: text\n", "a: {b: 1}\n", 9) == "{a: {b: 1}}");
}

TEST_CASE("merge: what was laid over keeps its places") {
    Sources sources;
    Diagnostics diagnostics;
    const auto one = load_text(sources.add({"a.yaml", "x: 1\ny: 2\n", {}}), sources, diagnostics);
    const auto two = load_text(sources.add({"b.yaml", "\n\ny: 3\nz: 4\n", {}}), sources, diagnostics);
    merge(*one, one->root(), two->root(), 1);
    CHECK(one->root().find("x").place() == Place{0, 1, 4});
    CHECK(one->root().find("y").place() == Place{1, 3, 4});
    CHECK(one->root().find("y").key_place() == Place{1, 3, 1});
    CHECK(one->root().find("z").key_place() == Place{1, 4, 1});
}
