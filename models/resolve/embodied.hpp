#pragma once
// How much of the embodied impact of its system an activity is allocated.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"

namespace lca {

/// Embodied impacts of one kind of hardware, or of an entry whose impact the file states; and why some are
/// missing.
struct EmbodiedLine {
    std::string name;
    Footprint impact;
    std::vector<Footprint> stages;  // impact in each stage of Results::life_cycle_stages(); empty: not split
    bool may_be_credit = false;     // whether the end of life may also be a credit in some samples
    Footprint credit = {};          // negative part of the end of life, not contained in `impact`
    std::string reason;  // why it has no impact at all; "" if only some categories have no published figure
    /// For several components added up under one name, by category: why one of them is not in the sum; "" if
    /// all are.
    std::array<std::string, impact_count> partial = {};
};

struct EmbodiedPhase {
    bool stated = false;
    bool zero = false;
    std::string reason;  // why it is not assessed, if not `stated`
    std::vector<EmbodiedLine> lines;
};

/// Whether the embodied impact of an activity is calculated from its system: it states neither a figure nor
/// `none` nor `not_assessed`.
bool follows_from_system(const Activity& activity);

/// The embodied impact of an activity. used_time: impact / (lifetime × utilisation) × time used (Luccioni et
/// al. 2023, section 4.1); calendar: impact / lifetime × time; sci: impact × duration / lifetime × reserved
/// share of the system; full: the whole impact; or stated directly: a value, or a rate × node time, device
/// time, requests or tokens. Time is node time for parts of a node and system time for shared parts; a part
/// without figure, lifetime or time is reported as missing. `share`: for a system with a period, the
/// activity's share of the impact over the period; else null.
EmbodiedPhase embodied_phase(const Activity& activity, const ResolvedSystem* system,
                             const ActivityData& activity_data, const Expr<unit::None>* share,
                             ValueRecorder& values);

/// A share of the impact of all parts of a system over its period. `way` ("carried for") is used in labels of
/// the calculation's steps.
EmbodiedPhase share_of_parts(const ResolvedSystem& system, Expr<unit::None> share, std::string_view way,
                             ValueRecorder& values);

}  // namespace lca
