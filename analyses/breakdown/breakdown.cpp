#include "analyses/breakdown/breakdown.hpp"

#include <algorithm>

#include "analyses/breakdown/view.hpp"

namespace lca {
namespace {

NamedResult result_row(const Result& row, std::string name, std::size_t index, std::string shown) {
    const std::string_view suffix = measure(index).suffix;
    if (!suffix.empty()) name += "." + std::string(suffix);
    return {std::move(name), row.steps.at(index), measure(index).dimension, std::move(shown)};
}

/// The rows of a breakdown by impact: the total of each impact, in its own unit; they do not add up.
Records records_of_impacts(const breakdown::BreakdownView& view) {
    Records records;
    records.columns = {std::string(view.by_name()), "value", "unit", "gaps"};
    for (const std::size_t m : view.measures())
        records.rows.push_back({Records::text(measure(m).name),
                                Records::number(view.total(m), measure(m).unit_in_base),
                                Records::text(measure(m).unit), view.gaps_cell(*view.total_row(), 1U << m)});
    return records;
}

void write_records(const Breakdown& breakdown, RecordSink& sink) {
    const breakdown::BreakdownView view(breakdown);
    if (view.by() == BreakdownKey::impact) return records_of_impacts(view).write(sink);
    const auto columns = breakdown::breakdown_columns(view);
    RecordTable table(columns, sink);
    for (const breakdown::BreakdownView::Group& group : view.groups())
        table.row(breakdown::row_of(view, group));
    sink.flush();
}

}  // namespace

std::vector<BreakdownItem> break_down_total(Assessment& assessment, BreakdownKey by,
                                            std::optional<std::int64_t> until) {
    if (!assessment.results.find("total"))
        throw InputError("--by: there are no activities, so there is no total to break down");
    return by == BreakdownKey::impact ? std::vector<BreakdownItem>() : break_down(assessment, by, until);
}

std::vector<NamedResult> items_as_results(const Assessment& assessment, BreakdownKey by,
                                          const std::vector<BreakdownItem>& items, std::size_t chosen) {
    std::vector<NamedResult> named;
    const Results& results = assessment.results;
    const Result& total = *results.find("total");
    for (const BreakdownItem& item : items)
        named.push_back(result_row(*results.find(item.result), item.result, chosen, item.name));
    for (std::size_t m = 0; m < measure_count; ++m) {
        const bool wanted =
            by == BreakdownKey::impact ? m != market_measure || results.has_market : m == chosen;
        const std::string shown(by == BreakdownKey::impact ? measure(m).name : "total");
        if (wanted) named.push_back(result_row(total, "total", m, shown));
    }
    return named;
}

std::optional<Breakdown> break_down(Session& session, const ScenarioSource& source,
                                    const BreakdownOptions& options) {
    std::shared_ptr<Model> model = compile(session, source);
    if (!model) return std::nullopt;
    Breakdown result;
    result.by = options.by;
    result.items = break_down_total(*model, options.by);
    // Drops the item for later years: with all durations at their point values, it is empty.
    std::erase_if(result.items, [](const BreakdownItem& item) { return item.name == later; });
    result.evaluation = described(session, source, std::move(model), options.measure);
    return result;
}

Records records_of(const Breakdown& breakdown) {
    return collect([&breakdown](RecordSink& sink) { write_records(breakdown, sink); });
}

Report report_of(const Breakdown& breakdown) {
    return {[&breakdown] { return page_of(breakdown); },
            [&breakdown](RecordSink& sink) { write_records(breakdown, sink); },
            at_once([&breakdown] { return json_of(breakdown); })};
}

}  // namespace lca
