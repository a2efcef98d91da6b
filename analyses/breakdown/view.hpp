#pragma once
// What the page, the records and the JSON of a breakdown have in common: groups, shares, totals by measure.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "analyses/breakdown/breakdown.hpp"
#include "lca/page/table_column.hpp"
#include "models/results/scopes.hpp"

namespace lca::breakdown {

/// The groups, shares and totals that all output forms read. Refers to the breakdown.
class BreakdownView {
public:
    struct Group {
        std::string name;
        const Result* row;
    };

    explicit BreakdownView(const Breakdown& breakdown)
        : evaluation_(breakdown.evaluation),
          result_(*breakdown.evaluation.result),
          results_(result_.results()),
          by_(breakdown.by),
          parts_(breakdown.items),
          total_(results_.find("total")) {
        for (const BreakdownItem& part : parts_) groups_.push_back({part.name, results_.find(part.result)});
    }

    const Evaluation& evaluation() const { return evaluation_; }
    BreakdownKey by() const { return by_; }
    const std::vector<BreakdownItem>& items() const { return parts_; }
    const std::vector<Group>& groups() const { return groups_; }
    const PointResult& result() const { return result_; }
    std::string_view by_name() const { return breakdown_key_names[static_cast<std::size_t>(by_)]; }

    std::vector<std::size_t> measures() const {
        std::vector<std::size_t> all;
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (m != market_measure || results_.has_market) all.push_back(m);
        }
        return all;
    }

    const Result* total_row() const { return total_; }
    std::optional<double> total(std::size_t m) const {
        return total_ ? result_.value(*total_, m) : std::nullopt;
    }

    static std::optional<double> in_unit(std::optional<double> value, std::size_t m) {
        return value ? std::optional(*value / measure(m).unit_in_base) : std::nullopt;
    }

    std::optional<double> share(const Group& group) const {
        const std::optional<double> part = result_.value(*group.row, evaluation_.measure);
        const std::optional<double> whole = total(evaluation_.measure);
        return part && whole && *whole != 0 ? std::optional(*part / *whole) : std::nullopt;
    }

    bool partial(const Group& group) const {
        const std::size_t m = evaluation_.measure;
        return result_.value(*group.row, m) && results_.has_gap(*group.row, m);
    }
    bool total_partial(std::size_t m) const { return total_ && total(m) && results_.has_gap(*total_, m); }
    /// Whether a page has a column of market-based figures, beside the location-based ones.
    bool with_market() const {
        return by_ == BreakdownKey::scope && evaluation_.measure == index_of::climate && results_.has_market;
    }

    /// Whether a group has a second figure, for the year of purchase: the capital goods of an owner.
    bool in_year_of_purchase(std::string_view group) const {
        return by_ == BreakdownKey::scope && group == results::capital_goods;
    }

    /// The JSON keys of the measures in which a row counts only what is assessed.
    std::vector<std::string> partial_measures(const Result& row) const {
        std::vector<std::string> keys;
        for (const std::size_t m : measures()) {
            if (results_.is_partial(row, m)) keys.emplace_back(measure(m).json_key);
        }
        return keys;
    }
    /// The names of what is missing from a row in its assessed measures among `of` (as bits; by default all):
    /// "serving.idle.energy".
    std::vector<std::string> gaps(const Result& row, std::uint32_t of = ~0U) const {
        std::vector<std::string> names;
        const std::uint32_t within = row.assessed() & of;
        for (const Gap* gap : results_.gaps_within(row, within)) {
            for (const std::size_t m : measures()) {
                if (((gap->measures & within) >> m & 1U) != 0) names.push_back(results_.name(*gap, m));
            }
        }
        return names;
    }
    /// The same names as one cell of a record.
    RecordSink::Cell gaps_cell(const Result& row, std::uint32_t of = ~0U) const {
        std::string text;
        for (const std::string& name : gaps(row, of)) text += (text.empty() ? "" : " ") + name;
        return Records::text(text);
    }

private:
    const Evaluation& evaluation_;
    const PointResult& result_;
    const Results& results_;
    BreakdownKey by_;
    const std::vector<BreakdownItem>& parts_;
    const Result* total_;
    std::vector<Group> groups_;
};

/// One row of the table: a group, or the total.
struct BreakdownRow {
    std::string name;
    const Result* result;
    std::optional<double> share;
    bool partial;  // the result counts only what is assessed
};

inline constexpr std::string_view partial_mark = " *";

BreakdownRow row_of(const BreakdownView& view, const BreakdownView::Group& group);
BreakdownRow total_row_of(const BreakdownView& view);

/// The columns for all output forms; the scales are for the page. They refer to the view.
TableColumns<BreakdownRow> breakdown_columns(const BreakdownView& view, const Scale& scale = {},
                                             const Scale& energy_scale = {});

}  // namespace lca::breakdown
