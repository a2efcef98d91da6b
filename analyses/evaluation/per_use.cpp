#include "analyses/evaluation/per_use.hpp"

#include <algorithm>
#include <string>

#include "analyses/evaluation/columns.hpp"
#include "lca/base/number.hpp"
#include "lca/page/scale.hpp"

namespace lca::evaluation_detail {
namespace {

class PerUseTable {
public:
    PerUseTable(const Evaluation& evaluation, Stars stars)
        : evaluation_(evaluation), stars_(stars), result_(*evaluation.result), results_(result_.results()) {
        table_.columns = {{"for one", false, true}, {std::string(measure(evaluation.measure).name), true}};
        if (with_energy(evaluation)) table_.columns.push_back({"electricity", true});
    }

    Table build(bool activities) {
        for (const Result& row : results_.rows) {
            if (row.is<TotalRow>() || (activities && row.is<ActivityRow>())) add(row);
        }
        return std::move(table_);
    }

private:
    void add(const Result& row) {
        for (const std::size_t use : listed_uses(results_, row)) {
            // With a single activity the row of the total would repeat that of the activity.
            const bool sum = row.is<TotalRow>() && uses()[use].base;
            if (sum && results_.activities.size() < 2) continue;
            add(row, use);
        }
    }

    void add(const Result& row, std::size_t use) {
        if (row.steps.at(evaluation_.measure) == no_step) return;
        const std::string name = per_use_name(results_, row, evaluation_.measure, use);
        const std::optional<double> value = result_.value(name).value;
        Table::Row cells;
        cells.cells = {called(row, use)};
        cells.rule_above = table_.rows.empty();
        if (value) {
            cells.cells.push_back(short_text(*value, measure(evaluation_.measure).dimension));
            if (with_energy(evaluation_)) cells.cells.push_back(electricity(row, use));
        } else {
            cells.cells.front() += ": not assessed, as " + result_.missing_reason(name);
        }
        table_.rows.push_back(std::move(cells));
    }

    std::string electricity(const Result& row, std::size_t use) const {
        const std::optional<double> value =
            result_.value(per_use_name(results_, row, energy_measure, use)).value;
        return value ? short_text(*value, measure(energy_measure).dimension) : "–";
    }

    /// The first cell of a row: "request, serving *", "trained model (2 in all)".
    std::string called(const Result& row, std::size_t use) const {
        std::string name(uses()[use].name);
        if (!uses()[use].base) {
            name = results_.functional_unit;
            const double amount = result_.value(results_.functional_amount).value_or(1);
            if (amount != 1) name += " (" + readable(amount, 6) + " in all)";
        } else {
            name += ", " + (row.is<TotalRow>() ? "in total" : results_.name(row));
        }
        const bool starred = stars_ == Stars::shown && results_.is_partial(row, evaluation_.measure);
        return starred ? name + " *" : name;
    }

    const Evaluation& evaluation_;
    Stars stars_;
    const PointResult& result_;
    const Results& results_;
    Table table_;
};

}  // namespace

Table per_use_table(const Evaluation& evaluation, bool activities, Stars stars) {
    return PerUseTable(evaluation, stars).build(activities);
}

}  // namespace lca::evaluation_detail
