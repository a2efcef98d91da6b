#pragma once
// Text to tree, strictly: what YAML would drop, guess or repeat is a located fault.

#include <cstddef>
#include <memory>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// Reads one YAML text that is already in `sources`. Null where it is not YAML; where single values are
/// faulty (no value, a tag, a key repeated), the tree comes back with these flagged or left out, so that all
/// faults of a file can be shown at once: whether the text is sound, `diagnostics` says. Limits: see Limits.
/// Refused: anchors, aliases, tags, merge keys, null, a second document, repeated keys, keys that are no
/// texts, control, invisible and bidirectional characters, anything but UTF-8.
std::unique_ptr<Document> load_text(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics);

/// How a file is read.
struct FileUse {
    std::size_t limit = Limits::scenario_bytes;
    Source::Kind kind = Source::Kind::file;
    Source::Shown shown = Source::Shown::all;
    Pipes pipes = Pipes::rejected;
};

/// Reads a file from disk into `sources`, without its byte-order mark; returns its number there. Throws
/// FileError.
std::uint32_t add_file(const std::string& path, Sources& sources, const FileUse& use = {});

/// Reads a file from disk into `sources` and parses it as load_text() does. Throws FileError.
std::unique_ptr<Document> load_file(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                    const FileUse& use = {});

/// Reads a value given on the command line (`--set path=value`) under a name such as "--set". What does not
/// start with `{`, `[` or a quote is one text as it stands: `: ` and ` #` need no quotes there.
std::unique_ptr<Document> load_argument(std::string name, std::string text, Sources& sources,
                                        Diagnostics& diagnostics);

}  // namespace lca
