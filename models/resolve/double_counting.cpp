#include "models/resolve/double_counting.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "models/resolve/node_power.hpp"
#include "models/resolve/power.hpp"

namespace lca::resolve {
namespace {

constexpr std::size_t max_warnings = 100;  // for each list, about hardware that another entry contains
constexpr double same_time = 1.02;  // times whose ratio is below this count as equal: rounding, leap years

/// Lists the hardware that an item of hardware contains at any depth, and how many of each; by id.
class Contained {
public:
    explicit Contained(HardwareStore& hardware) : hardware_(hardware) {}

    std::map<std::string_view, double> in(const Hardware& holder) {
        found_.clear();
        add_all(holder, 1, 0);
        return std::move(found_);
    }

private:
    void add_all(const Hardware& holder, double count, int depth) {
        if (depth > max_hardware_depth) return;
        for (const Hardware::IncludedAccelerator& held : holder.included_accelerators)
            add(held.hardware, count, held.count, depth);
        for (const Component& part : holder.parts) add(part.hardware, count, part.count, depth);
    }

    void add(const Reference& id, double outer, const Value<unit::None>& count, int depth) {
        const Hardware* inner = hardware_.find(id);
        if (!inner) return;
        const double all = outer * (count && count->literal ? count->literal->value : 1);
        found_[inner->id] += all;
        add_all(*inner, all, depth + 1);
    }

    HardwareStore& hardware_;
    std::map<std::string_view, double> found_;
};

void warn_about_contained(const Component& part, const Hardware& inner, double count, const Component& other,
                          const Hardware& holder, Diagnostics& diagnostics) {
    const Location& at = part.hardware.location;
    diagnostics.add(
        {.place = at.place(),
         .message = fmt::format(
             "`{}` ({}) already contains {:.6g} of `{}` ({}): its hardware and energy count twice", holder.id,
             other.location.path(), count, inner.id, part.location.path()),
         .hint = fmt::format(
             "leave one of the two entries out; a `{}` without `{}` needs its own entry in `hardware`",
             holder.id, inner.id),
         .width = at.text().empty() ? 1 : at.width(),
         .severity = Severity::warning});
}

/// Warns about each entry of a list that another entry already contains. Takes time in proportion to the
/// entries, and gives at most max_warnings warnings.
void warn_about_contained(const std::vector<Component>& parts, HardwareStore& hardware,
                          Diagnostics& diagnostics) {
    std::unordered_multimap<std::string_view, const Component*> entries;
    for (const Component& part : parts) {
        if (const Hardware* known = hardware.find(part.hardware)) entries.emplace(known->id, &part);
    }
    Contained contained(hardware);
    std::size_t said = 0;
    for (const Component& other : parts) {
        const Hardware* holder = hardware.find(other.hardware);
        if (!holder || (holder->included_accelerators.empty() && holder->parts.empty())) continue;
        for (const auto& [id, count] : contained.in(*holder)) {
            if (id == holder->id) continue;
            const auto [first, last] = entries.equal_range(id);
            for (auto entry = first; entry != last && said < max_warnings; ++entry, ++said)
                warn_about_contained(*entry->second, *hardware.find(entry->second->hardware), count, other,
                                     *holder, diagnostics);
        }
    }
}

class Overlap {
public:
    Overlap(const EnergyContext& context, const ElectricityPhase& dynamic)
        : context_(context), values_(context.values), dynamic_(dynamic) {}

    void warn(const Phase& idle) {
        const Line* counted = counted_by_power();
        if (!counted) return;
        for (const Line& line : idle.lines) {
            if (line.state != LineState::stated || line.includes_stated) continue;
            const PowerKey key = power_key(line, PhaseKind::idle, values_);
            if (!key || key.drawn_by == DrawnBy::system || waits_at_another_time(line)) continue;
            warn(line, key, *counted);
        }
    }

private:
    /// An entry of `dynamic` that states a power and not what it includes, and so may contain idle energy;
    /// null if there is none, or if an entry states that it contains the idle energy.
    const Line* counted_by_power() const {
        for (const ElectricityLine& made : dynamic_.lines) {
            if (made.contains_idle) return nullptr;
        }
        for (const Line& line : context_.activity.dynamic.lines) {
            const bool energy = line.energy || line.per_request || line.per_token;
            if (line.state == LineState::stated && !energy && !line.includes_stated && !is_zero(line))
                return &line;
        }
        return nullptr;
    }

    bool is_zero(const Line& line) const {
        const PowerKey key = power_key(line, PhaseKind::dynamic, values_);
        return key && values_.now(values_.term(*key.value).step) == 0;
    }

    /// Whether the idle time that an entry states and the time of work together fit into the duration.
    bool waits_at_another_time(const Line& idle) const {
        if (!idle.duration) return false;
        const auto& work = context_.activity_data.system_time;
        const Value<unit::Time>& all = context_.activity.duration;
        if (!all || !work) return true;
        const double taken = values_.now(work->value()) + values_.now(values_.term(idle.duration).step);
        return taken <= same_time * values_.now(values_.term(all).step);
    }

    void warn(const Line& idle, const PowerKey& key, const Line& counted) {
        const std::string what = key.drawn_by == DrawnBy::node ? "nodes" : "accelerators";
        const Location& at = (*key.value)->text;
        values_.diagnostics().add(
            {.place = at.place(),
             .message = fmt::format("idle power of {2} is counted twice: in `{0}` ({1}) and in `{3}`, which "
                                    "covers the same time",
                                    idle.location.path(), key.key, what, counted.location.path()),
             .hint =
                 "`includes: [idle]` beside the power in `dynamic` if that power contains their idle power, "
                 "`includes: none` if it does not; `system_power` in `idle` for the remaining power",
             .related = {{counted.location.place(), fmt::format("`{}` is here", counted.location.path())}},
             .width = at.text().empty() ? 1 : at.width(),
             .severity = Severity::warning});
    }

    const EnergyContext& context_;
    ValueRecorder& values_;
    const ElectricityPhase& dynamic_;
};

}  // namespace

void warn_about_contained_hardware(const System& system, HardwareStore& hardware, Diagnostics& diagnostics) {
    warn_about_contained(system.parts, hardware, diagnostics);
    warn_about_contained(system.shared, hardware, diagnostics);
}

void warn_about_idle_in_dynamic(const EnergyContext& context, const ElectricityPhase& dynamic,
                                const Phase& idle) {
    if (context.system) Overlap(context, dynamic).warn(idle);
}

void warn_about_accelerators_of_servers(const EnergyContext& context) {
    const std::vector<Line>& lines = context.activity.dynamic.lines;
    if (!context.system || context.system->power.servers.empty() ||
        !context.system->power.accelerators.empty())
        return;
    const auto servers = std::find_if(lines.begin(), lines.end(), is_by_load);
    if (servers == lines.end()) return;
    for (const Line& line : lines) {
        const PowerKey key = power_key(line, PhaseKind::dynamic, context.values);
        if (!key || key.drawn_by != DrawnBy::accelerator) continue;
        const Location& at = (*key.value)->text;
        context.values.diagnostics().add(
            {.place = at.place(),
             .message = fmt::format("`{}` is counted twice: the load of the servers in `{}` contains the "
                                    "power of their accelerators",
                                    line.location.path(), servers->location.path()),
             .hint = "keep one of the two entries",
             .related = {{servers->location.place(), fmt::format("`{}` is here", servers->location.path())}},
             .width = at.text().empty() ? 1 : at.width(),
             .severity = Severity::warning});
    }
}

}  // namespace lca::resolve
