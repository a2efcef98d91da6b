#pragma once
// The total cut along one key: by activity, stage, phase, line or life-cycle stage.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "lca/study/reading.hpp"

namespace lca {

enum class GroupBy : unsigned char { activity, stage, phase, line, life_cycle_stage, impact };
inline constexpr std::string_view group_names[] = {"activity",         "stage", "phase", "line",
                                                   "life_cycle_stage", "impact"};

/// One part of the total in every measure, base units; what is not assessed is missing, never nil.
struct Group {
    std::string name;
    std::array<std::optional<double>, measure_count> values = {};
    std::uint32_t partial = 0;  // bit i: of measure i only a part is assessed
};

/// The parts, in the order of the file (of the language's lists for stages and phases); activities with
/// `include: false` are in none of them, what nobody carries of a shared system is `unallocated`. A line is
/// `<phase>.<line>`, one of a name in several activities is one group, and a phase without lines stands for
/// itself. By life-cycle stage, electricity is `use`, and what was made but is not told by stage
/// `embodied.not_by_stage`. They add up to the total. Throws std::logic_error for `impact`, whose parts do
/// not add up.
std::vector<Group> groups(const Reading& reading, GroupBy by);

}  // namespace lca
