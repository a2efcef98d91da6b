// Dynamic and idle side by side: what a measured figure already contains is not added again.

#include <fmt/core.h>

#include "models/physics/energy.hpp"
#include "models/resolve/electricity_use.hpp"

namespace lca {
namespace {

const Line* line_with_idle(const Phase& phase) {
    for (const Line& line : phase.lines) {
        if (line.includes_idle) return &line;
    }
    return nullptr;
}

const Line* line_with_share(const Phase& phase) {
    for (const Line& line : phase.lines) {
        if (line.share) return &line;
    }
    return nullptr;
}

/// A phase without lines: left out, zero, or left open.
ElectricityPhase without_lines(const Phase& phase, std::string_view name) {
    ElectricityPhase drawn;
    if (phase.state == Phase::State::none) {
        drawn.stated = drawn.zero = true;
    } else {
        drawn.reason = phase.state == Phase::State::not_assessed
                           ? fmt::format("{} is left open by the file", name)
                           : fmt::format("the file says nothing about {}", name);
    }
    return drawn;
}

class Phases {
public:
    Phases(const EnergyContext& drawing, const ElectricityPhase* shared)
        : drawing_(drawing), shared_(shared) {}

    ElectricPhases find() {
        find_dynamic();
        find_idle();
        take_idle_off_dynamic();
        return phases_;
    }

private:
    void find_dynamic() {
        const Phase& phase = drawing_.activity.dynamic;
        if (phase.state != Phase::State::stated) {
            phases_.dynamic = without_lines(phase, "dynamic");
            return;
        }
        if (!has_site(phase)) return;
        phases_.dynamic.stated = true;
        for (const Line& line : phase.lines) add_dynamic_lines(line, drawing_, phases_.dynamic);
    }

    void find_idle() {
        const Phase& phase = drawing_.activity.idle;
        if (shared_) {
            phases_.idle = *shared_;
            return;
        }
        if (phase.state != Phase::State::stated) {
            phases_.idle = without_lines(phase, "idle");
            phases_.idle.within_dynamic =
                phase.state == Phase::State::absent && line_with_idle(drawing_.activity.dynamic);
            return;
        }
        if (!has_site(phase)) return;
        phases_.idle.stated = true;
        if (const Line* share = line_with_share(phase)) return add_share(*share);
        const auto time = drawing_.activity_data.system_time ? drawing_.activity_data.system_time
                                                             : drawing_.activity_data.duration;
        for (const Line& line : phase.lines) {
            if (const auto energy =
                    idle_energy(line, drawing_.machine, drawing_.activity_data, time, drawing_.values))
                add_idle(line, *energy);
        }
    }

    void add_idle(const Line& line, Expr<unit::Energy> energy) {
        const std::string name(line.name);
        drawing_.values.recorder().label(energy, fmt::format("energy of {}", name.empty() ? "idle" : name));
        phases_.idle.lines.push_back({name, drawn(energy, line, *drawing_.electricity)});
    }

    /// A share of dynamic + idle: idle = dynamic × s / (1 - s), or s × measured where the measured figure
    /// contains the idle energy.
    void add_share(const Line& line) {
        if (phases_.dynamic.lines.empty()) {
            drawing_.values.diagnostics().error(
                line.location.place(),
                fmt::format("idle of `{}` is a share of dynamic + idle, but there is no dynamic energy",
                            drawing_.activity.id));
            return;
        }
        ValueRecorder& values = drawing_.values;
        const Expr<unit::None> share = *values(line.share);
        if (values.now(share.value()) >= 1) {
            values.diagnostics().error(line.share->text.place(),
                                       "an idle share of 100 % leaves nothing for dynamic", "below 100 %");
            return;
        }
        const bool contained = line_with_idle(drawing_.activity.dynamic) != nullptr;
        const auto factor = contained ? share : physics::idle_over_dynamic(share);
        ElectricityLine made{
            std::string(line.name),
            {*total(&ElectricityUse::it) * factor, *total(&ElectricityUse::facility) * factor}};
        values.recorder().label(*made.drawn.facility, "energy of idle");
        phases_.idle.lines.push_back(std::move(made));
    }

    std::optional<Expr<unit::Energy>> total(std::optional<Expr<unit::Energy>> ElectricityUse::*which) {
        return sum(phases_.dynamic.lines, which);
    }
    std::optional<Expr<unit::Energy>> sum(const std::vector<ElectricityLine>& lines,
                                          std::optional<Expr<unit::Energy>> ElectricityUse::*which) {
        std::vector<Step> steps;
        for (const ElectricityLine& line : lines) steps.push_back((line.drawn.*which)->value());
        if (steps.empty()) return std::nullopt;
        return unchecked<unit::Energy>(drawing_.values.recorder().sum(steps));
    }

    /// Measured energy that contains the idle energy: what `idle` states is taken off it.
    void take_idle_off_dynamic() {
        const Line* measured = line_with_idle(drawing_.activity.dynamic);
        if (!measured || phases_.idle.lines.empty()) return;
        for (ElectricityLine& line : phases_.dynamic.lines) {
            if (line.name != measured->name) continue;
            line.drawn.it =
                physics::without_idle(*line.drawn.it, *sum(phases_.idle.lines, &ElectricityUse::it));
            line.drawn.facility = physics::without_idle(*line.drawn.facility,
                                                        *sum(phases_.idle.lines, &ElectricityUse::facility));
            drawing_.values.recorder().label(*line.drawn.facility, "measured energy less what idle states");
            if (drawing_.values.now(line.drawn.facility->value()) < 0) {
                drawing_.values.diagnostics().error(
                    measured->location.place(),
                    fmt::format("`{}` includes idle, but idle alone states more energy than was measured",
                                measured->location.path()));
            }
        }
    }

    bool has_site(const Phase& phase) {
        if (drawing_.electricity && drawing_.electricity->pue) return true;
        if (!drawing_.electricity) {
            drawing_.values.diagnostics().error(
                phase.location.place(),
                fmt::format("`{}` draws electricity, but neither it nor its system names a site",
                            drawing_.activity.id),
                "site: an id of `sites`, or {grid: …}");
        }
        return false;
    }

    const EnergyContext& drawing_;
    const ElectricityPhase* shared_;
    ElectricPhases phases_;
};

}  // namespace

ElectricPhases electric_phases(const EnergyContext& drawing, const ElectricityPhase* shared) {
    return Phases(drawing, shared).find();
}

}  // namespace lca
