#pragma once
// The values of an assessment at one point, which are found by the names of results.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/calc/calculation.hpp"
#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

/// A calculation with its results. Made by `assessment`; only breakdowns change it later, by adding rows.
struct Assessment {
    Calculation calculation;
    Results results;
};

/// Finishes a recording. Throws std::logic_error if a result refers to a step that does not exist.
Assessment assessment(Recorder&& recorder, Results results);

/// A figure of an activity that is not a row of results, such as `<activity>.device_time`.
struct ActivityFigure {
    std::string_view name;
    Dimension dimension;
    StepId ActivityInfo::*step;
    bool divides_energy = false;  // `per_request`, `per_token`: electricity / `step`
};
std::span<const ActivityFigure> activity_figures();

/// What a result can be divided by, as in `<result>.per_request`.
struct Use {
    std::string_view suffix;   // last part of a name: "per_request"
    std::string_view name;     // "request", as `per:` says it
    std::optional<Base> base;  // unit of what is counted; empty: none
};
std::span<const Use> uses();
/// The index in uses() by name ("request"); empty if there is none.
std::optional<std::size_t> use_called(std::string_view name);

/// A dimension divided by the unit of a use; empty if that has no unit.
std::optional<Dimension> divided_by_use(Dimension dimension, std::optional<std::size_t> use);
/// The same by the suffix of a name: `total.per_request` may be stated in gCO2e. Empty without such a suffix.
std::optional<Dimension> divided_as_named(Dimension dimension, std::string_view name);

/// The beginnings of result names; parameters and activities must not have these names.
inline constexpr std::string_view reserved_names[] = {"total", "embodied",    "idle",   "dynamic",
                                                      "stage", "unallocated", "outputs"};

/// The beginning of names of outputs.
inline constexpr std::string_view output_prefix = "outputs.";

/// A row and a measure, as the name "final_training.dynamic.energy" means them.
struct ResultRef {
    const Result* row = nullptr;
    std::size_t measure = index_of::climate;
};
/// The row and measure of a name; empty if no row has that name.
std::optional<ResultRef> find_result(const Results& results, std::string_view name);

/// What the name of a figure stands for.
struct NamedFigure {
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension = {};
    std::optional<ResultRef> result = {};  // the row; for a quotient, the row that is divided
    const Output* output = nullptr;
    bool quotient = false;             // `step` is to be divided by the sum of `counted`
    std::vector<StepId> counted = {};  // empty: not stated
    std::string counts = {};           // name of the divisor: "serving.requests"
    StepId whole = no_step;            // step of the quotient, if recorded
};
/// Where a name is used. In an expression of the file `<activity>.per_request` means its electricity per
/// request; in options and `expect` it means climate change, as does every `<result>.per_request`.
enum class NameContext : unsigned char { question, expression };
/// Finds a result with or without suffix, a result per use (`total.` may be omitted), an output, or a figure
/// of an activity. Empty if there is no such name.
std::optional<NamedFigure> find_name(const Results& results, std::string_view name,
                                     NameContext by = NameContext::question);
/// Whether a row of `idle` has neither figure nor gap because a measured figure of `dynamic` contains it.
bool idle_within_dynamic(const Results& results, const Result& row);
/// Why a result per use has no value: "serving.requests is not stated"; "" if it is not such a result.
/// `count`: the value of the divisor, if known.
std::string reason_without_quotient(const NamedFigure& figure, std::optional<double> count);

/// The rows from which a figure is calculated: its own row, the row that is divided, or those that an
/// output's expression names. Empty for other figures of an activity.
std::vector<ResultRef> results_behind(const Results& results, std::string_view name,
                                      NameContext by = NameContext::question);

/// What is missing from a row, and why: "training.embodied.my-switch: no embodied figure is known".
std::vector<std::string> missing_from(const Results& results, const Result& row, std::size_t measure);
/// The names of the parts missing from the rows behind a figure, each once: "serving.idle".
std::vector<std::string> gaps_behind(const Results& results, std::string_view name);

/// The names of all figures.
std::vector<std::string> result_names(const Results& results);
/// A hint such as "did you mean `total`?" with up to three similar names, of figures or of `others`; or "".
std::string nearest_results(const Results& results, std::string_view name,
                            std::span<const std::string> others = {});

/// The steps that add up to the number of `what` ("request", "token", "functional_unit") for a row: that of
/// its activity or, for a sum, those of all activities with `include: true`; empty if not assessed.
std::vector<StepId> counted_steps(const Results& results, const Result& row, std::string_view what);

/// The uses, as indices in uses(), for which output lists a row's figures per use: for the total and
/// activities those whose number is known; for activities not the functional unit, which is the scenario's.
std::vector<std::size_t> listed_uses(const Results& results, const Result& row);
/// The name of a result per use, such as "total.energy.per_request".
std::string per_use_name(const Results& results, const Result& row, std::size_t measure, std::size_t use);

/// The values of all steps at one point, found by names of results. The assessment must outlive it.
class PointResult {
public:
    explicit PointResult(const Assessment& assessment);
    PointResult(const Assessment& assessment, std::vector<double> values);

    const Assessment& assessment() const { return *assessment_; }
    const Calculation& calculation() const { return assessment_->calculation; }
    const Results& results() const { return assessment_->results; }
    std::span<const double> values() const { return values_; }

    /// The value in base units; empty if not assessed.
    std::optional<double> value(StepId step) const;
    std::optional<double> value(const Result& row, std::size_t measure = index_of::climate) const;
    /// The value of a name: a result with or without suffix ("idle.energy"), a result per use
    /// ("total.per_request"), an output ("outputs.break_even"), a figure of an activity ("serving.requests").
    /// Throws std::out_of_range if there is no such name.
    struct Named {
        std::optional<double> value;
        Dimension dimension;
    };
    Named value(std::string_view name) const;
    bool has(std::string_view name) const;
    /// The step that a name stands for; no_step if not assessed, empty if there is no such name. Throws
    /// std::out_of_range for a result per use that is assessed but has not been recorded (see
    /// record_per_use).
    std::optional<StepId> step(std::string_view name) const;
    /// A result's share of the total of the same measure. Empty if either is not assessed, the total is zero,
    /// or there is no such result.
    std::optional<double> share(std::string_view name) const;
    /// A result divided by the number of `what` ("request", "token", "functional_unit") of its activity or,
    /// for sums, of all activities with `include: true`. Empty if there is no such result; without a value if
    /// the result or the number is not assessed, or the number is zero.
    std::optional<Named> per(std::string_view name, std::string_view what) const;
    /// Why a name has no value: "serving.requests is zero", or its first gap; "" if it has a value, or if
    /// there is no such name.
    std::string missing_reason(std::string_view name) const;

private:
    std::optional<Named> look_up(std::string_view name) const;
    std::optional<double> count(const NamedFigure& figure) const;
    std::optional<double> divided(const NamedFigure& figure) const;

    const Assessment* assessment_;
    std::vector<double> values_;
};

}  // namespace lca
