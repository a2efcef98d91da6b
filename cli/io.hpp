#pragma once
// The outputs of a command: results go to standard output, messages to standard error.

#include <cstddef>
#include <string_view>

namespace lca::cli {

/// Writes to standard output throw FileError (say, if the disk is full) or ReaderGone (for a closed pipe).
class Io {
public:
    Io();

    void out(std::string_view text);
    void err(std::string_view text);
    /// Whether to use colour: standard output is a terminal, NO_COLOR is not set and TERM is not `dumb`.
    bool colour() const { return colour_; }
    /// Whether to write ASCII only: standard output is a terminal whose locale is not UTF-8.
    bool ascii() const { return ascii_; }
    /// Columns of the terminal, but from 40 to 120; 80 if standard output is not a terminal.
    std::size_t width() const { return width_; }

private:
    bool colour_ = false, ascii_ = false;
    std::size_t width_ = 80;
};

}  // namespace lca::cli
