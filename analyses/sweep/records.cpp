// The points of a sweep as rows of a table.
#include <set>

#include "analyses/sweep/writers.hpp"

namespace lca::sweep_detail {
namespace {

/// All parts that any result leaves out, each once: "serving.idle; training.embodied.switch".
std::string listed_gaps(const SweepRows& rows) {
    std::set<std::string_view> known;
    std::string text;
    for (const std::vector<std::string>& gaps : rows.gaps) {
        for (const std::string& gap : gaps) {
            if (!known.insert(gap).second) continue;
            if (!text.empty()) text += "; ";
            text += gap;
        }
    }
    return text;
}

/// Why some results are not assessed: "total.water: serving.idle.water: no wue is given".
std::string listed_reasons(const SweepPlan& plan, const SweepRows& rows) {
    std::string text;
    for (std::size_t j = 0; j < plan.results.size(); ++j) {
        if (rows.assessed[j]) continue;
        text += (text.empty() ? "" : "; ") + plan.results[j].name + ": " + rows.reasons[j];
    }
    return text;
}

}  // namespace

std::string with_unit_name(const std::string& name, const std::string& unit) {
    return unit.empty() ? name : name + " [" + unit + "]";
}

std::vector<InUnit> units_of(const SweepPlan& plan) {
    std::vector<InUnit> units;
    for (const SweepResult& result : plan.results)
        units.push_back(in_customary_unit(std::nullopt, result.dimension));
    return units;
}

std::vector<std::string> axis_headings(const SweepPlan& plan) {
    std::vector<std::string> columns;
    for (const Axis& axis : plan.axes)
        columns.push_back(with_unit_name(axis.path(), axis.has_unit() ? axis.unit() : ""));
    return columns;
}

void RecordRows::begin(const SweepPlan& plan) {
    plan_ = &plan;
    units_ = units_of(plan);
    std::vector<std::string> columns = axis_headings(plan);
    for (std::size_t j = 0; j < units_.size(); ++j)
        columns.push_back(with_unit_name(plan.results[j].name, units_[j].unit));
    columns.emplace_back("gaps");
    columns.emplace_back("why_not");
    cells_.resize(columns.size());
    shown_.resize(plan.axes.size());
    for (const Axis& axis : plan.axes) {
        std::vector<RecordSink::Cell>& cells = kept_.emplace_back();
        for (std::uint64_t i = 0; axis.size() <= max_kept && i < axis.size(); ++i)
            cells.push_back(cell_of(axis, i));
    }
    sink_.columns(columns);
}

RecordSink::Cell RecordRows::cell_of(const Axis& axis, std::uint64_t i) {
    if (axis.has_unit()) return Numeral{axis.cell(i)};
    return Records::text(axis.text(i));
}

void RecordRows::set_axes(const SweepRows& rows, std::size_t row) {
    for (std::size_t k = 0; k < rows.choices.size(); ++k) {
        const std::uint64_t choice = rows.choices[k][row];
        if (shown_[k] == choice) continue;
        cells_[k] = kept_[k].empty() ? cell_of(plan_->axes[k], choice) : kept_[k][choice];
        shown_[k] = choice;
    }
}

bool RecordRows::rows(const SweepRows& rows) {
    const std::size_t axes = rows.choices.size();
    cells_[cells_.size() - 2] = Records::text(listed_gaps(rows));
    cells_.back() = Records::text(listed_reasons(*plan_, rows));
    for (std::size_t i = 0; i < rows.count; ++i) {
        set_axes(rows, i);
        for (std::size_t j = 0; j < units_.size(); ++j) {
            if (rows.assessed[j])
                cells_[axes + j] = rows.results[j][i] / units_[j].factor;
            else
                cells_[axes + j] = std::monostate();
        }
        sink_.row(cells_);
    }
    sink_.flush();
    return true;
}

}  // namespace lca::sweep_detail
