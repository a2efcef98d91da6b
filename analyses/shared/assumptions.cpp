#include "analyses/shared/assumptions.hpp"

#include <algorithm>
#include <initializer_list>
#include <vector>

#include "lca/base/number.hpp"
#include "lca/calc/dataflow.hpp"
#include "lca/page/scale.hpp"
#include "lca/units/quantity.hpp"
#include "models/compile/session.hpp"
#include "models/results/capacity.hpp"
#include "models/results/hours.hpp"

namespace lca {
namespace {

std::string joined(const std::vector<std::string>& texts, std::string_view between) {
    std::string all;
    for (const std::string& text : texts) {
        if (!text.empty()) all += (all.empty() ? "" : std::string(between)) + text;
    }
    return all;
}

class AssumptionTexts {
public:
    explicit AssumptionTexts(const Evaluation& evaluation)
        : result_(*evaluation.result), results_(result_.results()), scenario_(evaluation.model->scenario) {}

    Assumptions texts() const { return {sites(), hardware(), life()}; }

private:
    std::optional<double> value(std::string_view row, std::size_t measure) const {
        const Result* found = results_.find(row);
        return found ? result_.value(*found, measure) : std::nullopt;
    }

    /// Emissions of electricity divided by its energy: "57 gCO2e/kWh"; "" if the gaps of the two differ.
    std::string intensity() const {
        double impact = 0, energy = 0;
        for (const char* phase : {"idle", "dynamic"}) {
            const std::optional<double> drawn = value(phase, energy_measure),
                                        emitted = value(phase, index_of::climate);
            if (!drawn || *drawn == 0) continue;
            const Result& row = *results_.find(phase);
            if (!emitted || results_.gaps_of(row, index_of::climate) != results_.gaps_of(row, energy_measure))
                return "";
            impact += *emitted;
            energy += *drawn;
        }
        if (!(energy > 0)) return "";
        return short_text(impact / energy, impact_per(index_of::climate, dimension_of<unit::Energy>()));
    }

    std::string sites() const {
        const std::vector<Site>& all = scenario_.sites;
        if (all.empty()) return "";
        const std::string intensity = this->intensity();
        if (all.size() > 1)
            return joined(
                {std::to_string(all.size()) + " sites", intensity.empty() ? "" : intensity + " on average"},
                ", ");
        const std::string figures = joined({intensity + plain_mean(), pue(all.front())}, ", ");
        return joined({name(all.front()), figures}, ": ");
    }

    /// What a site is called: its id and region, "here (FRA)", or just one of them.
    static std::string name(const Site& site) {
        const std::string region =
            site.grid && site.grid->region ? site.grid->region.text : site.datacentre.text;
        if (site.id.empty()) return region;
        return region.empty() || region == site.id ? site.id : site.id + " (" + region + ")";
    }

    /// The unweighted mean intensity of the activity's hours; "" unless just one activity has such a series.
    std::string plain_mean() const {
        const std::vector<HoursSummary> hours = hours_of_series(result_);
        if (hours.size() != 1) return "";
        const Dimension per_energy = impact_per(index_of::climate, dimension_of<unit::Energy>());
        return " (plain mean of its hours " + short_text(hours.front().plain, per_energy) + ")";
    }

    std::string pue(const Site& site) const {
        const Calculation& calculation = result_.calculation();
        for (const std::string& path : {site.location.path() + ".pue", site.datacentre.text + ".pue"}) {
            const std::size_t found = only_input(calculation, path);
            if (found != no_input) return "PUE " + readable(calculation.inputs()[found].value, 3);
        }
        return "";
    }

    std::span<const SystemCapacity> systems() const {
        if (!results_.capacity) return {};
        return results_.capacity->systems;
    }

    std::string hardware() const {
        const std::span<const SystemCapacity> all = systems();
        if (all.size() > 1) return std::to_string(all.size()) + " systems";
        if (all.empty()) return "";
        const SystemCapacity& one = all.front();
        std::string text;
        if (const std::optional<double> nodes = result_.value(one.nodes))
            text = readable(*nodes, 6) + (*nodes == 1 ? " node" : " nodes");
        const std::optional<double> accelerators = result_.value(one.accelerators);
        if (!accelerators || one.accelerator.empty()) return text;
        return joined({text, readable(*accelerators, 6) + " × " + one.accelerator}, " of ");
    }

    std::string life() const {
        if (systems().size() != 1) return "";
        const SystemCapacity& one = systems().front();
        const auto years = [this](StepId step) {
            const std::optional<double> time = result_.value(step);
            const Parsed<UnitText> year = parse_unit("yr");
            return time ? readable(*time / std::get<UnitText>(year).factor, 3) + " yr" : "";
        };
        const std::string period = years(one.period), lifetime = years(one.lifetime);
        if (!period.empty())
            return joined({lifetime.empty() ? "" : "kept " + lifetime, "over a period of " + period}, ", ");
        const std::optional<double> used = result_.value(one.utilisation);
        if (lifetime.empty() || !used || *used == 1) return lifetime;
        return lifetime + ", " + percent(*used, 0) + " in use";
    }

    const PointResult& result_;
    const Results& results_;
    const Scenario& scenario_;
};

}  // namespace

Assumptions assumptions_of(const Evaluation& evaluation) {
    return evaluation.model ? AssumptionTexts(evaluation).texts() : Assumptions{};
}

std::string line_of(const Assumptions& assumptions) {
    return joined({assumptions.sites, assumptions.hardware, assumptions.life}, " · ");
}

}  // namespace lca
