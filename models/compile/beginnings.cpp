#include "models/compile/beginnings.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/results/expectation_checks.hpp"
#include "models/results/result_names.hpp"
#include "models/scenario/activity_reader.hpp"

namespace lca {
namespace {

constexpr std::string_view made_outputs[] = {"outputs.rebound.", "outputs.counterfactual."};

/// "energy.per_request" and "per_request": of the total.
bool is_suffix(std::string_view first) {
    return measure_of_suffix(first).has_value() ||
           std::any_of(uses().begin(), uses().end(), [&](const Use& use) { return use.suffix == first; });
}

}  // namespace

Beginnings::Beginnings(const Scenario& scenario, const Sources& sources) {
    for (const std::string_view name : reserved_names) {
        if (name != "outputs") known_.emplace(name);
    }
    ActivityReader activities(scenario, sources);
    for (std::size_t i = 0; i < activities.size(); ++i) known_.emplace(activities.id_of(i));
    for (const Parameter& parameter : scenario.parameters) known_.emplace(parameter.id);
    for (const OutputAsked& asked : scenario.outputs)
        known_.insert(fmt::format("{}{}", output_prefix, asked.id));
}

bool Beginnings::may_begin(std::string_view name) const {
    const std::string_view first = name.substr(0, name.find('.'));
    return known_.contains(name) || known_.contains(first) || is_suffix(first) ||
           std::any_of(std::begin(made_outputs), std::end(made_outputs),
                       [&](std::string_view made) { return name.starts_with(made); });
}

void check_beginnings(const Scenario& scenario, std::span<const Expectation> expectations,
                      const Sources& sources, Diagnostics& diagnostics) {
    if (expectations.empty() && !scenario.rebound) return;
    const Beginnings beginnings(scenario, sources);
    const auto hint = [&](std::string_view name) {
        return diagnostics.worth_a_hint() ? did_you_mean(name, beginnings.known()) : std::string();
    };
    for (const Expectation& expected : expectations) {
        if (!beginnings.may_begin(expected.of)) report_unknown(expected, hint(expected.of), diagnostics);
    }
    if (!scenario.rebound || beginnings.may_begin(scenario.rebound->of.text)) return;
    const Reference& of = scenario.rebound->of;
    diagnostics.add({.place = of.location.place(),
                     .message = fmt::format("unknown name `{}`", of.text),
                     .expected = "a result such as `serving.per_request`, or `outputs.<id>`",
                     .hint = hint(of.text),
                     .width = std::max<std::size_t>(1, characters(of.text))});
}

}  // namespace lca
