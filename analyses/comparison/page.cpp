// The answer of `lca compare` for people: the variants in order of their totals, how uncertain the
// differences are, and which changes cause them.
#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "analyses/comparison/by_item.hpp"
#include "analyses/comparison/side_by_side.hpp"
#include "analyses/comparison/texts.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca {
namespace comparison {
namespace {

constexpr std::size_t max_on_screen = 8;  // number of variants
constexpr std::size_t max_title = 26;     // characters of a variant's title, to leave room for phases

/// The titles of the what-ifs, if all are short and different; else their ids.
std::vector<std::string> names_for_screen(const Comparison& compared) {
    const std::vector<std::string> ids = short_names(compared.names);
    std::vector<std::string> titles;
    for (std::size_t i = 0; i < compared.evaluations.size(); ++i) {
        const Evaluation& evaluation = compared.evaluations[i];
        const std::string title = evaluation.variant.empty() ? ids[i] : evaluation.variant_title;
        const bool is_new = std::find(titles.begin(), titles.end(), title) == titles.end();
        if (title.empty() || !is_new || characters(title) > max_title) return ids;
        titles.push_back(title);
    }
    return titles;
}

/// Builds the page for people.
class ComparisonPage {
public:
    ComparisonPage(const Comparison& compared, const PageOptions& options)
        : compared_(compared),
          details_(options.details),
          names_(options.details ? short_names(compared.names) : names_for_screen(compared)),
          order_(order_of(values(compared.measures.front()))) {
        if (details_ || order_.size() <= max_on_screen) return;
        left_out_ = order_.size() - max_on_screen;
        order_.resize(max_on_screen);
    }

    Page build() {
        page_.title = compared_.title;
        for (const std::string& warning : compared_.warnings)
            page_.paragraph("Warning: " + warning + ".", Tone::warning);
        for (const std::size_t measure : compared_.measures) results(measure);
        if (details_ && !shows(energy_measure)) results(energy_measure);
        if (left_out_ > 0)
            page_.paragraph("and " + std::to_string(left_out_) + " more: --details", Tone::faint);
        if (partial_) page_.paragraph(std::string(what_a_star_means), Tone::faint);
        if (!not_compared_.empty()) page_.list(std::string(not_compared_heading), not_compared_.list());
        best();
        for (const std::size_t measure : compared_.measures) certainty(measure);
        if (details_ || compared_.changes.size() == 1) {
            for (std::size_t v = 0; v < compared_.changes.size(); ++v) changes(v);
        }
        if (bars_) page_.paragraph(legend(), Tone::faint);
        titles();
        if (const std::string note = average_note(); !note.empty()) page_.paragraph(note, Tone::faint);
        page_.paragraph("Differences and ratios are relative to " + compared_.names.front() +
                            "; – means not assessed." +
                            (details_ ? "" : " --details: electricity, and what causes each difference."),
                        Tone::faint);
        return std::move(page_);
    }

private:
    bool shows(std::size_t measure) const {
        return std::find(compared_.measures.begin(), compared_.measures.end(), measure) !=
               compared_.measures.end();
    }

    /// The compared values in a measure; computed on the first call.
    const std::vector<Compared>& values(std::size_t measure) {
        std::vector<Compared>& known = values_.at(measure);
        if (known.empty()) known = compared_.values(measure);
        return known;
    }

    static Scale scale_of(const std::vector<Compared>& entries, std::size_t index) {
        std::vector<double> totals;
        for (const Compared& entry : entries) {
            if (entry.total) totals.push_back(*entry.total);
        }
        return scale_for(measure(index).dimension, totals);
    }

    /// The base, then the others by rank; those without a rank are last.
    static std::vector<std::size_t> order_of(const std::vector<Compared>& entries) {
        std::vector<std::size_t> order(entries.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin() + 1, order.end(), [&](std::size_t a, std::size_t b) {
            return entries[a].rank - 1 < entries[b].rank - 1;  // rank 0 wraps round to the highest number
        });
        return order;
    }

    void results(std::size_t index) {
        const std::vector<Compared>& entries = values(index);
        const Scale scale = scale_of(entries, index);
        Table table;
        table.columns.push_back({std::string(measure(index).name) + ", " + scale.unit, false, true});
        for (const std::string_view phase : Results::phases())
            table.columns.push_back({std::string(phase), true});
        for (const char* heading : {"total", "difference", "ratio"}) table.columns.push_back({heading, true});
        for (const std::size_t i : order_) {
            const Compared& entry = entries[i];
            Table::Row row;
            row.cells.push_back(names_[i] + (entry.partial ? " *" : ""));
            for (const std::optional<double>& phase : entry.by_phase) row.cells.push_back(scale.text(phase));
            row.cells.push_back(scale.text(entry.total));
            row.cells.push_back(i == 0 ? "" : signed_text(scale, entry.difference));
            row.cells.push_back(i == 0 ? "" : ratio_text(entry.ratio));
            row.rule_above = i == 0;
            if (i == 0) row.tone = Tone::strong;
            partial_ = partial_ || entry.partial;
            table.rows.push_back(std::move(row));
        }
        page_.table(std::move(table));
        note(entries, index, not_compared_);
    }

    void note(const std::vector<Compared>& entries, std::size_t index, NotCompared& not_compared) const {
        for (const std::size_t i : order_) {
            if (i == 0) continue;
            not_compared.add(names_[i], index,
                             reason_of(entries[i], entries.front(), names_.front(), names_[i]));
        }
    }

    void best() {
        const Pareto found = pareto(compared_);
        if (found.best.empty()) {
            const bool few_impacts = found.measures.size() < 2;
            const auto is_impact = [](std::size_t m) { return m < impact_count; };
            if (std::count_if(compared_.measures.begin(), compared_.measures.end(), is_impact) > 1)
                page_.paragraph(
                    std::string(few_impacts
                                    ? "Fewer than two of these impacts are assessed in all variants"
                                    : "Fewer than two variants are comparable in each of these impacts") +
                        ": no variant can be called best over several impacts.",
                    Tone::warning);
            return;
        }
        Table table;
        table.columns.push_back({"over several impacts", false, true});
        std::vector<std::vector<std::string>> cells(names_.size());
        NotCompared not_compared;
        bool starred = partial_;  // the star is explained already
        for (const std::size_t index : found.measures) {
            const std::vector<Compared>& entries = values(index);
            if (!shows(index)) note(entries, index, not_compared);
            const Scale scale = scale_of(entries, index);
            table.columns.push_back({std::string(measure(index).name) + ", " + scale.unit, true, true});
            const bool marked =
                std::any_of(entries.begin(), entries.end(), [](const Compared& one) { return one.partial; });
            starred = starred || marked;
            for (std::size_t i = 0; i < entries.size(); ++i)
                cells[i].push_back(scale.text(entries[i].total) + (!marked              ? ""
                                                                   : entries[i].partial ? " *"
                                                                                        : "  "));
        }
        table.columns.push_back({"Pareto"});
        for (const std::size_t i : order_) {
            Table::Row row;
            row.cells = {names_[i]};
            row.cells.insert(row.cells.end(), cells[i].begin(), cells[i].end());
            row.cells.emplace_back(!found.comparable[i] ? "not assessed" : found.best[i] ? "optimal" : "");
            row.rule_above = i == 0;
            table.rows.push_back(std::move(row));
        }
        page_.table(std::move(table));
        if (starred && !partial_) page_.paragraph(std::string(what_a_star_means), Tone::faint);
        page_.paragraph(
            "Pareto-optimal: no other variant is at most as high in each of these impacts and lower in one.",
            Tone::faint);
        if (!not_compared.empty()) page_.list(std::string(not_compared_heading), not_compared.list());
    }

    void certainty(std::size_t index) {
        if (compared_.draws.differences.empty()) return;
        Table table;
        std::vector<double> ends;
        for (const auto& variant : compared_.draws.differences) {
            if (!variant[index]) continue;
            for (const std::size_t p : {1U, 3U, 5U})
                ends.push_back(variant[index]->difference.percentiles[p]);
        }
        if (ends.empty()) return;
        const Scale scale = scale_for(measure(index).dimension, ends);
        table.columns = {{"difference, " + scale.unit, false, true},
                         {"median", true},
                         {"90 % interval", true},
                         {"ratio", true},
                         {"lower", true}};
        for (const std::size_t i : order_) {
            if (i == 0) continue;
            const std::optional<PairedDifference>& one = compared_.draws.differences[i - 1][index];
            Table::Row row;
            row.cells = {names_[i]};
            row.rule_above = table.rows.empty();
            if (one) {
                add(row, *one, scale);
            } else {
                row.cells.resize(table.columns.size(), "–");
            }
            table.rows.push_back(std::move(row));
        }
        page_.heading("Uncertainty of the differences in " + std::string(measure(index).name));
        page_.table(std::move(table));
        if (details_) {
            page_.paragraph(drawn_text(compared_) + " Ratio: the median.", Tone::faint);
        } else if (compared_.draws.fewer) {
            page_.paragraph(fewer_text(compared_) + ".", Tone::faint);
        }
    }

    static void add(Table::Row& row, const PairedDifference& one, const Scale& scale) {
        const Summary& summary = one.difference;
        row.cells.push_back(signed_text(scale, summary.percentiles[3]));
        row.cells.push_back(interval_text(summary, scale));
        row.cells.push_back(one.ratio ? ratio_text(one.ratio->percentiles[3]) : "–");
        row.cells.push_back(one.equal == 1 ? "equal" : percent(one.lower));
    }

    /// Adds the changes that cause a difference. If there is just one, it causes all of it: with several
    /// variants that is not shown.
    void changes(std::size_t variant) {
        const ComparedChanges& of = compared_.changes[variant];
        const bool alone = compared_.changes.size() == 1;
        if (!of.attribution) {
            if (of.reason.empty()) return;
            page_.heading("What makes the difference of " + names_[variant + 1]);
            page_.paragraph(of.reason, Tone::warning);
            return;
        }
        if (of.changes.size() < 2 && !alone) return;
        for (const std::size_t index : compared_.measures) changes(variant, index);
    }

    void changes(std::size_t variant, std::size_t index) {
        const ComparedChanges& of = compared_.changes[variant];
        const Scale scale = scale_of(values(index), index);
        Table bars = waterfall(of, index, scale, names_.front(), names_[variant + 1]);
        const Compared& entry = values(index)[variant + 1];
        if (bars.rows.empty() && (!entry.difference || of.unlike[index].empty())) return;
        page_.heading("What makes the difference of " + names_[variant + 1] + " in " +
                      std::string(measure(index).name));
        if (bars.rows.empty()) {
            page_.paragraph("Not assessed: " + of.unlike[index] + ".", Tone::warning);
            return;
        }
        page_.table(std::move(bars));
        bars_ = true;
        drawn_orders_ = std::max(drawn_orders_, of.attribution->orders);
        share_draws_ = std::max(share_draws_, of.draws);
        if (compared_.changes.size() == 1 && of.changes.size() > 1) phases(of, index, scale);
    }

    void phases(const ComparedChanges& of, std::size_t index, const Scale& scale) {
        Table table;
        table.columns.push_back({"change by phase, " + scale.unit, false, true});
        for (const std::string_view phase : Results::phases())
            table.columns.push_back({std::string(phase), true});
        table.columns.push_back({"total", true});
        const bool drawn = of.attribution->orders > 0;
        if (drawn) table.columns.push_back({"± error", true});
        const bool all = shown_changes(of, index) == of.changes.size();
        for (std::size_t i = 0; i < of.changes.size(); ++i) {
            if (!all && of.share(i, index) == 0.0) continue;
            Table::Row row;
            row.cells = {of.changes[i].path};
            for (std::size_t part = 1; part < ComparedChanges::per_measure; ++part)
                row.cells.push_back(signed_text(scale, of.share(i, index, part)));
            row.cells.push_back(signed_text(scale, of.share(i, index)));
            if (drawn) row.cells.push_back(scale.text(of.error(i, index)));
            row.rule_above = table.rows.empty();
            table.rows.push_back(std::move(row));
        }
        page_.table(std::move(table));
    }

    /// A note that grid intensities are averages, if `idle` or `dynamic` differs between the variants.
    std::string average_note() const {
        const PointResult& base = *compared_.evaluations.front().result;
        for (const Evaluation& one : compared_.evaluations) {
            for (const std::string_view phase : {"idle", "dynamic"}) {
                const Result* const row = one.result->results().find(phase);
                const Result* const first = base.results().find(phase);
                if (!row || !first || one.result->value(*row) != base.value(*first))
                    return lca::average_note(one.result->results().bases);
            }
        }
        return {};
    }

    std::string legend() const {
        std::string text = "█ total, ▓ increase by a change, ░ decrease by a change: averaged over ";
        text += drawn_orders_ == 0 ? "every order of making the changes"
                                   : std::to_string(drawn_orders_) + " random orders of making the changes";
        text += " (Shapley values), so that the parts add up to the difference.";
        if (share_draws_ > 0)
            text += " Bars show the point estimate; intervals come from the first " +
                    readable(static_cast<double>(share_draws_), 6) + " samples.";
        return text;
    }

    void titles() {
        List titles;
        for (const std::size_t i : order_) {
            const Evaluation& evaluation = compared_.evaluations[i];
            const std::string& title =
                evaluation.variant.empty() ? evaluation.title : evaluation.variant_title;
            if (!title.empty() && title != compared_.title && title != names_[i])
                titles.items.push_back({compared_.names[i] + ": " + title});
        }
        page_.list("Variants", std::move(titles));
    }

    const Comparison& compared_;
    bool details_;
    std::array<std::vector<Compared>, measure_count> values_;
    std::vector<std::string> names_;
    std::vector<std::size_t> order_;  // by the first measure, and the same for all measures
    Page page_;
    NotCompared not_compared_;
    std::size_t left_out_ = 0;  // number of variants that are not shown
    bool partial_ = false, bars_ = false;
    std::uint64_t drawn_orders_ = 0, share_draws_ = 0;
};

}  // namespace
}  // namespace comparison

Page page_of(const Comparison& compared, const PageOptions& options) {
    return compared.by ? comparison::page_by_item(compared)
                       : comparison::ComparisonPage(compared, options).build();
}

}  // namespace lca
