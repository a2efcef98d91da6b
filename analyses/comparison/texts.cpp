#include "analyses/comparison/texts.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::comparison {

std::vector<std::string> short_names(const std::vector<std::string>& names) {
    std::size_t common = names.front().rfind('/') + 1;
    for (const std::string& name : names) {
        std::size_t equal = 0;
        while (equal < common && equal < name.size() && name[equal] == names.front()[equal]) ++equal;
        common = equal == 0 ? 0 : names.front().rfind('/', equal - 1) + 1;
    }
    std::vector<std::string> result;
    for (const std::string& name : names) result.push_back(name.substr(common));
    return result;
}

std::string signed_text(const Scale& scale, std::optional<double> difference) {
    if (!difference) return "–";
    const std::string text = scale.text(*difference);
    return *difference > 0 ? "+" + text : text;
}

std::string ratio_text(std::optional<double> ratio) {
    return Scale{"", 1, 3}.text(ratio);
}

std::string interval_text(const Summary& summary, const Scale& scale) {
    if (!summary.varies()) return "does not vary";
    return signed_text(scale, summary.percentiles[1]) + " to " + signed_text(scale, summary.percentiles[5]);
}

std::string lacking_text(const Compared& entry, const std::string& base, const std::string& variant) {
    return GapDifferences{entry.lacked_by_first, entry.lacked}.text(base, variant);
}

std::string reason_of(const Compared& entry, const Compared& first, const std::string& base,
                      const std::string& variant) {
    if (entry.difference) return {};
    if (const std::string lacking = lacking_text(entry, base, variant); !lacking.empty()) return lacking;
    const auto open = [](const Compared& one, const std::string& name) {
        return fmt::format("total is not assessed in {} ({})", name, one.reason);
    };
    return entry.total ? open(first, base) : open(entry, variant);
}

bool any_total(const std::vector<Compared>& entries) {
    return std::any_of(entries.begin(), entries.end(),
                       [](const Compared& entry) { return entry.total.has_value(); });
}

void NotCompared::add(const std::string& what, std::size_t index, const std::string& reason) {
    if (reason.empty()) return;
    std::string name(measure(index).name);
    const auto [known, is_new] = index_.try_emplace({what, reason}, entries_.size());
    if (is_new) entries_.push_back({what, reason, {}});
    entries_[known->second].measures.push_back(std::move(name));
}

List NotCompared::list() const {
    constexpr std::size_t max_shown = 12;
    List list;
    for (std::size_t i = 0; i < std::min(entries_.size(), max_shown); ++i) {
        const Entry& entry = entries_[i];
        list.items.push_back({fmt::format("{} ({}): {}", entry.what, listed(entry.measures), entry.reason)});
    }
    if (entries_.size() > max_shown)
        list.items.push_back(
            {fmt::format("and {} more: `--format json` lists them all", entries_.size() - max_shown),
             {},
             Tone::faint});
    return list;
}

std::string fewer_text(const Comparison& compared) {
    return fmt::format(
        "{} samples of each variant, reduced because there are many: `--samples` sets the number",
        readable(static_cast<double>(compared.draws.samples), 10));
}

std::string drawn_text(const Comparison& compared) {
    const ComparedDraws& draws = compared.draws;
    return readable(static_cast<double>(draws.samples), 10) +
           (draws.sampling == Sampling::sobol ? " scrambled Sobol points of " : " samples of ") +
           std::to_string(draws.inputs) +
           (draws.inputs == 1 ? " uncertain figure, seed " : " uncertain figures, seed ") +
           std::to_string(draws.seed) + (draws.fewer ? ". " + fewer_text(compared) : "") +
           ". Inputs at the same path have the same samples in each variant, so that what variants share "
           "cancels. Lower: "
           "the share of samples in which the variant is below " +
           short_names(compared.names).front() + ".";
}

}  // namespace lca::comparison
