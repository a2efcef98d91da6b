#include "analyses/comparison/texts.hpp"

#include "lca/base/number.hpp"

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
    return signed_text(scale, summary.percentiles[0]) + " to " + signed_text(scale, summary.percentiles[6]);
}

std::string drawn_text(const Comparison& compared) {
    const ComparedDraws& draws = compared.draws;
    return readable(static_cast<double>(draws.samples), 10) +
           (draws.sampling == Sampling::sobol ? " scrambled Sobol points of " : " samples of ") +
           std::to_string(draws.inputs) +
           (draws.inputs == 1 ? " uncertain figure, seed " : " uncertain figures, seed ") +
           std::to_string(draws.seed) +
           ". A figure at one path has the same draw in each, so that what they share cancels. Lower: "
           "the share of draws in which it is below " +
           short_names(compared.names).front() + ".";
}

}  // namespace lca::comparison
