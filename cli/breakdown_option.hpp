#pragma once
// The option `--by`: the key by which the total is broken down.

#include <optional>

#include "analyses/breakdown/breakdown.hpp"
#include "cli/command.hpp"

namespace lca::cli {

namespace option {
inline constexpr Argument parts = {
    "--by", Takes::choice, "KEY",
    "break down the total by this key; years, months, days and hours follow from `start` and `duration`",
    breakdown_key_names};
}  // namespace option

/// The key in `--by`; empty if it is not given. Throws InputError if `--of` is given, too.
std::optional<BreakdownKey> breakdown_key(const Arguments& arguments);

}  // namespace lca::cli
