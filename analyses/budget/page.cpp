// The answer for people, in a terminal or as a comment on a pull request: which limits are kept, and which
// inputs changed results.
#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <set>

#include "analyses/budget/budget.hpp"
#include "lca/base/number.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::size_t max_named = 2;  // changed inputs named one by one, those with the largest effect

std::string figure(double value, const BudgetLimit& limit, int digits = 4) {
    const std::string number = readable(value / limit.unit_factor, digits);
    return limit.unit.empty() || limit.unit == "%" ? number + (limit.unit.empty() ? "" : " %")
                                                   : number + " " + limit.unit;
}

std::string with_sign(double value, const BudgetLimit& limit) {
    return (value > 0 ? "+" : "") + figure(value, limit, 3);
}

std::string name_of(const BudgetLimit& limit) {
    std::string name = limit.of;
    if (!limit.what_if.empty()) name += ", what if " + limit.what_if;
    if (limit.percentile) name += fmt::format(", P{}", *limit.percentile);
    return name;
}

std::string headline(const BudgetCheck& check) {
    const std::size_t all = check.limits.size(), failed = check.failed();
    if (failed == 0) return fmt::format("{} of {} limits kept", all, all);
    return fmt::format("{} of {} limits not kept", failed, all);
}

/// The change of a result: "total: +3.2 tCO2e (+6.8 %) since old.json".
std::string change_text(const BudgetLimit& limit, const std::string& since) {
    const LimitChange& change = *limit.change;
    if (!change.difference)
        return fmt::format("{}: not compared with {}: {}", name_of(limit), since, change.reason);
    if (*change.difference == 0) return fmt::format("{}: as in {}", name_of(limit), since);
    std::string text = fmt::format("{}: {}", name_of(limit), with_sign(*change.difference, limit));
    if (change.before != 0) {
        const double share = *change.difference / std::fabs(change.before);
        text += fmt::format(" ({}{})", share > 0 ? "+" : "", percent(share));
    }
    return text + (limit.percentile ? fmt::format(" of the point value since {}", since) : " since " + since);
}

List::Item moved(const BudgetLimit& limit, const std::string& since) {
    List::Item item{change_text(limit, since)};
    const LimitChange& change = *limit.change;
    if (!change.difference || *change.difference == 0) return item;
    if (!change.reason.empty()) item.details.push_back(change.reason);
    double others = change.rest;
    for (std::size_t i = 0; i < change.inputs.size(); ++i) {
        const ChangedInput& input = change.inputs[i];
        if (i < max_named) {
            item.details.push_back(fmt::format("{}: {} → {}: {}", input.path, input.from, input.to,
                                               with_sign(input.share, limit)));
        } else {
            others += input.share;
        }
    }
    const std::size_t more = change.inputs.size() - std::min(change.inputs.size(), max_named);
    if (more > 0 || others != 0)
        item.details.push_back(
            fmt::format("{}: {}",
                        more > 0 ? fmt::format("{} other inputs, and the unexplained rest", more)
                                 : std::string("unexplained rest"),
                        with_sign(others, limit)));
    return item;
}

}  // namespace

Page page_of(const BudgetCheck& check) {
    Page page;
    page.title = "Carbon budget: " + check.title;
    page.paragraph(headline(check), check.failed() == 0 ? Tone::strong : Tone::warning);
    Table table;
    table.columns = {{"result", false, true}, {"limit", true}, {"value", true}, {"verdict", false}};
    List reasons, changes;
    std::set<std::pair<std::string, std::string>> named;  // (result, what-if): its change is listed once
    const std::string since = check.against.substr(check.against.rfind('/') + 1);
    for (const BudgetLimit& one : check.limits) {
        const bool kept = one.verdict == BudgetLimit::Verdict::within;
        table.rows.push_back({{name_of(one), one.at_most, one.value ? figure(*one.value, one) : "–",
                               std::string(to_string(one.verdict))},
                              0,
                              kept ? Tone::plain : Tone::warning});
        table.rows.back().rule_above = table.rows.size() == 1;
        if (!one.reason.empty()) reasons.items.push_back({name_of(one) + ": " + one.reason});
        if (one.change && named.emplace(one.of, one.what_if).second)
            changes.items.push_back(moved(one, since));
    }
    page.table(std::move(table));
    page.list("Limits that could not be verified", std::move(reasons));
    page.list("What changed", std::move(changes));
    page.paragraph(fmt::format("{}, {}", check.file, check.scenario), Tone::faint);
    return page;
}

}  // namespace lca
