#include "models/resolve/activity_data.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/physics/usage.hpp"

namespace lca {
namespace {

class ActivityDataFinder {
public:
    ActivityDataFinder(const Activity& activity, const ResolvedSystem* system, ValueRecorder& values)
        : activity_(activity), system_(system), values_(values) {}

    ActivityData find() {
        found_.duration = values_(activity_.duration);
        found_.work = values_(activity_.work);
        find_device_time();
        find_node_time();
        find_from_duration();
        find_system_time();
        find_service();
        label();
        return found_;
    }

private:
    /// The device time: as stated, or devices × duration, or work / (efficiency × peak throughput).
    void find_device_time() {
        found_.device_time = values_(activity_.device_time);
        const auto& devices = found_.devices = values_(activity_.devices);
        if (found_.device_time) {
            if (devices && !found_.duration)
                found_.duration = physics::duration(*found_.device_time, *devices);
        } else if (devices && found_.duration) {
            found_.device_time = physics::device_time(*devices, *found_.duration);
        } else if (found_.work && activity_.efficiency) {
            if (const auto peak = peak_per_device()) {
                const Expr<unit::None> efficiency = *values_(activity_.efficiency);
                found_.device_time = physics::device_time(*found_.work, efficiency, *peak);
            }
            if (devices && found_.device_time)
                found_.duration = physics::duration(*found_.device_time, *devices);
        }
    }

    std::optional<Expr<unit::ThroughputPerDevice>> peak_per_device() {
        const std::string_view precision =
            activity_.precision ? std::string_view(activity_.precision.text) : "bf16";
        if (!system_ || !system_->accelerator || system_->mixed_accelerators) {
            values_.diagnostics().error(activity_.work->owner.place(),
                                        fmt::format("`{}` gives `work`, but its system has no single kind of "
                                                    "accelerator whose peak would determine the time",
                                                    activity_.id),
                                        "device_time, or a system whose node has one kind of accelerator");
            return std::nullopt;
        }
        const auto& peaks = system_->accelerator->peak;
        const auto peak = std::find_if(peaks.begin(), peaks.end(),
                                       [&](const Hardware::Peak& one) { return one.precision == precision; });
        if (peak == peaks.end()) {
            std::vector<std::string_view> known;
            for (const Hardware::Peak& one : peaks) known.push_back(one.precision);
            std::string list;
            for (std::string_view one : known) list += fmt::format("{}{}", list.empty() ? "" : ", ", one);
            values_.diagnostics().error(
                (activity_.precision ? activity_.precision.location : activity_.work->owner).place(),
                fmt::format("no {} peak is published for `{}`", precision, system_->accelerator->id),
                list.empty() ? "device_time, or hardware with a peak"
                             : fmt::format("one of its precisions: {}", list));
            return std::nullopt;
        }
        if (!peak->value) return std::nullopt;  // its error has been reported already
        return physics::peak_of_each(*values_(peak->value));
    }

    /// Node time = device time / accelerators per node, or device time from node time.
    void find_node_time() {
        found_.node_time = values_(activity_.node_time);
        if (!system_ || !system_->accelerators) return;
        if (!found_.node_time && found_.device_time) {
            found_.node_time = physics::node_time(*found_.device_time, *system_->accelerators);
        } else if (found_.node_time && !found_.device_time) {
            found_.device_time = physics::device_time(*found_.node_time, *system_->accelerators);
        }
    }

    /// If the file states only a duration, the activity uses all nodes of the system for that time.
    void find_from_duration() {
        if (found_.node_time || found_.device_time || !found_.duration || !system_ || !system_->nodes) return;
        found_.node_time = physics::node_time(*system_->nodes, *found_.duration);
        if (system_->accelerators)
            found_.device_time = physics::device_time(*found_.node_time, *system_->accelerators);
    }

    void find_system_time() {
        if (found_.node_time && system_ && system_->nodes)
            found_.system_time = physics::system_time(*found_.node_time, *system_->nodes);
        found_.lasts_system_time = !found_.duration;
        if (!found_.duration) found_.duration = found_.system_time;
    }

    void find_service() {
        found_.requests = values_(activity_.requests);
        found_.tokens = values_(activity_.tokens);
        if (!found_.requests && activity_.request_rate && found_.duration) {
            found_.requests = physics::requests(*values_(activity_.request_rate), *found_.duration);
        }
    }

    void label() {
        const auto say = [&](auto& value, const char* what) {
            if (value) values_.recorder().label(*value, what);
        };
        say(found_.device_time, "device time");
        say(found_.node_time, "node time");
        say(found_.system_time, "system time");
        say(found_.duration, "duration");
        say(found_.requests, "requests");
    }

    const Activity& activity_;
    const ResolvedSystem* system_;
    ValueRecorder& values_;
    ActivityData found_;
};

}  // namespace

ActivityData activity_data(const Activity& activity, const ResolvedSystem* system, ValueRecorder& values) {
    return ActivityDataFinder(activity, system, values).find();
}

}  // namespace lca
