#pragma once
// What `lca break-even` and `lca solve` do alike: a range of one input, the roots in it, the report.

#include "analyses/break_even/crossing.hpp"
#include "analyses/shared/variant_compiler.hpp"
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

/// One thing held against another.
struct CrossingSide {
    VariantCompiler* recompiler = nullptr;  // null for a target
    std::string result, name;               // name: for people
    double target = 0;
};

/// Looks for all values of `--by` at which both are equal, and delivers the report. Returns the exit code.
int cross(const CrossingSide& first, const CrossingSide& second, Dimension dimension,
          const Arguments& arguments, Io& io);

}  // namespace lca::cli
