#pragma once
// Where two results are equal, or one reaches a target: the values of an input and how uncertain they are, or
// why there are none.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"

namespace lca {

struct BreakEvenOptions {
    std::string by = {};       // path of the number that is looked for: "sites.idris.pue"
    std::string of = "total";  // a result of the first scenario
    std::string with = {};     // of the second, or of the same scenario; "": the same result
    std::string from = {},
                to = {};  // the range, "1 yr"; "": a thousandth of the input's value, a thousand times that
    std::uint64_t draws = 500;  // of the other uncertain inputs: 0 to 100,000
};

/// A result and the value that it is to reach: {"total", "25 tCO2e"}.
struct Target {
    std::string result, value;
};

/// A root in draws of all other uncertain inputs. Of a draw with several roots the one nearest to it counts.
struct RootSpread {
    std::uint64_t draws = 0, without = 0;  // without: draws with no root in the range
    double median = 0, p5 = 0, p95 = 0;    // of the roots in the other draws
};

/// A root with the value of both results there.
struct FoundRoot {
    double at = 0;
    bool jump = false;            // the sign of the difference changes there, but no value near it is zero
    double value = 0;             // of the first result, in base units
    std::string impossible = {};  // why the file may not hold this value; "" where it may
    std::optional<RootSpread> spread = {};
};

/// What was found. Refers to the sources of the session it was made in, which must outlive it.
struct BreakEven {
    std::string title, first, second;         // what is compared with what, for people: "total", "the target"
    std::shared_ptr<const Model> model = {};  // which `by` is an input of; null where it was made in code
    Input by;
    Dimension dimension = {};                             // of both results
    double low = 0, high = 0;                             // the range searched, in base units
    std::array<double, 2> first_at = {}, second_at = {};  // both results at its ends
    bool first_partial = false, second_partial = false;   // counts only what is assessed
    bool same = false;  // the two are equal at every value looked at: no roots
    std::vector<FoundRoot> roots = {};
    std::uint64_t seed = 0;
    Provenance provenance = {};
};

/// Finds all values of an input, in a range, at which two results are equal: of one scenario, or of two.
/// Empty after an error, which is in `session.messages()`. Throws FileError, and InputError where a result,
/// the input or the range is invalid, or the results have different dimensions.
std::optional<BreakEven> break_even(Session& session, const ScenarioSource& source,
                                    const BreakEvenOptions& options);
std::optional<BreakEven> break_even(Session& session, const ScenarioSource& first,
                                    const ScenarioSource& second, const BreakEvenOptions& options);

/// Finds the values that reach a target; ignores `of` and `with` of the options.
std::optional<BreakEven> solve(Session& session, const ScenarioSource& source, const Target& target,
                               const BreakEvenOptions& options);

/// The answer in every form; refers to what was found.
Report report_of(const BreakEven& found);
Page page_of(const BreakEven& found);
Records records_of(const BreakEven& found);
std::string json_of(const BreakEven& found);

/// Why no value was found, as a sentence.
std::string why_none(const BreakEven& found);

}  // namespace lca
