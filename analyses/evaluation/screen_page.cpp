#include "analyses/evaluation/screen_page.hpp"

#include <algorithm>
#include <span>

#include "analyses/evaluation/columns.hpp"
#include "analyses/evaluation/headline.hpp"
#include "analyses/evaluation/per_use.hpp"
#include "analyses/shared/assumptions.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/text.hpp"
#include "lca/page/bar.hpp"
#include "lca/page/scale.hpp"

namespace lca::evaluation_detail {
namespace {

constexpr std::size_t max_activities = 5, max_gaps = 4, max_warnings = 3;
constexpr std::size_t max_outputs = 8, fewer_outputs = 5;  // rows of outputs; fewer beside several activities
constexpr std::size_t wide_bar = 24, narrow_bar = 14;      // characters; narrow: beside a market-based column

void shorten(List& list, std::size_t max_items) {
    if (list.items.size() <= max_items) return;
    const std::size_t left_out = list.items.size() - max_items;
    list.items.resize(max_items);
    list.items.push_back({"and " + std::to_string(left_out) + " more", {}, Tone::faint});
}

class ScreenPage {
public:
    explicit ScreenPage(const Evaluation& evaluation)
        : evaluation_(evaluation), result_(*evaluation.result), results_(result_.results()) {}

    Page build() {
        page_.title = evaluation_.title;
        add_variant(page_, evaluation_);
        if (!results_.activities.empty()) {
            headline();
            phases();
            activities();
            uses();
        }
        outputs();
        gaps();
        warnings();
        page_.list("Boundary", boundary_list(result_));
        for (const std::string& remark : results_.remarks) page_.paragraph(remark, Tone::faint);
        closing();
        return std::move(page_);
    }

private:
    std::optional<double> value(const Result& row) const { return result_.value(row, evaluation_.measure); }

    void headline() {
        const std::string text = headline_of(evaluation_);
        if (text.empty()) {
            const std::string name(measure(evaluation_.measure).name);
            page_.paragraph(
                "The " + name + " of this scenario is not assessed: see below for what is missing.",
                Tone::warning);
        } else {
            page_.paragraph(text, Tone::strong);
        }
        const std::string rests_on = line_of(assumptions_of(evaluation_));
        if (!rests_on.empty()) page_.paragraph(rests_on, Tone::faint);
        others();
    }

    /// Adds the totals in other measures: "water consumption 30 L · primary energy 12 MJp".
    void others() {
        const Result* total = results_.find("total");
        if (!total) return;
        std::string text;
        bool partial = false;
        for (std::size_t m = 0; m < measure_count; ++m) {
            const std::optional<double> sum = result_.value(*total, m);
            const bool shown = m == evaluation_.measure || m == energy_measure || m == market_measure;
            if (shown || !sum || nothing_known(result_, m)) continue;
            text += (text.empty() ? "" : " · ") + std::string(measure(m).name) + " " +
                    short_text(*sum, measure(m).dimension);
            partial = partial || results_.has_gap(*total, m);
        }
        const bool said = results_.has_gap(*total, evaluation_.measure);
        if (!text.empty()) page_.paragraph(partial && !said ? text + " (only what is assessed)" : text);
    }

    /// A table that gets a bar at the end of each row; `values` are those of the rows.
    struct Bars {
        Table table = {};
        std::vector<std::optional<double>> values = {};
    };

    void finish(Bars bars) {
        double largest = 0;
        for (const std::optional<double>& one : bars.values) largest = std::max(largest, one.value_or(0));
        bars.table.columns.push_back({""});
        for (std::size_t i = 0; i < bars.values.size(); ++i) {
            const double share = largest > 0 ? bars.values[i].value_or(0) / largest : 0;
            bars.table.rows[i].cells.push_back(bar(share, with_market(evaluation_) ? narrow_bar : wide_bar));
        }
        if (!bars.table.rows.empty()) {
            bars.table.rows.front().rule_above = true;
            page_.table(std::move(bars.table));
        }
    }

    Scale scale_of(const std::vector<const Result*>& rows, std::size_t index) const {
        std::vector<double> values;
        for (const Result* row : rows) {
            if (const std::optional<double> one = result_.value(*row, index)) values.push_back(*one);
        }
        return short_scale(measure(index).dimension, values);
    }

    TableColumns<EvaluationRow> columns(const std::vector<const Result*>& rows) const {
        return evaluation_columns(evaluation_, scale_of(rows, evaluation_.measure),
                                  scale_of(rows, energy_measure));
    }

    void phases() {
        std::vector<const Result*> rows;
        for (const std::string_view phase : Results::phases()) {
            if (const Result* row = results_.find(phase)) rows.push_back(row);
        }
        const TableColumns<EvaluationRow> columns = this->columns(rows);
        Bars bars{empty_table(columns)};
        for (const Result* row : rows) {
            const std::string name(to_string(row->get_if<PhaseRow>()->phase));
            bars.table.rows.push_back({page_cells(columns, {row, nullptr, {}, name})});
            bars.values.push_back(value(*row));
        }
        finish(std::move(bars));
    }

    /// Adds the largest activities, and one row for the others; nothing if there is just one activity.
    void activities() {
        std::vector<const Result*> rows;
        for (const Result& row : results_.rows) {
            if (row.is<ActivityRow>() || row.is<UnallocatedRow>()) rows.push_back(&row);
        }
        if (rows.size() < 2) return;
        std::stable_sort(rows.begin(), rows.end(), [this](const Result* a, const Result* b) {
            return value(*a).value_or(-1) > value(*b).value_or(-1);
        });
        const TableColumns<EvaluationRow> columns = this->columns(rows);
        Bars bars{empty_table(columns)};
        const std::size_t shown = rows.size() > max_activities + 1 ? max_activities : rows.size();
        for (std::size_t i = 0; i < shown; ++i) {
            const bool counted = is_counted(*rows[i]);
            bars.table.rows.push_back(
                {page_cells(columns, {rows[i], nullptr, {}, name_of(*rows[i]), counted})});
            bars.values.push_back(value(*rows[i]));
        }
        if (shown < rows.size()) add_rest(bars, std::span(rows).subspan(shown), columns);
        finish(std::move(bars));
    }

    bool is_counted(const Result& row) const {
        return !row.activity() || results_.activities.at(*row.activity()).included;
    }

    std::string name_of(const Result& row) const {
        if (!row.activity()) return "unallocated";
        const ActivityInfo& activity = results_.activities.at(*row.activity());
        return activity.included ? activity.id : activity.id + ", not in the sums";
    }

    /// Sum of those rows that the total contains; empty if none of them is assessed.
    std::optional<double> sum_of(std::span<const Result* const> rows, std::size_t index) const {
        std::optional<double> sum;
        for (const Result* row : rows) {
            const std::optional<double> one = is_counted(*row) ? result_.value(*row, index) : std::nullopt;
            if (one) sum = sum.value_or(0) + *one;
        }
        return sum;
    }

    void add_rest(Bars& bars, std::span<const Result* const> rest,
                  const TableColumns<EvaluationRow>& columns) {
        const std::optional<double> sum = sum_of(rest, evaluation_.measure);
        const Result* total = results_.find("total");
        const std::optional<double> whole = total ? value(*total) : std::nullopt;
        Table::Row row;
        row.cells = {Scale{}.text(static_cast<double>(rest.size())) + " others",
                     sum ? columns[1].unit.scale.text(*sum) : "not assessed",
                     sum && whole && *whole != 0 ? percent(*sum / *whole) : ""};
        if (with_energy(evaluation_)) {
            const std::size_t place = with_market(evaluation_) ? 4 : 3;
            row.cells.resize(place);
            row.cells.push_back(columns[place].unit.scale.text(sum_of(rest, energy_measure)));
        }
        row.cells.resize(bars.table.columns.size());
        row.tone = Tone::faint;
        bars.table.rows.push_back(std::move(row));
        bars.values.emplace_back(sum);
    }

    /// Adds results per use. A single row, for exactly one functional unit, is left out: it is the headline.
    void uses() {
        Table table = per_use_table(evaluation_, results_.activities.size() <= max_activities, Stars::none);
        const bool whole = result_.value(results_.functional_amount).value_or(0) == 1;
        if (whole && table.rows.size() == 1) return;
        if (!table.rows.empty()) page_.table(std::move(table));
    }

    void outputs() {
        Table table;
        table.columns = {{"", false, true}, {"", false, true}};
        const std::size_t max_rows = results_.activities.size() > 1 ? fewer_outputs : max_outputs;
        for (const Output& output : results_.outputs) {
            if (table.rows.size() == max_rows) break;
            const std::string& name = name_on_page(output);
            const std::optional<double> value = result_.value(output.step);
            const std::string reason = output.reason.empty() ? "" : ": needs " + output.reason;
            table.rows.push_back(
                {{name, value ? short_text(*value, output.dimension) : "not assessed" + reason}});
        }
        const std::size_t left_out = results_.outputs.size() - table.rows.size();
        if (left_out > 0)
            table.rows.push_back({{"and " + std::to_string(left_out) + " more"}, 0, Tone::faint});
        if (!table.rows.empty()) page_.table(std::move(table));
    }

    void gaps() {
        List list = not_assessed(evaluation_);
        shorten(list, max_gaps);
        page_.list("Not assessed", std::move(list));
    }

    void warnings() {
        List list;
        for (const Fault& fault : evaluation_.warnings) {
            const std::string place = to_string(fault.place, *evaluation_.sources);
            list.items.push_back(
                {place.empty() ? fault.message : place + ": " + fault.message, {}, Tone::warning});
        }
        shorten(list, max_warnings);
        page_.list("Warnings", std::move(list));
    }

    void closing() {
        const NoteCounts counts = count_notes(evaluation_);
        std::vector<std::string> parts;
        const auto add = [&parts](std::size_t count, const std::string& one, const std::string& many) {
            if (count > 0) parts.push_back(std::to_string(count) + " " + (count == 1 ? one : many));
        };
        add(counts.assumed, "assumed", "assumed");
        add(counts.uncertain, "uncertain", "uncertain");
        add(counts.defaults, "default", "defaults");
        std::string text;
        for (const std::string& part : parts) text += (text.empty() ? "" : ", ") + part;
        page_.paragraph(text.empty() ? "--details lists every line and source"
                                     : text + ": --details lists them with sources",
                        Tone::faint);
    }

    const Evaluation& evaluation_;
    const PointResult& result_;
    const Results& results_;
    Page page_;
};

}  // namespace

Page screen_page(const Evaluation& evaluation) {
    return ScreenPage(evaluation).build();
}

}  // namespace lca::evaluation_detail
