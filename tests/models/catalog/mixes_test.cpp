// Life-cycle intensities that the catalogue computed for parts of countries: what leaves the stack, as
// published, and what is upstream of its mix of generation.

#include <doctest/doctest.h>

#include <cmath>
#include <set>
#include <string>

#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded_reader.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

constexpr double gram_per_kwh = 1e-3 / 3.6e6;  // kgCO2e/J
constexpr std::string_view life_cycle = "-LCA";

class Mixes {
public:
    /// What is upstream of a mix, in g/kWh, and its standard deviation by the factors of its sources.
    struct Upstream {
        double grams = 0, deviation = 0;
    };

    AnyValue value(Node node) {
        AnyValue read = reader_.read_any(node);
        REQUIRE(read);
        REQUIRE(read->literal);
        return read;
    }
    double number(Node node) { return value(node)->literal->value; }
    double grams(Node node) { return number(node) / gram_per_kwh; }
    double spread(Node node) {
        const AnyValue read = value(node);
        return read->uncertainty ? std::get<Lognormal>(read->uncertainty->shape).gsd : 1;
    }
    Node entry(std::string_view id) {
        CAPTURE(id);
        const auto found = catalog_.find(Section::grid, id);
        REQUIRE(found);
        return found->node();
    }
    double intensity(std::string_view id) { return grams(entry(id).find("intensity")); }
    Upstream upstream(Node mix) {
        Upstream sum;
        double all = 0, variance = 0;
        for (const Node share : mix.children()) {
            CAPTURE(share.key());
            const Node factor = factors().find(share.key());
            REQUIRE(factor);
            const double part = number(share) * grams(factor);
            sum.grams += part;
            variance += std::pow(part * std::log(spread(factor)), 2);
            all += number(share);
        }
        CHECK(all == doctest::Approx(1).epsilon(0.005));
        return {sum.grams / all, std::sqrt(variance) / all};
    }
    Node factors(std::string_view model = "generation/supply-chain") {
        return catalog_.find(Section::model, model)->node().find("intensity");
    }
    Catalog& catalog() { return catalog_; }

private:
    Sources publications_;
    Diagnostics diagnostics_;
    Catalog catalog_{&embedded_catalogue(), publications_, diagnostics_};
    ValueReader reader_{publications_, diagnostics_};
};

TEST_CASE("mixes: every computed intensity is its published stack and its mix times the factors, inferred") {
    Mixes mixes;
    int found = 0;
    for (const std::string& id : mixes.catalog().ids(Section::grid)) {
        const Node entry = mixes.entry(id);
        const Node mix = entry.find("mix");
        if (!mix) continue;
        CAPTURE(id);
        ++found;
        const std::string region(entry.find("region").text()), year(entry.find("year").text());
        REQUIRE(region.ends_with(life_cycle));
        CHECK(id == region + "/" + year);
        const std::string stack = region.substr(0, region.size() - life_cycle.size()) + "/" + year;
        CHECK(mixes.entry(stack).find("basis").text() == "combustion");
        const Mixes::Upstream upstream = mixes.upstream(mix);
        CHECK(std::abs(mixes.intensity(id) - mixes.intensity(stack) - upstream.grams) < 0.06);  // one decimal
        CHECK(mixes.spread(entry.find("intensity")) ==
              doctest::Approx(std::exp(upstream.deviation / mixes.intensity(id))).epsilon(0.006));
        CHECK(entry.find("basis").text() == "life_cycle");
        CHECK(entry.find("intensity").find("status").text() == "inferred");
        // The note has both parts.
        const std::string note(entry.find("note").text());
        CHECK(note.find(" g at the stack (" + stack + ")") != std::string::npos);
        CHECK(std::abs(std::stod(note) - mixes.intensity(stack)) < 1e-6);
        const auto second = note.find(" and ");
        REQUIRE(second != std::string::npos);
        CHECK(std::abs(std::stod(note.substr(second + 5)) - upstream.grams) < 0.06);
    }
    CHECK(found == 51 + 27 + 13 + 8);
}

TEST_CASE("mixes: a life cycle counts at least what leaves the stacks") {
    Mixes mixes;
    int pairs = 0;
    for (const std::string& id : mixes.catalog().ids(Section::grid)) {
        const auto at = id.find(life_cycle);
        if (at == std::string::npos) continue;
        const auto other = mixes.catalog().find(Section::grid, id.substr(0, at));
        if (!other || other->node().find("basis").text() != "combustion") continue;
        CAPTURE(id);
        CHECK(mixes.intensity(id) >= mixes.intensity(other->id));
        ++pairs;
    }
    CHECK(pairs >= 99);
}

TEST_CASE("mixes: states, subregions, provinces and Australia's grids have a life cycle beside their stack") {
    Mixes mixes;
    std::set<std::string> places;
    for (const std::string& id : mixes.catalog().ids(Section::grid)) {
        const std::string region = id.substr(0, id.find('/'));
        const bool is_part =
            region.starts_with("US-") || region.starts_with("CA-") || region.starts_with("AU-");
        // The country as a whole and the reliability regions of 2020 are not parts that eGRID divides it into.
        if (!is_part || region == "US-EGRID" || region.starts_with("US-NERC-")) continue;
        if (mixes.entry(id).find("basis").text() == "combustion") places.insert(region);
    }
    CHECK(places.size() == 51 + 27 + 13 + 8);
    for (const std::string& place : places) {
        CAPTURE(place);
        const auto own = mixes.catalog().find(Section::grid, place);
        const auto whole = mixes.catalog().find(Section::grid, place + std::string(life_cycle));
        REQUIRE(whole);
        CHECK(whole->node().find("year").text() == own->node().find("year").text());  // the newest
    }
}

TEST_CASE(
    "mixes: what is upstream is the life cycle less what leaves the stack of a plant with the medians") {
    Mixes mixes;
    const Node upstream = mixes.factors(), all = mixes.factors("generation/ipcc-ar5");
    // IPCC AR5 WG III, Table A.III.2, medians of direct emissions: 760 g of coal, 370 g of gas.
    CHECK(mixes.grams(upstream.find("coal")) == doctest::Approx(mixes.grams(all.find("coal")) - 760));
    CHECK(mixes.grams(upstream.find("gas")) == doctest::Approx(mixes.grams(all.find("gas")) - 370));
    for (const char* source : {"nuclear", "hydro", "solar", "wind", "bioenergy", "geothermal"}) {
        CAPTURE(source);
        CHECK(mixes.grams(upstream.find(source)) == mixes.grams(all.find(source)));
        CHECK(mixes.spread(upstream.find(source)) == mixes.spread(all.find(source)));
    }
    // The bands of coal and gas are in grams those of the life cycle: 740 to 910 about 820, 410 to 650 about
    // 490.
    const auto wide = [](double low, double high, double middle) {
        return middle * std::log(high / low) / 3.92;
    };
    const double coal = wide(740, 910, 820), gas = wide(410, 650, 490);
    CHECK(mixes.spread(upstream.find("coal")) == doctest::Approx(std::exp(coal / 60)).epsilon(0.003));
    CHECK(mixes.spread(upstream.find("gas")) == doctest::Approx(std::exp(gas / 120)).epsilon(0.003));
    CHECK(mixes.spread(upstream.find("oil")) == doctest::Approx(std::exp(gas / 212)).epsilon(0.003));
    // 11,166 Btu of 1055.06 J burnt for a kWh of oil, 18.0 g/MJ before.
    CHECK(mixes.grams(upstream.find("oil")) == doctest::Approx(11166 * 1055.06e-6 * 18.0).epsilon(1e-3));
    // 0.4 g before, for 93.8 g at the stack.
    CHECK(mixes.grams(upstream.find("coal_brown")) == doctest::Approx(1200 * 0.4 / 93.8).epsilon(0.03));
}

TEST_CASE("mixes: three by hand") {
    Mixes mixes;
    // Virginia, GWh of 2023: coal 1415, gas 50605, oil 135, nuclear 29663, hydropower 1391, solar 5421, wind
    // 47, biomass 3361, other 477, together 92515; times 60, 120, 212, 12, 24, 48, 11, 230 and 0 g: 7,609,215
    // t.
    CHECK(mixes.intensity("US-VA-LCA/2023") == doctest::Approx(244.76 + 7609215.0 / 92515).epsilon(1e-3));
    // Quebec, shares as printed, of 100.01 %: 0.2 x 120 + 0.3 x 212 + 92.1 x 24 + 0.01 x 48 + 6.7 x 11 + 0.7
    // x 230.
    CHECK(mixes.intensity("CA-QC-LCA/2024") == doctest::Approx(2.6 + 2533.18 / 100.01).epsilon(2e-3));
    // Victoria without roofs, GWh of 2024-25: brown coal 30417, gas 1807, oil 268, biomass 550, wind 12443,
    // hydropower 2905, solar 2514, together 50904; times 5, 120, 212, 230, 11, 24 and 48 g: 879,506 t.
    CHECK(mixes.intensity("AU-VIC-LCA/2026") == doctest::Approx(740 + 879506.0 / 50904).epsilon(1e-3));
}

}  // namespace
}  // namespace lca
