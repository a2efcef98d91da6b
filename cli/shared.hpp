#pragma once
// What several commands do alike: read a model, describe it for a report, deliver the report.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "cli/command.hpp"
#include "lca/base/file.hpp"
#include "lca/report/evaluation.hpp"
#include "models/session.hpp"

namespace lca::cli {

inline constexpr std::string_view impact_names[] = {"climate", "water", "adpe", "primary_energy", "energy"};

/// Options that mean the same everywhere.
namespace option {
inline constexpr Argument set = {
    "--set",      Takes::text,
    "PATH=VALUE", "replace what stands at a path of the file: --set sites.idris.pue=1.2",
    {},           true};
inline constexpr Argument what_if = {"--what-if", Takes::text, "ID", "the variant of that id in the file"};
inline constexpr Argument impact = {"--impact", Takes::choice, "NAME",
                                    "which impact the tables show; JSON and CSV hold all", impact_names};
inline constexpr Argument format = {"--format", Takes::format, "FORMAT", "how to answer; default text"};
inline constexpr Argument output = {"--output", Takes::file, "FILE",
                                    "write there instead of standard output: whole or not at all"};
inline constexpr Argument quiet = {"--quiet", Takes::nothing, {}, "no warnings on standard error"};
inline constexpr Argument hardware_db = {
    "--hardware-db", Takes::folder, "DIR", "a folder that adds to the catalogue or overrides it", {}, true};
}  // namespace option

/// "lca 0.1.0, catalogue 3f2a…".
std::string version_line();
std::string_view version();

std::unique_ptr<Session> open_session(const Arguments& arguments);

/// The `--set`s. Throws InputError for one without `=`.
std::vector<Change> changes(const Arguments& arguments);

/// The tree of a file, or of standard input for "-". Null after an error.
std::shared_ptr<Document> load(Session& session, const std::string& file);

/// The model that FILE, `--what-if` and `--set` ask for. Null after an error.
std::unique_ptr<Model> read_model(Session& session, const Arguments& arguments);

/// Says on stderr what was found, unless it is only warnings and --quiet. Returns 2 after an error, else 0.
int report_faults(Session& session, const Arguments& arguments, Io& io, bool warnings_too = true);

/// The measure `--impact` names; climate change by default.
std::size_t chosen_measure(const Arguments& arguments);

Provenance provenance(Session& session);

/// A compiled model and its reading, as reports want it. Both must outlive it.
Evaluation describe(const Model& model, const Reading& reading, Session& session, const Arguments& arguments);

/// The file of `--output`, begun; null where the answer goes to standard output. Throws InputError where it
/// is one of the files read, FileError.
std::unique_ptr<FileWriter> begin_output(const Arguments& arguments, const std::vector<const Sources*>& read);

/// Writes a report as `--format` and `--output` say. Throws InputError where the output is one of the files
/// read, FileError, Interrupted.
void deliver(const Report& report, const Arguments& arguments, const std::vector<const Sources*>& read,
             Io& io);

/// The same of a text that has only one form.
void deliver_text(std::string_view text, const Arguments& arguments, const std::vector<const Sources*>& read,
                  Io& io);

/// Whether a page goes to standard output: then it shows the warnings itself.
bool shows_page(const Arguments& arguments);

}  // namespace lca::cli
