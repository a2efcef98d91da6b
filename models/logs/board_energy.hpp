#pragma once
// The energy of power readings: the trapezoid between each two of them, gaps left out.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "lca/base/instant.hpp"

namespace lca {

/// Readings of one board, in their order. Memory does not grow with them: steps are counted by their length.
class BoardEnergy {
public:
    /// A step of more than this many medians is a gap: the board's power in it is not known.
    static constexpr double gap_in_medians = 10;

    BoardEnergy() = default;
    ~BoardEnergy() = default;
    BoardEnergy(const BoardEnergy&) = delete;  // it refers to its own steps
    BoardEnergy& operator=(const BoardEnergy&) = delete;
    BoardEnergy(BoardEnergy&&) = default;
    BoardEnergy& operator=(BoardEnergy&&) = default;

    enum class AddOutcome : unsigned char { counted, duplicate, conflict, backwards };
    AddOutcome add(Instant time, double watts, std::uint32_t line);

    struct Gap {
        std::uint32_t from = 0, to = 0;  // rows of the readings around it
        double seconds = 0;
    };
    struct Result {
        double joules = 0, seconds = 0;  // gaps left out of both
        std::uint64_t readings = 0, gaps = 0;
        double gap_seconds = 0, median_step = 0;
        std::vector<Gap> longest = {};  // the longest of the gaps
    };
    Result result() const;

    bool empty() const { return readings_ == 0; }
    std::uint64_t readings() const { return readings_; }
    /// The median of all steps so far in s, to a thousandth of it; 0 where there is none.
    double median_step() const;
    Instant begin() const { return begin_; }
    Instant end() const { return last_; }
    std::uint32_t last_line() const { return last_line_; }

private:
    /// Steps of about one length: their number and their sums.
    struct Steps {
        std::uint64_t count = 0;
        double joules = 0;
        std::int64_t microseconds = 0;  // rounded, so that equal steps have exactly their length as mean
        double seconds() const { return static_cast<double>(microseconds) / 1e6; }
        double mean() const { return static_cast<double>(microseconds) / static_cast<double>(count) / 1e6; }
    };

    Instant begin_ = {}, last_ = {};
    double watts_ = 0;
    std::uint32_t last_line_ = 0;
    std::uint64_t readings_ = 0;
    std::map<int, Steps> steps_;   // by length, in classes of a thousandth
    Steps* same_steps_ = nullptr;  // those of the last step's length: most logs have one length
    int same_length_ = 0;
    std::vector<Gap> longest_;  // of all steps
};

}  // namespace lca
