#pragma once
// Names, differences and ratios as the pages of a comparison write them.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "lca/page/scale.hpp"

namespace lca::comparison {

/// Names without the folders that all of them share.
std::vector<std::string> short_names(const std::vector<std::string>& names);
/// A difference with its sign, so that it reads as one; "–" for nothing.
std::string signed_text(const Scale& scale, std::optional<double> difference);
/// The 90 % interval of a difference.
std::string interval_text(const Summary& summary, const Scale& scale);
std::string ratio_text(std::optional<double> ratio);
inline constexpr std::string_view what_a_star_means =
    "* counts only what is assessed: `lca evaluate` lists the gaps";
/// Says that there are fewer samples than usual, and how many.
std::string fewer_text(const Comparison& compared);
/// How the differences were drawn, and what "lower" means.
std::string drawn_text(const Comparison& compared);

/// What only one of the two leaves out of the total; "" where their gaps are the same.
std::string lacking_text(const Compared& entry, const std::string& base, const std::string& variant);
/// Why there is no difference to the base; "" where there is one.
std::string reason_of(const Compared& entry, const Compared& first, const std::string& base,
                      const std::string& variant);
/// Whether any of them has a total.
bool any_total(const std::vector<Compared>& entries);
/// What is not compared because one side leaves something out: each reason once, with its measures.
class NotCompared {
public:
    /// Adds nothing if the reason is "".
    void add(const std::string& what, std::size_t measure, const std::string& reason);
    bool empty() const { return entries_.empty(); }
    /// The first of them, and how many more there are.
    List list() const;

private:
    struct Entry {
        std::string what, reason;
        std::vector<std::string> measures;
    };
    std::vector<Entry> entries_;
    std::map<std::pair<std::string, std::string>, std::size_t> index_;  // by what and reason
};
inline constexpr std::string_view not_compared_heading =
    "Not compared, as one of the two leaves out what the other counts";

/// How many changes are shown one by one: all where they are few, else those with an effect.
std::size_t shown_changes(const ComparedChanges& changes, std::size_t measure);
/// From the base through each change to the variant, as bars.
Table waterfall(const ComparedChanges& changes, std::size_t measure, const Scale& scale,
                const std::string& base, const std::string& variant);

}  // namespace lca::comparison
