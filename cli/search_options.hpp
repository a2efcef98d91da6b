#pragma once
// Options of `lca break-even` and `lca solve`: which input is looked for, in which range.

#include "analyses/break_even/break_even.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

namespace option {
inline constexpr Argument by = {"--by", Takes::text, "PATH", "the number that is looked for: sites.idris.pue",
                                {},     false,       true};
inline constexpr Argument from = {"--from", Takes::text, "VALUE",
                                  "where to look from; default a thousandth of what it is now"};
inline constexpr Argument to = {"--to", Takes::text, "VALUE", "and to; default a thousand times that"};
inline constexpr Argument draws = {
    "--draws", Takes::number, "N",
    "how many draws of the uncertain figures say how sure it is, 0 to 100,000; "
    "default 500"};
}  // namespace option

/// What these options say.
BreakEvenOptions search_options(const Arguments& arguments);

/// Delivers what was found, or says the faults. Warnings are those of FILE alone. Returns the exit code.
int answer_search(const std::optional<BreakEven>& found, Session& session, const Arguments& arguments,
                  Io& io);

}  // namespace lca::cli
