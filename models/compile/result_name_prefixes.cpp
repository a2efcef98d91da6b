#include "models/compile/result_name_prefixes.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/results/expectation_checks.hpp"
#include "models/results/point_result.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca::compile_detail {
namespace {

constexpr std::string_view made_outputs[] = {"outputs.rebound.", "outputs.counterfactual."};

/// Whether a name begins with a suffix, as "energy.per_request" or "per_request": it means the total's.
bool is_suffix(std::string_view first) {
    return measure_of_suffix(first).has_value() ||
           std::any_of(uses().begin(), uses().end(), [&](const Use& use) { return use.suffix == first; });
}

}  // namespace

ResultNamePrefixes::ResultNamePrefixes(const Scenario& scenario, const Sources& sources) {
    for (const std::string_view name : reserved_names) {
        if (name != "outputs") known_.emplace(name);
    }
    ActivityReader activities(scenario, sources);
    for (std::size_t i = 0; i < activities.size(); ++i) known_.emplace(activities.id_of(i));
    rows_ = known_;
    rows_.erase("stage");  // "stage.<stage>" is one
    for (const Parameter& parameter : scenario.parameters) known_.emplace(parameter.id);
    for (const StatedOutput& stated : scenario.outputs)
        known_.insert(fmt::format("{}{}", output_prefix, stated.id));
}

bool ResultNamePrefixes::may_begin(std::string_view name) const {
    const std::string_view first = name.substr(0, name.find('.'));
    return known_.contains(name) || known_.contains(first) || is_suffix(first) ||
           std::any_of(std::begin(made_outputs), std::end(made_outputs),
                       [&](std::string_view made) { return name.starts_with(made); });
}

std::optional<Dimension> ResultNamePrefixes::dimension_of_sum(std::string_view name) const {
    const std::size_t last = name.rfind('.');
    std::optional<std::size_t> suffix;
    if (last != std::string_view::npos) suffix = measure_of_suffix(name.substr(last + 1));
    std::string_view row = suffix ? name.substr(0, last) : name;
    const std::size_t end = row.rfind('.');
    const auto phases = Results::phases();
    if (end != std::string_view::npos &&
        std::find(phases.begin(), phases.end(), row.substr(end + 1)) != phases.end())
        row = row.substr(0, end);
    if (!rows_.contains(row)) return std::nullopt;
    return measure(suffix.value_or(index_of::climate)).dimension;
}

void check_result_names(const Scenario& scenario, std::span<const Expectation> expectations,
                        const Sources& sources, Diagnostics& diagnostics) {
    if (expectations.empty() && !scenario.rebound) return;
    const ResultNamePrefixes prefixes(scenario, sources);
    const auto hint = [&](std::string_view name) {
        return diagnostics.worth_a_hint() ? did_you_mean(name, prefixes.known()) : std::string();
    };
    for (const Expectation& expected : expectations) {
        if (!prefixes.may_begin(expected.of)) {
            report_unknown(expected, hint(expected.of), diagnostics);
        } else if (expected.as == Expectation::ComparisonForm::quantity && expected.per.empty()) {
            if (const std::optional<Dimension> known = prefixes.dimension_of_sum(expected.of))
                check_dimension(expected, *known, diagnostics);
        }
    }
    if (!scenario.rebound || prefixes.may_begin(scenario.rebound->of.text)) return;
    const Reference& of = scenario.rebound->of;
    diagnostics.add({.place = of.location.place(),
                     .message = fmt::format("unknown name `{}`", of.text),
                     .expected = "a result such as `serving.per_request`, or `outputs.<id>`",
                     .hint = hint(of.text),
                     .width = std::max<std::size_t>(1, characters(of.text))});
}

}  // namespace lca::compile_detail
