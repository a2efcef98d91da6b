#pragma once
// A page for a browser about one scenario: it shows the results and computes them anew when an input is
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

/// An input that can be moved, and its range: `--set` accepts both ends, and the recording gives the same
/// bits there as the program. Numbers as they are written, in `unit`.
struct MovableInput {
    std::size_t input = 0;  // index into Calculation::inputs()
    std::string written, unit;
    std::string low, high, step;
};

/// The file itself, or one of its what-ifs. An empty optional means "not assessed".
struct Alternative {
    std::string id, title;  // "" for the file itself
    std::optional<double> total;
    bool partial = false;
    bool comparable = true;  // has the same gaps as the page's own scenario
    /// The 90 % interval of its difference to the page's own scenario, from paired draws; empty if it does
    /// not vary, or was not drawn.
    std::optional<std::pair<double, double>> difference = {};
};

struct ReportOptions {
    std::uint64_t draws = 4096, seed = 1;
    const Comparison* compared = nullptr;  // its first is the page's scenario; null: the what-ifs of the file
    bool equivalents = false;              // whether equivalents are wanted: the page says why there are none
};

struct InteractiveReport {
    ReportOptions asked = {};
    Evaluation evaluation = {};
    std::vector<MovableInput> movable = {};  // the largest effect on the total first
    std::vector<Alternative> alternatives = {};
    Equivalents equivalents = {};
    bool is_large = false;  // too large for inputs to be moved: results are numbers, not steps
    /// The 90 % interval of the total; empty if it depends on no uncertain input, or a sample was out of
    /// range.
    std::optional<std::pair<double, double>> interval = {};
    std::string no_draws = {};  // why there are no draws, although inputs are uncertain
    std::vector<double> totals =
        {};  // the draws themselves where the page cannot make them: of correlated figures
};

/// Empty after an error, which is in `session.diagnostics()`. `compared` must outlive the report. Throws
/// FileError.
std::optional<InteractiveReport> make_report(Session& session, const ScenarioSource& source,
                                             const ReportOptions& asked = {});

/// The whole file. `command`: the command line that evaluates what is shown, "lca", "evaluate", FILE, ….
std::string html_of(const InteractiveReport& report, Session& session,
                    const std::vector<std::string>& command);

}  // namespace lca
