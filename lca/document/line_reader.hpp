#pragma once
// Reads the lines of a text of any length, with one line in memory at a time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca {

/// Reads line by line. A line that is too long or contains a NUL byte (which is not text) is an error. A
/// byte-order mark is ignored. Views into a line are valid until the next line is read.
class LineReader {
public:
    static constexpr std::size_t max_bytes = 1'000'000;  // in one line

    LineReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics,
               std::size_t limit = max_bytes);

    /// Reads the next line. False at the end, or after an error.
    bool next();
    /// Appends the next line to this one, with the line end between them. False if there is none.
    bool extend();
    /// The line without its line end; if lines were appended, with the line ends between them.
    std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }
    /// The number of the line, from 1; if lines were appended, that of the first.
    std::uint32_t number() const { return number_; }
    /// Whether the line has a line end; the last line of a file may have none.
    bool has_end() const { return has_end_; }
    bool good() const { return good_; }
    std::uint32_t file() const { return file_; }

    /// The place of the byte at `offset` in text(), or of its end.
    Place place(std::size_t offset) const;

private:
    bool find_end(std::size_t from);
    bool fill();
    bool accept(std::size_t stop);
    bool fault(std::size_t offset, std::string message, std::string expected);

    ByteSource& bytes_;
    Diagnostics& diagnostics_;
    std::uint32_t file_;
    std::size_t limit_;
    std::string buffer_;
    std::size_t begin_ = 0, end_ = 0, after_ = 0, filled_ = 0;  // after_: offset of the next line
    std::uint32_t number_ = 0, last_ = 0;                       // last_: number of the last line read
    bool has_end_ = false, good_ = true, at_end_ = false, has_nul_ = false, started_ = false;
};

}  // namespace lca
