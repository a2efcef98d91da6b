#pragma once
// The hardware and the place of one activity, as other forms list them.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"

namespace lca::export_detail {

/// A number of devices of one kind of hardware.
struct UsedHardware {
    std::string type;  // "gpu", "cpu", "ram", "server"
    std::string name = {}, vendor = {};
    double count = 0;
    std::optional<double> gigabytes = {};  // of one of them
    std::optional<double> share = {};  // of these devices that the activity uses; empty: all, or not known
};

struct HardwareInUse {
    std::vector<UsedHardware> components = {};
    std::string country = {};          // "France"; "" where the grid names no country
    bool is_cloud = false;             // an instance, or a region of a cloud
    bool energy_contains_pue = false;  // a measured figure contains the PUE, which no file states
};

/// The hardware of the activity's system; without one, the accelerators that it uses. What is not known is
/// left out.
HardwareInUse hardware_in_use(Session& session, const Evaluation& evaluation, const ActivityInfo& activity);

}  // namespace lca::export_detail
