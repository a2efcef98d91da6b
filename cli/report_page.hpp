#pragma once
// The page of `lca report`, which other commands also write with `--format html`.

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
/// `--format` of a command whose answer has a page for a browser.
inline constexpr Argument page_format = {"--format", Takes::page_format, "FORMAT",
                                         "output format; default text; html is the page of `lca report`"};
}  // namespace option

/// Whether `--format` asks for a page for a browser.
bool asks_for_html(const Arguments& arguments);

/// Throws InputError where one of these options is given: the page does not show what they select.
void refuse_with_html(const Arguments& arguments, std::initializer_list<std::string_view> options);

/// The draws of a page, as `--samples` and `--seed` set them.
ReportOptions report_options(const Arguments& arguments);

/// Writes the page of FILE; returns the exit code.
int write_report(const Arguments& arguments, Io& io, const ReportOptions& asked = {});
/// Writes the page of the first of several compared scenarios, with the others beside it.
int write_report(const ScenarioSource& first, const Comparison& compared, const Session& session,
                 const Arguments& arguments, Io& io);

/// Writes the pages of a folder and their index into the folder of `--output`.
int write_gallery(const std::string& folder, const Arguments& arguments, Io& io);

}  // namespace lca::cli
