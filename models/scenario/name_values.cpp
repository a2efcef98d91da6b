#include "models/scenario/name_values.hpp"

#include <fmt/core.h>

#include <cmath>

#include "models/scenario/bound_keys.hpp"
#include "models/scenario/dependencies.hpp"
#include "models/values/place_in_text.hpp"

namespace lca {
namespace {

class Namer {
public:
    explicit Namer(Diagnostics& diagnostics) : diagnostics_(diagnostics) {}

    void name(AnyValue& value, const std::string& path, Bounds bounds = Bounds::not_negative,
              bool whole = false) {
        if (!value || !value->text.is_in_code()) return;
        value = value.with([&](Statement& stated) {
            stated.text = stated.owner = stated.text.at_path(path);
            stated.bounds = bounds;
        });
        check(*value, whole);
    }

    template <class Owner>
    void name(Owner& owner, std::span<const BoundKey<Owner>> keys, const std::string& path) {
        for (const BoundKey<Owner>& key : keys)
            name(key.member(owner), fmt::format("{}.{}", path, key.key), key.bounds, key.whole);
    }

    /// Gives the values of a list the path with a number; a single value gets the path itself.
    void name(ByCategory& values, const std::string& path) {
        std::size_t count = 0, number = 0;
        for (const AnyValue& value : values) count += value ? 1U : 0U;
        for (AnyValue& value : values) {
            if (!value) continue;
            name(value, count == 1 ? path : fmt::format("{}.{}", path, number));
            ++number;
        }
    }

    void name(Site& site) {
        site.location = Location::in_code(fmt::format("sites.{}", site.id));
        const std::string path = site.location.path();
        name<Site>(site, bound::site, path);
        name(site.market_intensity, path + ".market_intensity");
        name(site.upstream_intensity, path + ".upstream_intensity");
        if (!site.grid) return;
        site.grid->location = Location::in_code(path + ".grid");
        name(site.grid->intensity.of, path + ".grid.intensity");
        name(site.grid->losses, path + ".grid.losses", Bounds::share);
        for (GridChoice::Share& one : site.grid->mix) {
            one.location = Location::in_code(fmt::format("{}.grid.mix.{}", path, one.source));
            name(one.share, one.location.path(), Bounds::share);
        }
    }

    void name(std::vector<Component>& parts, const std::string& path) {
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const std::string own = fmt::format("{}.{}", path, i);
            parts[i].location = Location::in_code(own);
            name(parts[i].count, own + ".count", Bounds::not_negative, true);
            name(parts[i].amount, own + ".amount");
            name(parts[i].lifetime, own + ".lifetime", Bounds::positive);
        }
    }

    void name(Phase& phase, std::span<const BoundKey<Line>> keys, const std::string& path) {
        phase.location = Location::in_code(path);
        for (Line& line : phase.lines) {
            const std::string own = line.name.empty() ? path : fmt::format("{}.{}", path, line.name);
            line.location = Location::in_code(own);
            name<Line>(line, keys, own);
            name(line.value.of, own + ".value");
            name(line.rate, own + ".rate");
        }
    }

    void name(System& system) {
        system.location = Location::in_code(fmt::format("systems.{}", system.id));
        const std::string path = system.location.path();
        name<System>(system, bound::system, path);
        name(system.parts, path + ".node");
        name(system.shared, path + ".shared");
        name(system.idle, bound::idle, path + ".idle");
    }

    void name(Activity& activity) {
        activity.location = Location::in_code(fmt::format("activities.{}", activity.id));
        const std::string path = activity.location.path();
        name<Activity>(activity, bound::activity, path);
        name(activity.embodied, {}, path + ".embodied");
        name(activity.idle, bound::idle, path + ".idle");
        name(activity.dynamic, bound::dynamic, path + ".dynamic");
    }

    void name(Hardware& hardware) {
        const std::string path = fmt::format("hardware.{}", hardware.id);
        name(hardware.power_max, path + ".power.max");
        name(hardware.power_typical, path + ".power.typical");
        name(hardware.power_idle, path + ".power.idle");
        for (Hardware::Peak& peak : hardware.peak)
            name(peak.value, fmt::format("{}.peak.{}", path, peak.precision), Bounds::positive);
        name(hardware.memory, path + ".memory", Bounds::positive);
        name(hardware.die_area, path + ".die.area", Bounds::positive);
        name(hardware.process, path + ".die.process", Bounds::positive);
        name(hardware.lifetime, path + ".lifetime", Bounds::positive);
        for (LifeCycleStageImpact& stage : hardware.embodied) {
            std::string own = path + ".embodied";
            if (!stage.name.empty()) own += "." + stage.name;
            for (LifeCycleStageImpact::Contribution& component : stage.components)
                name(component.impact, component.name.empty() ? own : own + "." + component.name);
        }
        name(hardware.parts, path + ".parts");
    }

private:
    void check(const Statement& stated, bool whole) {
        if (!stated.literal) return;
        const double value = stated.literal->value;
        std::string expected;
        if (!within(stated.bounds, value)) expected = to_string(stated.bounds);
        if (whole && value != std::floor(value)) expected = "a whole number";
        if (expected.empty()) return;
        diagnostics_.error(Place{}, fmt::format("`{}` is {}", stated.owner.path(), as_written(stated.text)),
                           std::move(expected));
    }

    Diagnostics& diagnostics_;
};

}  // namespace

void name_values(Scenario& scenario, const Sources& sources, Diagnostics& diagnostics) {
    Namer namer(diagnostics);
    namer.name(scenario.functional_amount, "functional_unit.amount", Bounds::positive);
    for (Parameter& one : scenario.parameters) namer.name(one.value, "parameters." + one.id, Bounds::any);
    for (Site& site : scenario.sites) namer.name(site);
    for (System& system : scenario.systems) namer.name(system);
    for (Activity& activity : scenario.activities) namer.name(activity);
    for (Hardware& hardware : scenario.made_hardware) namer.name(hardware);
    for (StatedOutput& one : scenario.outputs) namer.name(one.value, "outputs." + one.id, Bounds::any);
    scenario.parameter_order = scenario::order_by_dependency(scenario.parameters, "", sources, diagnostics);
    scenario.output_order = scenario::order_by_dependency(scenario.outputs, "outputs.", sources, diagnostics);
}

}  // namespace lca
