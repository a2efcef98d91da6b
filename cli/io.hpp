#pragma once
// Where a command writes: results to standard output, messages to standard error.

#include <string_view>

namespace lca::cli {

/// Writes are checked: a full disk throws FileError, a closed pipe ReaderGone, on standard output only.
class Io {
public:
    Io();

    void out(std::string_view text);
    void err(std::string_view text);
    /// Standard output is a terminal and NO_COLOR is not set.
    bool colour() const { return colour_; }

private:
    bool colour_ = false;
};

}  // namespace lca::cli
