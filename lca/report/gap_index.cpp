#include "lca/report/gap_index.hpp"

namespace lca {
namespace {

bool of_one_activity(const Result& row) {
    return row.level == Level::activity || row.level == Level::activity_phase || row.level == Level::line;
}

bool of_one_phase(const Result& row) {
    return row.level == Level::phase || row.level == Level::stage_phase ||
           row.level == Level::activity_phase || row.level == Level::line;
}

}  // namespace

GapIndex::GapIndex(const Results& results) : results_(&results), by_activity_(results.activities.size()) {
    for (const Gap& gap : results.gaps) by_activity_.at(gap.activity).push_back(&gap);
}

bool GapIndex::concerns(const Gap& gap, const Result& row) const {
    if (of_one_phase(row) && gap.phase != row.phase) return false;
    const bool sum = !of_one_activity(row);
    if (sum && !results_->activities.at(gap.activity).included) return false;
    if (row.level == Level::stage || row.level == Level::stage_phase) {
        return results_->activities.at(gap.activity).stage == row.stage;
    }
    return row.level != Level::line || (gap.line && *gap.line == row.line);
}

std::vector<const Gap*> GapIndex::within(const Result& row, std::uint32_t measures) const {
    std::vector<const Gap*> found;
    if (row.level == Level::unallocated) return found;
    const auto take = [&](const Gap& gap) {
        if ((gap.measures & measures) != 0 && concerns(gap, row)) found.push_back(&gap);
    };
    if (of_one_activity(row)) {
        for (const Gap* gap : by_activity_.at(row.activity)) take(*gap);
    } else {
        for (const Gap& gap : results_->gaps) take(gap);
    }
    return found;
}

bool GapIndex::any(const Result& row, std::size_t measure) const {
    return !within(row, 1U << measure).empty();
}

std::uint32_t GapIndex::assessed(const Result& row) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < measure_count; ++i) {
        if (row.steps[i] != no_step) bits |= 1U << i;
    }
    return bits;
}

std::string gap_name(const Results& results, const Gap& gap, std::size_t index) {
    const std::string_view suffix = measure(index).suffix;
    std::string name = results.name(gap);
    if (!suffix.empty()) name += "." + std::string(suffix);
    return name;
}

}  // namespace lca
