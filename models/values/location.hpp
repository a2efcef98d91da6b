#pragma once
// Where something of a scenario is stated: in a document that was read, or in a program.

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "lca/base/source.hpp"

namespace lca {

class Document;
class Node;

/// A light handle, valid while its document lives. Made by default it is nowhere, and false.
class Location {
public:
    Location() = default;
    Location(const Node& node);  // not explicit: readers hand nodes over
    /// At a path of a scenario made in a program, where `text` is written.
    static Location in_code(std::string path, std::shared_ptr<const std::string> text = {});

    explicit operator bool() const { return document_ || code_; }
    bool is_in_code() const { return static_cast<bool>(code_); }
    /// The same text at another path, for values made in C++.
    Location at_path(std::string path) const;

    /// Unknown in a program.
    Place place() const;
    Place key_place() const;
    /// "sites.idris.pue".
    std::string path() const;
    std::string_view key() const;
    /// The text of a scalar; empty for lists and maps.
    std::string_view text() const;
    /// Whether `text` is in quotes.
    bool quoted() const;
    /// Characters under the caret of a message that marks all of the text, at least 1.
    std::size_t width() const;

    /// Nothing for a program. Callers include lca/document/node.hpp.
    Node node() const;

private:
    struct Code {
        std::string path;
        std::shared_ptr<const std::string> text;
    };
    const Document* document_ = nullptr;
    std::uint32_t index_ = 0;
    std::shared_ptr<const Code> code_;
};

/// The id of something else (hardware, a grid, a data centre), or another text; false where none is given.
struct Reference {
    std::string text;
    Location location;

    Reference() = default;
    Reference(const Node& node);
    // Not explicit: `part.hardware = "nvidia-a100-sxm4-80gb"`.
    Reference(std::string id) : text(std::move(id)) {}
    Reference(const char* id) : text(id) {}
    explicit operator bool() const { return location || !text.empty(); }
};

}  // namespace lca
