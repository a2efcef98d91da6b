// Units listed and converted, as a program asks for them.
#include "analyses/units/units.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "lca/base/diagnostics.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

namespace {

/// Roundings of one division by the unit's factor and one multiplication: two of 2^-53 and two of the
/// factors.
constexpr double few_roundings = 1e-15;

std::string refusal(std::string_view value, const std::string& unit) {
    try {
        convert(value, unit);
    } catch (const InputError& error) {
        return error.what();
    }
    return {};
}

}  // namespace

TEST_CASE("a value is converted into a unit of its dimension") {
    const Conversion intensity = convert("57 gCO2e/kWh", "tCO2e/MWh");  // 57e-6 t / 1e-3 MWh
    CHECK(intensity.value == doctest::Approx(0.057).epsilon(few_roundings));
    CHECK(intensity.unit == "tCO2e/MWh");
    CHECK(convert("3 MWh", "kWh").value == doctest::Approx(3000).epsilon(few_roundings));
}

TEST_CASE("a conversion has every form") {
    const Conversion conversion = convert("3 MWh", "kWh");
    CHECK(page_of(conversion).title == "3000 kWh");
    CHECK(write_csv(records_of(conversion)) == "value,unit\r\n3000,kWh\r\n");
    const nlohmann::json json = nlohmann::json::parse(json_of(conversion));
    CHECK(json["value"] == 3000.0);
    CHECK(json["unit"] == "kWh");
}

TEST_CASE("what cannot be converted is refused with the reason") {
    CHECK(has(refusal("3 MWh", "kg"), "of dimension"));
    const std::string unknown = refusal("3 MWhh", "kWh");
    CHECK(has(unknown, "\n  3 MWhh\n"));
    CHECK(has(unknown, "^"));
}

TEST_CASE("the list holds every spelling, the page one row for units that are the same") {
    const UnitList list = list_units();
    CHECK(records_of(list).rows.size() == unit_table().size());
    CHECK(nlohmann::json::parse(json_of(list)).size() == unit_table().size());
    CHECK(has(write_markdown(page_of(list)), "h | 60 min (exact)"));
}
