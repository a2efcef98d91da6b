#include "lca/study/groups.hpp"

#include <algorithm>
#include <iterator>
#include <stdexcept>
#include <unordered_map>

namespace lca {
namespace {

constexpr std::string_view not_by_stage = "embodied.not_by_stage";
constexpr std::string_view life_cycle[] = {"manufacturing", "transport", "use", "end_of_life", not_by_stage};

class Grouping {
public:
    explicit Grouping(const Reading& reading)
        : reading_(reading), results_(reading.calculation().results()) {}

    std::vector<Group> by_level(Level level) {
        for (const Result& row : results_.rows) {
            const bool counted = row.level != Level::activity || included(row);
            if (row.level == level && counted) add(own_name(row), row);
        }
        if (level != Level::phase) add_unallocated("unallocated");
        return std::move(groups_);
    }

    /// A phase's lines follow it.
    std::vector<Group> by_line() {
        for (std::size_t i = 0; i < results_.rows.size(); ++i) {
            const Result& row = results_.rows[i];
            const bool is_phase = row.level == Level::activity_phase;
            if ((!is_phase && row.level != Level::line) || !included(row)) continue;
            const bool has_lines = is_phase && followed_by(i, Level::line);
            const std::string phase(Results::phases()[row.phase]);
            if (!has_lines) add(is_phase ? phase : phase + "." + results_.line_names.at(row.line), row);
        }
        add_unallocated("idle.unallocated");
        return std::move(groups_);
    }

    /// A line's life-cycle stages follow it, as lines follow their phase.
    std::vector<Group> by_life_cycle_stage() {
        for (std::size_t i = 0; i < results_.rows.size(); ++i) {
            const Result& row = results_.rows[i];
            if (!of_one_activity(row) || row.level == Level::activity || !included(row)) continue;
            if (row.level == Level::life_stage) {
                add(std::string(Results::life_stages()[row.life_stage]), row);
            } else if (Results::phases()[row.phase] != "embodied") {
                if (row.level == Level::activity_phase) add("use", row);
            } else if (!followed_by(i, row.level == Level::line ? Level::life_stage : Level::line)) {
                add(std::string(not_by_stage), row);
            }
        }
        add_unallocated("use");
        const auto place = [](const Group& group) {
            return std::find(std::begin(life_cycle), std::end(life_cycle), group.name);
        };
        std::sort(groups_.begin(), groups_.end(),
                  [&](const Group& a, const Group& b) { return place(a) < place(b); });
        return std::move(groups_);
    }

private:
    bool followed_by(std::size_t row, Level level) const {
        return row + 1 < results_.rows.size() && results_.rows[row + 1].level == level;
    }

    bool included(const Result& row) const { return results_.activities.at(row.activity).included; }

    std::string own_name(const Result& row) const {
        if (row.level == Level::stage) return results_.stages.at(row.stage);
        return results_.name(row);
    }

    void add_unallocated(const std::string& name) {
        for (const Result& row : results_.rows) {
            if (row.level == Level::unallocated) add(name, row);
        }
    }

    void add(const std::string& name, const Result& row) {
        const auto [at, fresh] = index_.emplace(name, groups_.size());
        if (fresh) groups_.push_back({.name = name});
        Group& group = groups_[at->second];
        for (std::size_t m = 0; m < measure_count; ++m) {
            const std::optional<double> value = reading_.value(row, m);
            if (!fresh && value.has_value() != group.values[m].has_value()) group.partial |= 1U << m;
            if (value) group.values[m] = group.values[m].value_or(0) + *value;
            if (value && !results_.gaps_of(row, m).empty()) group.partial |= 1U << m;
        }
    }

    const Reading& reading_;
    const Results& results_;
    std::vector<Group> groups_;
    std::unordered_map<std::string, std::size_t> index_;
};

}  // namespace

std::vector<Group> groups(const Reading& reading, GroupBy by) {
    switch (by) {
        case GroupBy::activity:
            return Grouping(reading).by_level(Level::activity);
        case GroupBy::stage:
            return Grouping(reading).by_level(Level::stage);
        case GroupBy::phase:
            return Grouping(reading).by_level(Level::phase);
        case GroupBy::line:
            return Grouping(reading).by_line();
        case GroupBy::life_cycle_stage:
            return Grouping(reading).by_life_cycle_stage();
        case GroupBy::impact:
            break;
    }
    throw std::logic_error("impacts do not add up");
}

}  // namespace lca
