#pragma once
// Writes results to standard output or to the file of `--output`, in the format of `--format`.

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

/// The page options that depend on `--details`.
PageOptions page_options(const Arguments& arguments);

/// Writes a report, depending on `--format` and `--output`. Throws FileError and Interrupted, and InputError
/// if the output file is a file that the session read.
void deliver(const Report& report, const Arguments& arguments, const Session& session, Io& io);
void deliver(const Report& report, const Arguments& arguments, const std::vector<const Sources*>& read,
             Io& io);

/// Says how the output of rows, which are computed while they are written, ended.
struct RowsDelivered {
    std::uint64_t done = 0;  // number of rows computed
    int signal = 0;          // the signal that ended the output; 0: none
    bool given_up = false;   // whether `--output` was not finished, so that its file is unchanged

    /// Reports that output stopped after `rows`, and whether these rows were written.
    void report(const std::string& rows, Io& io) const;
};
using RowsReport = std::function<Report(std::function<bool(std::uint64_t done)> goes_on)>;

/// Writes rows while they are computed; the report asks after each block whether to continue. After a signal,
/// standard output ends with a complete row, and the file of `--output` is unchanged. `otherwise`: the format
/// if `--format` is not given.
RowsDelivered deliver_rows(const RowsReport& report, bool headings, const Arguments& arguments,
                           const Session& session, Io& io, std::string_view otherwise = "text");

/// Writes a text that exists in one format only.
void deliver_text(std::string_view text, const Arguments& arguments, const std::vector<const Sources*>& read,
                  Io& io);

/// Whether the result goes to standard output as a page for people, which contains the warnings.
bool shows_page(const Arguments& arguments);

}  // namespace lca::cli
