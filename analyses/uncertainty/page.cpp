// The answer of `lca uncertainty` for people: how uncertain each result is; values have only the digits that
// the samples support.
#include <algorithm>
#include <array>
#include <cmath>

#include "analyses/breakdown/breakdown.hpp"
#include "analyses/shared/notes.hpp"
#include "analyses/uncertainty/histogram.hpp"
#include "analyses/uncertainty/uncertainty.hpp"
#include "lca/base/number.hpp"
#include "lca/numerics/sample.hpp"

namespace lca {
namespace {

/// The numbers of results, outputs, bars of a histogram and inputs that are shown at most.
struct ShownRows {
    std::size_t rows, outputs, bars, inputs;
};
constexpr ShownRows whole = {24, 100, 16, 20}, on_screen = {8, 8, 6, 3};

/// Builds the page for people.
class UncertaintyPage {
public:
    UncertaintyPage(const Uncertainty& uncertainty, const PageOptions& options)
        : uncertainty_(uncertainty),
          details_(options.details),
          at_most_(options.details ? whole : on_screen),
          evaluation_(uncertainty.evaluation),
          calculation_(uncertainty.plan->calculation()),
          results_(uncertainty.evaluation.result->results()) {}

    Page build() {
        page_.title = evaluation_.title;
        if (!evaluation_.variant.empty()) page_.paragraph("What if `" + evaluation_.variant + "`");
        for (const auto& [path, text] : evaluation_.changes) page_.paragraph("Set " + path + " = " + text);
        page_.paragraph(sampling(), Tone::faint);
        if (uncertainty_.plan->inputs().empty()) {
            page_.paragraph("No input of these results has an uncertainty: all samples are equal.",
                            Tone::warning);
        }
        certain_share();
        uncertainty_.requested.empty() ? results_table() : requested_tables();
        if (partial_)
            page_.paragraph("* counts only what is assessed: `lca evaluate` lists the gaps", Tone::faint);
        page_.paragraph(legend(), Tone::faint);
        histograms();
        inputs();
        return std::move(page_);
    }

private:
    std::string sampling() const {
        const std::size_t inputs = uncertainty_.plan->inputs().size();
        std::string text = readable(static_cast<double>(uncertainty_.sampling.samples), 10);
        text += uncertainty_.sampling.sampling == Sampling::sobol ? " scrambled Sobol points" : " samples";
        text += " of " + std::to_string(inputs) + (inputs == 1 ? " uncertain figure" : " uncertain figures");
        if (uncertainty_.plan->correlated()) text += ", some of them correlated";
        return text + "; seed " + std::to_string(uncertainty_.sampling.seed) + ".";
    }

    /// Adds "92.0 % of the total rests on figures without uncertainty: sites.here.pue, …".
    void certain_share() {
        const std::optional<CertainShare>& certain = uncertainty_.certain;
        if (!certain || uncertainty_.plan->inputs().empty()) return;
        if (certain->share == 0) {
            page_.paragraph("Uncertain inputs affect every part of the " + certain->of + ".");
            return;
        }
        std::string text =
            percent(certain->share) + " of the " + certain->of + " rests on figures without uncertainty";
        for (const std::string& path : certain->inputs)
            text += (&path == &certain->inputs.front() ? ": " : ", ") + path;
        page_.paragraph(text + ".");
    }

    std::string legend() const {
        if (!details_)
            return "Point: all figures as stated. s.e.: standard error of the mean. Enough: yes, or the "
                   "number of samples needed.";
        std::string text =
            "Point: all figures as stated. The 90 % interval runs from the 5th to the 95th percentile. "
            "s.e.: standard error of the mean, from the number of samples alone";
        if (uncertainty_.sampling.sampling == Sampling::sobol) text += " (Sobol points have a smaller error)";
        return text +
               ". Enough: the standard errors of the mean and of the interval's ends are at most 1 % of the "
               "interval's width; else the number of samples needed. Percentiles are within 0.1 % of their "
               "value.";
    }

    static Table empty_table(const std::string& unit) {
        Table table;
        table.columns = {{unit.empty() ? "result" : "result, in " + unit, false, true},
                         {"point", true},
                         {"median", true},
                         {"mean", true},
                         {"90 % interval", true, true},
                         {"sd", true},
                         {"s.e.", true},
                         {"enough"}};
        return table;
    }

    /// A scale with as many decimals as give half the 90 % interval two digits; `scale` if it has no width.
    static Scale rounded(Scale scale, const Summary& summary) {
        const double half = (summary.percentiles[5] - summary.percentiles[1]) / 2;
        const double spread = half > 0 ? half : summary.sd;
        if (!(spread > 0)) return scale;
        const int digits = static_cast<int>(std::floor(std::log10(spread / scale.factor)));
        scale.decimals = std::clamp(1 - digits, 0, 12);
        return scale;
    }

    /// The text of a value; "0" if it rounds to zero in this scale (where a point result would be
    /// "<0.01").
    static std::string near(const Scale& scale, double value) {
        const bool zero = std::fabs(value / scale.factor) < 0.5 * std::pow(10.0, -scale.decimals);
        return scale.text(zero ? 0.0 : value);
    }

    /// The name, with a star if the result is partial.
    std::string starred(const std::string& name, bool partial) {
        partial_ = partial_ || partial;
        return partial ? name + " *" : name;
    }

    bool is_partial(const std::string& name) const {
        const std::optional<NamedFigure> figure = find_name(results_, name);
        return figure && figure->step != no_step && !gaps_behind(results_, name).empty();
    }

    void add(Table& table, const std::string& name, StepId step, const Scale& scale, std::size_t indent) {
        Table::Row row;
        row.indent = indent;
        row.rule_above = table.rows.empty();
        if (step == no_step) {
            row.cells = {name + ": not assessed"};
            table.rows.push_back(std::move(row));
            return;
        }
        if (const std::uint64_t lacking = uncertainty_.sampled->lacking(step)) {
            const double share =
                static_cast<double>(lacking) / static_cast<double>(uncertainty_.sampling.samples);
            row.cells = {name + ": not assessed (" + percent(share) + " of the samples have none)"};
            table.rows.push_back(std::move(row));
            return;
        }
        const Summary summary = uncertainty_.sampled->of(step);
        const double point = *evaluation_.result->value(step);
        const Scale shown = summary.varies() ? rounded(scale, summary) : scale;
        row.cells = {name, near(shown, point), near(shown, summary.percentiles[3]),
                     near(shown, summary.mean)};
        if (!summary.varies()) {
            row.cells.insert(row.cells.end(), {"does not vary", "0", "0", "yes"});
        } else {
            row.cells.push_back(near(shown, summary.percentiles[1]) + " to " +
                                near(shown, summary.percentiles[5]));
            row.cells.push_back(readable(summary.sd / scale.factor, 2));
            row.cells.push_back(readable(summary.standard_error / scale.factor, 2));
            row.cells.push_back(summary.suffices() ? "yes" : more(summary.needed()));
            if (!summary.suffices()) row.tone = Tone::warning;
        }
        table.rows.push_back(std::move(row));
    }

    static std::string more(double needed) {
        if (needed > static_cast<double>(max_samples)) return "never";
        return "at " + readable(needed, 2);
    }

    void results_table() {
        const Results& results = results_;
        const std::size_t measured = evaluation_.measure;
        std::vector<double> values;
        std::vector<const Result*> rows;
        for (const Result& row : results.rows) {
            const bool shown = row.is<TotalRow>() || row.is<PhaseRow>() || row.is<ActivityRow>() ||
                               row.is<ActivityPhaseRow>() || row.is<UnallocatedRow>() ||
                               row.is<UnallocatedPhaseRow>();
            if (!shown) continue;
            rows.push_back(&row);
            if (row.steps.at(measured) == no_step) continue;
            values.push_back(uncertainty_.sampled->of(row.steps.at(measured)).mean);
        }
        if (results.activities.size() == 1) {
            std::erase_if(rows, [](const Result* row) { return row->activity().has_value(); });
        }
        const Scale scale = scale_for(measure(measured).dimension, values);
        Table table = empty_table(scale.unit);
        std::size_t left_out = 0;
        for (const Result* row : rows) {
            if (table.rows.size() >= at_most_.rows) {
                ++left_out;
                continue;
            }
            const bool part =
                row->is<PhaseRow>() || row->is<ActivityPhaseRow>() || row->is<UnallocatedPhaseRow>();
            const StepId step = row->steps.at(measured);
            add(table, starred(results.name(*row), results.is_partial(*row, measured)), step, scale,
                part ? 1 : 0);
        }
        if (!table.rows.empty() && !results.activities.empty()) {
            page_.heading(std::string(measure(measured).name));
            page_.table(std::move(table));
        }
        if (left_out > 0) {
            page_.paragraph(std::to_string(left_out) + " more rows: " + (details_ ? "" : "--details, ") +
                                "--of NAME, or --format csv.",
                            Tone::faint);
        }
        outputs_table();
    }

    /// Adds a table of outputs; their units differ, so each row has its unit in the name.
    void outputs_table() {
        Table table = empty_table("");
        table.columns.front().heading = "output";
        std::size_t left_out = 0;
        for (const Output& output : results_.outputs) {
            const bool beside_results = !details_ && !results_.activities.empty();
            if (!beside_results && table.rows.size() < at_most_.outputs)
                add_alone(table, output.name, output.step, output.dimension, output.partial);
            else
                ++left_out;
        }
        const bool table_shown = !table.rows.empty();
        if (table_shown) page_.table(std::move(table));
        if (left_out > 0)
            page_.paragraph(std::to_string(left_out) + (table_shown ? " more" : "") +
                                (left_out == 1 ? " output" : " outputs") + ": --details",
                            Tone::faint);
    }

    void requested_tables() {
        const std::vector<NamedResult>& requested = uncertainty_.requested;
        const std::optional<BreakdownKey> by = uncertainty_.by;
        if (by && *by != BreakdownKey::impact) return items_table(*by);
        Table table = empty_table("");
        if (by) table.columns.front().heading = "by impact";
        for (const NamedResult& one : requested)
            add_alone(table, shown_name(one), one.step, one.dimension, is_partial(one.name));
        page_.table(std::move(table));
    }

    static std::string shown_name(const NamedResult& one) {
        if (!one.reason.empty()) return one.name + ", as " + one.reason;
        return one.title.empty() ? one.name : one.title;
    }

    /// Adds a table of the items of the total and, last, the total, all in one unit.
    void items_table(BreakdownKey by) {
        std::vector<double> values;
        std::vector<const NamedResult*> shown;
        for (const NamedResult& one : uncertainty_.requested) {
            const bool some = one.step != no_step;
            const Summary summary = some ? uncertainty_.sampled->of(one.step) : Summary{};
            if (some) values.push_back(summary.mean);
            if (one.title != later || summary.maximum != 0) shown.push_back(&one);
        }
        const Scale scale = scale_for(measure(evaluation_.measure).dimension, values);
        Table table = empty_table(scale.unit);
        table.columns.front().heading =
            "by " + std::string(breakdown_key_names[static_cast<std::size_t>(by)]) + ", in " + scale.unit;
        bool some_undated = false, some_later = false;
        for (const NamedResult* one : shown) {
            add(table, starred(one->title, is_partial(one->name)), one->step, scale, 0);
            some_undated = some_undated || one->title == undated;
            some_later = some_later || one->title == later;
        }
        table.rows.back().rule_above = true;
        page_.heading(std::string(measure(evaluation_.measure).name));
        page_.table(std::move(table));
        const std::string note = periods_note(by, some_undated, some_later);
        if (!note.empty()) page_.paragraph(note, Tone::faint);
    }

    void add_alone(Table& table, const std::string& name, StepId step, Dimension dimension, bool partial) {
        const Scale scale = scale_of(step, dimension);
        add(table, starred(scale.unit.empty() ? name : name + ", " + scale.unit, partial), step, scale, 0);
    }

    Scale scale_of(StepId step, Dimension dimension) const {
        if (step == no_step) return {};
        const Summary summary = uncertainty_.sampled->of(step);
        const std::array<double, 3> values = {summary.mean, summary.percentiles[1], summary.percentiles[5]};
        return scale_for(dimension, values);
    }

    void histograms() {
        for (const NamedResult& one : uncertainty::shown_as_histograms(
                 results_, evaluation_.measure, uncertainty_.requested, uncertainty_.by.has_value())) {
            const Summary& summary = uncertainty_.sampled->of(one.step);
            const Sketch* sketch = uncertainty_.sampled->sketch(one.step);
            if (!sketch) continue;
            const Scale scale = rounded(scale_of(one.step, one.dimension), summary);
            page_.heading("How " + one.name + " is distributed" +
                          (scale.unit.empty() ? "" : ", in " + scale.unit));
            page_.table(uncertainty::histogram(*sketch, scale, at_most_.bars));
            if (!details_) break;
        }
    }

    void inputs() {
        List list;
        const std::span<const std::size_t> inputs = uncertainty_.plan->inputs();
        for (std::size_t input : inputs.first(std::min(inputs.size(), at_most_.inputs))) {
            const Input one = calculation_.inputs()[input];
            const std::string place = where(one, *evaluation_.sources);
            List::Item item{std::string(one.path) + " = " + as_written(one) + ", " + one.uncertainty->written,
                            {}};
            if (!place.empty() && details_) item.details.push_back(place);
            list.items.push_back(std::move(item));
        }
        if (inputs.size() > at_most_.inputs) {
            const std::string more = "and " + std::to_string(inputs.size() - at_most_.inputs) + " more";
            list.items.push_back({details_ ? more : more + ": --details", {}, Tone::faint});
        }
        page_.list("What is uncertain", std::move(list));
    }

    const Uncertainty& uncertainty_;
    bool details_;
    ShownRows at_most_;
    const Evaluation& evaluation_;
    const Calculation& calculation_;
    const Results& results_;
    Page page_;
    bool partial_ = false;  // whether any row has a star
};

}  // namespace

Page page_of(const Uncertainty& uncertainty, const PageOptions& options) {
    return UncertaintyPage(uncertainty, options).build();
}

}  // namespace lca
