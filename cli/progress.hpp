#pragma once
// Shows the progress of a long computation on standard error, if that is a terminal.

#include <chrono>
#include <cstdint>

#include "cli/session_options.hpp"

namespace lca::cli {

/// Shows "34 %  340,000 of 1,000,000, 12 s left", from half a second after the start, ten times a second.
class Progress {
public:
    Progress(std::uint64_t all, const Arguments& arguments, Io& io);
    ~Progress();
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    void update(std::uint64_t done);

private:
    std::uint64_t all_;
    Io& io_;
    bool shows_, shown_ = false;
    std::chrono::steady_clock::time_point start_, last_;
};

}  // namespace lca::cli
