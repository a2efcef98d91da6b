// Intensities that the catalogue computed from a mix: each is the mix times the factors by source.

#include <doctest/doctest.h>

#include <string>

#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded_reader.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

constexpr double gram_per_kwh = 1e-3 / 3.6e6;  // kgCO2e/J

class Mixes {
public:
    double number(Node node) {
        const AnyValue value = reader_.read_any(node);
        REQUIRE(value);
        REQUIRE(value->literal);
        return value->literal->value;
    }
    double intensity(std::string_view id) {
        return number(catalog_.find(Section::grid, id)->node().find("intensity")) / gram_per_kwh;
    }
    double recomputed(Node mix) {
        const Node factors = catalog_.find(Section::model, "generation/ipcc-ar5")->node().find("intensity");
        double sum = 0, all = 0;
        for (const Node share : mix.children()) {
            CAPTURE(share.key());
            REQUIRE(factors.find(share.key()));
            sum += number(share) * number(factors.find(share.key())) / gram_per_kwh;
            all += number(share);
        }
        CHECK(all == doctest::Approx(1).epsilon(0.005));
        return sum / all;
    }
    Catalog& catalog() { return catalog_; }

private:
    Sources publications_;
    Diagnostics diagnostics_;
    Catalog catalog_{&embedded_catalogue(), publications_, diagnostics_};
    ValueReader reader_{publications_, diagnostics_};
};

TEST_CASE("mixes: every computed intensity is its mix times the factors, inferred and over the life cycle") {
    Mixes mixes;
    int found = 0;
    for (const std::string& id : mixes.catalog().ids(Section::grid)) {
        const Node entry = mixes.catalog().find(Section::grid, id)->node();
        const Node mix = entry.find("mix");
        if (!mix) continue;
        CAPTURE(id);
        ++found;
        CHECK(mixes.intensity(id) ==
              doctest::Approx(mixes.recomputed(mix)).epsilon(0.06 / 20));  // one decimal
        CHECK(entry.find("basis").text() == "life_cycle");
        CHECK(entry.find("intensity").find("status").text() == "inferred");
    }
    CHECK(found >= 30);
}

TEST_CASE("mixes: a life cycle counts at least what leaves the stacks") {
    Mixes mixes;
    for (const std::string& id : mixes.catalog().ids(Section::grid)) {
        const Node entry = mixes.catalog().find(Section::grid, id)->node();
        if (!entry.find("mix")) continue;
        const std::string region(entry.find("region").text());
        const auto other = mixes.catalog().find(Section::grid, region.substr(0, region.find("-LCA")));
        if (!other || other->node().find("basis").text() != "combustion") continue;
        CAPTURE(id);
        CHECK(mixes.intensity(id) >= mixes.intensity(other->id));
    }
}

TEST_CASE("mixes: two by hand") {
    Mixes mixes;
    // Virginia, GWh of 2023: coal 1415, gas 50605, oil 135, nuclear 29663, hydropower 1391, solar 5421, wind
    // 47, biomass 3361, other 477, together 92515; times 820, 490, 650, 12, 24, 48, 11, 230, 700 g:
    // 27,801,495 t.
    CHECK(mixes.intensity("US-VA-LCA/2023") == doctest::Approx(27801495.0 / 92515).epsilon(1e-3));
    // Quebec, shares as printed, of 100.01 %: 0.2 x 490 + 0.3 x 650 + 92.1 x 24 + 0.01 x 48 + 6.7 x 11 + 0.7
    // x 230.
    CHECK(mixes.intensity("CA-QC-LCA/2023") == doctest::Approx(2738.58 / 100.01).epsilon(2e-3));
}

}  // namespace
}  // namespace lca
