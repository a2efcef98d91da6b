#pragma once
// From byte offsets in a text to places that a person can count: lines, and columns in characters.

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca::document {

/// Finds places in one source text, which must outlive it. Made once per text, for one thread: a place takes
/// at most a few hundred steps, however long the text is, after the first for which lines had to be found.
class Locator {
public:
    Locator(std::uint32_t file, const Source& source);

    std::string_view text() const { return text_; }
    std::uint32_t file() const { return file_; }

    /// The place of a byte; of the end of the text for offsets beyond it.
    Place at(std::size_t offset) const;
    /// The place of a byte whose line's number and first byte are known, both from 0.
    Place at(std::size_t offset, std::size_t line, std::size_t line_start) const;

    /// Number of the line (from 0) that holds a byte, and its first byte.
    std::size_t line_of(std::size_t offset) const;
    std::size_t line_start(std::size_t offset) const;
    /// The line around a byte, without its line end.
    std::string_view line(std::size_t offset) const;

private:
    std::size_t characters_before(std::size_t offset) const;
    /// The first byte of each line.
    const std::vector<std::size_t>& line_starts() const;

    std::string_view text_;
    std::uint32_t file_;
    std::uint32_t first_line_;
    bool plain_ = true;                             // nothing but ASCII: bytes are characters
    mutable std::vector<std::size_t> line_starts_;  // once they were asked for
    std::vector<std::uint32_t> counts_;  // characters before each 256th byte, where the text is not plain
};

}  // namespace lca::document
