#pragma once
// Writes the HTML page of `lca report`, also for other commands with `--format html`.

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/report/report.hpp"
#include "cli/sampling.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

inline constexpr std::string_view html_name = "html";

namespace option {
/// `--format` of a command whose result also has an HTML page.
inline constexpr Argument page_format = {"--format", Takes::page_format, "FORMAT",
                                         "output format; default text; html is the page of `lca report`"};
}  // namespace option

/// Whether `--format html` is given.
bool asks_for_html(const Arguments& arguments);

/// Throws InputError if one of these options is given, as the HTML page does not show what they select.
void refuse_with_html(const Arguments& arguments, std::initializer_list<std::string_view> options);

/// The number and seed of the page's samples, from `--samples` and `--seed`.
ReportOptions report_options(const Arguments& arguments);

/// Writes the HTML page of FILE; returns the exit code.
int write_report(const Arguments& arguments, Io& io, const ReportOptions& options = {});
/// Writes the HTML page of the first of the compared scenarios, with the comparison on it.
int write_report(const ScenarioSource& first, const Comparison& compared, const Session& session,
                 const Arguments& arguments, Io& io);

/// Writes HTML pages of the scenarios in a folder, and their index, to the folder given by `--output`.
int write_gallery(const std::string& folder, const Arguments& arguments, Io& io);

}  // namespace lca::cli
