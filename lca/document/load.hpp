#pragma once
// Parses a text into a tree, strictly: what YAML would drop, guess or repeat is a fault with its place.

#include <cstddef>
#include <memory>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// Parses a YAML text that is already in `sources`. Null if it is not YAML. If single values are faulty (no
/// value, a tag, a repeated key), they are flagged or left out of the tree, so that all faults of a file can
/// be shown at once; `diagnostics` then has errors. For limits see Limits. Refused: anchors, aliases, tags,
/// merge keys, null, a second document, repeated keys, keys that are not texts, control, invisible and
/// bidirectional characters, anything but UTF-8.
std::unique_ptr<Document> load_text(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics);

/// Limits and rules for reading a file.
struct FileUse {
    std::size_t limit = Limits::document_bytes;
    Source::Kind kind = Source::Kind::file;
    Source::Shown shown = Source::Shown::all;
    Pipes pipes = Pipes::rejected;
};

/// Reads a file into `sources`, without its byte-order mark, and returns its index there. Throws
/// FileError.
std::uint32_t add_file(const std::string& path, Sources& sources, const FileUse& use = {});

/// Reads a file into `sources` and parses it like load_text(). Throws FileError.
std::unique_ptr<Document> load_file(const std::string& path, Sources& sources, Diagnostics& diagnostics,
                                    const FileUse& use = {});

/// Parses a value from the command line (`--set path=value`); faults call it `name`, such as "--set". A text
/// that does not start with `{`, `[` or a quote is taken literally: `: ` and ` #` need no quotes in it.
std::unique_ptr<Document> load_argument(std::string name, std::string text, Sources& sources,
                                        Diagnostics& diagnostics);

}  // namespace lca
