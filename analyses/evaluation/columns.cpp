#include "analyses/evaluation/columns.hpp"

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/results/per_use.hpp"

namespace lca::evaluation_detail {
namespace {

using Cell = RecordSink::Cell;
using Kind = ColumnUnit::Kind;
using Row = EvaluationRow;

/// The cells of a row, one function for each column.
class RowValues {
public:
    explicit RowValues(const Evaluation& evaluation)
        : evaluation_(&evaluation),
          point_(evaluation.result.get()),
          total_(point_->results().find("total")) {}

    Cell value(const Row& row, std::size_t measure) const {
        return row.result ? Records::number(point_->value(*row.result, measure)) : Cell();
    }

    /// The cell on a page in the measure of the page: "in dynamic" for idle energy that the measured dynamic
    /// figure contains, instead of "not assessed".
    Cell chosen(const Row& row) const {
        const Cell number = value(row, evaluation_->measure);
        const bool open = std::holds_alternative<std::monostate>(number) && row.result;
        return open && idle_within_dynamic(point_->results(), *row.result) ? Cell("in dynamic") : number;
    }

    /// The cell on a page in a measure beside that of the page. It gets a star if the row has a gap in this
    /// measure only; the others then get two blanks, so that digits stay aligned.
    std::function<Cell(const Row&)> beside(std::size_t measure, const Scale& scale) const {
        const Results& results = point_->results();
        const std::uint32_t chosen = 1U << evaluation_->measure, own = 1U << measure;
        const bool any = std::any_of(results.gaps.begin(), results.gaps.end(),
                                     [&](const Gap& gap) { return (gap.measures & (chosen | own)) == own; });
        return [of = *this, measure, scale, any](const Row& row) -> Cell {
            const Cell value = of.value(row, measure);
            const auto* number = std::get_if<double>(&value);
            if (!any || !number) return value;
            const Results& all = of.point_->results();
            const bool starred =
                all.is_partial(*row.result, measure) && !all.is_partial(*row.result, of.evaluation_->measure);
            return scale.text(*number) + (starred ? " *" : "  ");
        };
    }

    /// Share of the row in the total; empty if the total does not contain the row.
    Cell share(const Row& row) const {
        if (!row.counted || !row.result || !total_) return {};
        const std::optional<double> part = point_->value(*row.result, evaluation_->measure);
        const std::optional<double> whole = point_->value(*total_, evaluation_->measure);
        if (!part || !whole || *whole == 0) return {};
        return Cell(*part / *whole);
    }

    Cell name(const Row& row) const {
        if (row.output) return Records::text("outputs." + row.output->name);
        if (!row.result) return Records::text(row.per_use);
        return Records::text(point_->results().name(*row.result));
    }

    Cell gaps(const Row& row) const {
        const Results& results = point_->results();
        std::vector<std::string> names;
        if (row.result) {
            for (const Gap* gap : results.gaps_within(*row.result, row.result->assessed()))
                names.push_back(results.name(*gap));
        } else if (!row.output) {
            names = gaps_behind(results, row.per_use);
        } else if (row.output->partial) {
            names = gaps_behind(results, "outputs." + row.output->name);
        }
        std::string text;
        for (const std::string& name : names) text += (text.empty() ? "" : " ") + name;
        return Records::text(text);
    }

    /// The value of an output or of a result per use, in its own unit; empty for other rows.
    Cell own_value(const Row& row) const {
        if (row.result) return {};
        const std::optional<double> value =
            row.output ? point_->value(row.output->step) : point_->value(row.per_use).value;
        return Records::number(value, unit_of(row).factor);
    }
    Cell own_unit(const Row& row) const { return row.result ? Cell() : Records::text(unit_of(row).unit); }

private:
    InUnit unit_of(const Row& row) const {
        return in_customary_unit(std::nullopt,
                                 row.output ? row.output->dimension : point_->value(row.per_use).dimension);
    }

    const Evaluation* evaluation_;
    const PointResult* point_;
    const Result* total_;
};

}  // namespace

std::string activity_name(const Results& results, const ActivityInfo& activity) {
    const std::string stage = in_words(results.stages.at(activity.stage));
    std::string name = activity.id;
    if (stage != activity.id && stage != "other") name += " (" + stage + ")";
    return activity.included ? name : name + ", not in the sums";
}

const std::string& name_on_page(const Output& output) {
    constexpr std::size_t max_title = 50;  // characters; a page has 80
    const bool fits = !output.title.empty() && output.title.size() <= max_title;
    return fits || !output.section.empty() ? output.title : output.name;
}

bool with_energy(const Evaluation& evaluation) {
    return evaluation.measure != energy_measure;
}

bool with_market(const Evaluation& evaluation) {
    return evaluation.result->results().has_market && evaluation.measure == index_of::climate;
}

TableColumns<EvaluationRow> evaluation_columns(const Evaluation& evaluation, const Scale& scale,
                                               const Scale& energy_scale) {
    const RowValues of(evaluation);
    const auto measured = [&of](std::size_t m) {
        return [of, m](const Row& row) { return of.value(row, m); };
    };
    const Results& results = evaluation.result->results();
    const ColumnUnit text, shown = {Kind::number, scale}, share = {Kind::share, {}, 1, ""};
    const ColumnUnit chosen = {Kind::number, scale, 1, "not assessed"}, energy = {Kind::number, energy_scale};
    TableColumns<Row> all;
    all.push_back(on_page<Row>("", text, [](const Row& row) { return Records::text(row.name); }));
    all.push_back(on_page<Row>(scale.unit, chosen, [of](const Row& row) { return of.chosen(row); }));
    all.push_back(on_page<Row>("share", share, [of](const Row& row) { return of.share(row); }));
    if (with_market(evaluation))
        all.push_back(on_page<Row>(scale.unit + " market-based", shown, of.beside(market_measure, scale)));
    if (with_energy(evaluation))
        all.push_back(on_page<Row>(energy_scale.unit, energy, of.beside(energy_measure, energy_scale)));
    all.push_back(in_records<Row>("name", text, [of](const Row& row) { return of.name(row); }));
    for (std::size_t m = 0; m < measure_count; ++m) {
        const ColumnUnit exact = {Kind::number, {}, measure(m).unit_in_base};
        if (m != market_measure || results.has_market)
            all.push_back(in_records<Row>(std::string(measure(m).json_key), exact, measured(m)));
    }
    all.push_back(in_records<Row>("gaps", text, [of](const Row& row) { return of.gaps(row); }));
    if (results.outputs.empty() && listed_per_use(results).empty()) return all;
    const ColumnUnit own = {Kind::number};
    all.push_back(in_records<Row>("value", own, [of](const Row& row) { return of.own_value(row); }));
    all.push_back(in_records<Row>("unit", text, [of](const Row& row) { return of.own_unit(row); }));
    return all;
}

}  // namespace lca::evaluation_detail
