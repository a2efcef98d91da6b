#pragma once
// A page for a browser about one scenario: it shows the results, and recomputes them when an input is
// moved.

#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "analyses/equivalents/equivalents.hpp"
#include "analyses/shared/evaluation.hpp"

namespace lca {

/// An input with a slider. `--set` accepts both ends of its range, and there the recording gives exactly the
/// results of compiling. The texts are numbers in `unit`.
struct MovableInput {
    std::size_t input = 0;  // index in Calculation::inputs()
    std::string written, unit;
    std::string low, high, step;
};

/// The scenario itself, a what-if of it, or a compared file. An empty optional means "not assessed".
struct Alternative {
    std::string id, title;  // "" for the page's own scenario
    std::optional<double> total;
    bool partial = false;
    bool comparable = true;  // its total has the same gaps as the page's scenario
    /// The 90 % interval of its difference to the page's scenario, from paired draws; empty if the difference
    /// does not vary, or was not sampled.
    std::optional<std::pair<double, double>> difference = {};
};

struct ReportOptions {
    std::uint64_t draws = 4096, seed = 1;
    const Comparison* compared = nullptr;  // scenarios to list, the page's own first; null: its what-ifs
    bool equivalents = false;              // whether the page lists equivalents, or says why not
};

struct InteractiveReport {
    ReportOptions options = {};
    Evaluation evaluation = {};
    std::vector<MovableInput> movable = {};  // the largest effect on the main result first
    std::vector<Alternative> alternatives = {};
    Equivalents equivalents = {};
    bool is_large = false;  // too large to be recomputed by the page: no inputs can be moved
    /// The 90 % interval of the main result; empty if no uncertain input affects it, or a sample was out of
    /// range.
    std::optional<std::pair<double, double>> interval = {};
    std::string no_draws = {};  // why the scenario was not sampled, although inputs are uncertain
    std::vector<double> totals =
        {};  // all samples if inputs are correlated, as the page itself cannot draw correlated samples
};

/// Empty after an error, which is in `session.diagnostics()`. `options.compared` must outlive the report.
/// Throws FileError.
std::optional<InteractiveReport> make_report(Session& session, const ScenarioSource& source,
                                             const ReportOptions& options = {});

/// The page as one HTML file. `command`: the command line that gives its results, to be shown on the page.
std::string html_of(const InteractiveReport& report, Session& session,
                    const std::vector<std::string>& command);

}  // namespace lca
