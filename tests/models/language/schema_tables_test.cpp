// The tables themselves: each key is explained, and its example is one that the reader takes.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "lca/calc/expression.hpp"
#include "lca/units/quantity.hpp"
#include "tests/models/scenario/reading.hpp"

TEST_CASE("every key is explained in a sentence, and stands once in its table") {
    for (const lca::Type* root : {&lca::scenario_type(), &lca::catalogue_type()}) {
        for (const lca::Type* type : lca::all_types(*root)) {
            std::set<std::string_view> names;
            for (const lca::Key& key : type->keys) {
                CAPTURE(type->name);
                CAPTURE(key.name);
                CHECK(names.insert(key.name).second);
                CHECK(key.type != nullptr);
                CHECK(key.help.ends_with('.'));
                if (key.required && type->name != "catalogue source" && type->name != "alternative figure")
                    CHECK_FALSE(key.example.empty());
            }
        }
    }
}

TEST_CASE("examples are what their keys take") {
    std::size_t tried = 0;
    for (const lca::Type* type : lca::all_types(lca::scenario_type())) {
        for (const lca::Key& key : type->keys) {
            if (key.example.empty() || key.example.starts_with("{") || key.example.starts_with("[") ||
                key.example.starts_with("\""))
                continue;
            CAPTURE(type->name);
            CAPTURE(key.name);
            ++tried;
            lca::Sources sources;
            lca::Diagnostics diagnostics;
            const std::uint32_t file =
                sources.add({.name = "e", .text = "key: " + std::string(key.example), .sha256 = {}});
            const auto document = lca::load_text(file, sources, diagnostics);
            REQUIRE(document != nullptr);
            lca::check(*document, document->root().find("key"), *key.type, diagnostics);
            CHECK_MESSAGE(diagnostics.sorted().empty(), lca::render(diagnostics, sources));
            if (key.type->scalar != lca::Scalar::quantity && key.type->scalar != lca::Scalar::number)
                continue;
            const auto quantity = lca::parse_quantity(key.example);
            CHECK(std::holds_alternative<lca::Quantity>(quantity));
            if (const auto* read = std::get_if<lca::Quantity>(&quantity);
                read && key.type->scalar == lca::Scalar::number) {
                CHECK(read->unit.dimension.dimensionless());
            }
        }
    }
    CHECK(tried > 60);
}

TEST_CASE("the examples of structured keys are good files") {
    const auto good = [](const std::string& lines) {
        const auto read = test::read("lca: 1\ntitle: T\n" + lines);
        CHECK_MESSAGE(!read->diagnostics.has_errors(), read->messages());
    };
    for (const lca::Key& key : lca::scenario_type().keys) {
        if (!key.example.starts_with("{") && !key.example.starts_with("[")) continue;
        // They name things beside them.
        constexpr std::string_view naming[] = {"systems", "activities", "correlations", "rebound"};
        if (std::find(std::begin(naming), std::end(naming), key.name) != std::end(naming)) continue;
        good(std::string(key.name) + ": " + std::string(key.example) + "\n");
    }
}
