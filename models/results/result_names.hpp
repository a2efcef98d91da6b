#pragma once
// The directory of result names: what "total.energy", "serving.requests" and "outputs.break_even" stand for.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/results.hpp"

namespace lca {

/// A figure that an activity has beside its results: `<activity>.device_time`.
struct ActivityFigure {
    std::string_view name;
    Dimension dimension;
    StepId ActivityInfo::*step;
    bool divides_energy = false;  // `per_request`: the activity's electricity over `step`
};
std::span<const ActivityFigure> activity_figures();

/// What names of outputs begin with.
inline constexpr std::string_view output_prefix = "outputs.";

/// A row and a measure: "final_training.dynamic.energy".
struct ResultRef {
    const Result* row = nullptr;
    std::size_t measure = index_of::climate;
};
/// Nothing where no row is called so.
std::optional<ResultRef> find_result(const Results& results, std::string_view name);

/// What a name stands for.
struct NamedFigure {
    StepId step = no_step;  // no_step: not assessed
    Dimension dimension = {};
    std::optional<ResultRef> result = {};  // of a row; of a quotient, what is divided
    const Output* output = nullptr;
    bool quotient = false;  // no step of its own, but `step` over `divisor`
    StepId divisor = no_step;
    StepId whole = no_step;  // of a quotient that was recorded
};
/// A result with or without suffix, an output, or a figure of an activity. Nothing where there is no such
/// name.
std::optional<NamedFigure> find_name(const Results& results, std::string_view name);

/// The rows that a figure is computed from: itself, what is divided, what an output's expression names. None
/// for other figures of an activity.
std::vector<ResultRef> results_behind(const Results& results, std::string_view name);

/// The parts missing from these rows, each once: "serving.idle".
std::vector<std::string> gaps_behind(const Results& results, std::string_view name);

/// Every name that has a figure.
std::vector<std::string> result_names(const Results& results);
/// "did you mean `total`?": up to three of those names, and of `others`, that are near; "" where none is.
std::string nearest_results(const Results& results, std::string_view name,
                            std::span<const std::string> others = {});

/// What `what` ("request", "token", "functional_unit") counts of a row: its activity's, of a sum those of all
/// included activities. Steps to add up; none where it is not assessed.
std::vector<StepId> counted_steps(const Results& results, const Result& row, std::string_view what);

}  // namespace lca
