#pragma once
// Texts that the pages of a comparison share: names, differences, ratios, reasons.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "lca/page/scale.hpp"

namespace lca::comparison {

/// File names without the leading folders that they have in common.
std::vector<std::string> short_names(const std::vector<std::string>& names);
/// A difference with + or −; "–" where there is none.
std::string signed_text(const Scale& scale, std::optional<double> difference);
/// The 90 % interval of a difference.
std::string interval_text(const Summary& summary, const Scale& scale);
std::string ratio_text(std::optional<double> ratio);
inline constexpr std::string_view what_a_star_means =
    "* counts only what is assessed: `lca evaluate` lists the gaps";
/// A sentence with the number of samples, to be shown where it was reduced because of many variants.
std::string fewer_text(const Comparison& compared);
/// A note on how the differences were sampled, and what the column "lower" means.
std::string drawn_text(const Comparison& compared);

/// Which parts of the total only the base or only the variant leaves out; "" if there are none.
std::string lacking_text(const Compared& entry, const std::string& base, const std::string& variant);
/// Why the entry has no difference to the base; "" where it has one.
std::string reason_of(const Compared& entry, const Compared& first, const std::string& base,
                      const std::string& variant);
/// Whether any entry has a total.
bool any_total(const std::vector<Compared>& entries);
/// Collects what cannot be compared as one side leaves something out: each reason once, with its measures.
class NotCompared {
public:
    /// Adds `what` with the reason; does nothing if the reason is "".
    void add(const std::string& what, std::size_t measure, const std::string& reason);
    bool empty() const { return entries_.empty(); }
    /// The first of the reasons as a list, with the number of the others.
    List list() const;

private:
    struct Entry {
        std::string what, reason;
        std::vector<std::string> measures;
    };
    std::vector<Entry> entries_;
    std::map<std::pair<std::string, std::string>, std::size_t> index_;  // (what, reason) → index in entries_
};
inline constexpr std::string_view not_compared_heading =
    "Not compared, as one of the two leaves out what the other counts";

/// How many changes get a bar of their own: all if they are few, else those with an effect.
std::size_t shown_changes(const ComparedChanges& changes, std::size_t measure);
/// The total of the base, the effect of each change, and the total of the variant, as a table of bars.
Table waterfall(const ComparedChanges& changes, std::size_t measure, const Scale& scale,
                const std::string& base, const std::string& variant);

}  // namespace lca::comparison
