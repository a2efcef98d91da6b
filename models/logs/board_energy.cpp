#include "models/logs/board_energy.hpp"

#include <algorithm>
#include <bit>
#include <chrono>
#include <cstdint>

namespace lca {
namespace {

constexpr std::size_t kept_gaps = 5;

/// A class for steps of about equal length, in increasing order: the exponent and ten bits of the mantissa.
int length_class(double seconds) {
    constexpr int dropped_bits = 52 - 10;
    return static_cast<int>(std::bit_cast<std::uint64_t>(seconds) >> dropped_bits);
}

}  // namespace

BoardEnergy::AddOutcome BoardEnergy::add(Instant time, double watts, std::uint32_t line) {
    if (readings_ > 0 && time <= last_) {
        if (time < last_) return AddOutcome::backwards;
        return watts == watts_ ? AddOutcome::duplicate : AddOutcome::conflict;
    }
    if (readings_++ == 0) {
        begin_ = time;
    } else {
        const double seconds = std::chrono::duration<double>(time - last_).count();
        const int length = length_class(seconds);
        if (same_steps_ == nullptr || length != same_length_) {
            same_steps_ = &steps_[length];
            same_length_ = length;
        }
        Steps& steps = *same_steps_;
        ++steps.count;
        steps.microseconds += (time - last_).count();
        steps.joules += 0.5 * (watts_ + watts) * seconds;
        if (widest_gaps_.size() < kept_gaps || seconds > widest_gaps_.back().seconds) {
            const auto at = std::find_if(widest_gaps_.begin(), widest_gaps_.end(),
                                         [seconds](const Gap& gap) { return seconds > gap.seconds; });
            widest_gaps_.insert(at, {last_line_, line, seconds});
            if (widest_gaps_.size() > kept_gaps) widest_gaps_.pop_back();
        }
    }
    last_ = time;
    watts_ = watts;
    last_line_ = line;
    return AddOutcome::counted;
}

double BoardEnergy::median_step() const {
    std::uint64_t before = 0;
    for (const auto& [length, steps] : steps_) {
        before += steps.count;
        if (2 * before >= readings_ - 1) return steps.mean();
    }
    return 0;
}

BoardEnergy::Result BoardEnergy::result() const {
    Result result;
    result.readings = readings_;
    result.median_step = median_step();
    for (const auto& [length, steps] : steps_) {
        if (steps.mean() > gap_in_medians * result.median_step) {
            result.gaps += steps.count;
            result.gap_seconds += steps.seconds();
        } else {
            result.joules += steps.joules;
            result.seconds += steps.seconds();
        }
    }
    result.widest_gaps = widest_gaps_;
    if (result.widest_gaps.size() > result.gaps) result.widest_gaps.resize(result.gaps);
    return result;
}

}  // namespace lca
