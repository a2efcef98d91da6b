#pragma once
// Options of `lca break-even` and `lca solve`: the input that is varied, and its range.

#include "analyses/break_even/break_even.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

namespace option {
inline constexpr Argument by = {"--by", Takes::text, "PATH", "the number to vary: sites.idris.pue",
                                {},     false,       true};
inline constexpr Argument from = {"--from", Takes::text, "VALUE",
                                  "start of the range; default a thousandth of the present value"};
inline constexpr Argument to = {"--to", Takes::text, "VALUE",
                                "end of the range; default a thousand times the present value"};
inline constexpr Argument draws = {
    "--draws", Takes::number, "N",
    "number of samples of the uncertain inputs for the interval, 0 to 100,000; "
    "default 500"};
}  // namespace option

/// The options of the search from the command line.
BreakEvenOptions search_options(const Arguments& arguments);

/// Delivers the value found, or reports the errors. Warnings concern FILE only. Returns the exit code.
int answer_search(const std::optional<BreakEven>& found, Session& session, const Arguments& arguments,
                  Io& io);

}  // namespace lca::cli
