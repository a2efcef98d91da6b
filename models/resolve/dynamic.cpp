// The dynamic energy of an activity: the electricity used while it works.

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "lca/base/zoned_time.hpp"
#include "lca/math/time_series.hpp"
#include "models/physics/energy.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/resolve/power.hpp"
#include "models/resolve/service_model.hpp"
#include "models/series/load_shape.hpp"

namespace lca {
namespace {

constexpr std::string_view host_name = "host";

class DynamicLines {
public:
    DynamicLines(const EnergyContext& context, ElectricityPhase& phase)
        : context_(context), values_(context.values), system_(context.system), phase_(phase) {}

    void add() {
        const std::vector<Line>& lines = context_.activity.dynamic.lines;
        host_stated_ = std::any_of(lines.begin(), lines.end(), [](const Line& line) {
            return line.name == host_name || line.host_power;
        });
        for (const Line& line : lines) add(line);
        if (host_left_open_) {
            phase_.lines.push_back(
                {.name = std::string(host_name),
                 .reason =
                     "the power of the host beside its accelerators is not given: host_power, or host: none",
                 .by_default = true});
        }
    }

private:
    void add(const Line& line) {
        if (line.load_shape) shape_ = shape_of_load(context_, line);
        if (line.state != LineState::stated) {
            phase_.lines.push_back(line_without_figure(line));
            phase_.lines.back().by_default = line.state == LineState::not_assessed &&
                                             line.name == host_name &&
                                             resolve::is_by_load(context_.activity.dynamic.lines.front());
            return;
        }
        if (line.model) {
            add_by_model(line);
        } else if (resolve::is_by_load(line) && !only_host(line)) {
            add_by_load(line);
        } else if (!only_host(line)) {
            const bool added = add(host_is_beside(line) ? with_prefix(line, "accelerators") : line.name,
                                   accelerator_energy(line), line);
            if (added) phase_.lines.back().take_log(line);
        }
        if (line.load_shape && !phase_.lines.empty() && shape_) {
            phase_.lines.back().shape = std::exchange(shape_, nullptr);
            phase_.lines.back().spread_at = line.load_shape->location.place();
        }
        if (line.host_power) add(with_prefix(line, host_name), host_energy(line), line);
    }

    bool host_is_beside(const Line& line) const {
        return line.host_power || (line.name.empty() && host_stated_);
    }
    static std::string with_prefix(const Line& line, std::string_view name) {
        return line.name.empty() ? std::string(name) : fmt::format("{}_{}", line.name, name);
    }

    bool add(std::string name, std::optional<Expr<unit::Energy>> energy, const Line& line) {
        if (!energy) return false;
        values_.recorder().label(*energy, fmt::format("energy of {}", name.empty() ? "dynamic" : name));
        phase_.lines.push_back({.name = std::move(name),
                                .drawn = drawn(*energy, line, *context_.electricity),
                                .contains_idle = line.includes_idle && !line.log_idle});
        return true;
    }

    /// Adds the energy of a hosted service by its model: that of its accelerators and that of their host.
    void add_by_model(const Line& line) {
        const auto energy = service_energy(line.model, context_.activity_data, values_);
        if (!energy) return;
        add(with_prefix(line, "accelerators"), energy->accelerators, line);
        add(with_prefix(line, host_name), energy->host, line);
    }

    /// Adds the power at the stated load: of servers as a whole if their maximum power is known, else of the
    /// accelerators only; then the host has an entry of its own, or is reported as missing.
    void add_by_load(const Line& line) {
        if (system_ && !system_->power.servers.empty() && !host_replaces_servers()) return add_servers(line);
        if (!line.host_power && !host_stated_) host_left_open_ = true;
        const bool named = !line.name.empty() && !host_is_beside(line);
        add(named ? line.name : with_prefix(line, "accelerators"), accelerators_by_load(line), line);
    }

    /// Whether a stated host power replaces the catalogue's power for the host of a cloud instance.
    bool host_replaces_servers() const {
        const resolve::NodePower& power = system_->power;
        return host_stated_ && power.only_hosts && !power.accelerators.empty();
    }

    void add_servers(const Line& line) {
        const bool others = system_->power.other_servers;  // servers whose maximum power is not known
        if (host_is_figure(line) && !others) {
            values_.diagnostics().error(
                host_place(line),
                fmt::format("the maximum power of `{}` includes its host, which would count twice",
                            system_->power.servers.front().hardware->id),
                "no host power beside it, or `device_power` for the power of the accelerators");
            return;
        }
        host_left_open_ |= others && !host_stated_;
        const bool host = host_is_beside(line) || (others && line.name.empty());
        if (!add(host ? with_prefix(line, "servers") : line.name, servers_by_load(line), line)) return;
        phase_.lines.back().contains_idle = phase_.lines.back().contains_idle_by_load = true;
    }

    bool host_is_figure(const Line& line) const { return line.host_power || stated_host() != nullptr; }
    const Line* stated_host() const {
        for (const Line& line : context_.activity.dynamic.lines) {
            if (line.name == host_name && line.state == LineState::stated) return &line;
        }
        return nullptr;
    }
    Place host_place(const Line& line) const {
        return line.host_power ? line.host_power->text.place() : stated_host()->location.place();
    }

    Expr<unit::None> load_of(const Line& line) {
        if (line.load_shape) return mean_load(line);
        return values_.or_default(line.load, {.path = line.location.path() + ".load",
                                              .value = 1,
                                              .unit = "%",
                                              .unit_factor = 0.01,
                                              .why = "the language's default: maximum power all the time"});
    }

    /// The load averaged over the time of the activity; 1 after an error.
    Expr<unit::None> mean_load(const Line& line) {
        if (!shape_) return values_.constant<unit::None>(1);
        const Step load = values_.recorder().mean_over_time(
            MeanOverTime(shape_, *instant_of_time(context_.activity.start.text)),
            context_.activity_data.duration->value());
        values_.recorder().label(load, fmt::format("mean load of {}", line.location.path()), {});
        return unchecked<unit::None>(load);
    }

    std::optional<Expr<unit::Energy>> servers_by_load(const Line& line) {
        if (!context_.activity_data.node_time) {
            not_stated(line, "the power of a server",
                       "a time on nodes: device_time, node_time or a duration");
            return std::nullopt;
        }
        const auto power = resolve::power_at_load(system_->power, load_of(line), values_);
        if (power) return physics::energy(*power, *context_.activity_data.node_time);
        not_stated(line, "dynamic", "a power: none is published for an accelerator beside its server");
        return std::nullopt;
    }

    /// Maximum power of the accelerator in the catalogue × load × device time.
    std::optional<Expr<unit::Energy>> accelerators_by_load(const Line& line) {
        if (!system_ || !system_->accelerator || system_->mixed_accelerators) {
            not_stated(
                line, "dynamic",
                "energy, device_power, node_power, system_power, per_request or per_token: its system has "
                "no one kind of accelerator, and no server, to take a power from");
            return std::nullopt;
        }
        const auto maximum = values_(system_->accelerator->power_max);
        if (!maximum) {
            not_stated(line, "dynamic",
                       fmt::format("a power: none is published for `{}`", system_->accelerator->id));
            return std::nullopt;
        }
        const Expr<unit::None> load = load_of(line);
        return over_device_time(line, physics::power_at_load(*maximum, load));
    }

    std::optional<Expr<unit::Energy>> accelerator_energy(const Line& line) {
        const ActivityData& activity_data = context_.activity_data;
        if (line.log_idle) return physics::without_idle(*values_(line.energy), *values_(line.log_idle));
        if (line.energy) return values_(line.energy);
        if (line.per_request) {
            if (activity_data.requests)
                return physics::energy(*values_(line.per_request), *activity_data.requests);
            not_stated(line, "per_request", "requests, or request_rate and duration");
            return std::nullopt;
        }
        if (line.per_token) {
            if (activity_data.tokens) return physics::energy(*values_(line.per_token), *activity_data.tokens);
            not_stated(line, "per_token", "tokens");
            return std::nullopt;
        }
        const resolve::PowerKey key = resolve::power_key(line, PhaseKind::dynamic, values_);
        return std::visit([&](const auto& power) { return over_time(line, key.key, power); },
                          resolve::stated_power(key, values_));
    }

    std::optional<Expr<unit::Energy>> over_time(const Line& line, std::string_view,
                                                const Expr<unit::PowerPerDevice>& power) {
        return over_device_time(line, power);
    }
    std::optional<Expr<unit::Energy>> over_time(const Line& line, std::string_view key,
                                                const Expr<unit::PowerPerNode>& power) {
        if (context_.activity_data.node_time)
            return physics::energy(power, *context_.activity_data.node_time);
        not_stated(line, key, "a time on nodes: a system, or node_time");
        return std::nullopt;
    }
    /// A power of the whole system × its system time or, for an activity without a system, × its duration.
    std::optional<Expr<unit::Energy>> over_time(const Line& line, std::string_view key,
                                                const Expr<unit::Power>& power) {
        const ActivityData& activity_data = context_.activity_data;
        if (activity_data.system_time) return physics::energy(power, *activity_data.system_time);
        if (activity_data.duration) return physics::energy(power, *activity_data.duration);
        not_stated(line, key, "a time of the system: device_time, node_time or a duration");
        return std::nullopt;
    }

    std::optional<Expr<unit::Energy>> over_device_time(const Line& line,
                                                       const Expr<unit::PowerPerDevice>& power) {
        if (context_.activity_data.device_time)
            return physics::energy(power, *context_.activity_data.device_time);
        not_stated(line, "power", "device_time, or devices and duration, or work and efficiency");
        return std::nullopt;
    }

    std::optional<Expr<unit::Energy>> host_energy(const Line& line) {
        if (!context_.activity_data.node_time) {
            not_stated(line, "host_power", "a time on nodes: a system, or node_time");
            return std::nullopt;
        }
        const Expr<unit::PowerPerNode> each = resolve::power_per_node(line.host_power, values_);
        return physics::energy(each, *context_.activity_data.node_time);
    }

    /// Whether an entry states nothing but `host_power`, and the system has no accelerators.
    bool only_host(const Line& line) const {
        return line.host_power && resolve::is_by_load(line) && !line.load &&
               !(system_ && system_->accelerators);
    }

    void not_stated(const Line& line, std::string_view what, std::string_view needs) {
        values_.diagnostics().error(line.location.place(),
                                    fmt::format("{} of `{}` needs {}", what, context_.activity.id, needs));
    }

    const EnergyContext& context_;
    ValueRecorder& values_;
    const ResolvedSystem* system_;
    ElectricityPhase& phase_;
    bool host_stated_ = false;  // in an entry `host` or with `host_power`
    bool host_left_open_ = false;
    std::shared_ptr<const TimeSeries> shape_;  // load over time of the entry that is being added
};

}  // namespace

ElectricityLine line_without_figure(const Line& line) {
    const bool open = line.state == LineState::not_assessed;
    return {.name = line.name, .reason = open ? "`not_assessed` in the file" : ""};
}

ElectricityUse drawn(Expr<unit::Energy> energy, const Line& line, const SiteFactors& site) {
    return line.includes_pue ? use_of_facility_energy(energy, site) : use_of_it_energy(energy, site);
}

void add_dynamic_lines(const EnergyContext& context, ElectricityPhase& phase) {
    DynamicLines(context, phase).add();
}

}  // namespace lca
