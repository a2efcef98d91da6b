#pragma once
// `--by`: the total cut along a key, as results that a study is asked for.

#include <optional>
#include <vector>

#include "analyses/uncertainty/uncertainty_report.hpp"
#include "cli/shared.hpp"
#include "models/results/breakdown.hpp"

namespace lca::cli {

namespace option {
inline constexpr Argument parts = {
    "--by", Takes::choice, "KEY",
    "the total cut along this key; years and months go by `start` and `duration`", group_names};
}  // namespace option

/// The key of `--by`; nothing without it. Throws InputError where `--of` stands beside it.
std::optional<GroupBy> parts_key(const Arguments& arguments);

/// Cuts the recording; no parts where impacts are the key. Throws InputError where there is no total.
std::vector<PartOfTotal> cut_parts(Calculation& calculation, GroupBy by,
                                   std::optional<std::int64_t> until = std::nullopt);

/// The parts and, last, the total, for the impact chosen; all impacts of the total where they are the key.
std::vector<SampledName> asked_parts(const Calculation& calculation, GroupBy by,
                                     const std::vector<PartOfTotal>& parts, const Arguments& arguments);

}  // namespace lca::cli
