#pragma once
// Lines of a text of any length, one in memory at a time.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca {

/// Reads line by line. Refuses a line that is too long and a NUL byte: what is not text. A byte-order mark is
/// ignored. What was given out is valid until the next line is read.
class LineReader {
public:
    static constexpr std::size_t max_bytes = 1'000'000;  // of a line

    LineReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics,
               std::size_t limit = max_bytes);

    /// The next line. False at the end, or after a fault.
    bool next();
    /// Joins the line below to this one, line end included. False where there is none.
    bool extend();
    /// Without its line end; of joined lines, with the line ends between them.
    std::string_view text() const { return {buffer_.data() + begin_, end_ - begin_}; }
    /// The line's number, counted from 1; of joined lines, the first one's.
    std::uint32_t number() const { return number_; }
    /// Whether a line end follows the line: the last of a file may have none.
    bool has_end() const { return has_end_; }
    bool good() const { return good_; }
    std::uint32_t file() const { return file_; }

    /// The place of a byte of text(), or after it.
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
    std::size_t begin_ = 0, end_ = 0, after_ = 0, filled_ = 0;  // after_: where the next line begins
    std::uint32_t number_ = 0, last_ = 0;                       // last_: the number of the line read last
    bool has_end_ = false, good_ = true, at_end_ = false, has_nul_ = false, started_ = false;
};

}  // namespace lca
