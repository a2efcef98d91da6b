#pragma once
// One evaluation of an assessment, asked by name.

#include <optional>
#include <string_view>
#include <vector>

#include "models/results/assessment.hpp"
#include "models/results/result_names.hpp"

namespace lca {

/// The values of all steps at one point, and the questions results answer. Refers to the assessment.
class PointResult {
public:
    explicit PointResult(const Assessment& assessment);
    PointResult(const Assessment& assessment, std::vector<double> values);

    const Assessment& assessment() const { return *assessment_; }
    const Calculation& calculation() const { return assessment_->calculation; }
    const Results& results() const { return assessment_->results; }
    std::span<const double> values() const { return values_; }

    /// In base units; nothing is "not assessed".
    std::optional<double> value(StepId step) const;
    std::optional<double> value(const Result& row, std::size_t measure = index_of::climate) const;
    /// By name: a result with or without suffix ("idle.energy"), the same for one use ("total.per_request"),
    /// an output ("outputs.break_even"), a figure of an activity ("serving.requests"). Throws
    /// std::out_of_range where there is no such name.
    struct Named {
        std::optional<double> value;
        Dimension dimension;
    };
    Named value(std::string_view name) const;
    bool has(std::string_view name) const;
    /// The step a name stands for; no_step where it is not assessed, empty if there is no such name.
    /// Throws std::out_of_range for a result per use that is assessed and was not recorded (see
    /// record_per_use).
    std::optional<StepId> step(std::string_view name) const;
    /// Share of the total of the same measure. Empty if either is not assessed, or the result is not part of
    /// a total.
    std::optional<double> share(std::string_view name) const;
    /// Per request, token or functional_unit: those of the activity, for sums of all included activities.
    /// The value is missing where the result or the count is not assessed, or the count is zero.
    std::optional<Named> per(std::string_view name, std::string_view what) const;
    /// Why a name has no figure: "serving.requests is zero", or the first gap within it; "" where it has one,
    /// or there is no such name.
    std::string missing_reason(std::string_view name) const;

private:
    std::optional<Named> look_up(std::string_view name) const;
    std::optional<double> count(const NamedFigure& figure) const;
    std::optional<double> divided(const NamedFigure& figure) const;

    const Assessment* assessment_;
    std::vector<double> values_;
};

}  // namespace lca
