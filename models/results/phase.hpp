#pragma once
// The phases of an activity and the life-cycle stages of hardware: in these orders everywhere.

#include <array>
#include <cstdint>
#include <string_view>

namespace lca {

enum class PhaseKind : std::uint8_t { embodied, idle, dynamic };
enum class LifeCycleStage : std::uint8_t { manufacturing, transport, end_of_life };

inline constexpr std::size_t phase_count = 3;
inline constexpr std::array<PhaseKind, phase_count> all_phases = {PhaseKind::embodied, PhaseKind::idle,
                                                                  PhaseKind::dynamic};

inline constexpr std::array<std::string_view, phase_count> phase_names = {"embodied", "idle", "dynamic"};
inline constexpr std::array<std::string_view, 3> life_cycle_stage_names = {"manufacturing", "transport",
                                                                           "end_of_life"};

constexpr std::string_view to_string(PhaseKind phase) {
    return phase_names[static_cast<std::size_t>(phase)];
}
constexpr std::string_view to_string(LifeCycleStage stage) {
    return life_cycle_stage_names[static_cast<std::size_t>(stage)];
}

}  // namespace lca
