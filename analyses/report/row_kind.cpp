#include "analyses/report/row_kind.hpp"

#include <iterator>

namespace lca::report {

std::string_view kind_of(const Result& row) {
    static constexpr std::string_view names[] = {"total",
                                                 "phase",
                                                 "stage",
                                                 "stage_phase",
                                                 "activity",
                                                 "activity_phase",
                                                 "line",
                                                 "life_cycle_stage",
                                                 "unallocated",
                                                 "unallocated_phase",
                                                 "unallocated_line",
                                                 "unallocated_life_cycle_stage",
                                                 "item"};
    static_assert(std::variant_size_v<RowKey> == std::size(names));
    return names[row.key.index()];
}

std::optional<PhaseKind> phase_of(const Result& row) {
    if (const auto* key = row.get_if<PhaseRow>()) return key->phase;
    if (const auto* key = row.get_if<ActivityPhaseRow>()) return key->phase;
    if (const auto* key = row.get_if<LineRow>()) return key->phase;
    if (const auto* key = row.get_if<UnallocatedPhaseRow>()) return key->phase;
    if (row.is<UnallocatedLineRow>()) return PhaseKind::embodied;
    return std::nullopt;
}

std::optional<std::uint32_t> line_of(const Result& row) {
    if (const auto* key = row.get_if<LineRow>()) return key->line;
    if (const auto* key = row.get_if<UnallocatedLineRow>()) return key->line;
    return std::nullopt;
}

}  // namespace lca::report
