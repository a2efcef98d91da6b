// The detailed page of `lca evaluate`: headline, results by activity, then sources and
// assumptions.
#include <algorithm>
#include <numeric>
#include <span>

#include "analyses/equivalents/equivalents.hpp"
#include "analyses/evaluation/columns.hpp"
#include "analyses/evaluation/evaluation.hpp"
#include "analyses/evaluation/headline.hpp"
#include "analyses/evaluation/hours.hpp"
#include "analyses/evaluation/per_use.hpp"
#include "analyses/evaluation/screen_page.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::size_t max_in_detail = 8;  // with more activities than this, each has one row
constexpr std::size_t max_rows = 20;

using Index = std::vector<const Result*>;

/// Builds the detailed page of one evaluation.
class EvaluationPage {
public:
    explicit EvaluationPage(const Evaluation& evaluation)
        : evaluation_(evaluation), result_(*evaluation.result), results_(result_.results()) {
        for (const Result& row : results_.rows) {
            if (row.is<ActivityRow>()) activities_.push_back(&row);
        }
        choose_scales();
    }

    Page build() {
        page_.title = evaluation_.title;
        add_introduction(page_, evaluation_);
        if (!results_.activities.empty()) {
            headline();
            in_detail() ? details() : overview();
            stages();
            evaluation_detail::add_hours(page_, evaluation_);
            evaluation_detail::add_power_logs(page_, evaluation_);
            other_impacts();
            per_use();
        }
        outputs();
        add_notes(page_, evaluation_);
        return std::move(page_);
    }

private:
    std::optional<double> value(const Result& row) const { return result_.value(row, evaluation_.measure); }
    std::optional<double> energy(const Result& row) const { return result_.value(row, energy_measure); }
    bool in_detail() const { return activities_.size() <= max_in_detail; }
    bool with_energy() const { return evaluation_detail::with_energy(evaluation_); }

    void choose_scales() {
        std::vector<double> values, energies;
        for (const Result& row : results_.rows) {
            const bool within_activity = row.activity() && !row.is<ActivityRow>();
            const bool unallocated = row.is<UnallocatedRow>() || row.is<UnallocatedPhaseRow>() ||
                                     row.is<UnallocatedLineRow>() || row.is<UnallocatedLifeCycleStageRow>();
            const bool shown = !within_activity && !unallocated && !row.is<ItemRow>();
            if (!in_detail() && !shown) continue;
            if (const std::optional<double> v = value(row)) values.push_back(*v);
            if (const std::optional<double> e = energy(row)) energies.push_back(*e);
        }
        scale_ = scale_for(measure(evaluation_.measure).dimension, values);
        const Scale energy_scale = scale_for(measure(energy_measure).dimension, energies);
        columns_ = evaluation_detail::evaluation_columns(evaluation_, scale_, energy_scale);
    }

    /// The total divided by `dynamic`: "2.05 times the training electricity alone once … are included".
    std::string times_dynamic(const Result& total) const {
        const Result* dynamic = results_.find("dynamic");
        const std::optional<double> part = dynamic ? value(*dynamic) : std::nullopt;
        const std::optional<double> whole = value(total);
        if (!part || !whole || *part <= 0) return {};
        const auto assessed = [this](std::string_view phase) {
            const Result* row = results_.find(phase);
            return row && value(*row).value_or(0) > 0;
        };
        const bool idle = assessed("idle");
        const bool embodied = assessed("embodied");
        if (!idle && !embodied) return {};
        std::string added = idle ? "infrastructure" : "hardware";
        if (idle && embodied) added += " and hardware";
        const bool many = idle && embodied;
        return readable(*whole / *part, 3) + " times the " + evaluation_detail::what_runs(results_) +
               " electricity alone once " + added + (many ? " are" : " is") + " included";
    }

    void headline() {
        const Result* total = results_.find("total");
        if (!total) return;
        const std::optional<double> whole = value(*total);
        const std::string name(measure(evaluation_.measure).name);
        if (!whole) {
            page_.paragraph(
                "The " + name + " of this scenario is not assessed: see below for what is missing.",
                Tone::warning);
            return;
        }
        const bool partial = results_.has_gap(*total, evaluation_.measure);
        std::string text = with_unit(*whole, measure(evaluation_.measure).dimension);
        if (evaluation_.measure == market_measure) text += " market-based";
        text += partial ? ", counting only what is assessed" : " in total";
        star_explained_ = partial;
        const std::string times =
            evaluation_.measure == energy_measure ? std::string() : times_dynamic(*total);
        if (!times.empty()) text += ": " + times;
        page_.paragraph(text + ".", Tone::strong);
    }

    Table::Row row(const Result& result, std::string name, bool counted = true) const {
        if (results_.is_partial(result, evaluation_.measure)) name += " *";
        return {page_cells(columns_, {&result, nullptr, {}, std::move(name), counted})};
    }

    void details() {
        Table table = empty_table(columns_);
        bool counted = true;
        std::size_t stages_known = 0;
        for (const Result& result : results_.rows) {
            if (const auto* of = result.get_if<ActivityRow>()) {
                const ActivityInfo& activity = results_.activities.at(of->activity);
                counted = activity.included;
                table.rows.push_back(
                    row(result, evaluation_detail::activity_name(results_, activity), counted));
                table.rows.back().tone = Tone::strong;
                table.rows.back().rule_above = true;
            } else if (const auto* phase = result.get_if<ActivityPhaseRow>()) {
                table.rows.push_back(row(result, std::string(to_string(phase->phase)), counted));
                table.rows.back().indent = 1;
            } else if (const auto* line = result.get_if<LineRow>()) {
                table.rows.push_back(row(result, results_.line_names.at(line->line), counted));
                table.rows.back().indent = 2;
                table.rows.back().tone = Tone::faint;
                stages_known = life_cycle_stages_known(result);
            } else if (const auto* stage = result.get_if<LifeCycleStageRow>(); stage && stages_known > 1) {
                table.rows.push_back(row(result, life_cycle_stage_name(stage->stage), counted));
                table.rows.back().indent = 3;
                table.rows.back().tone = Tone::faint;
            }
        }
        finish(std::move(table));
    }

    /// How many life-cycle stages of a line are assessed, to be shown as rows; a single one says no more than
    /// the line. 0 on a page without the electricity column, as stages use no electricity.
    std::size_t life_cycle_stages_known(const Result& line) const {
        std::size_t known = 0;
        const Result* const end = results_.rows.data() + results_.rows.size();
        for (const Result* next = &line + 1; next != end && next->is<LifeCycleStageRow>(); ++next) {
            if (with_energy() && value(*next)) ++known;
        }
        return known;
    }

    static std::string life_cycle_stage_name(LifeCycleStage stage) { return in_words(to_string(stage)); }

    void add_unallocated(Table& table) const {
        for (const Result& result : results_.rows) {
            if (result.is<UnallocatedRow>()) {
                table.rows.push_back(row(result, "unallocated"));
                table.rows.back().rule_above = true;
                table.rows.back().tone = Tone::strong;
            } else if (const auto* phase = result.get_if<UnallocatedPhaseRow>()) {
                table.rows.push_back(row(result, std::string(to_string(phase->phase))));
                table.rows.back().indent = 1;
            } else if (const auto* line = result.get_if<UnallocatedLineRow>()) {
                table.rows.push_back(row(result, results_.line_names.at(line->line)));
                table.rows.back().indent = 2;
                table.rows.back().tone = Tone::faint;
            }
        }
    }

    void finish(Table table) {
        add_unallocated(table);
        if (activities_.size() > 1) {
            bool first = true;
            for (const Result& result : results_.rows) {
                const auto* of = result.get_if<PhaseRow>();
                if (!of) continue;
                table.rows.push_back(row(result, "all " + std::string(to_string(of->phase))));
                table.rows.back().rule_above = std::exchange(first, false);
            }
        }
        const Result* total = results_.find("total");
        if (total) {
            table.rows.push_back(row(*total, "total"));
            table.rows.back().tone = Tone::strong;
            table.rows.back().rule_above = true;
        }
        const bool starred = any_starred(table);
        page_.table(std::move(table));
        if (starred) explain_star();
    }

    static bool any_starred(const Table& table) {
        const auto starred = [](const std::string& cell) { return cell.ends_with('*'); };
        return std::any_of(table.rows.begin(), table.rows.end(), [&](const Table::Row& row) {
            return std::any_of(row.cells.begin(), row.cells.end(), starred);
        });
    }

    void explain_star() {
        if (!std::exchange(star_explained_, true))
            page_.paragraph("* counts only what is assessed", Tone::faint);
    }

    /// For many activities: one row for each of the largest, and one for the sum of the others.
    void overview() {
        Index order = activities_;
        const auto size = [this](const Result* row) { return value(*row).value_or(0); };
        std::stable_sort(order.begin(), order.end(),
                         [&](const Result* a, const Result* b) { return size(a) > size(b); });
        Table table = empty_table(columns_);
        const std::size_t shown = std::min(order.size(), max_rows);
        for (std::size_t i = 0; i < shown; ++i) {
            const ActivityInfo& activity = results_.activities.at(*order[i]->activity());
            table.rows.push_back(
                row(*order[i], evaluation_detail::activity_name(results_, activity), activity.included));
        }
        table.rows.front().rule_above = true;
        if (shown < order.size()) {
            double rest = 0;
            bool partial = false;
            for (std::size_t i = shown; i < order.size(); ++i) {
                if (!results_.activities.at(*order[i]->activity()).included) continue;
                rest += size(order[i]);
                partial = partial || results_.has_gap(*order[i], evaluation_.measure);
            }
            Table::Row more;
            const double left_out = static_cast<double>(order.size() - shown);
            more.cells = {Scale{}.text(left_out) + " smaller ones" + (partial ? " *" : ""),
                          scale_.text(rest)};
            more.tone = Tone::faint;
            table.rows.push_back(std::move(more));
        }
        finish(std::move(table));
        page_.paragraph(
            "The largest come first; `--format csv` and `--format json` have every phase and line.",
            Tone::faint);
    }

    void stages() {
        Index sums;
        for (const Result& result : results_.rows) {
            if (result.is<StageRow>()) sums.push_back(&result);
        }
        if (sums.size() < 2) return;
        Table table;
        table.columns.push_back({"by stage, " + scale_.unit, false, true});
        for (const std::string_view phase : Results::phases())
            table.columns.push_back({std::string(phase), true});
        table.columns.push_back({"all", true});
        table.columns.push_back({"share", true});
        for (const Result* sum : sums) {
            Table::Row cells;
            const std::string& stage = results_.stages.at(sum->get_if<StageRow>()->stage);
            cells.cells.push_back(stage + (results_.is_partial(*sum, evaluation_.measure) ? " *" : ""));
            for (const std::string_view phase : Results::phases()) {
                const Result* part = results_.find("stage." + stage + "." + std::string(phase));
                cells.cells.push_back(scale_.text(part ? value(*part) : std::nullopt));
            }
            const Table::Row whole = row(*sum, "");
            cells.cells.push_back(scale_.text(value(*sum)));
            cells.cells.push_back(whole.cells[2]);
            cells.rule_above = sum == sums.front();
            table.rows.push_back(std::move(cells));
        }
        page_.table(std::move(table));
    }

    void other_impacts() {
        const Result* total = results_.find("total");
        if (!total) return;
        List list;
        for (std::size_t i = 0; i < measure_count; ++i) {
            const std::optional<double> sum = result_.value(*total, i);
            const bool in_table = i == energy_measure || i == market_measure;
            if (i == evaluation_.measure || in_table || !sum || nothing_known(result_, i)) continue;
            std::string text = std::string(measure(i).name) + ": " + with_unit(*sum, measure(i).dimension);
            if (results_.has_gap(*total, i)) text += ", counting only what is assessed";
            list.items.push_back({std::move(text)});
        }
        page_.list("Other impacts, in total", std::move(list));
    }

    void per_use() {
        Table table = evaluation_detail::per_use_table(evaluation_, in_detail());
        if (table.rows.empty()) return;
        const bool starred = std::any_of(table.rows.begin(), table.rows.end(), [](const Table::Row& row) {
            return row.cells.front().find(" *") != std::string::npos;
        });
        page_.table(std::move(table));
        if (starred) explain_star();
    }

    /// Adds the outputs that the file defines, then the others under their headings.
    void outputs() {
        const std::span<const Output> all = result_.results().outputs;
        for (auto first = all.begin(); first != all.end();) {
            const auto last = std::find_if(first, all.end(),
                                           [&](const Output& one) { return one.section != first->section; });
            if (!first->section.empty()) page_.heading(first->section);
            outputs({first, last}, first->section.empty() ? "output" : "");
            first = last;
        }
    }

    void outputs(std::span<const Output> some, std::string heading) {
        Table table;
        table.columns = {{std::move(heading), false, true}, {"value", true}, {"unit", false, true}};
        for (const Output& output : some) {
            Table::Row cells;
            const std::string name = evaluation_detail::name_on_page(output) + (output.partial ? " *" : "");
            const std::optional<double> value = result_.value(output.step);
            if (value) {
                const Scale scale = scale_for(output.dimension, std::span(&*value, 1));
                cells.cells = {name, readable(*value / scale.factor, 5), scale.unit};
            } else {
                cells.cells = {name, "not assessed", output.reason.empty() ? "" : "needs " + output.reason};
            }
            cells.rule_above = table.rows.empty();
            table.rows.push_back(std::move(cells));
        }
        const bool starred = any_starred(table);
        page_.table(std::move(table));
        if (starred) explain_star();
    }

    const Evaluation& evaluation_;
    const PointResult& result_;
    const Results& results_;
    Index activities_;
    Scale scale_;
    TableColumns<evaluation_detail::EvaluationRow> columns_;
    Page page_;
    bool star_explained_ = false;
};

}  // namespace

Page page_of(const Evaluation& evaluation, const PageOptions& options) {
    Page page =
        options.details ? EvaluationPage(evaluation).build() : evaluation_detail::screen_page(evaluation);
    if (evaluation.equivalents) add_equivalents(page, equivalents_of(evaluation));
    return page;
}

}  // namespace lca
