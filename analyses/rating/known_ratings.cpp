// The list of ratings for people: tasks, classes, and the range of energies in each.
#include "analyses/rating/rating.hpp"
#include "lca/page/table_column.hpp"
#include "models/catalog/rating.hpp"

namespace lca {

namespace {

TableColumns<Rating> columns() {
    using Kind = ColumnUnit::Kind;
    const ColumnUnit count = {Kind::digits}, energy = {Kind::digits, {}, joules_per_watt_hour};
    const auto models = [](const Rating& one) { return static_cast<double>(one.models.size()); };
    return {
        {"task", "task", {Kind::word}, [](const Rating& one) { return Records::text(one.task); }},
        {"class", "class", {Kind::word}, [](const Rating& one) { return Records::text(one.rated_class); }},
        on_page<Rating>("what", {}, [](const Rating& one) { return Records::text(one.name); }),
        {"models", "models", count, models},
        {"least Wh", "least_wh", energy, [](const Rating& one) { return StarScale(one).lowest(); }},
        {"most", "most_wh", energy, [](const Rating& one) { return StarScale(one).highest(); }},
    };
}

}  // namespace

KnownRatings known_ratings(Session& session) {
    return {all_ratings(session.catalog()), provenance(session)};
}

Page page_of(const KnownRatings& known) {
    Page page;
    page.title = "Tasks and classes that are rated by energy";
    const TableColumns<Rating> described = columns();
    Table table = empty_table(described);
    for (const Rating& rating : known.ratings) table.rows.push_back({page_cells(described, rating)});
    if (!table.rows.empty()) table.rows.front().rule_above = true;
    page.table(std::move(table));
    page.paragraph("Wh: energy of the GPUs for 1,000 queries.", Tone::faint);
    std::string last;
    for (const Rating& rating : known.ratings) {
        if (rating.source != last) page.paragraph(rating.source + ", " + rating.url, Tone::faint);
        last = rating.source;
    }
    return page;
}

Records records_of(const KnownRatings& known) {
    return collect([&known](RecordSink& sink) {
        const TableColumns<Rating> described = columns();
        RecordTable table(described, sink);
        for (const Rating& rating : known.ratings) table.row(rating);
    });
}

Report report_of(const KnownRatings& known) {
    return in_every_form(known);
}

}  // namespace lca
