#include "models/results/overlap.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "models/results/capacity.hpp"

namespace lca {
namespace {

constexpr std::size_t max_ids = 4;

struct Event {
    double at = 0, share = 0;
    std::uint32_t id = 0;
    bool ends = false;
    friend bool operator<(const Event& a, const Event& b) {
        return std::tuple(a.at, !a.ends, a.id) < std::tuple(b.at, !b.ends, b.id);
    }
};

std::vector<Event> events_of(std::span<const DatedUse> uses) {
    std::vector<Event> found;
    found.reserve(2 * uses.size());
    for (const DatedUse& use : uses) {
        found.push_back({use.start, use.share, use.id, false});
        found.push_back({use.start + use.duration / (1 + capacity_slack), use.share, use.id, true});
    }
    std::sort(found.begin(), found.end());
    return found;
}

Overlap begun(const Event& event, const std::set<std::uint32_t>& running, double taken) {
    Overlap stretch{.start = event.at, .ids = {event.id}, .taken = taken};
    for (const std::uint32_t id : running) {
        if (id == event.id) continue;
        if (stretch.ids.size() == max_ids) break;
        stretch.ids.push_back(id);
    }
    stretch.more = running.size() - stretch.ids.size();
    return stretch;
}

}  // namespace

std::vector<Overlap> overlaps(std::span<const DatedUse> uses) {
    std::vector<Overlap> found;
    std::set<std::uint32_t> running;
    double taken = 0;
    bool within = false;
    for (const Event& event : events_of(uses)) {
        if (event.ends) {
            running.erase(event.id);
            taken = running.empty() ? 0 : taken - event.share;
        } else {
            running.insert(event.id);
            taken += event.share;
        }
        const bool too_much = exceeds_capacity(taken, 1);
        if (too_much && !within) found.push_back(begun(event, running, taken));
        if (too_much) found.back().max_taken = std::max(found.back().max_taken, taken);
        within = too_much;
    }
    return found;
}

}  // namespace lca
