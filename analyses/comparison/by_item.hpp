#pragma once
// The items of the total of several variants side by side, by one key, with the uncertainty of each
// difference.

#include <string>

#include "analyses/comparison/comparison.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::comparison {

/// One item of one variant compared with the base, in base units. An empty optional means "not assessed".
struct ComparedItem {
    std::optional<double> base, value;
    std::optional<double> difference, ratio;  // empty where their gaps differ
    const PairedDifference* draws = nullptr;  // null: nothing varies, or not assessed
    bool partial = false;                     // base or variant counts only what is assessed
    GapDifferences unlike = {};               // what only one of the two leaves out
    std::string reason = {};                  // why there is no difference; "" where there is one
};

/// The items of one variant. Refers to the comparison.
class ComparedItems {
public:
    ComparedItems(const Comparison& compared, std::size_t variant);

    ComparedItem item(std::size_t item, std::size_t measure) const;
    ComparedItem total(std::size_t measure) const { return item(compared_.items.size() - 1, measure); }

private:
    std::string reason_of(const ComparedItem& one, const std::string& result, std::size_t measure) const;

    const Comparison& compared_;
    std::size_t variant_;
    const PointResult& base_;
    const PointResult& own_;
    GapComparison gaps_;
};

std::string_view key_name(BreakdownKey by);
Page page_by_item(const Comparison& compared);
Records records_by_item(const Comparison& compared);

}  // namespace lca::comparison
