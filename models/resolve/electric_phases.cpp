// The phases `dynamic` and `idle` together: idle energy that a measured figure contains is not added again.

#include <fmt/core.h>

#include <algorithm>

#include "models/physics/allocation.hpp"
#include "models/physics/energy.hpp"
#include "models/resolve/double_counting.hpp"
#include "models/resolve/electricity_use.hpp"
#include "models/resolve/plausibility.hpp"
#include "models/scenario/bound_keys.hpp"

namespace lca {
namespace {

const Line* line_with_share(const Phase& phase) {
    for (const Line& line : phase.lines) {
        if (line.share) return &line;
    }
    return nullptr;
}

/// A phase for which the file has no entries: not mentioned, `none` (zero), or `not_assessed`.
ElectricityPhase without_lines(const Phase& phase, std::string_view name) {
    ElectricityPhase drawn;
    if (phase.state == Phase::State::none) {
        drawn.stated = drawn.zero = true;
    } else {
        drawn.reason = phase.state == Phase::State::not_assessed
                           ? fmt::format("{} is `not_assessed` in the file", name)
                           : fmt::format("the file gives no figure for {}", name);
    }
    return drawn;
}

class Phases {
public:
    Phases(const EnergyContext& context, const ElectricityPhase* shared)
        : context_(context), shared_(shared) {}

    ElectricPhases find() {
        find_dynamic();
        if (phases_.dynamic.stated && !context_.values.diagnostics().has_errors()) {
            resolve::check_plausible_power(context_, phases_.dynamic);
            resolve::warn_about_accelerators_of_servers(context_);
        }
        find_idle();
        warn_about_idle();
        take_idle_off_dynamic();
        return phases_;
    }

private:
    void find_dynamic() {
        const Phase& phase = context_.activity.dynamic;
        if (phase.state != Phase::State::stated) {
            phases_.dynamic = without_lines(phase, "dynamic");
            return;
        }
        if (!has_site(phase)) return;
        phases_.dynamic.stated = true;
        add_dynamic_lines(context_, phases_.dynamic);
    }

    /// Warns about implausible figures in `idle`, of the activity or of the system that several share.
    void warn_about_idle() {
        const Phase& idle = shared_ ? context_.system->stated->idle : context_.activity.idle;
        if (idle.state != Phase::State::stated || context_.values.diagnostics().has_errors()) return;
        resolve::check_plausible_idle(context_, idle);
        if (phases_.dynamic.stated) resolve::warn_about_idle_in_dynamic(context_, phases_.dynamic, idle);
    }

    /// The first entry of `dynamic` whose figure contains the idle energy; null if there is none.
    ElectricityLine* line_with_idle() {
        for (ElectricityLine& line : phases_.dynamic.lines) {
            if (line.contains_idle) return &line;
        }
        return nullptr;
    }

    void find_idle() {
        const Phase& phase = context_.activity.idle;
        if (const Line* measured = line_with_baseline()) return add_baselines(*measured);
        if (shared_) {
            phases_.idle = *shared_;
            return;
        }
        if (phase.state != Phase::State::stated) {
            phases_.idle = without_lines(phase, "idle");
            phases_.idle.within_dynamic = phase.state == Phase::State::absent && line_with_idle();
            return;
        }
        if (!has_site(phase)) return;
        phases_.idle.stated = true;
        if (const Line* share = line_with_share(phase)) return add_share(*share);
        const auto time = context_.activity_data.system_time ? context_.activity_data.system_time
                                                             : context_.activity_data.duration;
        for (const Line& line : phase.lines) {
            if (line.state != LineState::stated) {
                phases_.idle.lines.push_back(line_without_figure(line));
            } else if (const auto energy = idle_energy(line, context_.system, context_.activity_data, time,
                                                       context_.values)) {
                add_idle(line, *energy);
            }
        }
    }

    const Line* line_with_baseline() const {
        for (const Line& line : context_.activity.dynamic.lines) {
            if (line.log_idle) return &line;
        }
        return nullptr;
    }

    /// Adds the idle energy measured in the `baseline` of logs; an error if `idle` is stated, too.
    void add_baselines(const Line& first) {
        const Phase& idle = context_.activity.idle;
        if (shared_ || idle.state != Phase::State::absent) {
            context_.values.diagnostics().error(
                first.log_idle->text.place(),
                fmt::format("the baseline gives the idle energy, and so does {}: it would count twice",
                            shared_ ? fmt::format("the system of `{}`", context_.activity.id)
                                    : fmt::format("`{}`", idle.location.path())),
                "either a `baseline` or `idle`");
            return;
        }
        phases_.idle.stated = true;
        for (const Line& line : context_.activity.dynamic.lines) {
            if (!line.log_idle) continue;
            add_idle(line, *context_.values(line.log_idle));
            phases_.idle.lines.back().is_baseline = true;
        }
    }

    void add_idle(const Line& line, Expr<unit::Energy> energy) {
        const std::string name(line.name);
        context_.values.recorder().label(energy, fmt::format("energy of {}", name.empty() ? "idle" : name));
        phases_.idle.lines.push_back({.name = name, .drawn = drawn(energy, line, *context_.electricity)});
        phases_.idle.lines.back().take_log(line);
    }

    /// Adds idle energy stated as a share s of dynamic + idle: dynamic × s / (1 - s) or, if the measured
    /// figure contains the idle energy, that figure × s.
    void add_share(const Line& line) {
        if (!total(&ElectricityUse::it)) {
            context_.values.diagnostics().error(
                line.location.place(),
                fmt::format("idle of `{}` is a share of dynamic + idle, but there is no dynamic energy",
                            context_.activity.id));
            return;
        }
        ValueRecorder& values = context_.values;
        const Expr<unit::None> share = *values(line.share);
        if (values.is_faulty(line.share)) return;
        if (values.now(share.value()) >= 1) {
            values.diagnostics().error(line.share->text.place(),
                                       "an idle share of 100 % leaves nothing for dynamic", "below 100 %");
            return;
        }
        const bool contained = line_with_idle() != nullptr;
        const auto factor = contained ? share : physics::idle_over_dynamic(share);
        const Expr<unit::Energy> it = *total(&ElectricityUse::it) * factor;
        const Expr<unit::Energy> facility = *total(&ElectricityUse::facility) * factor;
        ElectricityLine made{.name = line.name, .drawn = {it, facility}};
        values.recorder().label(*made.drawn.facility, "energy of idle");
        phases_.idle.lines.push_back(std::move(made));
    }

    std::optional<Expr<unit::Energy>> total(std::optional<Expr<unit::Energy>> ElectricityUse::*which) {
        return sum(phases_.dynamic.lines, which);
    }
    std::optional<Expr<unit::Energy>> sum(const std::vector<ElectricityLine>& lines,
                                          std::optional<Expr<unit::Energy>> ElectricityUse::*which) {
        std::vector<Step> steps;
        for (const ElectricityLine& line : lines) {
            if (line.is_drawn()) steps.push_back((line.drawn.*which)->value());
        }
        if (steps.empty()) return std::nullopt;
        return unchecked<unit::Energy>(context_.values.recorder().sum(steps));
    }

    /// Subtracts the idle energy stated in `idle` from the dynamic figure that contains it.
    void take_idle_off_dynamic() {
        ElectricityLine* figure = line_with_idle();
        if (!figure || !sum(phases_.idle.lines, &ElectricityUse::it)) return;
        const std::vector<ElectricityLine> contained =
            figure->contains_idle_by_load && shared_ ? shared_idle_meanwhile() : phases_.idle.lines;
        const auto it = sum(contained, &ElectricityUse::it);
        if (!it) return;
        figure->drawn.it = physics::without_idle(*figure->drawn.it, *it);
        figure->drawn.facility =
            physics::without_idle(*figure->drawn.facility, *sum(contained, &ElectricityUse::facility));
        const bool by_load = figure->contains_idle_by_load;
        context_.values.recorder().label(*figure->drawn.facility,
                                         by_load ? "energy at this load minus stated idle energy"
                                                 : "measured energy minus stated idle energy");
        if (context_.values.now(figure->drawn.facility->value()) >= 0 || has_faulty_value()) return;
        const Location& at = line_of(*figure).location;
        context_.values.diagnostics().error(
            at.place(),
            fmt::format("`{}` includes idle, but the stated idle energy exceeds {}", at.path(),
                        by_load ? "the energy of the server at this load" : "the measured energy"));
    }

    /// Whether a value of the activity has an error, and a different number is used in its place.
    bool has_faulty_value() {
        bool found = false;
        each_value(context_.activity,
                   [&](const AnyValue& value) { found = found || context_.values.is_faulty(value); });
        return found;
    }

    /// The idle energy of a shared system during the time that the activity uses it. The idle energy over the
    /// system's period, which is divided among the activities, also covers hours in which nothing runs; a
    /// figure calculated from a load does not contain those hours.
    std::vector<ElectricityLine> shared_idle_meanwhile() {
        std::vector<ElectricityLine> lines;
        const System& system = *context_.system->stated;
        const auto period = context_.values(system.period);
        if (!period || !context_.activity_data.system_time) return lines;
        const auto share = physics::share_of_claim(*context_.activity_data.system_time, *period);
        for (const Line& line : system.idle.lines) {
            if (line.state != LineState::stated) continue;
            const auto energy = idle_energy(line, context_.system, ActivityData{}, period, context_.values);
            if (!energy) continue;
            const ElectricityUse all = drawn(*energy, line, *context_.electricity);
            lines.push_back({.name = line.name, .drawn = {*all.it * share, *all.facility * share}});
        }
        return lines;
    }

    const Line& line_of(const ElectricityLine& made) const {
        const std::vector<Line>& lines = context_.activity.dynamic.lines;
        const auto named =
            std::find_if(lines.begin(), lines.end(), [&](const Line& one) { return one.name == made.name; });
        return named == lines.end() ? lines.front() : *named;
    }

    bool has_site(const Phase& phase) {
        if (context_.electricity && context_.electricity->pue) return true;
        if (!context_.electricity) {
            context_.values.diagnostics().error(
                phase.location.place(),
                fmt::format("`{}` draws electricity, but neither it nor its system names a site",
                            context_.activity.id),
                "site: an id of `sites`, or {grid: …}");
        }
        return false;
    }

    const EnergyContext& context_;
    const ElectricityPhase* shared_;
    ElectricPhases phases_;
};

}  // namespace

ElectricPhases electric_phases(const EnergyContext& context, const ElectricityPhase* shared) {
    return Phases(context, shared).find();
}

}  // namespace lca
