#include "analyses/comparison/comparison_report.hpp"

#include <algorithm>
#include <cmath>

namespace lca {
namespace {

Records::Cell whole(std::size_t number) {
    return Records::number(static_cast<double>(number));
}

/// One variant and measure: the whole difference.
std::vector<Records::Cell> entry_row(const ComparedResults& compared, const Pareto& best, std::size_t i,
                                     std::size_t m, const Compared& entry) {
    const double unit = measure(m).unit_in_base;
    std::vector<Records::Cell> row = {compared.names[i], std::string(measure(m).name),
                                      std::string(measure(m).unit)};
    for (const auto& phase : entry.by_phase) row.push_back(Records::number(phase, unit));
    row.push_back(Records::number(entry.total, unit));
    row.push_back(Records::number(entry.difference, unit));
    row.push_back(Records::number(entry.ratio));
    row.emplace_back();  // the change: all of them
    for (const auto& phase : entry.phase_difference) row.push_back(Records::number(phase, unit));
    row.push_back(whole(entry.rank));
    const PairedDifference* paired = nullptr;
    if (i > 0 && !compared.draws.differences.empty() && compared.draws.differences[i - 1][m])
        paired = &*compared.draws.differences[i - 1][m];
    for (const std::size_t p : {0U, 3U, 6U}) {
        row.push_back(paired ? Records::number(paired->difference.percentiles[p], unit) : Records::Cell());
    }
    row.push_back(paired && paired->ratio ? Records::number(paired->ratio->percentiles[3]) : Records::Cell());
    row.push_back(paired ? Records::number(paired->lower) : Records::Cell());
    row.push_back(best.best.empty() ? Records::Cell() : Records::text(best.best[i] ? "yes" : "no"));
    return row;
}

std::vector<Records::Cell> change_row(const ComparedResults& compared, std::size_t i, std::size_t m,
                                      std::size_t change, std::size_t columns) {
    const double unit = measure(m).unit_in_base;
    const ComparedChanges& of = compared.changes[i - 1];
    std::vector<Records::Cell> row = {compared.names[i], std::string(measure(m).name),
                                      std::string(measure(m).unit)};
    row.resize(7);
    row.push_back(Records::number(of.share(change, m), unit));
    row.emplace_back();
    row.push_back(Records::text(of.changes[change].path));
    for (std::size_t part = 1; part < ComparedChanges::per_measure; ++part)
        row.push_back(Records::number(of.share(change, m, part), unit));
    row.emplace_back();  // the rank
    if (!of.intervals.empty() && of.intervals[change][m]) {
        const ShareInterval& sure = *of.intervals[change][m];
        for (const double end : {sure.p2_5, sure.p50, sure.p97_5}) row.push_back(Records::number(end, unit));
    }
    row.resize(columns);
    return row;
}

}  // namespace

std::optional<double> ComparedChanges::share(std::size_t change, std::size_t measure,
                                             std::size_t part) const {
    const double value = attribution->shares[change][measure * per_measure + part];
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::optional<double> ComparedChanges::error(std::size_t change, std::size_t measure) const {
    if (attribution->errors.empty()) return std::nullopt;
    const double value = attribution->errors[change][measure * per_measure];
    return std::isfinite(value) ? std::optional(value) : std::nullopt;
}

std::vector<std::string> short_names(const std::vector<std::string>& names) {
    std::size_t common = names.front().rfind('/') + 1;
    for (const std::string& name : names) {
        std::size_t equal = 0;
        while (equal < common && equal < name.size() && name[equal] == names.front()[equal]) ++equal;
        common = equal == 0 ? 0 : names.front().rfind('/', equal - 1) + 1;
    }
    std::vector<std::string> result;
    for (const std::string& name : names) result.push_back(name.substr(common));
    return result;
}

std::string signed_text(const Scale& scale, std::optional<double> difference) {
    if (!difference) return "–";
    const std::string text = scale.text(*difference);
    return *difference > 0 ? "+" + text : text;
}

std::vector<Compared> compared_by(const ComparedResults& compared, std::size_t measure) {
    std::vector<Variant> variants;
    for (std::size_t i = 0; i < compared.names.size(); ++i) {
        variants.push_back(
            {compared.names[i], compared.evaluations[i]->title, compared.evaluations[i]->result.get()});
    }
    return compare(variants, measure);
}

Pareto pareto(const ComparedResults& compared) {
    Pareto result;
    std::vector<std::vector<double>> values(compared.names.size());
    for (std::size_t m = 0; m < impact_count; ++m) {
        const bool wanted =
            compared.all_measures ||
            std::find(compared.measures.begin(), compared.measures.end(), m) != compared.measures.end();
        const std::vector<Compared> entries = compared_by(compared, m);
        const bool everywhere = std::all_of(entries.begin(), entries.end(),
                                            [](const Compared& entry) { return entry.total.has_value(); });
        if (!wanted || !everywhere) continue;
        result.measures.push_back(m);
        for (std::size_t i = 0; i < entries.size(); ++i) values[i].push_back(*entries[i].total);
    }
    if (result.measures.size() > 1) result.best = not_dominated(values);
    return result;
}

Records compare_records(const ComparedResults& compared) {
    Records records;
    records.columns = {"variant", "quantity", "unit",       "embodied", "idle",
                       "dynamic", "total",    "difference", "ratio",    "change"};
    for (const std::string_view phase : Results::phases())
        records.columns.push_back("difference_" + std::string(phase));
    for (const char* heading : {"rank", "difference_p2_5", "difference_p50", "difference_p97_5", "ratio_p50",
                                "probability_lower", "unbeaten"})
        records.columns.emplace_back(heading);
    const Pareto best = pareto(compared);
    for (std::size_t m = 0; m < measure_count; ++m) {
        const std::vector<Compared> entries = compared_by(compared, m);
        for (std::size_t i = 0; i < entries.size(); ++i) {
            if (!entries[i].total) continue;
            records.rows.push_back(entry_row(compared, best, i, m, entries[i]));
            if (i == 0 || compared.changes.empty() || !compared.changes[i - 1].attribution) continue;
            for (std::size_t change = 0; change < compared.changes[i - 1].changes.size(); ++change)
                records.rows.push_back(change_row(compared, i, m, change, records.columns.size()));
        }
    }
    return records;
}

Report compare_report(const ComparedResults& compared) {
    return {[&compared] { return compare_page(compared); }, [&compared] { return compare_records(compared); },
            at_once([&compared] { return compare_json(compared); })};
}

}  // namespace lca
