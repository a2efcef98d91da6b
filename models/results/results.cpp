// Result names: written from rows, and read back by parsing the name, never by comparing all of them.

#include "models/results/results.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace lca {

namespace {

constexpr std::array<std::string_view, 3> phase_names = {"embodied", "idle", "dynamic"};
constexpr std::array<std::string_view, 3> life_cycle_stage_names = {"manufacturing", "transport",
                                                                    "end_of_life"};

using Key = std::tuple<Level, std::uint32_t, std::uint32_t>;

/// Rows with the same key differ by their line and life-cycle stage only.
Key key_of(const Result& row) {
    switch (row.level) {
        case Level::total:
        case Level::unallocated:
        case Level::part:
            return {row.level, 0, 0};
        case Level::phase:
            return {row.level, 0, row.phase};
        case Level::stage:
            return {row.level, row.stage, 0};
        case Level::stage_phase:
            return {row.level, row.stage, row.phase};
        case Level::activity:
            return {row.level, row.activity, 0};
        case Level::activity_phase:
        case Level::line:
        case Level::life_cycle_stage:
            return {row.level, row.activity, row.phase};
    }
    return {};
}

std::optional<std::uint8_t> position(std::span<const std::string_view> names, std::string_view name) {
    auto place = std::find(names.begin(), names.end(), name);
    if (place == names.end()) return std::nullopt;
    return static_cast<std::uint8_t>(place - names.begin());
}

/// The text up to the first dot, and what is after it.
std::pair<std::string_view, std::string_view> at_dot(std::string_view name) {
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

std::uint32_t Result::assessed() const {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (steps[i] != no_step) bits |= 1U << i;
    }
    return bits;
}

std::span<const std::string_view> Results::phases() {
    return phase_names;
}

std::span<const std::string_view> Results::life_cycle_stages() {
    return life_cycle_stage_names;
}

void Results::build_index() {
    using At = std::uint32_t;
    index.activities =
        ordered(activities.size(), [&](At a, At b) { return activities[a].id < activities[b].id; });
    index.rows = ordered(rows.size(), [&](At a, At b) { return key_of(rows[a]) < key_of(rows[b]); });
    index.gaps = ordered(gaps.size(), [&](At a, At b) { return gaps[a].activity < gaps[b].activity; });
}

std::string Results::name(const Result& row) const {
    std::string phase(row.phase < phase_names.size() ? phase_names[row.phase] : "");
    switch (row.level) {
        case Level::total:
            return "total";
        case Level::unallocated:
            return "unallocated";
        case Level::phase:
            return phase;
        case Level::stage:
            return "stage." + stages.at(row.stage);
        case Level::stage_phase:
            return "stage." + stages.at(row.stage) + "." + phase;
        case Level::activity:
            return activities.at(row.activity).id;
        case Level::activity_phase:
            return activities.at(row.activity).id + "." + phase;
        case Level::line:
            return activities.at(row.activity).id + "." + phase + "." + line_names.at(row.line);
        case Level::life_cycle_stage:
            return activities.at(row.activity).id + "." + phase + "." + line_names.at(row.line) + "." +
                   std::string(life_cycle_stage_names.at(row.life_cycle_stage));
        case Level::part:
            return parts.at(row.line).name;
    }
    return "";
}

std::string Results::name(const Gap& gap) const {
    std::string text = activities.at(gap.activity).id + "." + std::string(phase_names.at(gap.phase));
    if (gap.line) text += "." + line_names.at(*gap.line);
    if (gap.life_cycle_stage) text.append(".").append(life_cycle_stage_names.at(*gap.life_cycle_stage));
    return text;
}

std::string Results::name(const Gap& gap, std::size_t measure) const {
    const std::string_view suffix = lca::measure(measure).suffix;
    return suffix.empty() ? name(gap) : name(gap) + "." + std::string(suffix);
}

const Result* Results::find(std::string_view name) const {
    if (const Result* part = find_part(name)) return part;
    auto [first, rest] = at_dot(name);
    bool alone = first.size() == name.size();
    Result wanted;
    if (first == "stage") return alone ? nullptr : find_stage(rest);
    if (auto phase = position(phase_names, first); alone && phase) {
        wanted.level = Level::phase;
        wanted.phase = *phase;
        return find_row(wanted);
    }
    if (alone && (first == "total" || first == "unallocated")) {
        wanted.level = first == "total" ? Level::total : Level::unallocated;
        return find_row(wanted);
    }
    std::optional<std::uint32_t> activity = find_activity(first);
    if (!activity) return nullptr;
    wanted.activity = *activity;
    wanted.level = Level::activity;
    if (alone) return find_row(wanted);
    auto [phase_name, line] = at_dot(rest);
    auto phase = position(phase_names, phase_name);
    if (!phase) return nullptr;
    wanted.phase = *phase;
    wanted.level = Level::activity_phase;
    if (phase_name.size() == rest.size()) return find_row(wanted);
    wanted.level = Level::line;
    auto [line_name, life_cycle_stage_name] = at_dot(line);
    if (line_name.size() == line.size()) return find_row(wanted, line);
    auto life_cycle_stage = position(life_cycle_stage_names, life_cycle_stage_name);
    if (!life_cycle_stage) return nullptr;
    wanted.level = Level::life_cycle_stage;
    wanted.life_cycle_stage = *life_cycle_stage;
    return find_row(wanted, line_name);
}

const Result* Results::find_part(std::string_view name) const {
    const auto place = std::find_if(parts.begin(), parts.end(),
                                    [name](const BreakdownRow& part) { return part.name == name; });
    if (place == parts.end()) return nullptr;
    return &rows.at(rows.size() - static_cast<std::size_t>(parts.end() - place));
}

const Result* Results::find_stage(std::string_view name) const {
    auto [stage, phase_name] = at_dot(name);
    auto place = std::find(stages.begin(), stages.end(), stage);
    if (place == stages.end()) return nullptr;
    Result wanted;
    wanted.stage = static_cast<std::uint8_t>(place - stages.begin());
    wanted.level = Level::stage;
    if (stage.size() < name.size()) {
        auto phase = position(phase_names, phase_name);
        if (!phase) return nullptr;
        wanted.phase = *phase;
        wanted.level = Level::stage_phase;
    }
    return find_row(wanted);
}

const Result* Results::find_row(const Result& wanted, std::optional<std::string_view> line) const {
    Key key = key_of(wanted);
    auto fits = [&](const Result& row) {
        return key_of(row) == key && row.life_cycle_stage == wanted.life_cycle_stage &&
               (!line || line_names.at(row.line) == *line);
    };
    if (index.rows.size() != rows.size()) {  // not settled yet
        auto place = std::find_if(rows.begin(), rows.end(), fits);
        return place == rows.end() ? nullptr : &*place;
    }
    auto place = std::lower_bound(index.rows.begin(), index.rows.end(), key,
                                  [&](std::uint32_t row, const Key& k) { return key_of(rows[row]) < k; });
    for (; place != index.rows.end() && key_of(rows[*place]) == key; ++place) {
        if (fits(rows[*place])) return &rows[*place];
    }
    return nullptr;
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

bool Results::is_within(const Result& row, const Gap& gap) const {
    const ActivityInfo& activity = activities.at(gap.activity);
    switch (row.level) {
        case Level::total:
            return activity.included;
        case Level::phase:
            return activity.included && gap.phase == row.phase;
        case Level::stage:
            return activity.included && activity.stage == row.stage;
        case Level::stage_phase:
            return activity.included && activity.stage == row.stage && gap.phase == row.phase;
        case Level::activity:
            return gap.activity == row.activity;
        case Level::activity_phase:
            return gap.activity == row.activity && gap.phase == row.phase;
        case Level::line:
            return gap.activity == row.activity && gap.phase == row.phase && gap.line == row.line;
        case Level::life_cycle_stage:
            return gap.activity == row.activity && gap.phase == row.phase && gap.line == row.line &&
                   gap.life_cycle_stage.value_or(row.life_cycle_stage) == row.life_cycle_stage;
        case Level::unallocated:
            return false;
        case Level::part: {
            const std::vector<std::uint32_t>& mine = parts.at(row.line).gaps;
            return std::binary_search(mine.begin(), mine.end(),
                                      static_cast<std::uint32_t>(&gap - gaps.data()));
        }
    }
    return false;
}

std::vector<const Gap*> Results::gaps_within(const Result& row, std::uint32_t measures) const {
    std::vector<const Gap*> result;
    const auto take = [&](const Gap& gap) {
        const bool counts = (gap.measures & measures) != 0;
        if (counts && is_within(row, gap)) result.push_back(&gap);
    };
    if (!of_one_activity(row) || index.gaps.size() != gaps.size()) {
        for (const Gap& gap : gaps) take(gap);
        return result;
    }
    auto place = std::lower_bound(index.gaps.begin(), index.gaps.end(), row.activity,
                                  [&](std::uint32_t gap, std::uint32_t a) { return gaps[gap].activity < a; });
    for (; place != index.gaps.end() && gaps[*place].activity == row.activity; ++place) take(gaps[*place]);
    return result;
}

std::vector<const Gap*> Results::gaps_of(const Result& row, std::size_t measure) const {
    return gaps_within(row, 1U << measure);
}

bool Results::has_gap(const Result& row, std::size_t measure) const {
    return !gaps_of(row, measure).empty();
}

std::optional<ResultRef> find_result(const Results& results, std::string_view name) {
    if (const Result* row = results.find(name)) return ResultRef{row, index_of::climate};
    std::size_t dot = name.rfind('.');
    if (dot == std::string_view::npos) return std::nullopt;
    std::string_view suffix = name.substr(dot + 1);
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (suffix.empty() || measure(i).suffix != suffix) continue;
        if (const Result* row = results.find(name.substr(0, dot))) return ResultRef{row, i};
    }
    return std::nullopt;
}

}  // namespace lca
