#pragma once
// The values of one input at which two results are equal, or one result reaches a target, and how uncertain
// these values are; or why there are none.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct BreakEvenOptions {
    std::string by = {};       // path of the input that is varied: "sites.idris.pue"
    std::string of = "total";  // name of the first result
    std::string with = {};     // name of the result compared with `of`; "": the same name
    std::string from = {},
                to = {};  // ends of the range, "1 yr"; "": the input's value divided or multiplied by 1000
    std::uint64_t draws = 500;  // samples of the other uncertain inputs: 0 to 100,000
};

/// A result and the value that it is to reach: {"total", "25 tCO2e"}.
struct Target {
    std::string result, value;
};

/// Where a root lies in draws of all other uncertain inputs: of a draw with several roots, the nearest one.
struct RootSpread {
    std::uint64_t draws = 0, without = 0;  // without: draws with no root in the range
    double median = 0, p5 = 0, p95 = 0;    // over the draws that have a root
};

/// A root, with the value that both results have there.
struct FoundRoot {
    double at = 0;
    bool jump = false;  // the difference of the results changes its sign without being near zero
    double value = 0;   // of the first result at the root, in base units
    std::string invalid_reason = {};  // why the scenario is invalid with this value; "" where it is valid
    std::optional<RootSpread> spread = {};
};

/// The answer. Refers to the sources of the session it was made in, which must outlive it.
struct BreakEven {
    std::string title, first, second;         // first, second: results, as a page names them, or "the target"
    std::shared_ptr<const Model> model = {};  // with the input `by`; null for a scenario made in code
    Input by;
    Dimension dimension = {};                             // dimension of both results
    double low = 0, high = 0;                             // range of the input, in base units
    std::array<double, 2> first_at = {}, second_at = {};  // both results at `low` and at `high`
    bool first_partial = false, second_partial = false;   // the result counts only what is assessed
    bool same = false;  // the results are equal at every point tried: then `roots` is empty
    std::vector<FoundRoot> roots = {};
    std::string note = {};  // that a move of electricity is answered with an average intensity; "" if not
    std::uint64_t seed = 0;
    Provenance provenance = {};
};

/// Finds all values of an input, within a range, at which two results are equal. Both results belong to one
/// scenario, or each to its own. Empty after an error, which is in `session.messages()`. Throws FileError;
/// InputError where a result, the input or the range is invalid, or the results' dimensions differ.
std::optional<BreakEven> break_even(Session& session, const ScenarioSource& source,
                                    const BreakEvenOptions& options);
std::optional<BreakEven> break_even(Session& session, const ScenarioSource& first,
                                    const ScenarioSource& second, const BreakEvenOptions& options);

/// Finds the values of the input at which a result reaches a target; the options `of` and `with` are ignored.
std::optional<BreakEven> solve(Session& session, const ScenarioSource& source, const Target& target,
                               const BreakEvenOptions& options);

/// The answer in every output form; refers to `found`.
Report report_of(const BreakEven& found);
Page page_of(const BreakEven& found);
Records records_of(const BreakEven& found);
std::string json_of(const BreakEven& found);

/// Why no value was found, as a sentence.
std::string reason_without_roots(const BreakEven& found);

}  // namespace lca
