// Writes numbers for people to read. Rounding is exact: to_chars gives the digits at the precision shown.
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstdlib>
#include <string>
#include <string_view>
#include <system_error>

#include "lca/base/number.hpp"

namespace lca {
namespace {

constexpr int min_exponent = -4;  // numbers from 1e-4 to below 1e9 are written without exponent
constexpr int max_exponent = 8;
constexpr int max_digits = 17;

std::string written(double value, std::chars_format format, int precision) {
    std::array<char, 64> buffer{};
    const auto [end, code] =
        std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, format, precision);
    return code == std::errc() ? std::string(buffer.data(), end) : std::string{};
}

void strip_zeros(std::string& number) {
    if (number.find('.') == std::string::npos) return;
    number.erase(number.find_last_not_of('0') + 1);
    if (number.back() == '.') number.pop_back();
}

void separate_thousands(std::string& number) {
    const std::size_t start = number.front() == '-' ? 1 : 0;
    const std::size_t whole_end = std::min(number.find('.'), number.size());
    if (whole_end - start < 5) return;
    for (std::size_t at = whole_end - 3; at > start; at = at > start + 3 ? at - 3 : start)
        number.insert(at, ",");
}

int exponent_of(std::string_view scientific) {
    const std::size_t mark = scientific.find('e');
    int exponent = 0;
    const bool negative = scientific[mark + 1] == '-';
    std::from_chars(scientific.data() + mark + 2, scientific.data() + scientific.size(), exponent);
    return negative ? -exponent : exponent;
}

}  // namespace

std::string readable(double value, int digits) {
    if (value == 0) return "0";
    if (!std::isfinite(value)) return exact(value);
    const int wanted = std::clamp(digits, 1, max_digits);
    const std::string scientific = written(value, std::chars_format::scientific, wanted - 1);
    const int exponent = exponent_of(scientific);  // of the rounded number: 9.9996 has become 1.000e+01
    std::string result;
    if (exponent < min_exponent || exponent > max_exponent) {
        result = scientific.substr(0, scientific.find('e'));
        strip_zeros(result);
        return result + "e" + std::to_string(exponent);
    }
    result = written(value, std::chars_format::fixed, std::max(0, wanted - 1 - exponent));
    strip_zeros(result);
    separate_thousands(result);
    return result;
}

}  // namespace lca
