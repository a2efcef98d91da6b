#include "models/results/capacity.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <tuple>

#include "models/results/overlap.hpp"

namespace lca {
namespace {

using ExcessKind = CapacityExcess::Kind;
using EmbodiedAllocation = CapacityUse::EmbodiedAllocation;

constexpr std::size_t max_listed = 4;

class Search {
public:
    Search(const Capacity& capacity, const ValueOf& value)
        : capacity_(capacity), value_(value), users_(capacity.systems.size()) {}

    std::vector<CapacityExcess> find() {
        for (std::uint32_t i = 0; i < capacity_.uses.size(); ++i) {
            const CapacityUse& use = capacity_.uses[i];
            std::vector<CapacityExcess> own = alone(use, i);
            // Activities that use too much at a time are not in the sums below, and those that last longer
            // than the hardware are not in the sum over its lifetime.
            const bool at_a_time = !own.empty() && own.front().kind != ExcessKind::lifetime;
            if (!own.empty()) outlasts_.insert(i);
            if (!at_a_time && (use.included || known(system_of(use).period))) users_[use.system].push_back(i);
            std::move(own.begin(), own.end(), std::back_inserter(found_));
        }
        for (std::uint32_t s = 0; s < users_.size(); ++s) {
            if (users_[s].empty()) continue;
            together(s);
            over_period(s);
            over_lifetime(s);
        }
        return std::move(found_);
    }

private:
    static bool known(StepId step) { return step != no_step; }
    const SystemCapacity& system_of(const CapacityUse& use) const { return capacity_.systems[use.system]; }
    std::optional<double> value(StepId step) const {
        return known(step) ? std::optional(value_(step)) : std::nullopt;
    }
    std::optional<double> accelerators(const SystemCapacity& of) const {
        if (!known(of.accelerators) || !known(of.nodes)) return std::nullopt;
        return value_(of.accelerators) * value_(of.nodes);
    }
    /// For how long the activity would use the whole system.
    std::optional<double> system_time(const CapacityUse& use) const {
        const std::optional<double> all = accelerators(system_of(use)), nodes = value(system_of(use).nodes);
        if (known(use.device_time) && all) return value_(use.device_time) / *all;
        if (known(use.node_time) && nodes) return value_(use.node_time) / *nodes;
        return std::nullopt;
    }

    /// The cases in which one activity alone uses more than the system has at a time, or uses it longer than
    /// its lifetime. In the latter check, one that uses too much at a time lasts at most its stated duration.
    std::vector<CapacityExcess> alone(const CapacityUse& use, std::uint32_t i) const {
        const auto excess = [&](ExcessKind kind, double taken, double there_is) {
            return CapacityExcess{.kind = kind,
                                  .system = use.system,
                                  .uses = {i},
                                  .taken = taken,
                                  .there_is = there_is,
                                  .states_duration_alone = use.duration_alone};
        };
        std::vector<CapacityExcess> found;
        std::optional<double> time = system_time(use);
        const std::vector<Taken> too_much = at_a_time(use);
        for (const Taken& more : too_much) found.push_back(excess(more.kind, more.taken, more.there_is));
        if (!too_much.empty()) {
            if (const auto duration = value(use.duration); time && duration)
                time = std::min(*time, *duration);
        }
        const std::optional<double> lifetime = value(system_of(use).lifetime);
        if (use.charge != EmbodiedAllocation::none && time && lifetime && exceeds_capacity(*time, *lifetime))
            found.push_back(excess(ExcessKind::lifetime, *time, *lifetime));
        return found;
    }

    struct Taken {
        ExcessKind kind;
        double taken, there_is;
    };
    std::vector<Taken> at_a_time(const CapacityUse& use) const {
        std::vector<Taken> found;
        const std::optional<double> all = accelerators(system_of(use)), nodes = value(system_of(use).nodes);
        const std::optional<double> devices = value(use.devices), duration = value(use.duration);
        if (devices && all && exceeds_capacity(*devices, *all))
            found.push_back({ExcessKind::devices, *devices, *all});
        const bool by_nodes = use.states_node_time || !known(use.device_time) || !all;
        if (duration && by_nodes && nodes && known(use.node_time)) {
            if (const double taken = value_(use.node_time); exceeds_capacity(taken, *nodes * *duration))
                found.push_back({ExcessKind::node_time, taken, *nodes * *duration});
        } else if (duration && !by_nodes) {  // a result of too many devices is not reported again
            const double at_once = std::max(*all, devices.value_or(0));
            if (const double taken = value_(use.device_time); exceeds_capacity(taken, at_once * *duration))
                found.push_back({ExcessKind::device_time, taken, *all * *duration});
        }
        return found;
    }

    /// Activities with a start, each with the mean share of the system that it uses: one excess for each
    /// stretch of time in which all together use more than there is.
    void together(std::uint32_t s) {
        std::vector<DatedUse> dated;
        for (const std::uint32_t i : users_[s]) {
            const CapacityUse& use = capacity_.uses[i];
            const std::optional<double> duration = value(use.duration), time = system_time(use);
            if (!use.start || !duration || !time || !(*duration > 0)) continue;
            dated.push_back({*use.start, *duration, *time / *duration, i});
        }
        for (Overlap& overlap : overlaps(dated)) {
            CapacityExcess stretch{.kind = ExcessKind::overlap,
                                   .system = s,
                                   .uses = std::move(overlap.ids),
                                   .more = overlap.more,
                                   .taken = overlap.taken,
                                   .there_is = 1,
                                   .max_taken = overlap.max_taken};
            for (const std::uint32_t i : stretch.uses)
                stretch.states_duration_alone |= capacity_.uses[i].duration_alone;
            found_.push_back(std::move(stretch));
        }
    }

    void over_period(std::uint32_t s) {
        const std::optional<double> period = value(capacity_.systems[s].period);
        if (period) over_sum(s, ExcessKind::period, *period, [](std::uint32_t) { return 1.0; });
    }

    /// With utilisation u and lifetime L: times allocated by used time may add up to u × L, those by calendar
    /// to L; the latter are multiplied by u, so that one sum can be compared with u × L.
    void over_lifetime(std::uint32_t s) {
        const std::optional<double> lifetime = value(capacity_.systems[s].lifetime);
        if (!lifetime) return;
        const double used = value(capacity_.systems[s].utilisation).value_or(1);
        over_sum(s, ExcessKind::lifetimes, *lifetime * used, [&](std::uint32_t i) {
            const EmbodiedAllocation charge = capacity_.uses[i].charge;
            if (charge == EmbodiedAllocation::none || outlasts_.contains(i)) return 0.0;
            return charge == EmbodiedAllocation::calendar ? used : 1.0;
        });
    }

    /// Compares the weighted sum of the activities' system times with what there is.
    template <class Weight>
    void over_sum(std::uint32_t s, ExcessKind kind, double there_is, Weight weight) {
        CapacityExcess sum;
        sum.kind = kind;
        sum.system = s;
        sum.there_is = there_is;
        std::vector<std::pair<double, std::uint32_t>> parts;
        for (const std::uint32_t i : users_[s]) {
            const CapacityUse& use = capacity_.uses[i];
            const double time = weight(i) * system_time(use).value_or(0);
            if (time == 0) continue;
            sum.taken += time;
            if (use.charge == EmbodiedAllocation::calendar) sum.by_calendar += time;
            sum.states_duration_alone |= use.duration_alone;
            parts.emplace_back(-time, i);
        }
        if (!exceeds_capacity(sum.taken, there_is)) return;
        const std::size_t listed = std::min(parts.size(), max_listed);
        std::partial_sort(parts.begin(), parts.begin() + static_cast<std::ptrdiff_t>(listed), parts.end());
        for (std::size_t k = 0; k < listed; ++k) sum.uses.push_back(parts[k].second);
        sum.more = parts.size() - listed;
        found_.push_back(std::move(sum));
    }

    const Capacity& capacity_;
    const ValueOf& value_;
    std::vector<std::vector<std::uint32_t>> users_;  // by system: uses that count in sums
    std::set<std::uint32_t> outlasts_;               // uses that exceed something by themselves
    std::vector<CapacityExcess> found_;
};

}  // namespace

std::vector<StepId> Capacity::steps() const {
    std::vector<StepId> all;
    all.reserve(systems.size() * 5 + uses.size() * 4);
    for (const SystemCapacity& one : systems)
        all.insert(all.end(), {one.nodes, one.accelerators, one.period, one.lifetime, one.utilisation});
    for (const CapacityUse& one : uses)
        all.insert(all.end(), {one.devices, one.device_time, one.node_time, one.duration});
    return all;
}

bool Capacity::same_but_for_steps(const Capacity& other) const {
    const auto as_this = [](const CapacityUse& use) {
        return std::tuple(use.activity, use.system, use.start, use.charge, use.included, use.states_node_time,
                          use.duration_alone);
    };
    const auto same_system = [](const SystemCapacity& a, const SystemCapacity& b) { return a.id == b.id; };
    const auto same_use = [&](const CapacityUse& a, const CapacityUse& b) {
        return as_this(a) == as_this(b);
    };
    return std::equal(systems.begin(), systems.end(), other.systems.begin(), other.systems.end(),
                      same_system) &&
           std::equal(uses.begin(), uses.end(), other.uses.begin(), other.uses.end(), same_use);
}

bool exceeds_capacity(double taken, double there_is) {
    constexpr double rounding = 1e-9;  // for sums of thousands of times
    return taken > there_is * (1 + capacity_slack) * (1 + rounding);
}

std::vector<CapacityExcess> excesses(const Capacity& capacity, const ValueOf& value) {
    return Search(capacity, value).find();
}

}  // namespace lca
