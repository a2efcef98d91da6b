#include "models/results/per_use.hpp"

#include <algorithm>
#include <optional>

#include "lca/units/quantity.hpp"
#include "models/results/point_result.hpp"

namespace lca {
namespace {

std::size_t use_of(std::string_view name) {
    const std::size_t dot = name.rfind('.');
    const std::string_view suffix = dot == std::string_view::npos ? name : name.substr(dot + 1);
    std::size_t use = 0;
    while (use < uses().size() && uses()[use].suffix != suffix) ++use;
    return use;
}

/// Records a result per use; no_step if the quotient is not finite, because the divisor is zero or nearly
/// zero.
StepId record(Recorder& recorder, const NamedFigure& figure, std::string_view name) {
    std::vector<Step> counted;
    for (const StepId step : figure.counted) counted.emplace_back(recorder, step);
    const Step step = Step(recorder, figure.step) / recorder.sum(counted);
    if (!within_range(recorder.value(step))) return no_step;
    recorder.label(step, name, figure.dimension);
    return step.id();
}

}  // namespace

void record_per_use(Assessment& assessment, std::span<const std::string> names) {
    std::vector<PerUse> made;
    std::optional<Recorder> recorder;
    for (const std::string& name : names) {
        const std::size_t use = use_of(name);
        if (use == uses().size()) continue;
        const std::optional<NamedFigure> figure = find_name(assessment.results, name);
        const bool known = figure && figure->quotient && figure->result && figure->step != no_step;
        if (!known || figure->counted.empty() || figure->whole != no_step) continue;
        if (!recorder) recorder.emplace(std::move(assessment.calculation));
        const StepId step = record(*recorder, *figure, name);
        if (step != no_step) made.push_back({figure->result->row->key, figure->result->measure, use, step});
    }
    if (!recorder) return;
    std::vector<PerUse>& all = assessment.results.per_use;
    all.insert(all.end(), made.begin(), made.end());
    std::sort(all.begin(), all.end());
    assessment.calculation = std::move(*recorder).finish();
}

std::vector<std::string> listed_per_use(const Results& results) {
    std::vector<std::string> names;
    for (const Result& row : results.rows) {
        for (const std::size_t use : listed_uses(results, row)) {
            for (std::size_t i = 0; i < measure_count; ++i) {
                if (row.steps.at(i) != no_step) names.push_back(per_use_name(results, row, i, use));
            }
        }
    }
    return names;
}

}  // namespace lca
