#pragma once
// Options of `lca sweep`: what is varied, which results are computed, and which part of the points.

#include <string_view>

#include "analyses/sweep/sweep.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

namespace option {
inline constexpr Argument vary = {
    "--vary",
    Takes::text,
    "PATH=VALUES",
    "what to vary: FROM..TO:STEPS (both ends included) or VALUE,VALUE,…; in place of the file's own `sweep`",
    {},
    true};
inline constexpr Argument of_points = {
    "--of", Takes::text, "RESULT", "a result, as `lca evaluate` names it; default total", {}, true};
inline constexpr std::string_view point_items[] = {"activity",         "stage", "phase", "line",
                                                   "life_cycle_stage", "impact"};
inline constexpr Argument by_item = {"--by", Takes::choice, "KEY",
                                     "in place of --of: the total broken down by this key", point_items};
inline constexpr Argument row_format = {
    "--format", Takes::row_format, "FORMAT",
    "text and markdown: a table of at most 10,000 points; the others: any number. jsonl: an object a line, "
    "json: an array of them. Default text"};
inline constexpr Argument shard = {
    "--shard", Takes::text, "I/N",
    "only part I of N, from 1; the parts put together in order give the whole output. For csv and jsonl"};
}  // namespace option

/// The part of the points that `--shard` names; all if it is not given. Throws InputError.
Shard shard_of(const Arguments& arguments, std::string_view format_otherwise);

/// The options of `lca sweep` from the command line. Throws InputError.
SweepOptions sweep_options(const Arguments& arguments);

/// Writes the points while they are computed, and shows the progress. A signal ends the output after a
/// complete row. Returns the exit code. Throws Interrupted.
int answer_sweep(PreparedSweep& sweep, const SweepOptions& options, Session& session,
                 const Arguments& arguments, Io& io);

}  // namespace lca::cli
