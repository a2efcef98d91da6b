#pragma once
// One evaluation of a Calculation, asked by name.

#include <optional>
#include <string_view>
#include <vector>

#include "lca/calc/calculation.hpp"

namespace lca {

/// The values of all steps at one point, and the questions results answer. Refers to the calculation.
class Reading {
public:
    explicit Reading(const Calculation& calculation);
    Reading(const Calculation& calculation, std::vector<double> values);

    const Calculation& calculation() const { return *calculation_; }
    std::span<const double> values() const { return values_; }

    /// In base units; nothing is "not assessed".
    std::optional<double> value(StepId step) const;
    std::optional<double> value(const Result& row, std::size_t measure = index_of::climate) const;
    /// By name: a result with or without suffix ("idle.energy"), an output ("outputs.break_even").
    /// Throws std::out_of_range where there is no such name.
    struct Named {
        std::optional<double> value;
        Dimension dimension;
    };
    Named value(std::string_view name) const;
    bool has(std::string_view name) const;
    /// Share of the total of the same measure; per request, token or functional unit (of the activity; for sums of all).
    std::optional<double> share(std::string_view name) const;
    std::optional<Named> per(std::string_view name, std::string_view what) const;
    /// Every name that can be asked for, for suggestions.
    std::vector<std::string> names() const;

private:
    const Calculation* calculation_;
    std::vector<double> values_;
};

}  // namespace lca
