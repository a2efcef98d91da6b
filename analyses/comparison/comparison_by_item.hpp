#pragma once
// The parts of the total of several variants side by side, by one key, with how sure each difference is.

#include "analyses/comparison/comparison_report.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

/// What the report needs. The draws are by variant, then by part and measure.
struct ComparedParts {
    const ComparedResults* compared = nullptr;
    BreakdownKey by = BreakdownKey::phase;
    std::vector<BreakdownItem> parts;  // of any of them; the total is the last
};

/// One part of one variant held against the base, base units; nothing is not assessed.
struct ComparedPart {
    std::optional<double> base, value, difference, ratio;
    const PairedDifference* draws = nullptr;  // null: nothing varies, or not assessed
    bool partial = false;                     // either counts only what is assessed
};
ComparedPart compared_part(const ComparedParts& parts, std::size_t variant, std::size_t part,
                           std::size_t measure);

/// Refers to it.
Report compare_parts_report(const ComparedParts& parts);

}  // namespace lca
