#pragma once
// Where an answer goes: standard output, or the file of `--output`, in the form of `--format`.

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/page/report.hpp"

namespace lca {
class Session;
}

namespace lca::cli {

namespace option {
inline constexpr Argument format = {"--format", Takes::format, "FORMAT", "output format; default text"};
inline constexpr Argument output = {"--output", Takes::file, "FILE",
                                    "write to FILE (all or nothing) instead of standard output"};
inline constexpr Argument details = {
    "--details", Takes::nothing, {}, "the whole page, not only what fits on a screen"};
}  // namespace option

/// The page options that `--details` sets.
PageOptions page_options(const Arguments& arguments);

/// Writes a report as `--format` and `--output` say. Throws InputError where the output is one of the files
/// that the session read, FileError, Interrupted.
void deliver(const Report& report, const Arguments& arguments, const Session& session, Io& io);
void deliver(const Report& report, const Arguments& arguments, const std::vector<const Sources*>& read,
             Io& io);

/// How the delivery of rows that are computed while they are written ended.
struct RowsDelivered {
    std::uint64_t done = 0;  // rows computed
    int signal = 0;          // the signal that interrupted it; 0: none
    bool given_up = false;   // the file of `--output`, which then stays as it was

    /// Reports that output stopped after these rows, and whether they were kept.
    void tell(const std::string& rows, Io& io) const;
};
using RowsReport = std::function<Report(std::function<bool(std::uint64_t done)> goes_on)>;

/// Delivers rows; the report asks between blocks whether to go on. After a signal the rows on standard output
/// are complete ones, and a file of `--output` stays as it was. `otherwise`: the format where none is asked
/// for.
RowsDelivered deliver_rows(const RowsReport& report, bool headings, const Arguments& arguments,
                           const Session& session, Io& io, std::string_view otherwise = "text");

/// Delivers a text that has only one format.
void deliver_text(std::string_view text, const Arguments& arguments, const std::vector<const Sources*>& read,
                  Io& io);

/// Whether a page goes to standard output: then it shows the warnings itself.
bool shows_page(const Arguments& arguments);

}  // namespace lca::cli
