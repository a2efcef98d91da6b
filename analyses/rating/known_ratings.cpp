// The list of what was rated: tasks, classes, and from where to where their energies go.
#include "analyses/rating/rating.hpp"
#include "lca/base/number.hpp"
#include "models/catalog/rating.hpp"

namespace lca {

KnownRatings known_ratings(Session& session) {
    return {all_ratings(session.catalog()), provenance(session)};
}

Page page_of(const KnownRatings& known) {
    Page page;
    page.title = "Tasks and classes that are rated by energy";
    Table table;
    table.columns = {{"task"},         {"class"},          {"what", false, true},
                     {"models", true}, {"least Wh", true}, {"most", true}};
    for (const Rating& rating : known.ratings) {
        const StarScale scale(rating);
        Table::Row row;
        row.cells = {rating.task,
                     rating.rated_class,
                     rating.name,
                     std::to_string(rating.models.size()),
                     readable(scale.least() / joules_per_watt_hour, 4),
                     readable(scale.most() / joules_per_watt_hour, 4)};
        row.rule_above = table.rows.empty();
        table.rows.push_back(std::move(row));
    }
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
    Records records;
    records.columns = {"task", "class", "models", "least_wh", "most_wh"};
    for (const Rating& rating : known.ratings) {
        const StarScale scale(rating);
        records.rows.push_back({rating.task, Records::text(rating.rated_class),
                                static_cast<double>(rating.models.size()),
                                scale.least() / joules_per_watt_hour, scale.most() / joules_per_watt_hour});
    }
    return records;
}

Report report_of(const KnownRatings& known) {
    return {[&known] { return page_of(known); }, all_rows([&known] { return records_of(known); }),
            at_once([&known] { return json_of(known); })};
}

}  // namespace lca
