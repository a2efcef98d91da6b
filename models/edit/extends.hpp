#pragma once
// A scenario with the files it builds on: `extends`, followed and merged.

#include <memory>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// The tree of a file, laid over those that it extends; null after an error of syntax or in `extends`. Not
/// yet checked against the schema. Throws FileError where the file itself cannot be read; a file that it
/// names and that cannot be read is a fault at its name.
std::unique_ptr<Document> load_scenario(const std::string& path, Sources& sources, Diagnostics& diagnostics);
/// Loads a file that the scenario `named_by` names: not a pipe; see shown_beside.
std::unique_ptr<Document> load_named_scenario(const std::string& path, const std::string& named_by,
                                              Sources& sources, Diagnostics& diagnostics);
/// Loads a text; the files it extends are relative to `name`.
std::unique_ptr<Document> load_scenario_text(std::string name, std::string text, Sources& sources,
                                             Diagnostics& diagnostics);

/// The path of a file that a scenario names, relative to the file `from` that names it. Only relative paths
/// of files are followed (absolute ones, too, where they are allowed): nothing is fetched, expanded or run. A
/// fault at `text` and "" for anything else.
enum class AbsolutePaths : unsigned char { rejected, allowed };
std::string path_beside(Node text, const Sources& sources, Diagnostics& diagnostics,
                        AbsolutePaths absolute = AbsolutePaths::rejected);

/// What messages may show of a file that a scenario names, before it is known to be of the expected kind:
/// nothing where it lies, links followed, outside the folder of the scenario file `scenario`. A stranger's
/// scenario must not make messages show other files of the machine.
Source::Shown shown_beside(const std::string& path, const std::string& scenario);

/// Why a file could not be read, without the current directory, so that messages are the same everywhere.
std::string reason_of(const FileError& error);

}  // namespace lca
