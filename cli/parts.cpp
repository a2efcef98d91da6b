#include "cli/parts.hpp"

#include <algorithm>

namespace lca::cli {
namespace {

SampledName asked_row(const Result& row, std::string name, std::size_t index, std::string shown) {
    const std::string_view suffix = measure(index).suffix;
    if (!suffix.empty()) name += "." + std::string(suffix);
    return {std::move(name), row.steps.at(index), measure(index).dimension, std::move(shown)};
}

}  // namespace

std::optional<GroupBy> parts_key(const Arguments& arguments) {
    const std::string_view key = arguments.one("--by");
    if (key.empty()) return std::nullopt;
    if (arguments.has("--of"))
        throw InputError("--by cuts the total, and --of names results one by one: say one of them");
    const auto at = std::find(std::begin(group_names), std::end(group_names), key);
    return static_cast<GroupBy>(at - std::begin(group_names));
}

std::vector<PartOfTotal> cut_parts(Calculation& calculation, GroupBy by, std::optional<std::int64_t> until) {
    if (!calculation.results().find("total"))
        throw InputError("--by: there are no activities, so there is no total to cut");
    return by == GroupBy::impact ? std::vector<PartOfTotal>() : cut(calculation, by, until);
}

std::vector<SampledName> asked_parts(const Calculation& calculation, GroupBy by,
                                     const std::vector<PartOfTotal>& parts, const Arguments& arguments) {
    std::vector<SampledName> asked;
    const Results& results = calculation.results();
    const Result& total = *results.find("total");
    const std::size_t chosen = chosen_measure(arguments);
    for (const PartOfTotal& part : parts)
        asked.push_back(asked_row(*results.find(part.result), part.result, chosen, part.name));
    for (std::size_t m = 0; m < measure_count; ++m) {
        const bool wanted = by == GroupBy::impact ? m != market_measure || results.has_market : m == chosen;
        const std::string shown(by == GroupBy::impact ? measure(m).name : "total");
        if (wanted) asked.push_back(asked_row(total, "total", m, shown));
    }
    return asked;
}

}  // namespace lca::cli
