#pragma once
// Names, differences and ratios as the pages of a comparison write them.

#include <string>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "lca/page/scale.hpp"

namespace lca::comparison {

/// Names without the folders that all of them share.
std::vector<std::string> short_names(const std::vector<std::string>& names);
/// With its sign, so that a difference reads as one; "–" for nothing.
std::string signed_text(const Scale& scale, std::optional<double> difference);
/// The middle 95 % of a difference.
std::string interval_text(const Summary& summary, const Scale& scale);
std::string ratio_text(std::optional<double> ratio);
/// How the differences were drawn, and what "lower" means.
std::string drawn_text(const Comparison& compared);

/// How many changes are shown one by one: all where they are few, else those that make a difference.
std::size_t shown_changes(const ComparedChanges& changes, std::size_t measure);
/// From the base through each change to the variant, as bars.
Table waterfall(const ComparedChanges& changes, std::size_t measure, const Scale& scale,
                const std::string& base, const std::string& variant);

}  // namespace lca::comparison
