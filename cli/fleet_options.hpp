#pragma once
// Options of `lca fleet`, and the delivery of its result.

#include <string>

#include "analyses/fleet/fleet.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

namespace option {
inline constexpr Argument map = {
    "--map",
    Takes::text,
    "COLUMN=PATH",
    "the column gives the value at the path: --map \"energy=activities.job.dynamic.energy [kWh]\"; the unit "
    "is given there or in the heading",
    {},
    true,
    true};
inline constexpr Argument id = {"--id", Takes::text, "COLUMN",
                                "column with the id of a row; default the row number"};
inline constexpr Argument by_column = {
    "--by",
    Takes::text,
    "COLUMN",
    "write sums instead of rows: by the values of a column, or with COLUMN:month by the months of its dates",
    {},
    true};
inline constexpr Argument cluster = {
    "--cluster", Takes::text, "PATH",
    "a system with a period, such as systems.cluster, that all rows share: its idle energy and embodied "
    "impact are divided among them, and a last line gives the part that is not allocated to any row"};
inline constexpr Argument strict = {"--strict", Takes::nothing, {}, "a row without results is an error"};
inline constexpr std::string_view fleet_formats[] = {"csv", "jsonl"};
inline constexpr Argument fleet_format = {"--format", Takes::choice, "FORMAT", "output format; default csv",
                                          fleet_formats};
}  // namespace option

/// The options of `lca fleet` from the command line. Throws InputError.
FleetOptions fleet_options(const Arguments& arguments);

/// The file name of the argument TABLE. Throws InputError if it is standard input but must be read twice.
std::string table_name(const Arguments& arguments);

/// Writes the rows while they are computed, then their totals to standard error. A signal ends the output
/// after a complete row. Returns the exit code. Throws Interrupted.
int answer_fleet(PreparedFleet& fleet, const FleetOptions& options, Session& session,
                 const Arguments& arguments, Io& io);

}  // namespace lca::cli
