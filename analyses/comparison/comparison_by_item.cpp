#include "analyses/comparison/comparison_by_item.hpp"

#include <algorithm>

#include "analyses/breakdown/breakdown.hpp"

namespace lca {
namespace {

std::string_view key_name(BreakdownKey by) {
    return breakdown_key_names[static_cast<std::size_t>(by)];
}

/// A row of a table: a part in a measure.
struct Cell {
    std::size_t part, measure;
};

class PartsPage {
public:
    explicit PartsPage(const ComparedParts& parts)
        : parts_(parts), compared_(*parts.compared), names_(short_names(compared_.names)) {}

    Page build() {
        page_.title = compared_.title;
        for (std::size_t v = 1; v < names_.size(); ++v) {
            page_.heading(names_[v] + " against " + names_.front());
            if (parts_.by == BreakdownKey::impact) {
                impacts(v);
            } else {
                for (const std::size_t m : compared_.measures) table(v, m);
            }
        }
        if (partial_)
            page_.paragraph("* counts only what is assessed: `lca evaluate` lists the gaps", Tone::faint);
        const auto has = [this](std::string_view name) {
            return std::any_of(parts_.parts.begin(), parts_.parts.end(),
                               [name](const BreakdownItem& part) { return part.name == name; });
        };
        const std::string note = periods_note(parts_.by, has(undated), has(later));
        if (!note.empty()) page_.paragraph(note, Tone::faint);
        if (!compared_.draws.differences.empty()) page_.paragraph(drawn_text(compared_), Tone::faint);
        page_.paragraph("– is not assessed.", Tone::faint);
        return std::move(page_);
    }

private:
    void table(std::size_t variant, std::size_t m) {
        std::vector<double> values;
        for (std::size_t p = 0; p < parts_.parts.size(); ++p) {
            const ComparedPart one = compared_part(parts_, variant, p, m);
            for (const std::optional<double>& value : {one.base, one.value, one.difference}) {
                if (value) values.push_back(*value);
            }
        }
        const Scale scale = scale_for(measure(m).dimension, values);
        Table table = empty_table(std::string(measure(m).name) + " by " + std::string(key_name(parts_.by)) +
                                  ", " + scale.unit);
        for (std::size_t p = 0; p < parts_.parts.size(); ++p)
            add(table, parts_.parts[p].name, compared_part(parts_, variant, p, m), scale);
        table.rows.back().rule_above = true;
        table.rows.back().tone = Tone::strong;
        page_.table(std::move(table));
    }

    void impacts(std::size_t variant) {
        Table table = empty_table("total by impact");
        for (std::size_t m = 0; m < measure_count; ++m) {
            const ComparedPart one = compared_part(parts_, variant, 0, m);
            if (m == market_measure && !one.base && !one.value) continue;
            std::vector<double> values;
            for (const std::optional<double>& value : {one.base, one.value}) {
                if (value) values.push_back(*value);
            }
            const Scale scale = scale_for(measure(m).dimension, values);
            const std::string unit = values.empty() ? "" : ", " + scale.unit;
            add(table, std::string(measure(m).name) + unit, one, scale);
        }
        page_.table(std::move(table));
    }

    Table empty_table(const std::string& heading) const {
        Table table;
        table.columns = {{heading, false, true},
                         {names_.front(), true, true},
                         {"variant", true, true},
                         {"difference", true},
                         {"ratio", true}};
        if (!compared_.draws.differences.empty()) {
            table.columns.push_back({"95 % interval", true, true});
            table.columns.push_back({"lower", true});
        }
        return table;
    }

    void add(Table& table, std::string name, const ComparedPart& one, const Scale& scale) {
        partial_ = partial_ || one.partial;
        if (one.partial) name += " *";
        Table::Row row;
        row.rule_above = table.rows.empty();
        row.cells = {std::move(name), scale.text(one.base), scale.text(one.value),
                     signed_text(scale, one.difference), ratio_text(one.ratio)};
        if (one.draws) {
            row.cells.push_back(interval_text(one.draws->difference, scale));
            row.cells.push_back(one.draws->equal == 1 ? "equal" : percent(one.draws->lower));
        }
        table.rows.push_back(std::move(row));
    }

    const ComparedParts& parts_;
    const ComparedResults& compared_;
    std::vector<std::string> names_;
    Page page_;
    bool partial_ = false;
};

Records records_of(const ComparedParts& parts) {
    const ComparedResults& compared = *parts.compared;
    Records records;
    records.columns = {"variant",
                       "quantity",
                       "unit",
                       std::string(key_name(parts.by)),
                       "base",
                       "value",
                       "difference",
                       "ratio",
                       "difference_p2_5",
                       "difference_p50",
                       "difference_p97_5",
                       "ratio_p50",
                       "probability_lower"};
    for (std::size_t v = 1; v < compared.names.size(); ++v) {
        for (std::size_t m = 0; m < measure_count; ++m) {
            const double unit = measure(m).unit_in_base;
            for (std::size_t p = 0; p < parts.parts.size(); ++p) {
                const ComparedPart one = compared_part(parts, v, p, m);
                if (!one.base && !one.value) continue;
                std::vector<Records::Cell> row = {
                    compared.names[v],
                    std::string(measure(m).name),
                    std::string(measure(m).unit),
                    parts.by == BreakdownKey::impact ? std::string(measure(m).name) : parts.parts[p].name,
                    Records::number(one.base, unit),
                    Records::number(one.value, unit),
                    Records::number(one.difference, unit),
                    Records::number(one.ratio)};
                row.resize(records.columns.size());
                if (one.draws) {
                    std::size_t column = 8;
                    for (const std::size_t at : {0U, 3U, 6U})
                        row[column++] = one.draws->difference.percentiles[at] / unit;
                    if (one.draws->ratio) row[column] = one.draws->ratio->percentiles[3];
                    row[column + 1] = one.draws->lower;
                }
                records.rows.push_back(std::move(row));
            }
        }
    }
    return records;
}

void write_parts(JsonWriter& json, const ComparedParts& parts, std::size_t variant, std::size_t m) {
    const double unit = measure(m).unit_in_base;
    const auto in_unit = [unit](std::optional<double> value) {
        return value ? std::optional(*value / unit) : std::nullopt;
    };
    json.key(measure(m).json_key).begin_array();
    for (std::size_t p = 0; p < parts.parts.size(); ++p) {
        const ComparedPart one = compared_part(parts, variant, p, m);
        json.begin_object().entry("name", parts.parts[p].name);
        json.entry("base", in_unit(one.base)).entry("value", in_unit(one.value));
        json.entry("difference", in_unit(one.difference)).entry("ratio", one.ratio);
        json.key("partial").truth(one.partial);
        if (one.draws) write_draws(json, *one.draws, unit);
        json.end_object();
    }
    json.end_array();
}

std::string json_of(const ComparedParts& parts) {
    const ComparedResults& compared = *parts.compared;
    JsonWriter json(4);
    json.begin_object().entry("schema_version", schema_version).entry("title", compared.title);
    write_provenance(json, compared.evaluations.front()->provenance);
    json.entry("base", compared.names.front()).entry("by", key_name(parts.by));
    if (!compared.draws.differences.empty()) write_sampling(json, compared.draws);
    json.key("parts").begin_object();
    for (std::size_t v = 1; v < compared.names.size(); ++v) {
        json.key(compared.names[v]).begin_object();
        for (std::size_t m = 0; m < measure_count; ++m) {
            const ComparedPart total = compared_part(parts, v, parts.parts.size() - 1, m);
            if (m != market_measure || total.base || total.value) write_parts(json, parts, v, m);
        }
        json.end_object();
    }
    json.end_object().end_object();
    return std::move(json).take();
}

}  // namespace

ComparedPart compared_part(const ComparedParts& parts, std::size_t variant, std::size_t part,
                           std::size_t measure) {
    const ComparedResults& compared = *parts.compared;
    ComparedPart result;
    const auto look = [&](std::size_t entry) {
        const PointResult& reading = *compared.evaluations[entry]->result;
        const Results& results = reading.results();
        const Result* row = results.find(parts.parts[part].result);
        if (!row) return std::optional<double>();
        const std::optional<double> value = reading.value(*row, measure);
        result.partial = result.partial || (value && results.has_gap(*row, measure));
        return value;
    };
    result.base = look(0);
    result.value = look(variant);
    if (result.base && result.value) {
        result.difference = difference_of(*result.value, *result.base);
        if (*result.base != 0) result.ratio = *result.value / *result.base;
    }
    if (!compared.draws.differences.empty()) {
        const auto& draws = compared.draws.differences[variant - 1][part * measure_count + measure];
        result.draws = draws ? &*draws : nullptr;
    }
    return result;
}

Report compare_parts_report(const ComparedParts& parts) {
    return {[&parts] { return PartsPage(parts).build(); }, [&parts] { return records_of(parts); },
            at_once([&parts] { return json_of(parts); })};
}

}  // namespace lca
