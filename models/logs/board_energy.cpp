#include "models/logs/board_energy.hpp"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace lca {
namespace {

constexpr std::size_t kept_gaps = 5;
constexpr int classes = 1024;  // of lengths, in each factor of two

int length_class(double seconds) {
    int exponent = 0;
    const double mantissa = std::frexp(seconds, &exponent);  // 0.5 to 1
    return exponent * classes + static_cast<int>((mantissa - 0.5) * 2 * classes);
}

}  // namespace

BoardEnergy::Added BoardEnergy::add(Instant time, double watts, std::uint32_t line) {
    if (readings_ > 0 && time <= last_) {
        if (time < last_) return Added::backwards;
        return watts == watts_ ? Added::duplicate : Added::conflict;
    }
    if (readings_++ == 0) {
        begin_ = time;
    } else {
        const double seconds = std::chrono::duration<double>(time - last_).count();
        if (same_steps_ == nullptr || seconds != same_seconds_) {
            same_steps_ = &steps_[length_class(seconds)];
            same_seconds_ = seconds;
        }
        Steps& steps = *same_steps_;
        ++steps.count;
        steps.seconds += seconds;
        steps.joules += 0.5 * (watts_ + watts) * seconds;
        if (longest_.size() < kept_gaps || seconds > longest_.back().seconds) {
            const auto at = std::find_if(longest_.begin(), longest_.end(),
                                         [seconds](const Gap& gap) { return seconds > gap.seconds; });
            longest_.insert(at, {last_line_, line, seconds});
            if (longest_.size() > kept_gaps) longest_.pop_back();
        }
    }
    last_ = time;
    watts_ = watts;
    last_line_ = line;
    return Added::counted;
}

BoardEnergy::Result BoardEnergy::result() const {
    Result result;
    result.readings = readings_;
    std::uint64_t all = 0;
    for (const auto& [length, steps] : steps_) all += steps.count;
    std::uint64_t before = 0;
    for (const auto& [length, steps] : steps_) {
        before += steps.count;
        if (2 * before < all) continue;
        result.median_step = steps.mean();
        break;
    }
    for (const auto& [length, steps] : steps_) {
        if (steps.mean() > gap_in_medians * result.median_step) {
            result.gaps += steps.count;
            result.gap_seconds += steps.seconds;
        } else {
            result.joules += steps.joules;
            result.seconds += steps.seconds;
        }
    }
    result.longest = longest_;
    if (result.longest.size() > result.gaps) result.longest.resize(result.gaps);
    return result;
}

}  // namespace lca
