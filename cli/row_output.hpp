#pragma once
// Where rows go while they are made: standard output, or a file that gets its name when it is complete.

#include <string>
#include <string_view>

#include "cli/session_options.hpp"

namespace lca::cli {

/// Standard output, or the file of `--output`: written beside it and renamed by finish(); what is there
/// already stays until then. A device or pipe is written in place. Throws FileError, InputError where the
/// file is one of those read.
class RowOutput {
public:
    RowOutput(const Arguments& arguments, const std::vector<const Sources*>& read, Io& io);
    ~RowOutput();
    RowOutput(const RowOutput&) = delete;
    RowOutput& operator=(const RowOutput&) = delete;

    void write(std::string_view text);
    void finish();

private:
    Io& io_;
    std::string name_, beside_;  // beside_: "" where nothing is renamed
    int descriptor_ = -1;        // -1: standard output
};

}  // namespace lca::cli
