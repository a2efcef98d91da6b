#include "models/compile/result_table_builder.hpp"

#include <algorithm>

#include "lca/base/zoned_time.hpp"

namespace lca::compile_detail {
namespace {

constexpr std::uint32_t bit(std::size_t measure) {
    return 1U << measure;
}
constexpr std::uint32_t impact_bits = bit(impact_count) - 1;

std::uint32_t assessed(const MeasuredSteps& cells) {
    return Result{.key = TotalRow{}, .steps = cells}.assessed();
}

std::size_t index_of_phase(PhaseKind phase) {
    return static_cast<std::size_t>(phase);
}

}  // namespace

ResultTableBuilder::ResultTableBuilder(ValueRecorder& values, Results& results, bool has_market,
                                       std::size_t activities)
    : recorder_(values.recorder()), results_(results), has_market_(has_market) {
    results_.has_market = has_market;
    // Reserves the memory that a large file needs, because a table that grows by moving fragments the memory.
    constexpr std::size_t rows_an_activity = 8, gaps_an_activity = 4;
    results_.activities.reserve(activities);
    results_.rows.reserve(activities * rows_an_activity);
    results_.gaps.reserve(activities * gaps_an_activity);
}

void ResultTableBuilder::Measured::miss(std::uint32_t measures, std::string_view reason) {
    const auto same =
        std::find_if(gaps.begin(), gaps.end(), [&](const auto& one) { return one.second == reason; });
    if (same == gaps.end()) {
        gaps.emplace_back(measures, reason);
    } else {
        same->first |= measures;
    }
}

ResultTableBuilder::Measured ResultTableBuilder::measure_line(const ElectricityLine& line,
                                                              const SiteFactors& electricity) {
    Measured measured{line.name, nothing_assessed};
    measured.by_default = line.by_default;
    if (!line.is_drawn()) return without_figure(std::move(measured), line.reason);
    measured.cells[energy_measure] = line.drawn.facility->value().id();
    for (std::size_t i = 0; i < impact_count; ++i) {
        const Assessed impact = impact_of(line.drawn, electricity, i, recorder_);
        if (impact.value) measured.cells[i] = impact.value->value().id();
        if (!impact.reason.empty()) measured.miss(bit(i), impact.reason);
    }
    if (has_market_) {
        const Assessed market = market_of(line.drawn, electricity, recorder_);
        if (market.value) measured.cells[market_measure] = market.value->value().id();
        if (!market.reason.empty()) measured.miss(bit(market_measure), market.reason);
    }
    return measured;
}

/// An entry without a figure: zero or, if `reason` is not empty, not assessed.
ResultTableBuilder::Measured ResultTableBuilder::without_figure(Measured line, const std::string& reason) {
    std::uint32_t measures = impact_bits | bit(energy_measure);
    if (has_market_) measures |= bit(market_measure);
    if (!reason.empty()) {
        line.miss(measures, reason);
    } else {
        line.cells = zeros();
    }
    return line;
}

ResultTableBuilder::Cells ResultTableBuilder::zeros() {
    Cells cells;
    cells.fill(recorder_.constant(0).id());
    if (!has_market_) cells[market_measure] = no_step;
    return cells;
}

/// Embodied impacts use no electricity, and are the same with the market-based method.
ResultTableBuilder::Measured ResultTableBuilder::measure_line(const EmbodiedLine& line) {
    Measured measured{line.name, nothing_assessed};
    measured.cells[energy_measure] = recorder_.constant(0).id();
    for (std::size_t i = 0; i < impact_count; ++i) {
        std::uint32_t bits = bit(i);
        if (i == index_of::climate && has_market_) bits |= bit(market_measure);
        if (!line.impact[i]) {
            measured.miss(bits, line.reason.empty() ? "no such figure is given" : line.reason);
            continue;
        }
        measured.cells[i] = line.impact[i]->value().id();
        if (!line.partial[i].empty()) measured.miss(bits, line.partial[i]);
    }
    if (has_market_) measured.cells[market_measure] = measured.cells[index_of::climate];
    for (const Footprint& stage : line.stages) {
        Cells cells = nothing_assessed;
        cells[energy_measure] = measured.cells[energy_measure];
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (stage[i]) cells[i] = stage[i]->value().id();
        }
        if (has_market_) cells[market_measure] = cells[index_of::climate];
        measured.stages.push_back(cells);
    }
    return measured;
}

std::uint32_t ResultTableBuilder::interned(std::vector<std::string>& texts, Numbers& index,
                                           std::string_view text) {
    const auto known = index.find(text);
    if (known != index.end()) return known->second;
    texts.emplace_back(text);
    return index.emplace(text, static_cast<std::uint32_t>(texts.size() - 1)).first->second;
}

/// Stages have the indices of the language's list; only stages that occur get rows.
std::uint8_t ResultTableBuilder::stage_index(std::uint8_t stage) {
    if (results_.stages.empty()) {
        for (std::string_view name : stages()) results_.stages.emplace_back(name);
    }
    return stage;
}

void ResultTableBuilder::add_gap(Gap where, std::string_view reason) {
    where.reason = interned(results_.texts, text_index_, reason);
    results_.gaps.push_back(where);
}

void ResultTableBuilder::add_life_cycle_stages(const LineRow& line, const Cells& of_line,
                                               const std::vector<Cells>& stages) {
    for (std::size_t i = 0; i < stages.size(); ++i) {
        const LifeCycleStageRow key{line.activity, line.line, line.phase, static_cast<LifeCycleStage>(i)};
        results_.rows.push_back({.key = key, .steps = stages[i]});
        std::uint32_t missing = 0;
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (of_line[m] != no_step && stages[i][m] == no_step) missing |= bit(m);
        }
        if (missing != 0) {
            add_gap({.activity = key.activity,
                     .phase = key.phase,
                     .life_cycle_stage = key.stage,
                     .line = key.line,
                     .measures = missing},
                    "no figure for this stage");
        }
    }
}

ResultTableBuilder::Cells ResultTableBuilder::add_phase(ActivityPhaseRow phase, bool named_lines,
                                                        const std::vector<Measured>& lines, bool zero) {
    AssessedSum sums;
    const std::size_t own_row = results_.rows.size();
    results_.rows.push_back({.key = phase});
    for (const Measured& line : lines) {
        sums.add(line.cells);
        std::optional<std::uint32_t> index;
        if (named_lines) {
            index = interned(results_.line_names, line_index_, line.name);
            const LineRow key{phase.activity, phase.phase, *index};
            results_.rows.push_back({.key = key, .steps = line.cells});
        }
        for (const auto& [measures, reason] : line.gaps) {
            add_gap({.activity = phase.activity,
                     .phase = phase.phase,
                     .line = index,
                     .measures = measures,
                     .counted = measures & assessed(line.cells),
                     .by_default = line.by_default},
                    reason);
        }
        if (index) add_life_cycle_stages({phase.activity, phase.phase, *index}, line.cells, line.stages);
    }
    Cells cells = sums.record(recorder_);
    if (zero) cells = zeros();
    results_.rows[own_row].steps = cells;
    return cells;
}

void ResultTableBuilder::add(const Activity& activity, const ActivityData& activity_data,
                             const EmbodiedPhase& embodied, const ElectricPhases& electric,
                             const SiteFactors* electricity) {
    const auto number = static_cast<std::uint32_t>(results_.activities.size());
    const std::uint8_t stage = stage_index(activity.stage);
    const auto id = [](const auto& value) { return value ? value->value().id() : no_step; };
    const auto shown = seconds_of_time(activity.start.text), start = instant_of_time(activity.start.text);
    results_.activities.push_back({.id = std::string(activity.id),
                                   .title = std::string(activity.title),
                                   .stage = stage,
                                   .included = activity.included,
                                   .start = shown,
                                   .ahead = start ? std::optional(*shown - *start) : std::nullopt,
                                   .duration = id(activity_data.duration),
                                   .device_time = id(activity_data.device_time),
                                   .node_time = id(activity_data.node_time),
                                   .requests = id(activity_data.requests),
                                   .tokens = id(activity_data.tokens),
                                   .work = id(activity_data.work),
                                   .pue = electricity ? id(electricity->pue) : no_step,
                                   .upstream = electricity ? id(electricity->upstream) : no_step,
                                   .lost = electricity ? id(electricity->lost) : no_step});
    const std::size_t own_row = results_.rows.size();
    results_.rows.push_back({.key = ActivityRow{number}});

    // one list for each phase, in the order of the phases
    std::array<std::vector<Measured>, phase_count> lines;
    auto& [embodied_lines, idle_lines, dynamic_lines] = lines;
    for (const EmbodiedLine& line : embodied.lines) embodied_lines.push_back(measure_line(line));
    for (const ElectricityLine& line : electric.idle.lines)
        idle_lines.push_back(measure_line(line, line.of_hours ? *line.of_hours : *electricity));
    for (const ElectricityLine& line : electric.dynamic.lines)
        dynamic_lines.push_back(measure_line(line, line.of_hours ? *line.of_hours : *electricity));
    note_hours(number, PhaseKind::idle, electric.idle, idle_lines, electricity);
    note_hours(number, PhaseKind::dynamic, electric.dynamic, dynamic_lines, electricity);
    take_time_of_log(results_.activities.back());
    const std::array<bool, phase_count> zero = {embodied.zero, electric.idle.zero, electric.dynamic.zero};
    const std::array<bool, phase_count> stated = {
        embodied.stated, electric.idle.stated || electric.idle.within_dynamic, electric.dynamic.stated};
    const std::array<std::string_view, phase_count> reasons = {embodied.reason, electric.idle.reason,
                                                               electric.dynamic.reason};

    AssessedSum own;
    for (const PhaseKind phase : all_phases) {
        const std::size_t i = index_of_phase(phase);
        const bool named = !lines[i].empty() && !lines[i].front().name.empty();
        own.add(add_phase({number, phase}, named, lines[i], zero[i]));
        if (stated[i]) continue;
        add_gap({.activity = number, .phase = phase, .measures = measures_of(phase)}, reasons[i]);
    }
    results_.rows[own_row].steps = own.record(recorder_);
}

void ResultTableBuilder::add_unallocated(const ElectricityPhase& rest, const SiteFactors& electricity) {
    if (!unallocated_idle_) unallocated_idle_.emplace();
    for (const ElectricityLine& line : rest.lines) {
        const Measured measured = measure_line(line, electricity);
        unallocated_idle_->add(measured.cells);
        for (const auto& [measures, reason] : measured.gaps)
            add_gap({.activity = {}, .phase = PhaseKind::idle, .measures = measures}, reason);
    }
}

void ResultTableBuilder::add_unallocated_idle_gap(std::string_view reason) {
    if (!unallocated_idle_) unallocated_idle_.emplace();
    unallocated_idle_->add(nothing_assessed);
    add_gap({.activity = {}, .phase = PhaseKind::idle, .measures = measures_of(PhaseKind::idle)}, reason);
}

/// Adds embodied impact that is not allocated; hardware with the same id in several systems is one entry.
void ResultTableBuilder::add_unallocated(const EmbodiedPhase& rest) {
    for (const EmbodiedLine& line : rest.lines) {
        const Measured measured = measure_line(line);
        const std::uint32_t index = interned(results_.line_names, line_index_, line.name);
        auto same = std::find_if(unallocated_embodied_.begin(), unallocated_embodied_.end(),
                                 [index](const UnallocatedLine& one) { return one.line == index; });
        if (same == unallocated_embodied_.end())
            same = unallocated_embodied_.insert(same, UnallocatedLine{index, {}, {}});
        same->all.add(measured.cells);
        if (same->stages.size() < measured.stages.size()) same->stages.resize(measured.stages.size());
        for (std::size_t k = 0; k < measured.stages.size(); ++k) same->stages[k].add(measured.stages[k]);
        for (const auto& [measures, reason] : measured.gaps)
            add_gap({.activity = {}, .phase = PhaseKind::embodied, .line = index, .measures = measures},
                    reason);
    }
}

void ResultTableBuilder::add_replaced(const EmbodiedPhase& share, std::string_view system) {
    AssessedSum sum;
    for (const EmbodiedLine& line : share.lines) sum.add(measure_line(line).cells);
    ReplacedShare replaced{static_cast<std::uint32_t>(results_.activities.size() - 1), std::string(system),
                           sum.record(recorder_)};
    replaced.steps[energy_measure] = no_step;
    results_.replaced.push_back(std::move(replaced));
}

std::uint32_t ResultTableBuilder::measures_of(PhaseKind phase) const {
    std::uint32_t measures = impact_bits | (phase == PhaseKind::embodied ? 0 : bit(energy_measure));
    if (has_market_) measures |= bit(market_measure);
    return measures;
}

/// The sum of a phase over all activities of a stage with `include: true`.
ResultTableBuilder::Cells ResultTableBuilder::sum_of(std::uint8_t stage, PhaseKind phase) {
    AssessedSum sum;
    for (const Result& row : results_.rows) {
        const auto* of = row.get_if<ActivityPhaseRow>();
        if (!of || of->phase != phase) continue;
        const ActivityInfo& activity = results_.activities[of->activity];
        if (activity.stage == stage && activity.included) sum.add(row.steps);
    }
    return sum.record(recorder_);
}

/// Adds the rows of a stage, and its sums to those of the phases; nothing if no activity of it counts.
void ResultTableBuilder::add_stage(std::uint8_t stage, std::array<AssessedSum, phase_count>& phases,
                                   std::vector<Result>& rows) {
    const bool occurs =
        std::any_of(results_.activities.begin(), results_.activities.end(),
                    [stage](const ActivityInfo& one) { return one.stage == stage && one.included; });
    if (!occurs) return;
    const std::size_t own_row = rows.size();
    rows.push_back({.key = StageRow{stage}});
    AssessedSum own;
    for (const PhaseKind phase : all_phases) {
        const Cells cells = sum_of(stage, phase);
        own.add(cells);
        phases[index_of_phase(phase)].add(cells);
        rows.push_back({.key = StagePhaseRow{stage, phase}, .steps = cells});
    }
    rows[own_row].steps = own.record(recorder_);
}

void ResultTableBuilder::add_rows_of_unallocated(std::array<AssessedSum, phase_count>& phases,
                                                 std::vector<Result>& rows) {
    if (!unallocated_idle_ && unallocated_embodied_.empty()) return;
    const std::size_t own_row = rows.size();
    rows.push_back({.key = UnallocatedRow{}});
    AssessedSum own;
    const auto add = [&](PhaseKind phase, std::size_t row, const Cells& cells) {
        rows[row].steps = cells;
        own.add(cells);
        phases[index_of_phase(phase)].add(cells);
    };
    if (!unallocated_embodied_.empty()) {
        const std::size_t row = rows.size();
        rows.push_back({.key = UnallocatedPhaseRow{PhaseKind::embodied}});
        add(PhaseKind::embodied, row, add_unallocated_lines(rows));
    }
    if (unallocated_idle_) {
        rows.push_back({.key = UnallocatedPhaseRow{PhaseKind::idle}});
        add(PhaseKind::idle, rows.size() - 1, unallocated_idle_->record(recorder_));
    }
    rows[own_row].steps = own.record(recorder_);
}

ResultTableBuilder::Cells ResultTableBuilder::add_unallocated_lines(std::vector<Result>& rows) {
    AssessedSum all;
    for (const UnallocatedLine& line : unallocated_embodied_) {
        const Cells cells = line.all.record(recorder_);
        all.add(cells);
        rows.push_back({.key = UnallocatedLineRow{line.line}, .steps = cells});
        for (std::size_t k = 0; k < line.stages.size(); ++k) {
            const auto stage = static_cast<LifeCycleStage>(k);
            const Cells of_stage = line.stages[k].record(recorder_);
            rows.push_back({.key = UnallocatedLifeCycleStageRow{line.line, stage}, .steps = of_stage});
            std::uint32_t missing = 0;
            for (std::size_t m = 0; m < measure_count; ++m) {
                if (cells[m] != no_step && of_stage[m] == no_step) missing |= bit(m);
            }
            if (missing == 0) continue;
            add_gap({.activity = {},
                     .phase = PhaseKind::embodied,
                     .life_cycle_stage = stage,
                     .line = line.line,
                     .measures = missing},
                    "no figure for this stage");
        }
    }
    return all.record(recorder_);
}

void ResultTableBuilder::finish() {
    if (results_.activities.empty()) return;
    std::array<AssessedSum, phase_count> phases;
    std::vector<Result> of_stages;
    for (std::uint8_t stage = 0; stage < results_.stages.size(); ++stage) add_stage(stage, phases, of_stages);
    add_rows_of_unallocated(phases, of_stages);
    AssessedSum total;
    std::vector<Result> sums(1);
    for (const PhaseKind phase : all_phases) {
        const Cells cells = phases[index_of_phase(phase)].record(recorder_);
        total.add(cells);
        sums.push_back({.key = PhaseRow{phase}, .steps = cells});
    }
    sums.front() = {.key = TotalRow{}, .steps = total.record(recorder_)};
    sums.insert(sums.end(), of_stages.begin(), of_stages.end());
    results_.rows.insert(results_.rows.begin(), sums.begin(), sums.end());
}

}  // namespace lca::compile_detail
