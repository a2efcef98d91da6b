#include "models/series/board_power.hpp"

#include <algorithm>

namespace lca::series {

void BoardPower::start(std::string_view key, const KnownOfBoard* known) {
    const std::vector<std::string>& boards = window_->boards;
    wanted_ = boards.empty() || std::find(boards.begin(), boards.end(), key) != boards.end();
    started_ = true;
    known_ = known;
    if (known != nullptr) median_ = known->median_step;
}

void BoardPower::finish(double median_step) {
    median_ = median_step;
}

void BoardPower::note(PowerGap& gaps, Instant from, Instant to) {
    if (gaps.count++ == 0) {
        gaps.from = from;
        gaps.to = to;
    }
    gaps.seconds += seconds_between(from, to);
}

bool BoardPower::gap_classification_is_consistent() const {
    const double max_gap = BoardEnergy::gap_in_medians * median_;
    return max_step_ <= max_gap && (!min_gap_ || *min_gap_ > max_gap);
}

KnownOfBoard BoardPower::learned() const {
    KnownOfBoard known{.median_step = median_};
    const BoardSum& base = idle_.sum;
    if (base.seconds > 0) {
        known.floor = base.joules / base.seconds;
        known.floor_variance = base.variance() / (base.seconds * base.seconds);
    }
    return known;
}

}  // namespace lca::series
