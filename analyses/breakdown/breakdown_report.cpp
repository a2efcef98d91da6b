#include "analyses/breakdown/breakdown_report.hpp"

#include <algorithm>

#include "analyses/shared/evaluation_notes.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::string_view starred = " *";

/// What all three forms read.
class Grouped {
    struct Group {
        std::string name;
        const Result* row;
    };

public:
    Grouped(const Evaluation& evaluation, GroupBy by, const std::vector<PartOfTotal>& parts)
        : evaluation_(evaluation),
          reading_(*evaluation.reading),
          results_(reading_.calculation().results()),
          by_(by),
          parts_(parts),
          total_(results_.find("total")) {
        for (const PartOfTotal& part : parts) groups_.push_back({part.name, results_.find(part.result)});
    }

    Page page() const {
        Page page;
        page.title = evaluation_.title;
        add_introduction(page, evaluation_);
        page.table(by_ == GroupBy::impact ? impacts_table() : groups_table());
        const bool some_undated = !parts_.empty() && parts_.back().name == undated;
        const std::string note = periods_note(by_, some_undated, false);
        if (!note.empty()) page.paragraph(note, Tone::faint);
        if (any_partial()) page.paragraph("* counts only what is assessed", Tone::faint);
        return page;
    }

    Records records() const {
        Records records;
        records.columns = {std::string(by_name())};
        if (by_ == GroupBy::impact) {
            records.columns.insert(records.columns.end(), {"value", "unit"});
            for (const std::size_t m : measures())
                records.rows.push_back({Records::text(measure(m).name),
                                        Records::number(total(m), measure(m).unit_in_base),
                                        Records::text(measure(m).unit)});
            return records;
        }
        for (const std::size_t m : measures()) records.columns.emplace_back(measure(m).json_key);
        records.columns.emplace_back("share");
        for (const Group& group : groups_) {
            std::vector<Records::Cell> cells = {Records::text(group.name)};
            for (const std::size_t m : measures())
                cells.push_back(Records::number(reading_.value(*group.row, m), measure(m).unit_in_base));
            cells.push_back(Records::number(share(group)));
            records.rows.push_back(std::move(cells));
        }
        return records;
    }

    std::string json() const {
        JsonWriter json(3);
        json.begin_object().entry("schema_version", schema_version).entry("title", evaluation_.title);
        json.entry_if("variant", evaluation_.variant);
        write_provenance(json, evaluation_.provenance);
        write_changes(json, evaluation_);
        json.entry("by", by_name()).key("total").begin_object();
        for (const std::size_t m : measures()) json.entry(measure(m).json_key, in_unit(total(m), m));
        json.end_object();
        if (by_ != GroupBy::impact) write_groups(json);
        json.end_object();
        return std::move(json).take();
    }

private:
    std::string_view by_name() const { return group_names[static_cast<std::size_t>(by_)]; }

    std::vector<std::size_t> measures() const {
        std::vector<std::size_t> all;
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (m != market_measure || results_.has_market) all.push_back(m);
        }
        return all;
    }

    std::optional<double> total(std::size_t m) const {
        return total_ ? reading_.value(*total_, m) : std::nullopt;
    }

    static std::optional<double> in_unit(std::optional<double> value, std::size_t m) {
        return value ? std::optional(*value / measure(m).unit_in_base) : std::nullopt;
    }

    std::optional<double> share(const Group& group) const {
        const std::optional<double> part = reading_.value(*group.row, evaluation_.measure);
        const std::optional<double> whole = total(evaluation_.measure);
        return part && whole && *whole != 0 ? std::optional(*part / *whole) : std::nullopt;
    }

    bool partial(const Group& group) const {
        const std::size_t m = evaluation_.measure;
        return reading_.value(*group.row, m) && results_.has_gap(*group.row, m);
    }
    bool total_partial(std::size_t m) const { return total_ && total(m) && results_.has_gap(*total_, m); }
    bool any_partial() const {
        if (by_ == GroupBy::impact) {
            const std::vector<std::size_t> all = measures();
            return std::any_of(all.begin(), all.end(), [this](std::size_t m) { return total_partial(m); });
        }
        return total_partial(evaluation_.measure);
    }

    Scale scale(std::size_t m) const {
        std::vector<double> values;
        for (const Group& group : groups_) {
            if (const std::optional<double> value = reading_.value(*group.row, m)) values.push_back(*value);
        }
        if (const std::optional<double> whole = total(m)) values.push_back(*whole);
        return scale_for(measure(m).dimension, values);
    }

    Table groups_table() const {
        const std::size_t m = evaluation_.measure;
        const Scale shown = scale(m), energy = scale(energy_measure);
        const bool with_energy = m != energy_measure;
        Table table;
        table.columns = {{"by " + std::string(by_name()), false, true}, {shown.unit, true}, {"share", true}};
        if (with_energy) table.columns.push_back({energy.unit, true});
        const auto add = [&](std::string name, bool star, std::optional<double> value,
                             std::optional<double> part, std::optional<double> electricity) {
            Table::Row row;
            if (star) name += starred;
            row.cells = {std::move(name), value ? shown.text(*value) : "not assessed",
                         part ? percent(*part) : ""};
            if (with_energy) row.cells.push_back(energy.text(electricity));
            row.rule_above = table.rows.empty();
            table.rows.push_back(std::move(row));
        };
        for (const Group& group : groups_)
            add(group.name, partial(group), reading_.value(*group.row, m), share(group),
                reading_.value(*group.row, energy_measure));
        const std::optional<double> whole = total(m);
        add("total", total_partial(m), whole, whole ? std::optional(1.0) : std::nullopt,
            total(energy_measure));
        table.rows.back().rule_above = true;
        table.rows.back().tone = Tone::strong;
        return table;
    }

    Table impacts_table() const {
        Table table;
        table.columns = {{"by impact", false, true}, {"total", true}, {"unit"}};
        for (const std::size_t m : measures()) {
            const std::optional<double> value = total(m);
            Table::Row row;
            row.cells = {std::string(measure(m).name) + std::string(total_partial(m) ? starred : ""),
                         "not assessed", ""};
            if (value) {
                const Scale one = scale_for(measure(m).dimension, std::span(&*value, 1));
                row.cells[1] = one.text(*value);
                row.cells[2] = one.unit;
            }
            row.rule_above = table.rows.empty();
            table.rows.push_back(std::move(row));
        }
        return table;
    }

    void write_groups(JsonWriter& json) const {
        json.key("groups").begin_array();
        for (const Group& group : groups_) {
            json.begin_object().entry("name", group.name);
            for (const std::size_t m : measures())
                json.entry(measure(m).json_key, in_unit(reading_.value(*group.row, m), m));
            json.entry("share", share(group)).key("partial").truth(partial(group)).end_object();
        }
        json.end_array();
    }

    const Evaluation& evaluation_;
    const Reading& reading_;
    const Results& results_;
    GroupBy by_;
    const std::vector<PartOfTotal>& parts_;
    const Result* total_;
    std::vector<Group> groups_;
};

}  // namespace

std::string periods_note(GroupBy by, bool some_undated, bool some_later) {
    if (by != GroupBy::year && by != GroupBy::month) return {};
    std::string text =
        "Each activity is spread evenly from its `start` over its `duration`, all phases alike: what was "
        "embodied counts when it is used, not when it was made.";
    if (some_undated) text += " Undated: activities without `start` or duration, and what is unallocated.";
    if (some_later) text += " Later: where an uncertain duration runs past the last row.";
    return text;
}

Report groups_report(const Evaluation& evaluation, GroupBy by, const std::vector<PartOfTotal>& parts) {
    return {[&evaluation, by, &parts] { return Grouped(evaluation, by, parts).page(); },
            [&evaluation, by, &parts] { return Grouped(evaluation, by, parts).records(); },
            at_once([&evaluation, by, &parts] { return Grouped(evaluation, by, parts).json(); })};
}

}  // namespace lca
