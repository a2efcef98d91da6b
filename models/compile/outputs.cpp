#include "models/compile/outputs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <unordered_map>

namespace lca {
namespace {

/// A figure of an activity that is no emission: `<activity>.device_time`.
struct ActivityFigure {
    std::string_view name;
    StepId ActivityInfo::*step;
    Dimension dimension;
};
const std::array<ActivityFigure, 6> activity_figures = {{
    {"device_time", &ActivityInfo::device_time, dimension_of<unit::DeviceTime>()},
    {"node_time", &ActivityInfo::node_time, dimension_of<unit::NodeTime>()},
    {"duration", &ActivityInfo::duration, dimension_of<unit::Time>()},
    {"work", &ActivityInfo::work, dimension_of<unit::Operations>()},
    {"requests", &ActivityInfo::requests, dimension_of<unit::Requests>()},
    {"tokens", &ActivityInfo::tokens, dimension_of<unit::Tokens>()},
}};

/// What results of a file with activities begin with.
constexpr std::array<std::string_view, 5> sums = {"total", "embodied", "idle", "dynamic", "stage"};

/// Every name that an output may ask for, for suggestions.
std::vector<std::string> known_names(const Scenario& scenario, const Results& results) {
    std::vector<std::string> names;
    for (const Result& row : results.rows) names.push_back(results.name(row));
    for (const OutputAsked& asked : scenario.outputs) names.push_back(fmt::format("outputs.{}", asked.id));
    for (const ActivityInfo& info : results.activities) {
        for (const ActivityFigure& one : activity_figures) {
            if (info.*one.step != no_step) names.push_back(fmt::format("{}.{}", info.id, one.name));
        }
        if (info.requests != no_step) names.push_back(info.id + ".per_request");
        if (info.tokens != no_step) names.push_back(info.id + ".per_token");
    }
    return names;
}

class Outputs {
public:
    Outputs(const Scenario& scenario, ValueRecorder& values, const Results& results)
        : scenario_(scenario), values_(values), results_(results) {}

    std::vector<Output> record() {
        for (const std::size_t i : scenario_.output_order) {
            const OutputAsked& asked = scenario_.outputs[i];
            if (!asked.value) continue;
            missing_.clear();
            const Term term = one(asked);
            done_.emplace(asked.id, Done{term, missing_});
        }
        std::vector<Output> outputs;
        for (const OutputAsked& asked : scenario_.outputs) {
            const auto done = done_.find(asked.id);
            if (done == done_.end()) continue;
            const auto& [term, missing] = done->second;
            Output output{std::string(asked.id), term.step.id(), term.dimension, missing};
            if (!missing.empty()) output.step = no_step;
            values_.recorder().label(term.step, fmt::format("outputs.{}", asked.id), term.dimension);
            outputs.push_back(std::move(output));
        }
        return outputs;
    }

    Parsed<NamedTerm> named(std::string_view name) {
        for (const Output& output : results_.outputs) {
            if (name != fmt::format("outputs.{}", output.name)) continue;
            if (output.step == no_step) return NamedTerm{{}, output.why_not};
            return NamedTerm{{Step(values_.recorder(), output.step), output.dimension}, ""};
        }
        for (const Parameter& parameter : scenario_.parameters) {
            if (parameter.id == name && parameter.value) return NamedTerm{values_.term(parameter.value), ""};
        }
        const Parsed<Term> found = resolve({name, 0});
        if (const auto* fault = std::get_if<TextFault>(&found)) return *fault;
        return NamedTerm{std::get<Term>(found), missing_};
    }

private:
    struct Done {
        Term term;
        std::string missing;
    };

    Term one(const OutputAsked& asked) {
        if (asked.value->literal) return values_.term(asked.value);
        return values_.expression(asked.value, [this](Expression::Name name) { return resolve(name); });
    }

    Parsed<Term> resolve(Expression::Name name) {
        if (name.text.starts_with("outputs.")) return other_output(name);
        if (const auto asked = find_result(results_, name.text)) return result(*asked, name);
        const std::size_t dot = name.text.rfind('.');
        if (dot != std::string_view::npos) {
            const auto info =
                std::find_if(results_.activities.begin(), results_.activities.end(),
                             [&](const ActivityInfo& one) { return one.id == name.text.substr(0, dot); });
            if (info != results_.activities.end()) {
                if (auto term = figure_of(*info, name.text.substr(dot + 1), name)) return *term;
            }
        }
        return unknown(name);
    }

    Parsed<Term> other_output(Expression::Name name) {
        const std::string_view id = name.text.substr(std::string_view("outputs.").size());
        const auto found = done_.find(id);
        if (found == done_.end()) {
            // A faulty one has been reported.
            const bool written = std::any_of(scenario_.outputs.begin(), scenario_.outputs.end(),
                                             [&](const OutputAsked& other) { return other.id == id; });
            return written ? Parsed<Term>(TextFault{}) : unknown(name);
        }
        if (missing_.empty()) missing_ = found->second.missing;
        return found->second.term;
    }

    Parsed<Term> result(const ResultRef& asked, Expression::Name name) {
        const StepId step = asked.row->steps[asked.measure];
        return step_or_missing(step, measure(asked.measure).dimension, name);
    }

    std::optional<Parsed<Term>> figure_of(const ActivityInfo& info, std::string_view figure,
                                          Expression::Name name) {
        for (const ActivityFigure& one : activity_figures) {
            if (one.name == figure) return step_or_missing(info.*one.step, one.dimension, name);
        }
        if (figure == "per_request")
            return energy_per(info, info.requests, dimension_of<unit::EnergyPerRequest>(), name);
        if (figure == "per_token")
            return energy_per(info, info.tokens, dimension_of<unit::EnergyPerToken>(), name);
        return std::nullopt;
    }

    Parsed<Term> energy_per(const ActivityInfo& info, StepId count, Dimension dimension,
                            Expression::Name name) {
        const auto energy = find_result(results_, info.id + ".energy");
        const StepId step = energy ? energy->row->steps[energy_measure] : no_step;
        if (step == no_step || count == no_step) return step_or_missing(no_step, dimension, name);
        return Term{Step(values_.recorder(), step) / Step(values_.recorder(), count), dimension};
    }

    /// Not assessed: the output is so too; 1 stands in, so that dimensions are still checked.
    Parsed<Term> step_or_missing(StepId step, Dimension dimension, Expression::Name name) {
        if (step != no_step) return Term{Step(values_.recorder(), step), dimension};
        if (missing_.empty()) missing_ = fmt::format("{} is not assessed", name.text);
        return Term{values_.recorder().constant(1), dimension};
    }

    Parsed<Term> unknown(Expression::Name name) {
        std::vector<std::string> known;
        if (values_.diagnostics().worth_a_hint()) {
            known = known_names(scenario_, results_);
            for (const Parameter& parameter : scenario_.parameters) known.emplace_back(parameter.id);
        }
        TextFault fault{name.offset, name.text.size(), fmt::format("unknown name `{}`", name.text),
                        "a parameter, a result such as `total` or `<activity>.dynamic`, `outputs.<id>`, or "
                        "`<activity>.requests`"};
        fault.hint = did_you_mean(name.text, known);
        const std::string_view first = name.text.substr(0, name.text.find('.'));
        if (fault.hint.empty() && scenario_.unread.empty() && scenario_.activities.empty() &&
            std::find(sums.begin(), sums.end(), first) != sums.end())
            fault.hint = "without activities there are no results: only parameters and other outputs";
        return fault;
    }

    const Scenario& scenario_;
    ValueRecorder& values_;
    const Results& results_;
    std::unordered_map<std::string_view, Done> done_;
    std::string missing_;
};

}  // namespace

std::vector<Output> record_outputs(const Scenario& scenario, ValueRecorder& values, const Results& results) {
    return Outputs(scenario, values, results).record();
}

Parsed<NamedTerm> named_term(const Scenario& scenario, ValueRecorder& values, const Results& results,
                             std::string_view name) {
    return Outputs(scenario, values, results).named(name);
}

}  // namespace lca
