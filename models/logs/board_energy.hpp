#pragma once
// Energy from power readings of one board: trapezoids between each two readings, without gaps.

#include <cstdint>
#include <map>
#include <optional>
#include <vector>

#include "lca/base/instant.hpp"

namespace lca {

/// The readings of one board, in order of time. They are not stored: steps are summed up by their length.
class BoardEnergy {
public:
    /// A step longer than this many median steps is a gap: the board's power during it is not known.
    static constexpr double gap_in_medians = 10;

    BoardEnergy() = default;
    ~BoardEnergy() = default;
    BoardEnergy(const BoardEnergy&) = delete;  // same_steps_ points into steps_
    BoardEnergy& operator=(const BoardEnergy&) = delete;
    BoardEnergy(BoardEnergy&&) = default;
    BoardEnergy& operator=(BoardEnergy&&) = default;

    enum class AddOutcome : unsigned char { counted, duplicate, conflict, backwards };
    AddOutcome add(Instant time, double watts, std::uint32_t line);

    struct Gap {
        std::uint32_t from = 0, to = 0;  // rows of the readings before and after
        double seconds = 0;
    };
    struct Result {
        double joules = 0, seconds = 0;  // without gaps
        std::uint64_t readings = 0, gaps = 0;
        double gap_seconds = 0, median_step = 0;
        std::vector<Gap> widest_gaps = {};  // the longest gaps
    };
    Result result() const;

    bool empty() const { return readings_ == 0; }
    std::uint64_t readings() const { return readings_; }
    /// The median of the steps so far in s, precise to a thousandth; 0 if there is no step.
    double median_step() const;
    Instant begin() const { return begin_; }
    Instant end() const { return last_; }
    std::uint32_t last_line() const { return last_line_; }

private:
    /// Steps of about the same length: their number, energy and time.
    struct Steps {
        std::uint64_t count = 0;
        double joules = 0;
        std::int64_t microseconds = 0;  // whole numbers, so that the mean of equal steps is exact
        double seconds() const { return static_cast<double>(microseconds) / 1e6; }
        double mean() const { return static_cast<double>(microseconds) / static_cast<double>(count) / 1e6; }
    };

    Instant begin_ = {}, last_ = {};
    double watts_ = 0;
    std::uint32_t last_line_ = 0;
    std::uint64_t readings_ = 0;
    std::map<int, Steps> steps_;   // by length_class()
    Steps* same_steps_ = nullptr;  // entry of the last step; most logs have steps of one length
    int same_length_ = 0;
    std::vector<Gap> widest_gaps_;  // the longest steps, gaps or not
};

}  // namespace lca
