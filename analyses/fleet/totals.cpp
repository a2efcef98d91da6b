#include "analyses/fleet/totals.hpp"

#include <algorithm>

namespace lca::fleet {

void ResultTotal::add(std::span<const double> values) {
    if (values.empty()) return;
    ExactSum all = sum;  // a local copy stays in registers
    for (const double value : values) all.add(value);
    sum = all;
    statistics.add(values);
    rows += values.size();
}

void Largest::add(double value, std::string id) {
    if (!may_take(value)) return;
    const auto at = std::upper_bound(rows_.begin(), rows_.end(), value,
                                     [](double one, const auto& row) { return one > row.first; });
    rows_.insert(at, {value, std::move(id)});
    if (rows_.size() > max_rows) rows_.pop_back();
}

}  // namespace lca::fleet
