#include "models/compile/outputs.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <limits>
#include <map>
#include <unordered_map>
#include <utility>
#include <vector>

#include "models/compile/result_name_prefixes.hpp"

namespace lca::compile_detail {
namespace {

/// The names with which results begin if the file has activities.
constexpr auto sums = std::span(reserved_names).first<6>();  // without the last one, `outputs`

class Outputs {
public:
    Outputs(const Scenario& scenario, ValueRecorder& values, const Results& results)
        : scenario_(scenario), values_(values), results_(results) {}

    std::vector<Output> record() {
        for (const std::size_t i : scenario_.output_order) {
            const StatedOutput& stated = scenario_.outputs[i];
            if (!stated.value) continue;
            reason_.clear();
            rests_on_ = {};
            const Term term = one(stated);
            if (values_.is_faulty(stated.value)) continue;  // a reference to it is not an error of its own
            rests_on_.number = static_cast<std::uint32_t>(i);
            done_.emplace(stated.id, Done{term, reason_, std::move(rests_on_)});
        }
        std::vector<Output> outputs;
        for (const StatedOutput& stated : scenario_.outputs) {
            const auto done = done_.find(stated.id);
            if (done == done_.end()) continue;
            auto& [term, reason, rests_on] = done->second;
            Output output{std::string(stated.id), term.step.id(), term.dimension, reason};
            if (!reason.empty()) output.step = no_step;
            output.title = stated.title;
            output.partial = rests_on.partial && output.step != no_step;
            output.terms = rests_on.terms;
            output.outputs = rests_on.outputs;
            values_.recorder().label(term.step, fmt::format("outputs.{}", stated.id), term.dimension);
            outputs.push_back(std::move(output));
        }
        return outputs;
    }

    void check_names(const ResultNamePrefixes& prefixes) {
        for (const StatedOutput& stated : scenario_.outputs) {
            if (!stated.value || !stated.value->expression) continue;
            for (const Expression::Name& name : stated.value->expression->names()) {
                if (!prefixes.may_begin(name.text)) values_.fault(stated.value, unknown(name));
            }
        }
    }

    Parsed<NamedTerm> named(std::string_view name) {
        const std::optional<NamedFigure> figure = find_name(results_, name, NameContext::expression);
        if (figure && figure->output) {
            if (figure->step == no_step) return NamedTerm{{}, figure->output->reason};
            return NamedTerm{{Step(values_.recorder(), figure->step), figure->dimension}, ""};
        }
        for (const Parameter& parameter : scenario_.parameters) {
            if (parameter.id == name && parameter.value) return NamedTerm{values_.term(parameter.value), ""};
        }
        const Parsed<Term> found = resolve({name, 0});
        if (const auto* fault = std::get_if<TextFault>(&found)) return *fault;
        return NamedTerm{std::get<Term>(found), reason_};
    }

private:
    /// What an output is calculated from, and whether any of that is only a part of the impact.
    struct RestsOn {
        std::uint32_t number = 0;  // index of the output in the file
        bool partial = false;
        std::vector<OutputTerm> terms = {};
        std::vector<std::uint32_t> outputs = {};
    };
    struct Done {
        Term term;
        std::string reason;
        RestsOn rests_on;
    };

    Term one(const StatedOutput& stated) {
        if (stated.value->literal) return values_.term(stated.value);
        return values_.expression(stated.value, [this](Expression::Name name) { return resolve(name); });
    }

    Parsed<Term> resolve(Expression::Name name) {
        if (name.text.starts_with(output_prefix)) return other_output(name);
        const std::optional<NamedFigure> figure = find_name(results_, name.text, NameContext::expression);
        if (!figure) return unknown(name);
        if (figure->result) note(*figure->result);
        if (!figure->quotient) return step_or_missing(figure->step, figure->dimension, name);
        if (figure->step == no_step || figure->counted.empty())
            return step_or_missing(no_step, figure->dimension, name);
        return quotient(*figure, name);
    }

    /// A result per use. Not assessed if the divisor is zero or nearly zero; it may still have a value in
    /// samples and at points of a sweep.
    Term quotient(const NamedFigure& figure, Expression::Name name) {
        Recorder& recorder = values_.recorder();
        std::vector<Step> counted;
        for (const StepId step : figure.counted) counted.emplace_back(recorder, step);
        const Step count = recorder.sum(counted);
        const Step whole = divided(figure, count, name.text);
        if (whole) {
            recorder.limit({.step = count.id(),
                            .path = figure.counts,
                            .high = std::numeric_limits<double>::infinity(),
                            .above_low = true,
                            .expected = "above 0, as an output divides by it"});
            return {whole, figure.dimension};
        }
        if (reason_.empty())
            reason_ = fmt::format("{}, which is not assessed: {} is zero, or too small to divide by",
                                  name.text, figure.counts);
        return {recorder.constant(1), figure.dimension};
    }

    /// The recorded quotient; an empty step if it is not finite.
    Step divided(const NamedFigure& figure, Step count, std::string_view name) {
        Recorder& recorder = values_.recorder();
        if (figure.whole != no_step) return {recorder, figure.whole};
        const Step whole = Step(recorder, figure.step) / count;
        if (!within_range(recorder.value(whole))) return {};
        recorder.label(whole, name, figure.dimension);
        return whole;
    }

    Parsed<Term> other_output(Expression::Name name) {
        const std::string_view id = name.text.substr(output_prefix.size());
        const auto found = done_.find(id);
        if (found == done_.end()) {
            // One with an error has been reported.
            const bool written = std::any_of(scenario_.outputs.begin(), scenario_.outputs.end(),
                                             [&](const StatedOutput& other) { return other.id == id; });
            return written ? Parsed<Term>(TextFault{}) : unknown(name);
        }
        if (reason_.empty()) reason_ = found->second.reason;
        rests_on_.outputs.push_back(found->second.rests_on.number);
        rests_on_.partial = rests_on_.partial || found->second.rests_on.partial;
        return found->second.term;
    }

    void note(const ResultRef& of) {
        rests_on_.terms.push_back({of.row->key, of.measure});
        const auto [known, is_new] = partial_.try_emplace({of.row->key, of.measure}, false);
        if (is_new) known->second = results_.is_partial(*of.row, of.measure);
        rests_on_.partial = rests_on_.partial || known->second;
    }

    /// If a result is not assessed, neither is the output. A 1 is recorded in its place, so that dimensions
    /// are still checked.
    Parsed<Term> step_or_missing(StepId step, Dimension dimension, Expression::Name name) {
        if (step != no_step) return Term{Step(values_.recorder(), step), dimension};
        if (reason_.empty()) reason_ = fmt::format("{} is not assessed", name.text);
        return Term{values_.recorder().constant(1), dimension};
    }

    TextFault unknown(Expression::Name name) {
        TextFault fault{name.offset, name.text.size(), fmt::format("unknown name `{}`", name.text),
                        "a parameter, a result such as `total` or `<activity>.dynamic`, `outputs.<id>`, or "
                        "`<activity>.requests`"};
        if (values_.diagnostics().worth_a_hint()) {
            std::vector<std::string> others;
            for (const StatedOutput& stated : scenario_.outputs)
                others.push_back(fmt::format("outputs.{}", stated.id));
            for (const Parameter& parameter : scenario_.parameters) others.emplace_back(parameter.id);
            fault.hint = nearest_results(results_, name.text, others);
        }
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
    std::string reason_;
    RestsOn rests_on_;
    std::map<std::pair<RowKey, std::size_t>, bool> partial_;  // whether partial, for results named so far
};

}  // namespace

void check_names_of_outputs(const Scenario& scenario, ValueRecorder& values) {
    if (!scenario.outputs.empty())
        Outputs(scenario, values, {}).check_names(ResultNamePrefixes(scenario, values.sources()));
}

std::vector<Output> record_outputs(const Scenario& scenario, ValueRecorder& values, const Results& results) {
    return Outputs(scenario, values, results).record();
}

Parsed<NamedTerm> named_term(const Scenario& scenario, ValueRecorder& values, const Results& results,
                             std::string_view name) {
    return Outputs(scenario, values, results).named(name);
}

}  // namespace lca::compile_detail
