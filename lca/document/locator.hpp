#pragma once
// Converts byte offsets in a text to places for people: lines, and columns in characters.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca::document {

/// Converts offsets in one source text, which must outlive it. Make one for each text and thread. The first
/// call may find all lines; each later one takes at most a few hundred steps, however long the text is.
class Locator {
public:
    Locator(std::uint32_t file, const Source& source);

    std::string_view text() const { return text_; }
    std::uint32_t file() const { return file_; }

    /// The place of the byte at `offset`; for offsets beyond the text, the place of its end.
    Place at(std::size_t offset) const;
    /// The place of the byte at `offset` in line number `line` (from 0), which starts at offset `line_start`.
    Place at(std::size_t offset, std::size_t line, std::size_t line_start) const;

    /// The number (from 0) of the line with the byte at `offset`, and the offset at which the line starts.
    std::size_t line_of(std::size_t offset) const;
    std::size_t line_start(std::size_t offset) const;
    /// The text of the line with the byte at `offset`, without its line end.
    std::string_view line(std::size_t offset) const;

private:
    std::size_t characters_before(std::size_t offset) const;
    /// The offset at which each line starts.
    const std::vector<std::size_t>& line_starts() const;

    std::string_view text_;
    std::uint32_t file_;
    std::uint32_t first_line_;
    bool plain_ = true;                             // whether all is ASCII, so that bytes are characters
    mutable std::vector<std::size_t> line_starts_;  // filled when first needed
    std::vector<std::uint32_t> counts_;             // characters before each 256th byte; empty if plain_
};

}  // namespace lca::document
