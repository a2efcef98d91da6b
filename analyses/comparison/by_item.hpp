#pragma once
// The items of the total of several variants side by side, by one key, with how sure each difference is.

#include "analyses/comparison/comparison.hpp"

namespace lca::comparison {

/// One item of one variant compared with the base, base units; nothing is "not assessed".
struct ComparedItem {
    std::optional<double> base, value, difference, ratio;
    const PairedDifference* draws = nullptr;  // null: nothing varies, or not assessed
    bool partial = false;                     // either counts only what is assessed
};
ComparedItem compared_item(const Comparison& compared, std::size_t variant, std::size_t item,
                           std::size_t measure);

std::string_view key_name(BreakdownKey by);
Page page_by_item(const Comparison& compared);
Records records_by_item(const Comparison& compared);

}  // namespace lca::comparison
