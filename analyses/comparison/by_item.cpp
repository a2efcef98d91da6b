#include "analyses/comparison/by_item.hpp"

#include "lca/math/difference.hpp"

namespace lca::comparison {

std::string_view key_name(BreakdownKey by) {
    return breakdown_key_names[static_cast<std::size_t>(by)];
}

ComparedItems::ComparedItems(const Comparison& compared, std::size_t variant)
    : compared_(compared),
      variant_(variant),
      base_(*compared.evaluations.front().result),
      own_(*compared.evaluations[variant].result),
      gaps_(base_.results(), own_.results()) {}

ComparedItem ComparedItems::item(std::size_t item, std::size_t measure) const {
    ComparedItem result;
    const std::string& name = compared_.items[item].result;
    const Result* const of_base = base_.results().find(name);
    const Result* const of_own = own_.results().find(name);
    const auto look = [&](const PointResult& point, const Result* row) {
        if (!row) return std::optional<double>();
        result.partial = result.partial || point.results().is_partial(*row, measure);
        return point.value(*row, measure);
    };
    result.base = look(base_, of_base);
    result.value = look(own_, of_own);
    result.unlike = gaps_.unlike(of_base, of_own, measure);
    if (result.base && result.value && !result.unlike.any()) {
        result.difference = difference_of(*result.value, *result.base);
        if (*result.base != 0) result.ratio = *result.value / *result.base;
    }
    if (!result.difference) result.reason = reason_of(result, name, measure);
    if (!compared_.draws.differences.empty()) {
        const auto& draws = compared_.draws.differences[variant_ - 1][item * measure_count + measure];
        result.draws = draws ? &*draws : nullptr;
    }
    return result;
}

std::string ComparedItems::reason_of(const ComparedItem& one, const std::string& result,
                                     std::size_t measure) const {
    const std::string &base = compared_.names.front(), &own = compared_.names[variant_];
    if (one.unlike.any()) return one.unlike.text(base, own);
    const PointResult& open = one.value ? base_ : own_;
    return "it is not assessed in " + (one.value ? base : own) + " (" +
           open.missing_reason(with_suffix(result, measure)) + ")";
}

Records records_by_item(const Comparison& compared) {
    Records records;
    records.columns = {"variant",
                       "quantity",
                       "unit",
                       std::string(key_name(*compared.by)),
                       "base",
                       "value",
                       "difference",
                       "ratio",
                       "difference_p5",
                       "difference_p50",
                       "difference_p95",
                       "ratio_p50",
                       "probability_lower",
                       "why_not",
                       "partial"};
    for (std::size_t v = 1; v < compared.names.size(); ++v) {
        const ComparedItems items(compared, v);
        for (std::size_t m = 0; m < measure_count; ++m) {
            const double unit = measure(m).unit_in_base;
            for (std::size_t p = 0; p < compared.items.size(); ++p) {
                const ComparedItem one = items.item(p, m);
                if (!one.base && !one.value) continue;
                std::vector<Records::Cell> row = {compared.names[v],
                                                  std::string(measure(m).name),
                                                  std::string(measure(m).unit),
                                                  *compared.by == BreakdownKey::impact
                                                      ? std::string(measure(m).name)
                                                      : compared.items[p].name,
                                                  Records::number(one.base, unit),
                                                  Records::number(one.value, unit),
                                                  Records::number(one.difference, unit),
                                                  Records::number(one.ratio)};
                row.resize(records.columns.size());
                if (one.draws) {
                    std::size_t column = 8;
                    for (const std::size_t at : {1U, 3U, 5U})
                        row[column++] = one.draws->difference.percentiles[at] / unit;
                    if (one.draws->ratio) row[column] = one.draws->ratio->percentiles[3];
                    row[column + 1] = one.draws->lower;
                }
                row[row.size() - 2] = Records::text(one.reason);
                row.back() = std::string(one.partial ? "yes" : "no");
                records.rows.push_back(std::move(row));
            }
        }
    }
    return records;
}

}  // namespace lca::comparison
