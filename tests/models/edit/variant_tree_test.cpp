// The tree of one variant: nothing of the others in it, and the same answers as from the whole.
#include "models/edit/variant_tree.hpp"

#include <doctest/doctest.h>

#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/load.hpp"

using lca::Document;
using lca::Node;
using lca::VariantTrees;

namespace {

constexpr const char* text = R"(lca: 1
title: Three variants
parameters: {a: 1 kWh}
what_if:
  one: {set: {parameters.a: 2 kWh}}
  two: {set: {parameters.a: 3 kWh, counterfactual: three}}
  three: {set: {parameters.a: 4 kWh}}
counterfactual: one
expect:
  - {of: total, value: 1 kgCO2e, where: T}
  - {of: total, what_if: two, value: 2 kgCO2e, where: T}
  - {of: idle, what_if: two, value: 3 kgCO2e, where: T}
)";

struct Loaded {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    std::unique_ptr<Document> document;
    Loaded() { document = lca::load_text(sources.add({"v.yaml", text, {}}), sources, diagnostics); }
};

std::string keys(Node map) {
    std::string found;
    if (!map) return found;
    for (const Node child : map.children()) found += std::string(child.key()) + " ";
    return found;
}

}  // namespace

TEST_CASE("a variant's tree holds its what-if, its counterfactual and what is expected of it") {
    Loaded loaded;
    const VariantTrees trees(*loaded.document);
    const auto two = trees.of("two");
    CHECK(keys(two->root()) == "lca title parameters what_if counterfactual expect ");
    CHECK(keys(two->root().find("what_if")) == "two one three ");  // `one` is the file's, `three` its own
    REQUIRE(two->root().find("expect").size() == 2);
    const auto three = trees.of("three");
    CHECK(keys(three->root().find("what_if")) == "three one ");
    CHECK_FALSE(three->root().find("expect"));
}

TEST_CASE("the file itself keeps what is expected of it and no what-if but the counterfactual") {
    Loaded loaded;
    const auto base = VariantTrees(*loaded.document).of("");
    CHECK(keys(base->root().find("what_if")) == "one ");
    CHECK(base->root().find("expect").size() == 1);
}

TEST_CASE("values keep their places, and an edit of the copy leaves the original as it is") {
    Loaded loaded;
    const auto two = VariantTrees(*loaded.document).of("two");
    const Node value = two->root().find("parameters").find("a");
    CHECK(value.place() == loaded.document->root().find("parameters").find("a").place());
    two->remove(value);
    CHECK(loaded.document->root().find("parameters").find("a").text() == "1 kWh");
}
