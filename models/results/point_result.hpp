#pragma once
// The values of an assessment at one point, read by the names of results.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/calc/calculation.hpp"
#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

/// A calculation with its results. Made by `assessment`; breakdowns add rows, nothing else changes it.
struct Assessment {
    Calculation calculation;
    Results results;
};

/// Ends a recording. Throws std::logic_error where a result names a step that is not there.
Assessment assessment(Recorder&& recorder, Results results);

/// A figure that an activity has beside its results: `<activity>.device_time`.
struct ActivityFigure {
    std::string_view name;
    Dimension dimension;
    StepId ActivityInfo::*step;
    bool divides_energy = false;  // `per_request`: the activity's electricity over `step`
};
std::span<const ActivityFigure> activity_figures();

/// What a result may be divided by: `<result>.per_request`.
struct Use {
    std::string_view suffix;   // of a name: "per_request"
    std::string_view name;     // "request", as `per:` says it
    std::optional<Base> base;  // what is counted; none: of no dimension
};
std::span<const Use> uses();
/// Index into uses(), by name ("request"); empty if there is none.
std::optional<std::size_t> use_called(std::string_view name);

/// A dimension over what a use counts; empty if that has no unit.
std::optional<Dimension> divided_by_use(Dimension dimension, std::optional<std::size_t> use);
/// The unit by the suffix of a name: `total.per_request` may be given in gCO2e. Empty without such a suffix.
std::optional<Dimension> divided_as_named(Dimension dimension, std::string_view name);

/// What names of results begin with; nothing in a file may have these names.
inline constexpr std::string_view reserved_names[] = {"total", "embodied",    "idle",   "dynamic",
                                                      "stage", "unallocated", "outputs"};

/// What names of outputs begin with.
inline constexpr std::string_view output_prefix = "outputs.";

/// A row and a measure: "final_training.dynamic.energy".
struct ResultRef {
    const Result* row = nullptr;
    std::size_t measure = index_of::climate;
};
/// Empty if no row is called so.
std::optional<ResultRef> find_result(const Results& results, std::string_view name);

/// What a name stands for.
struct NamedFigure {
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension = {};
    std::optional<ResultRef> result = {};  // of a row; of a quotient, what is divided
    const Output* output = nullptr;
    bool quotient = false;             // no step of its own, but `step` over the sum of `counted`
    std::vector<StepId> counted = {};  // none: not stated
    std::string counts = {};           // of a quotient, what is counted: "serving.requests"
    StepId whole = no_step;            // of a quotient that was recorded
};
/// Who asks: to an expression of the file `<activity>.per_request` is its electricity for one request, to
/// questions (`--of`, `expect`) climate change, as every `<result>.per_request` is.
enum class NameContext : unsigned char { question, expression };
/// A result with or without suffix, the same per use (`total.` may be left out), an output, or a figure of an
/// activity. Empty if there is no such name.
std::optional<NamedFigure> find_name(const Results& results, std::string_view name,
                                     NameContext by = NameContext::question);
/// Whether a row of idle has no figure and no gap: a measured figure of `dynamic` contains it.
bool idle_within_dynamic(const Results& results, const Result& row);
/// Why a result per use has no figure: "serving.requests is not stated"; "" where it is no such result.
/// `count`: how many there are.
std::string why_no_quotient(const NamedFigure& figure, std::optional<double> count);

/// The rows that a figure is computed from: itself, what is divided, what an output's expression names. Empty
/// for other figures of an activity.
std::vector<ResultRef> results_behind(const Results& results, std::string_view name,
                                      NameContext by = NameContext::question);

/// What is missing from a row and why: "training.embodied.my-switch: no embodied figure is known", one each.
std::vector<std::string> missing_from(const Results& results, const Result& row, std::size_t measure);
/// The parts missing from these rows, each once: "serving.idle".
std::vector<std::string> gaps_behind(const Results& results, std::string_view name);

/// Every name that has a figure.
std::vector<std::string> result_names(const Results& results);
/// "did you mean `total`?": up to three of those names, and of `others`, that are near; "" where none is.
std::string nearest_results(const Results& results, std::string_view name,
                            std::span<const std::string> others = {});

/// The steps whose sum is the number of `what` ("request", "token", "functional_unit") for a row: those of
/// its activity or, for a sum, of all included activities; empty where it is not assessed.
std::vector<StepId> counted_steps(const Results& results, const Result& row, std::string_view what);

/// The uses for which answers list figures per use of a row: for the total and the activities, those that are
/// counted; for activities without the functional unit, which is the scenario's. Indices into uses().
std::vector<std::size_t> listed_uses(const Results& results, const Result& row);
/// "total.energy.per_request".
std::string per_use_name(const Results& results, const Result& row, std::size_t measure, std::size_t use);

/// The values of all steps at one point, and results by name. Refers to the assessment.
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
    /// Share of the total of the same measure. Empty if either is not assessed, the total is zero, or there
    /// is no such result.
    std::optional<double> share(std::string_view name) const;
    /// A result divided by the number of `what` ("request", "token", "functional_unit") of its activity or,
    /// for sums, of all included activities. Empty if there is no such result; its value is empty where the
    /// result or the count is not assessed, or the count is zero.
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
