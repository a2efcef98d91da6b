#pragma once
// Several variants compared item by item: the total of each is broken down by one key, and the difference of
// each item has its own uncertainty.

#include <string>

#include "analyses/comparison/comparison.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::comparison {

/// One item of one variant compared with the base, in base units. An empty optional means "not assessed".
struct ComparedItem {
    std::optional<double> base, value;
    std::optional<double> difference, ratio;  // to the base; empty where the gaps of the two differ
    const PairedDifference* draws = nullptr;  // null: nothing is uncertain, or base or variant not assessed
    bool partial = false;                     // base or variant counts only what is assessed
    GapDifferences unlike = {};               // parts that only the base or only the variant leaves out
    std::string reason = {};                  // why there is no difference; "" where there is one
};

/// The items of one variant's breakdown beside those of the base. Keeps a reference to the comparison.
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
