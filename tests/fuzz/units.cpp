// Numbers, units and quantities: what is read can be written and read again to the same; a fault lies inside
// the text.

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/base/number.hpp"
#include "lca/units/quantity.hpp"
#include "tests/fuzz/require.hpp"

namespace {

void check_fault(const lca::TextFault& fault, std::string_view text) {
    require(fault.offset <= text.size(), "the fault lies behind the text", text);
    require(fault.length <= text.size() - fault.offset + 1, "the fault is longer than the text", text);
    require(!fault.message.empty(), "a fault without words", text);
    require(fault.message.size() < 4096, "a message without measure", text);
}

void numbers(std::string_view text) {
    require(lca::number_length(text) <= text.size(), "a number longer than its text", text);
    const auto parsed = lca::parse_number(text);
    if (const auto* fault = std::get_if<lca::TextFault>(&parsed)) return check_fault(*fault, text);
    const double value = std::get<double>(parsed);
    require(std::isfinite(value), "a number that is not finite", text);
    require(text.size() <= 64, "a number of more than 64 characters", text);
    const auto again = lca::parse_number(lca::exact(value));
    require(std::holds_alternative<double>(again) && std::get<double>(again) == value,
            "exact() does not read back", text);
    require(!lca::readable(value).empty(), "a number without text", text);
}

void quantities(std::string_view text) {
    const auto parsed = lca::parse_quantity(text);
    if (const auto* fault = std::get_if<lca::TextFault>(&parsed)) return check_fault(*fault, text);
    const auto& quantity = std::get<lca::Quantity>(parsed);
    require(std::isfinite(quantity.value), "a quantity that is not finite", text);
    const std::string written = lca::to_text(quantity.value, quantity.unit);
    const auto again = lca::parse_quantity(written);
    require(std::holds_alternative<lca::Quantity>(again), "to_text() cannot be read: " + written, text);
    const auto& same = std::get<lca::Quantity>(again);
    require(same.unit.dimension == quantity.unit.dimension, "to_text() changes the dimension: " + written,
            text);
    require(same.value == quantity.value, "to_text() changes the value: " + written, text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    numbers(text);
    quantities(text);
    const auto unit = lca::parse_unit(text);
    if (const auto* fault = std::get_if<lca::TextFault>(&unit)) {
        check_fault(*fault, text);
    } else {
        const auto& read = std::get<lca::UnitText>(unit);
        require(std::isfinite(read.factor) && read.factor > 0, "a unit without a size", text);
    }
    return 0;
}
