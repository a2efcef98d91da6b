// The page of `lca compare --by`: each variant compared with the base, item by item.
#include <fmt/core.h>

#include <algorithm>

#include "analyses/breakdown/breakdown.hpp"
#include "analyses/comparison/by_item.hpp"
#include "analyses/comparison/texts.hpp"

namespace lca::comparison {
namespace {

/// Builds the page with one table for each variant.
class ItemsPage {
public:
    explicit ItemsPage(const Comparison& compared)
        : compared_(compared), names_(short_names(compared.names)) {}

    Page build() {
        page_.title = compared_.title;
        for (const std::string& warning : compared_.warnings)
            page_.paragraph("Warning: " + warning + ".", Tone::warning);
        for (std::size_t v = 1; v < names_.size(); ++v) {
            page_.heading(names_[v] + " against " + names_.front());
            const ComparedItems items(compared_, v);
            if (*compared_.by == BreakdownKey::impact) {
                impacts(v, items);
            } else {
                for (const std::size_t m : compared_.measures) table(v, items, m);
            }
        }
        if (!not_compared_.empty()) page_.list(std::string(not_compared_heading), not_compared_.list());
        if (partial_) page_.paragraph(std::string(what_a_star_means), Tone::faint);
        const auto has = [this](std::string_view name) {
            return std::any_of(compared_.items.begin(), compared_.items.end(),
                               [name](const BreakdownItem& item) { return item.name == name; });
        };
        const std::string note = periods_note(*compared_.by, has(undated), has(later));
        if (!note.empty()) page_.paragraph(note, Tone::faint);
        if (!compared_.draws.differences.empty()) page_.paragraph(drawn_text(compared_), Tone::faint);
        page_.paragraph("– means not assessed.", Tone::faint);
        return std::move(page_);
    }

private:
    void table(std::size_t variant, const ComparedItems& items, std::size_t m) {
        std::vector<double> values;
        for (std::size_t p = 0; p < compared_.items.size(); ++p) {
            const ComparedItem one = items.item(p, m);
            for (const std::optional<double>& value : {one.base, one.value, one.difference}) {
                if (value) values.push_back(*value);
            }
        }
        const Scale scale = scale_for(measure(m).dimension, values);
        Table table = empty_table(std::string(measure(m).name) + " by " +
                                  std::string(key_name(*compared_.by)) + ", " + scale.unit);
        for (std::size_t p = 0; p < compared_.items.size(); ++p) {
            const ComparedItem one = items.item(p, m);
            add(table, compared_.items[p].name, one, scale);
            note(fmt::format("{} of {}", compared_.items[p].name, names_[variant]), one, m);
        }
        table.rows.back().rule_above = true;
        table.rows.back().tone = Tone::strong;
        page_.table(std::move(table));
    }

    void impacts(std::size_t variant, const ComparedItems& items) {
        Table table = empty_table("total by impact");
        for (std::size_t m = 0; m < measure_count; ++m) {
            const ComparedItem one = items.total(m);
            if (m == market_measure && !one.base && !one.value) continue;
            std::vector<double> values;
            for (const std::optional<double>& value : {one.base, one.value}) {
                if (value) values.push_back(*value);
            }
            const Scale scale = scale_for(measure(m).dimension, values);
            const std::string unit = values.empty() ? "" : ", " + scale.unit;
            add(table, std::string(measure(m).name) + unit, one, scale);
            note(names_[variant], one, m);
        }
        page_.table(std::move(table));
    }

    void note(const std::string& what, const ComparedItem& one, std::size_t m) {
        not_compared_.add(what, m, one.reason);
    }

    Table empty_table(const std::string& heading) const {
        Table table;
        table.columns = {{heading, false, true},
                         {names_.front(), true, true},
                         {"variant", true, true},
                         {"difference", true},
                         {"ratio", true}};
        if (!compared_.draws.differences.empty()) {
            table.columns.push_back({"90 % interval", true, true});
            table.columns.push_back({"lower", true});
        }
        return table;
    }

    void add(Table& table, std::string name, const ComparedItem& one, const Scale& scale) {
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

    const Comparison& compared_;
    std::vector<std::string> names_;
    Page page_;
    bool partial_ = false;
    NotCompared not_compared_;
};

}  // namespace

Page page_by_item(const Comparison& compared) {
    return ItemsPage(compared).build();
}

}  // namespace lca::comparison
