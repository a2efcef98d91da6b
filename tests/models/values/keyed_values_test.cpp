// Values by key, read when they are asked for.
#include "models/values/keyed_values.hpp"

#include <doctest/doctest.h>

#include "lca/document/load.hpp"

namespace {

struct Keyed {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    std::unique_ptr<lca::Document> document;
    lca::KeyedValues values;

    explicit Keyed(const std::string& text) {
        const std::uint32_t file = sources.add({.name = "t.yaml", .text = text, .sha256 = {}});
        document = lca::load_text(file, sources, diagnostics);
        values = lca::KeyedValues(document->root(), sources, diagnostics);
    }
};

}  // namespace

TEST_CASE("keyed values: nothing has no keys") {
    const lca::KeyedValues nothing;
    CHECK_FALSE(nothing);
    CHECK_FALSE(nothing.has("area"));
    CHECK(nothing.text("area") == "");
    CHECK(nothing.keys().empty());
    CHECK_FALSE(nothing.at("area"));
    CHECK_FALSE(nothing.read<lca::unit::Area>("area"));
}

TEST_CASE("keyed values: by key, and by key of a table") {
    Keyed it("model: act\narea: 2 cm2\nfab_energy: {7nm: 1.52 kWh/cm2, 5nm: 2.75 kWh/cm2}\n");
    REQUIRE(it.values);
    CHECK(it.values.text("model") == "act");
    CHECK(it.values.has("area"));
    CHECK_FALSE(it.values.has("yield"));
    CHECK(it.values.read<lca::unit::Area>("area")->literal->value == doctest::Approx(2e-4));
    CHECK(it.values.at("fab_energy").keys() == std::vector<std::string_view>{"7nm", "5nm"});
    CHECK_FALSE(it.values.at("model"));
    CHECK_FALSE(it.diagnostics.has_errors());
}

TEST_CASE("keyed values: a fault is reported when the value is asked for") {
    Keyed it("area: 2 kg\n");
    CHECK_FALSE(it.diagnostics.has_errors());
    CHECK_FALSE(it.values.read<lca::unit::Area>("area"));
    CHECK(lca::render(it.diagnostics, it.sources).find("t.yaml:1:9") != std::string::npos);
}
