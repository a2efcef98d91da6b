#include "models/scenario/printed_precision.hpp"

#include <fmt/core.h>

#include <charconv>
#include <string>

#include "lca/base/number.hpp"
#include "lca/units/quantity.hpp"

namespace lca::scenario {
namespace {

/// The power of ten of a number's last digit: -2 for "153.90", 4 for "1.30e6".
int exponent_of_last_digit(std::string_view number) {
    const std::size_t e = number.find_first_of("eE");
    int exponent = 0;
    if (e != std::string_view::npos) {
        std::string_view digits = number.substr(e + 1);
        if (digits.starts_with('+')) digits.remove_prefix(1);
        std::from_chars(digits.data(), digits.data() + digits.size(), exponent);
    }
    const std::string_view mantissa = number.substr(0, e);
    const std::size_t point = mantissa.find('.');
    if (point == std::string_view::npos) return exponent;
    for (const char c : mantissa.substr(point + 1)) {
        if (c != '_') --exponent;
    }
    return exponent;
}

}  // namespace

double printed_precision(std::string_view quantity) {
    // The last term ("118 d 5 h" has two) is the most precise; it begins at the last number after a space.
    std::size_t start = 0;
    for (std::size_t i = 1; i < quantity.size(); ++i) {
        if (quantity[i - 1] == ' ' && number_length(quantity.substr(i)) > 0) start = i;
    }
    const std::string_view term = quantity.substr(start);
    const std::size_t length = number_length(term);
    const std::string half =
        fmt::format("5e{}{}", exponent_of_last_digit(term.substr(0, length)) - 1, term.substr(length));
    const Parsed<Quantity> parsed = parse_quantity(half);
    const Quantity* read = std::get_if<Quantity>(&parsed);
    return read ? read->value : 0;
}

}  // namespace lca::scenario
