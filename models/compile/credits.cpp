#include "models/compile/credits.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace lca::compile_detail {

void Credits::add(const EmbodiedPhase& embodied) {
    for (const EmbodiedLine& line : embodied.lines) {
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (!line.credit[i]) continue;
            const auto [place, is_new] = places_.try_emplace(line.name, sums_.size());
            if (is_new) sums_.push_back({line.name, {}});
            sums_[place->second].terms[i].push_back(line.credit[i]->value());
        }
    }
}

std::vector<Output> Credits::outputs(Recorder& recorder) const {
    std::vector<Output> made;
    for (const Sum& sum : sums_) {
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (sum.terms[i].empty()) continue;
            const bool climate = i == index_of::climate;
            const Step step = recorder.sum(sum.terms[i]);
            made.push_back({.name = fmt::format("credits.{}{}", sum.hardware,
                                                climate ? "" : fmt::format(".{}", measure(i).suffix)),
                            .step = step.id(),
                            .dimension = impacts()[i].dimension,
                            .title = fmt::format("{}, end of life{}", sum.hardware,
                                                 climate ? "" : fmt::format(", {}", measure(i).name)),
                            .section = "Credits: outside `embodied` and the total"});
            recorder.label(step, "outputs." + made.back().name, impacts()[i].dimension);
        }
    }
    return made;
}

}  // namespace lca::compile_detail
