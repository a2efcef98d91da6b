// What can be asked of a result, all of it from the table of impacts.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <stdexcept>
#include <string>

#include "lca/page/scale.hpp"
#include "lca/units/quantity.hpp"
#include "models/results/measure.hpp"

TEST_CASE("measures are the impacts, electricity, and climate change by contract") {
    CHECK(lca::measure(0).json_key == "gwp_kgco2e");
    CHECK(lca::measure(lca::energy_measure).json_key == "energy_kwh");
    CHECK(lca::measure(lca::energy_measure).unit_in_base == 3.6e6);
    CHECK(name(lca::measure(lca::energy_measure).dimension) == "energy");
    CHECK(lca::measure(lca::market_measure).json_key == "gwp_market_kgco2e");
    CHECK(lca::measure(lca::market_measure).suffix == "market");
    CHECK_THROWS_AS(lca::measure(lca::measure_count), std::logic_error);
}

TEST_CASE("names, choices, suffixes, JSON keys and units of every impact follow from its row") {
    std::set<std::string_view> keys, suffixes;
    for (std::size_t i = 0; i < lca::impact_count; ++i) {
        const lca::ImpactCategory& impact = lca::impacts()[i];
        const lca::Measure& measure = lca::measure(i);
        CAPTURE(impact.name);
        CHECK(measure.name == impact.name);
        CHECK(measure.dimension == impact.dimension);
        CHECK(lca::measure_choices.at(i) == impact.choice);
        CHECK(lca::measure_of_choice(impact.choice) == i);
        CHECK(keys.insert(measure.json_key).second);
        CHECK(suffixes.insert(measure.suffix).second);
        CHECK(lca::with_suffix("total", i) == (i == 0 ? "total" : "total." + std::string(impact.choice)));
        if (i > 0) CHECK(lca::measure_of_suffix(impact.choice) == i);
        for (const lca::ImpactUnit& unit : impact.units) {
            const lca::Unit* known = lca::find_unit(unit.spelling);
            REQUIRE(known != nullptr);
            CHECK(known->kind == impact.name);
            CHECK(known->dimension == impact.dimension);
        }
        // A figure below the smallest unit that pages show is shown in that one.
        CHECK(lca::scale_for(impact.dimension, std::array{1e-12}).unit == impact.units_shown[0]);
        if (impact.dimension.category() != lca::Category::none) {
            CHECK(lca::name(impact.dimension) == impact.quantity);
            CHECK(lca::customary_unit(impact.dimension) == impact.unit);
        }
    }
}

TEST_CASE("no option asks for the market-based measure, and no suffix stands for climate change") {
    CHECK(lca::measure_of_choice("energy") == lca::energy_measure);
    CHECK(lca::measure_of_choice("market") == lca::market_measure);
    CHECK_FALSE(lca::measure_of_choice(""));
    CHECK_FALSE(lca::measure_of_choice("all"));
    CHECK(lca::measure_of_suffix("market") == lca::market_measure);
    CHECK_FALSE(lca::measure_of_suffix("climate"));
    CHECK_FALSE(lca::measure_of_suffix(""));
}
