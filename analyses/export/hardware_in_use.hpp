#pragma once
// The hardware of one activity and where it stands, as several export forms list it.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"

namespace lca::export_detail {

/// A number of equal devices.
struct UsedHardware {
    std::string type;  // "gpu", "cpu", "ram", "server"
    std::string name = {}, vendor = {};
    double count = 0;
    std::optional<double> gigabytes = {};  // memory of one device
    std::optional<double> share = {};  // part of these devices used by the activity; empty: all, or unknown
};

struct HardwareInUse {
    std::vector<UsedHardware> components = {};
    std::string country = {};          // "France"; "" if the region is not a country
    bool is_cloud = false;             // the hardware is an instance, or the site a region of a cloud
    bool energy_contains_pue = false;  // measured energy includes the PUE, whose value is not stated
};

/// The hardware of the activity's system; without a system, the accelerators of the activity. Parts whose
/// number is not known are left out.
HardwareInUse hardware_in_use(Session& session, const Evaluation& evaluation, const ActivityInfo& activity);

}  // namespace lca::export_detail
