#include "analyses/export/hardware_in_use.hpp"

#include <algorithm>
#include <cmath>

#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/hardware_store.hpp"
#include "models/catalog/region.hpp"
#include "models/results/capacity.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca::export_detail {
namespace {

constexpr double gigabyte = 1e9;  // in bytes

class HardwareOfActivity {
public:
    HardwareOfActivity(Session& session, const Evaluation& evaluation, const ActivityInfo& info)
        : session_(session),
          point_(*evaluation.result),
          scenario_(evaluation.model->scenario),
          info_(info),
          store_(session.catalog(), scenario_, session.sources(), silent_) {
        ActivityReader activities(scenario_, session.sources());
        for (std::size_t i = 0; i < activities.size(); ++i) {
            if (activities.id_of(i) == info.id) activity_ = activities.read(i);
        }
    }

    HardwareInUse all() {
        if (activity_.system) {
            add_system(scenario_.systems[*activity_.system]);
        } else if (const std::optional<double> devices = used_devices(); devices && is_whole(*devices)) {
            result_.components.push_back({.type = "gpu", .count = *devices});
        }
        const std::optional<std::size_t> site =
            activity_.system ? scenario_.systems[*activity_.system].site : activity_.site;
        if (site) add_place(scenario_.sites[*site]);
        return std::move(result_);
    }

private:
    static bool is_whole(double count) { return count >= 1 && count == std::floor(count); }

    std::optional<double> used_devices() const {
        const std::optional<double> time = point_.value(info_.device_time),
                                    duration = point_.value(info_.duration);
        if (!time || !duration || !(*duration > 0)) return std::nullopt;
        // Device time divided by duration: for a whole number of devices, this is whole except for rounding.
        constexpr double rounding = 1e-9;
        const double devices = *time / *duration, whole = std::round(devices);
        return std::fabs(devices - whole) <= rounding * devices ? whole : devices;
    }

    void add_system(const System& system) {
        const Capacity* all = point_.results().capacity.get();
        if (!all) return;
        const auto own = std::find_if(all->systems.begin(), all->systems.end(),
                                      [&](const SystemCapacity& one) { return one.id == system.id; });
        const std::optional<double> nodes =
            own == all->systems.end() ? std::nullopt : point_.value(own->nodes);
        if (!nodes) return;
        const std::optional<double> accelerators = point_.value(own->accelerators);
        for (const Component& component : system.parts) part(component, *nodes, accelerators);
    }

    /// Adds a component, times the nodes. A count that is a formula is known for accelerators only.
    void part(const Component& component, double nodes, std::optional<double> accelerators) {
        const Hardware* hardware = store_.find(component.hardware);
        if (!hardware) return;
        const bool is_accelerator = hardware->kind == HardwareKind::accelerator;
        UsedHardware part{
            .type = type_of(hardware->kind), .name = hardware->name, .vendor = hardware->vendor};
        if (part.name.empty()) part.name = hardware->id;
        result_.is_cloud = result_.is_cloud || hardware->kind == HardwareKind::instance;
        if (component.count && !component.count->literal) {
            if (!is_accelerator || !accelerators) return;
            part.count = *accelerators * nodes;
        } else {
            part.count = (component.count ? component.count->literal->value : 1) * nodes;
        }
        if (is_accelerator && hardware->memory && hardware->memory->literal)
            part.gigabytes = hardware->memory->literal->value / gigabyte;
        if (component.amount && component.amount->literal &&
            component.amount->literal->unit.dimension == dimension_of<unit::Information>())
            part.gigabytes = component.amount->literal->value / gigabyte;
        if (!is_whole(part.count)) return;
        const std::optional<double> used = used_devices();
        if (is_accelerator && used && *used < part.count) part.share = *used / part.count;
        result_.components.push_back(std::move(part));
    }

    static std::string type_of(HardwareKind kind) {
        if (kind == HardwareKind::accelerator) return "gpu";
        return kind == HardwareKind::memory ? "ram" : std::string(to_string(kind));
    }

    void add_place(const Site& site) {
        const std::string region =
            site.grid && site.grid->region ? site.grid->region.text : site.datacentre.text;
        result_.is_cloud = result_.is_cloud || is_cloud_region(region);
        const bool measured_with_pue =
            std::any_of(activity_.dynamic.lines.begin(), activity_.dynamic.lines.end(),
                        [](const Line& line) { return line.includes_pue; });
        result_.energy_contains_pue = measured_with_pue && !site.pue && !site.datacentre;
        country(region);
    }

    static bool is_cloud_region(const std::string& region) {
        return region.find('/') != std::string::npos && !region_year(region);
    }

    /// Sets the country if the region's id, without its year, has three capital letters (ISO 3166).
    void country(const std::string& region) {
        const std::optional<RegionYear> with_year = region_year(region);
        const std::string_view id = with_year ? with_year->region : std::string_view(region);
        const auto is_capital = [](char c) { return c >= 'A' && c <= 'Z'; };
        if (id.size() != 3 || !std::all_of(id.begin(), id.end(), is_capital) || id == world) return;
        const auto found = session_.catalog().find(Section::grid, region);
        const Node name = found ? found->node().find("name") : Node();
        if (name && name.is_text()) result_.country = std::string(name.text());
    }

    static constexpr std::string_view world = "WLD";

    Session& session_;
    const PointResult& point_;
    const Scenario& scenario_;
    const ActivityInfo& info_;
    Diagnostics silent_;
    HardwareStore store_;
    Activity activity_;
    HardwareInUse result_;
};

}  // namespace

HardwareInUse hardware_in_use(Session& session, const Evaluation& evaluation, const ActivityInfo& activity) {
    return HardwareOfActivity(session, evaluation, activity).all();
}

}  // namespace lca::export_detail
