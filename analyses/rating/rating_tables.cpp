// The list of what was rated: tasks, classes, and from where to where their energies go.
#include "analyses/rating/rating_report.hpp"
#include "lca/base/number.hpp"

namespace lca {
namespace {

std::string ratings_json(const KnownRatings& known) {
    JsonWriter json(2);
    json.begin_object().entry("schema_version", schema_version);
    write_provenance(json, known.provenance);
    json.key("ratings").begin_array();
    for (const Rating& rating : known.ratings) {
        json.begin_object();
        write_rating(json, rating);
        json.end_object();
    }
    json.end_array().end_object();
    return std::move(json).take();
}

Page ratings_page(const KnownRatings& known) {
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

Records ratings_records(const KnownRatings& known) {
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

}  // namespace

Report ratings_report(const KnownRatings& known) {
    return {[&known] { return ratings_page(known); }, [&known] { return ratings_records(known); },
            at_once([&known] { return ratings_json(known); })};
}

}  // namespace lca
