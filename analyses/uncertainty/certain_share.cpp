#include "analyses/uncertainty/certain_share.hpp"

#include <cmath>

#include "lca/calc/dataflow.hpp"
#include "lca/numerics/sensitivity.hpp"
#include "models/results/point_result.hpp"

namespace lca::uncertainty {
namespace {

constexpr std::size_t max_named = 3;
constexpr double min_elasticity = 0.01;  // a figure with a smaller effect on the certain part is not named

bool is_phase(const Result& row) {
    return row.is<ActivityPhaseRow>() || row.is<UnallocatedPhaseRow>();
}
bool is_line(const Result& row) {
    return row.is<LineRow>() || row.is<UnallocatedLineRow>();
}

/// The results whose sum is the total: the entries of each phase, or the phase itself if it has none.
std::vector<const Result*> parts_of_total(const Results& results) {
    std::vector<const Result*> parts;
    for (std::size_t i = 0; i < results.rows.size(); ++i) {
        const Result& row = results.rows[i];
        const std::optional<std::uint32_t> activity = row.activity();
        if (activity && !results.activities.at(*activity).included) continue;
        const bool has_lines = i + 1 < results.rows.size() && is_line(results.rows[i + 1]);
        if (is_line(row) || (is_phase(row) && !has_lines)) parts.push_back(&row);
    }
    return parts;
}

/// Records the sum of those parts of the total that no uncertain input affects; no_step if there are none.
StepId certain_sum(Assessment& model, std::size_t measure) {
    const std::vector<bool> varied = depends_on(model.calculation, uncertain_inputs(model.calculation));
    Recorder recorder(std::move(model.calculation));
    std::vector<Step> certain;
    for (const Result* part : parts_of_total(model.results)) {
        const StepId step = part->steps.at(measure);
        if (step != no_step && !varied[step]) certain.emplace_back(recorder, step);
    }
    const StepId sum = certain.empty() ? no_step : recorder.sum(certain).id();
    model.calculation = std::move(recorder).finish();
    return sum;
}

}  // namespace

std::optional<CertainShare> certain_share(Assessment& model, std::size_t measure) {
    const Result* total = model.results.find("total");
    if (!total || model.results.activities.empty() || total->steps.at(measure) == no_step)
        return std::nullopt;
    const StepId sum = certain_sum(model, measure);
    const PointResult point(model);
    const double whole = *point.value(*total, measure);
    if (!(whole > 0)) return std::nullopt;
    CertainShare found{with_suffix("total", measure)};
    if (sum == no_step) return found;
    found.share = *point.value(sum) / whole;
    for (const Slope& slope : slopes(model.calculation, point.values(), sum)) {
        if (found.inputs.size() == max_named || std::fabs(slope.elasticity) < min_elasticity) break;
        found.inputs.emplace_back(model.calculation.inputs().path(slope.input));
    }
    return found;
}

}  // namespace lca::uncertainty
