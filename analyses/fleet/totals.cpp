#include "analyses/fleet/totals.hpp"

#include <algorithm>
#include <cmath>

namespace lca::fleet {

void ExactSum::add(double value) {
    const double next = sum_ + value;
    lost_ += std::fabs(sum_) >= std::fabs(value) ? (sum_ - next) + value : (value - next) + sum_;
    sum_ = next;
}

void ResultTotal::add(std::span<const double> values) {
    if (values.empty()) return;
    for (const double value : values) sum.add(value);
    statistics.add(values);
    rows += values.size();
}

void Largest::add(double value, std::string id) {
    if (!may_take(value)) return;
    const auto at = std::upper_bound(rows_.begin(), rows_.end(), value,
                                     [](double one, const auto& row) { return one > row.first; });
    rows_.insert(at, {value, std::move(id)});
    if (rows_.size() > most) rows_.pop_back();
}

}  // namespace lca::fleet
