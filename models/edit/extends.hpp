#pragma once
// Loads a scenario and the files that it builds on with `extends`, and merges them.

#include <memory>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// The tree of a file merged with the files it extends; null after an error of syntax or in
/// `extends`. It has not been checked against the schema. Throws FileError if the file itself
/// cannot be read; for a file that it names, an error is reported at the place that names it.
std::unique_ptr<Document> load_scenario(const std::string& path, Sources& sources, Diagnostics& diagnostics);
/// Loads a file that the scenario `named_by` names; not a pipe. What messages may show of it: shown_beside.
std::unique_ptr<Document> load_named_scenario(const std::string& path, const std::string& named_by,
                                              Sources& sources, Diagnostics& diagnostics);
/// Loads a scenario from a text; paths of the files it extends are relative to the folder of `name`.
std::unique_ptr<Document> load_scenario_text(std::string name, std::string text, Sources& sources,
                                             Diagnostics& diagnostics);

/// Converts the path of a file that a scenario names, relative to the file `from` that names
/// it. Only paths of files are accepted (absolute ones only if allowed): nothing is downloaded,
/// expanded or executed. For any other path, reports an error at `text` and returns "".
enum class AbsolutePaths : unsigned char { rejected, allowed };
std::string path_beside(Node text, const Sources& sources, Diagnostics& diagnostics,
                        AbsolutePaths absolute = AbsolutePaths::rejected);

/// How much messages may quote from a file that a scenario names, before it is known to be of the right kind:
/// nothing if it lies, after following links, outside the folder of the scenario file `scenario`. A scenario
/// from a stranger must not make messages reveal other files on the user's computer.
Source::Shown shown_beside(const std::string& path, const std::string& scenario);

/// Why a file could not be read; without its path, so that messages are the same on all computers.
std::string reason_of(const FileError& error);

}  // namespace lca
