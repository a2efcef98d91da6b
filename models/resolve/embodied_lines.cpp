#include "models/resolve/embodied_lines.hpp"

#include <fmt/core.h>

#include <algorithm>

namespace lca::resolve {
namespace {

/// Whether an entry has a figure for an impact: as a whole, or in one of its stages (added up later).
bool has_figure(const EmbodiedLine& line, std::size_t impact) {
    return line.impact[impact] ||
           std::any_of(line.stages.begin(), line.stages.end(),
                       [&](const Footprint& stage) { return stage[impact].has_value(); });
}

std::string reason(const EmbodiedLine& line) {
    return line.reason.empty() ? "one of several kinds of hardware has no such figure" : line.reason;
}

void add_to(Footprint& sum, const Footprint& more) {
    for (std::size_t i = 0; i < impact_count; ++i) {
        if (more[i]) sum[i] = sum[i] ? *sum[i] + *more[i] : more[i];
    }
}

}  // namespace

/// Adds an entry; hardware with the same id as an earlier one, in nodes or shared, is added to that entry.
void EmbodiedLines::add(EmbodiedLine made) {
    const auto [place, is_new] = places_.try_emplace(made.name, lines_.size());
    if (is_new) {
        lines_.push_back(std::move(made));
        return;
    }
    EmbodiedLine* const same = &lines_[place->second];
    for (std::size_t i = 0; i < impact_count; ++i) {
        const bool known = has_figure(*same, i);
        if (known != has_figure(made, i)) same->partial[i] = reason(known ? made : *same);
    }
    add_to(same->impact, made.impact);
    same->stages.resize(std::max(same->stages.size(), made.stages.size()));
    for (std::size_t k = 0; k < made.stages.size(); ++k) add_to(same->stages[k], made.stages[k]);
    same->may_be_credit = same->may_be_credit || made.may_be_credit;
    add_to(same->credit, made.credit);
    if (same->reason.empty()) same->reason = made.reason;
}

/// Splits the end of life into credit, its minimum with 0, and the rest, its maximum with 0, so that the
/// split is right for each sample. A figure of the catalogue is split only if it is negative.
void EmbodiedLines::take_credit(EmbodiedLine& line) {
    constexpr auto end_of_life = static_cast<std::size_t>(LifeCycleStage::end_of_life);
    if (line.stages.size() <= end_of_life) return;
    for (std::size_t i = 0; i < impact_count; ++i) {
        std::optional<Expr<unit::Impact>>& stage = line.stages[end_of_life][i];
        if (!stage) continue;
        const Step figure = stage->value(), zero = values_.recorder().constant(0);
        if (!line.may_be_credit && values_.now(figure) >= 0) continue;
        const Expr<unit::Impact> credit = unchecked<unit::Impact>(minimum(figure, zero));
        line.credit[i] = line.credit[i] ? *line.credit[i] + credit : credit;
        stage = unchecked<unit::Impact>(maximum(figure, zero));
        label(*stage, {i, "end of life, without credit,"}, line.name);
    }
}

std::vector<EmbodiedLine> EmbodiedLines::finish() {
    for (EmbodiedLine& line : lines_) {
        take_credit(line);
        for (std::size_t i = 0; i < impact_count; ++i) {
            std::vector<Step> stages;
            for (const Footprint& stage : line.stages) {
                if (stage[i]) stages.push_back(stage[i]->value());
            }
            if (stages.empty()) continue;
            line.impact[i] = unchecked<unit::Impact>(values_.recorder().sum(stages));
            label(*line.impact[i], {i, ""}, line.name);
        }
    }
    return std::move(lines_);
}

void EmbodiedLines::label(const Expr<unit::Impact>& value, const FootprintComponent& part,
                          std::string_view of) {
    const ImpactCategory& impact = impacts()[part.impact];
    const std::string what = part.stage.empty() ? "making" : part.stage + " of";
    values_.recorder().label(value.value(), fmt::format("{} {} {} {}", impact.name, way_, what, of),
                             impact.dimension);
}

}  // namespace lca::resolve
