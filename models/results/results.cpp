// Names of rows: made from keys, and found by parsing the name instead of comparing it with all names.

#include "models/results/results.hpp"

#include <algorithm>
#include <limits>
#include <numeric>
#include <tuple>
#include <utility>

namespace lca {

namespace {

/// The phase or life-cycle stage with this name.
template <class Enum, std::size_t size>
std::optional<Enum> named(const std::array<std::string_view, size>& names, std::string_view name) {
    auto place = std::find(names.begin(), names.end(), name);
    if (place == names.end()) return std::nullopt;
    return static_cast<Enum>(place - names.begin());
}

/// The part of a name before its first dot, and the part after that.
std::pair<std::string_view, std::string_view> split_at_first_dot(std::string_view name) {
    std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return {name, {}};
    return {name.substr(0, dot), name.substr(dot + 1)};
}

template <class Compare>
std::vector<std::uint32_t> ordered(std::size_t size, Compare before) {
    std::vector<std::uint32_t> order(size);
    std::iota(order.begin(), order.end(), 0U);
    if (!std::is_sorted(order.begin(), order.end(), before))
        std::stable_sort(order.begin(), order.end(), before);
    return order;
}

}  // namespace

std::optional<std::uint32_t> Result::activity() const {
    return std::visit(
        [](const auto& of) -> std::optional<std::uint32_t> {
            if constexpr (requires { of.activity; }) return of.activity;
            return std::nullopt;
        },
        key);
}

std::uint32_t Result::assessed() const {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (steps[i] != no_step) bits |= 1U << i;
    }
    return bits;
}

bool Results::is_quoted(std::string_view source) const {
    return std::binary_search(quoted.begin(), quoted.end(), source);
}

std::span<const std::string_view> Results::phases() {
    return phase_names;
}

std::span<const std::string_view> Results::life_cycle_stages() {
    return life_cycle_stage_names;
}

namespace {

using GapPlace = std::tuple<std::optional<std::uint32_t>, PhaseKind, std::optional<std::uint32_t>>;

/// The position of a gap in the index, which is sorted by activity, phase and entry.
GapPlace place_of(const Gap& gap) {
    return {gap.activity, gap.phase, gap.line};
}

/// The first and last position in the index of gaps that may be missing from a row of one activity.
std::pair<GapPlace, GapPlace> places_within(const Result& row, std::uint32_t activity) {
    if (const auto* line = row.get_if<LineRow>()) {
        const GapPlace at(activity, line->phase, line->line);
        return {at, at};
    }
    if (const auto* stage = row.get_if<LifeCycleStageRow>()) {
        const GapPlace at(activity, stage->phase, stage->line);
        return {at, at};
    }
    return {{activity, all_phases.front(), std::nullopt},
            {activity, all_phases.back(), std::numeric_limits<std::uint32_t>::max()}};
}

}  // namespace

void Results::build_index() {
    using At = std::uint32_t;
    index.activities =
        ordered(activities.size(), [&](At a, At b) { return activities[a].id < activities[b].id; });
    index.rows = ordered(rows.size(), [&](At a, At b) { return rows[a].key < rows[b].key; });
    index.items = ordered(items.size(), [&](At a, At b) { return items[a].name < items[b].name; });
    index.gaps = ordered(gaps.size(), [&](At a, At b) { return place_of(gaps[a]) < place_of(gaps[b]); });
}

namespace {

/// Makes the name of a row from its key.
struct RowName {
    const Results& results;

    std::string operator()(const TotalRow&) const { return "total"; }
    std::string operator()(const UnallocatedRow&) const { return "unallocated"; }
    std::string operator()(const UnallocatedPhaseRow& of) const {
        return joined((*this)(UnallocatedRow{}), to_string(of.phase));
    }
    std::string operator()(const UnallocatedLineRow& of) const {
        return joined((*this)(UnallocatedPhaseRow{PhaseKind::embodied}), results.line_names.at(of.line));
    }
    std::string operator()(const UnallocatedLifeCycleStageRow& of) const {
        return joined((*this)(UnallocatedLineRow{of.line}), to_string(of.stage));
    }
    std::string operator()(const PhaseRow& of) const { return std::string(to_string(of.phase)); }
    std::string operator()(const StageRow& of) const { return "stage." + results.stages.at(of.stage); }
    std::string operator()(const StagePhaseRow& of) const {
        return joined((*this)(StageRow{of.stage}), to_string(of.phase));
    }
    std::string operator()(const ActivityRow& of) const { return results.activities.at(of.activity).id; }
    std::string operator()(const ActivityPhaseRow& of) const {
        return joined((*this)(ActivityRow{of.activity}), to_string(of.phase));
    }
    std::string operator()(const LineRow& of) const {
        return joined((*this)(ActivityPhaseRow{of.activity, of.phase}), results.line_names.at(of.line));
    }
    std::string operator()(const LifeCycleStageRow& of) const {
        return joined((*this)(LineRow{of.activity, of.phase, of.line}), to_string(of.stage));
    }
    std::string operator()(const ItemRow& of) const { return results.items.at(of.item).name; }

    static std::string joined(std::string text, std::string_view rest) {
        return std::move(text.append(".").append(rest));
    }
};

/// The key of the row that has no figure, or only a partial one, because of a gap.
RowKey key_of(const Gap& gap) {
    if (!gap.activity) {
        if (!gap.line) return UnallocatedPhaseRow{gap.phase};
        if (!gap.life_cycle_stage) return UnallocatedLineRow{*gap.line};
        return UnallocatedLifeCycleStageRow{*gap.line, *gap.life_cycle_stage};
    }
    if (!gap.line) return ActivityPhaseRow{*gap.activity, gap.phase};
    if (!gap.life_cycle_stage) return LineRow{*gap.activity, gap.phase, *gap.line};
    return LifeCycleStageRow{*gap.activity, *gap.line, gap.phase, *gap.life_cycle_stage};
}

}  // namespace

std::string Results::name(const Result& row) const {
    return std::visit(RowName{*this}, row.key);
}

std::string Results::name(const Gap& gap) const {
    if (gap.boundary) return RowName::joined("boundary", to_string(*gap.boundary));
    return std::visit(RowName{*this}, key_of(gap));
}

std::string Results::name(const Gap& gap, std::size_t measure) const {
    return with_suffix(name(gap), measure);
}

const Result* Results::find(std::string_view name) const {
    if (const Result* item = find_item(name)) return item;
    auto [first, rest] = split_at_first_dot(name);
    const bool alone = first.size() == name.size();
    if (first == "stage") return alone ? nullptr : find_stage(rest);
    if (alone && first == "total") return find(TotalRow{});
    if (first == "unallocated") return alone ? find(UnallocatedRow{}) : find_unallocated(rest);
    if (const auto phase = named<PhaseKind>(phase_names, first); alone && phase)
        return find(PhaseRow{*phase});
    const std::optional<std::uint32_t> activity = find_activity(first);
    if (!activity) return nullptr;
    return alone ? find(ActivityRow{*activity}) : find_of_activity(*activity, rest);
}

/// Finds a row of an activity by the rest of its name: "dynamic", "embodied.a100", "embodied.a100.transport".
const Result* Results::find_of_activity(std::uint32_t activity, std::string_view name) const {
    const auto [phase_name, line_and_stage] = split_at_first_dot(name);
    const auto phase = named<PhaseKind>(phase_names, phase_name);
    if (!phase) return nullptr;
    if (phase_name.size() == name.size()) return find(ActivityPhaseRow{activity, *phase});
    const auto [line_name, stage_name] = split_at_first_dot(line_and_stage);
    const std::optional<std::uint32_t> line = find_line(activity, *phase, line_name);
    if (!line) return nullptr;
    if (line_name.size() == line_and_stage.size()) return find(LineRow{activity, *phase, *line});
    const auto stage = named<LifeCycleStage>(life_cycle_stage_names, stage_name);
    return stage ? find(LifeCycleStageRow{activity, *line, *phase, *stage}) : nullptr;
}

const Result* Results::find_item(std::string_view name) const {
    if (index.items.size() != items.size()) {
        const auto place = std::find_if(items.begin(), items.end(),
                                        [name](const BreakdownRow& item) { return item.name == name; });
        if (place == items.end()) return nullptr;
        return &rows.at(rows.size() - static_cast<std::size_t>(items.end() - place));
    }
    const auto place =
        std::lower_bound(index.items.begin(), index.items.end(), name,
                         [&](std::uint32_t i, std::string_view wanted) { return items[i].name < wanted; });
    if (place == index.items.end() || items[*place].name != name) return nullptr;
    return &rows.at(rows.size() - items.size() + *place);
}

const Result* Results::find_stage(std::string_view name) const {
    const auto [stage, phase_name] = split_at_first_dot(name);
    const auto place = std::find(stages.begin(), stages.end(), stage);
    if (place == stages.end()) return nullptr;
    const auto number = static_cast<std::uint8_t>(place - stages.begin());
    if (stage.size() == name.size()) return find(StageRow{number});
    const auto phase = named<PhaseKind>(phase_names, phase_name);
    return phase ? find(StagePhaseRow{number, *phase}) : nullptr;
}

/// Finds a row by its name after `unallocated.`: "idle", "embodied", "embodied.a100" and so on.
const Result* Results::find_unallocated(std::string_view name) const {
    const auto [phase_name, line_and_stage] = split_at_first_dot(name);
    const auto phase = named<PhaseKind>(phase_names, phase_name);
    if (!phase) return nullptr;
    if (phase_name.size() == name.size()) return find(UnallocatedPhaseRow{*phase});
    const auto [line_name, stage_name] = split_at_first_dot(line_and_stage);
    const auto place = std::find(line_names.begin(), line_names.end(), line_name);
    if (*phase != PhaseKind::embodied || place == line_names.end()) return nullptr;
    const auto line = static_cast<std::uint32_t>(place - line_names.begin());
    if (line_name.size() == line_and_stage.size()) return find(UnallocatedLineRow{line});
    const auto stage = named<LifeCycleStage>(life_cycle_stage_names, stage_name);
    return stage ? find(UnallocatedLifeCycleStageRow{line, *stage}) : nullptr;
}

const Result* Results::find(const RowKey& wanted) const {
    if (index.rows.size() != rows.size()) {  // the index has not been built yet
        const auto place =
            std::find_if(rows.begin(), rows.end(), [&](const Result& one) { return one.key == wanted; });
        return place == rows.end() ? nullptr : &*place;
    }
    const auto place =
        std::lower_bound(index.rows.begin(), index.rows.end(), wanted,
                         [&](std::uint32_t i, const RowKey& key) { return rows[i].key < key; });
    if (place == index.rows.end() || rows[*place].key != wanted) return nullptr;
    return &rows[*place];
}

/// The entries of one phase are adjacent in the index: only their names are compared.
std::optional<std::uint32_t> Results::find_line(std::uint32_t activity, PhaseKind phase,
                                                std::string_view name) const {
    const auto is_it = [&](const Result& one) {
        const auto* line = one.get_if<LineRow>();
        return line && line->activity == activity && line->phase == phase &&
               line_names.at(line->line) == name;
    };
    if (index.rows.size() != rows.size()) {
        const auto found = std::find_if(rows.begin(), rows.end(), is_it);
        return found == rows.end() ? std::nullopt : std::optional(found->get_if<LineRow>()->line);
    }
    const auto before = [&](std::uint32_t i, const RowKey& key) { return rows[i].key < key; };
    auto place =
        std::lower_bound(index.rows.begin(), index.rows.end(), RowKey(LineRow{activity, phase, 0}), before);
    for (; place != index.rows.end(); ++place) {
        const auto* line = rows[*place].get_if<LineRow>();
        if (!line || line->activity != activity || line->phase != phase) break;
        if (line_names.at(line->line) == name) return line->line;
    }
    return std::nullopt;
}

std::optional<std::uint32_t> Results::find_activity(std::string_view id) const {
    if (index.activities.size() != activities.size()) {
        auto place =
            std::find_if(activities.begin(), activities.end(), [&](const auto& a) { return a.id == id; });
        if (place == activities.end()) return std::nullopt;
        return static_cast<std::uint32_t>(place - activities.begin());
    }
    auto place = std::lower_bound(
        index.activities.begin(), index.activities.end(), id,
        [&](std::uint32_t activity, std::string_view wanted) { return activities[activity].id < wanted; });
    if (place == index.activities.end() || activities[*place].id != id) return std::nullopt;
    return *place;
}

namespace {

/// Whether an item of the boundary that no figure covers would belong to a phase. Equipment (a network, a
/// building) is missing only from the total, because its phase is not known.
bool concerns(BoundaryItem part, PhaseKind phase) {
    if (part == BoundaryItem::use || part == BoundaryItem::cooling) return phase != PhaseKind::embodied;
    return phase == PhaseKind::embodied && static_cast<std::size_t>(part) < boundary_stage_count;
}

/// Whether a gap is missing from the row with a key.
struct IsWithin {
    const Results& results;
    const Gap& gap;

    const ActivityInfo* activity() const {
        return gap.activity ? &results.activities.at(*gap.activity) : nullptr;
    }
    bool of_line(PhaseKind phase, std::uint32_t line) const { return gap.phase == phase && gap.line == line; }

    bool operator()(const TotalRow&) const { return !activity() || activity()->included; }
    bool unallocated() const { return !activity() && !gap.boundary; }
    bool operator()(const UnallocatedRow&) const { return unallocated(); }
    bool operator()(const UnallocatedPhaseRow& of) const { return unallocated() && gap.phase == of.phase; }
    bool operator()(const UnallocatedLineRow& of) const {
        return unallocated() && of_line(PhaseKind::embodied, of.line);
    }
    bool operator()(const UnallocatedLifeCycleStageRow& of) const {
        return (*this)(UnallocatedLineRow{of.line}) && gap.life_cycle_stage.value_or(of.stage) == of.stage;
    }
    bool operator()(const PhaseRow& of) const {
        return gap.boundary ? concerns(*gap.boundary, of.phase)
                            : (*this)(TotalRow{}) && gap.phase == of.phase;
    }
    bool operator()(const StageRow& of) const {
        return activity() && activity()->included && activity()->stage == of.stage;
    }
    bool operator()(const StagePhaseRow& of) const {
        return (*this)(StageRow{of.stage}) && gap.phase == of.phase;
    }
    bool operator()(const ActivityRow& of) const { return gap.activity == of.activity; }
    bool operator()(const ActivityPhaseRow& of) const {
        return gap.activity == of.activity && gap.phase == of.phase;
    }
    bool operator()(const LineRow& of) const {
        return gap.activity == of.activity && of_line(of.phase, of.line);
    }
    bool operator()(const LifeCycleStageRow& of) const {
        return (*this)(LineRow{of.activity, of.phase, of.line}) &&
               gap.life_cycle_stage.value_or(of.stage) == of.stage;
    }
    bool operator()(const ItemRow& of) const {
        const std::vector<std::uint32_t>& within = results.items.at(of.item).gaps;
        return std::binary_search(within.begin(), within.end(),
                                  static_cast<std::uint32_t>(&gap - results.gaps.data()));
    }
};

}  // namespace

std::vector<const Gap*> Results::gaps_within(const Result& row, std::uint32_t measures) const {
    std::vector<const Gap*> result;
    const auto take = [&](const Gap& gap) {
        const bool counts = (gap.measures & measures) != 0;
        if (counts && std::visit(IsWithin{*this, gap}, row.key)) result.push_back(&gap);
    };
    if (const auto* item = row.get_if<ItemRow>()) {
        for (const std::uint32_t gap : items.at(item->item).gaps) take(gaps.at(gap));
        return result;
    }
    const std::optional<std::uint32_t> activity = row.activity();
    if (!activity || index.gaps.size() != gaps.size()) {
        for (const Gap& gap : gaps) take(gap);
        return result;
    }
    const auto [first, last] = places_within(row, *activity);
    auto place =
        std::lower_bound(index.gaps.begin(), index.gaps.end(), first,
                         [&](std::uint32_t gap, const GapPlace& at) { return place_of(gaps[gap]) < at; });
    for (; place != index.gaps.end() && place_of(gaps[*place]) <= last; ++place) take(gaps[*place]);
    std::sort(result.begin(), result.end());  // back to the order of the file
    return result;
}

std::vector<const Gap*> Results::gaps_of(const Result& row, std::size_t measure) const {
    return gaps_within(row, 1U << measure);
}

bool Results::has_gap(const Result& row, std::size_t measure) const {
    return !gaps_of(row, measure).empty();
}

bool Results::is_partial(const Result& row, std::size_t measure) const {
    return row.steps.at(measure) != no_step && has_gap(row, measure);
}

}  // namespace lca
