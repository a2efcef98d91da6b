// Operations on run-time dimensions; if the result cannot be represented, it is an empty optional.

#include "lca/units/quantity.hpp"

namespace lca {

namespace {

constexpr int max_exponent = 100;

/// The dimension with these exponents and category; empty if an exponent is out of range. Without an impact
/// in it, a dimension has no category.
std::optional<Dimension> made(const std::array<int, base_count>& exponents, Category category) {
    for (int exponent : exponents) {
        if (exponent > max_exponent || exponent < -max_exponent) return std::nullopt;
    }
    Dimension result = Dimension::with_exponents(exponents);
    return result.with(result.exponent(Base::impact) == 0 ? Category::none : category);
}

std::optional<Dimension> combine(Dimension a, Dimension b, int sign) {
    bool both = a.exponent(Base::impact) != 0 && b.exponent(Base::impact) != 0;
    if (both && a.category() != b.category()) return std::nullopt;
    std::array<int, base_count> exponents{};
    for (std::size_t i = 0; i < base_count; ++i) {
        exponents[i] = a.exponent(static_cast<Base>(i)) + sign * b.exponent(static_cast<Base>(i));
    }
    return made(exponents, a.exponent(Base::impact) != 0 ? a.category() : b.category());
}

}  // namespace

std::optional<Dimension> multiply(Dimension a, Dimension b) {
    return combine(a, b, 1);
}

std::optional<Dimension> divide(Dimension a, Dimension b) {
    return combine(a, b, -1);
}

std::optional<Dimension> raise(Dimension a, int power) {
    if (a.dimensionless()) return a;
    if (power > max_exponent || power < -max_exponent) return std::nullopt;
    std::array<int, base_count> exponents{};
    for (std::size_t i = 0; i < base_count; ++i) exponents[i] = a.exponent(static_cast<Base>(i)) * power;
    return made(exponents, a.category());
}

std::optional<Dimension> root(Dimension a) {
    std::array<int, base_count> exponents{};
    for (std::size_t i = 0; i < base_count; ++i) {
        int exponent = a.exponent(static_cast<Base>(i));
        if (exponent % 2 != 0) return std::nullopt;
        exponents[i] = exponent / 2;
    }
    return made(exponents, a.category());
}

}  // namespace lca
