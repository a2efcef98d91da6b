#pragma once
// How much of the embodied impact of a system an activity carries.

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/resolve/activity_data.hpp"
#include "models/resolve/resolved_system.hpp"

namespace lca {

/// One embodied line: its impacts, and why any of them is missing.
struct EmbodiedLine {
    std::string name;
    Footprint impact;
    std::vector<Footprint> stages;  // its impact in each of Results::life_cycle_stages(), or empty
    bool may_be_credit = false;     // its end of life, which then counts where it is not negative
    Footprint credit = {};          // negative part, reported outside the line
    std::string missing;  // why it has no impact; "" if categories without a figure are only not published
    /// By category, where several components are one line: why one of them is not in the sum; "" where all
    /// are.
    std::array<std::string, impact_count> partial = {};
};

struct EmbodiedPhase {
    bool stated = false;
    bool zero = false;
    std::string reason;  // why it is not stated
    std::vector<EmbodiedLine> lines;
};

/// Whether the embodied impact of an activity follows from its system: neither a figure, nor `none`, nor
/// `not_assessed` is stated.
bool follows_from_system(const Activity& activity);

/// used_time: impact / (lifetime × utilisation) × time taken (Luccioni et al. 2023, section 4.1); calendar:
/// impact / lifetime × time; sci: impact × duration / lifetime × share of the system reserved; full: all of
/// the system; or direct figures: a value, or a rate × node time, device time, requests or tokens. Parts of a
/// node go by node time, shared ones by system time; a part without figure, lifetime or time is a gap.
/// `share`, where the system has a period: the activity's share of the impact of its parts over the period;
/// null where it has none.
EmbodiedPhase embodied_phase(const Activity& activity, const ResolvedSystem* machine,
                             const ActivityData& activity_data, const Expr<unit::None>* share,
                             ValueRecorder& values);

/// A share of the impact of all parts of a system over its period; `way` ("carried for") is for labels of
/// steps.
EmbodiedPhase share_of_parts(const ResolvedSystem& machine, Expr<unit::None> share, std::string_view way,
                             ValueRecorder& values);

}  // namespace lca
