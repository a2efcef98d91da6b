#include "analyses/budget/budget.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "analyses/budget/baseline_result.hpp"
#include "analyses/budget/budget_file.hpp"
#include "analyses/budget/changed_inputs.hpp"
#include "lca/base/text.hpp"
#include "lca/document/node.hpp"
#include "lca/numerics/sample.hpp"
#include "models/edit/extends.hpp"
#include "models/results/expectation_checks.hpp"
#include "models/results/per_use.hpp"

namespace lca {
namespace budget {
namespace {

using Verdict = BudgetLimit::Verdict;

std::string joined(const std::vector<std::string>& names) {
    constexpr std::size_t max_names = 4;
    std::string text;
    for (std::size_t i = 0; i < std::min(names.size(), max_names); ++i)
        text += (i == 0 ? "" : ", ") + names[i];
    if (names.size() > max_names) text += fmt::format(" and {} more", names.size() - max_names);
    return text;
}

/// Compares the results of one scenario with the limits of one budget.
class BudgetChecker {
public:
    BudgetChecker(Session& session, const BudgetOptions& options)
        : session_(session), options_(options), diagnostics_(session.diagnostics()) {}

    std::optional<BudgetCheck> check() {
        const BudgetFile file = read_budget(options_.file, session_.sources(), diagnostics_);
        if (!options_.against.empty())
            old_ = BaselineResult::read(options_.against, session_.sources(), diagnostics_);
        result_.file = options_.file;
        result_.against = options_.against;
        result_.scenario = file.scenario;
        if (!file.scenario.empty()) check_scenario(file);
        if (session_.failed()) return std::nullopt;
        result_.provenance = provenance(session_);
        result_.sources = session_.all_sources();
        return std::move(result_);
    }

private:
    /// Computes each what-if once, for all its limits; lists the limits in the order of the budget file.
    void check_scenario(const BudgetFile& file) {
        Session& own = session_.child();
        ScenarioSource source{.path = file.scenario, .edits = options_.edits};
        const std::shared_ptr<Document> document = load_named(own, source, file);
        if (!document) return;
        std::map<std::string, std::vector<const WrittenLimit*>> by_what_if;
        for (const WrittenLimit& one : file.limits) by_what_if[one.at_most.what_if].push_back(&one);
        std::map<const WrittenLimit*, BudgetLimit> answers;
        const std::unique_ptr<Model> base = compile(own, document, source);
        if (!base) return;
        result_.title = base->scenario.title;
        for (const auto& [what_if, limits] : by_what_if) {
            if (!is_known(what_if, *document, limits)) continue;
            source.what_if = what_if;
            const std::unique_ptr<Model> variant = what_if.empty() ? nullptr : compile(own, document, source);
            Model* model = what_if.empty() ? base.get() : variant.get();
            if (model) answer(own, *model, limits, answers);
        }
        for (const WrittenLimit& one : file.limits) {
            if (const auto found = answers.find(&one); found != answers.end())
                result_.limits.push_back(std::move(found->second));
        }
    }

    /// Loads the scenario that the budget names. If that file is in another folder and turns out not to be a
    /// scenario, messages show none of its lines.
    std::shared_ptr<Document> load_named(Session& own, const ScenarioSource& source, const BudgetFile& file) {
        try {
            std::shared_ptr<Document> document = load(own, source);
            const bool is_scenario =
                document && document->root() && document->root().is_map() && document->root().written("lca");
            if (!is_scenario && own.sources().size() > 0)
                own.sources().show(0, shown_beside(source.path, options_.file));
            return document;
        } catch (const FileError& error) {
            diagnostics_.error(file.scenario_place,
                               fmt::format("cannot read {}: {}", in_quotes(source.path), reason_of(error)),
                               "a scenario, relative to this file");
            return nullptr;
        }
    }

    bool is_known(const std::string& id, const Document& document,
                  const std::vector<const WrittenLimit*>& limits) {
        std::vector<std::string> ids;
        const Node what_ifs = document.root().find("what_if");
        if (what_ifs && what_ifs.is_map()) {
            for (const Node one : what_ifs.children()) ids.emplace_back(one.key());
        }
        if (id.empty() || std::find(ids.begin(), ids.end(), id) != ids.end()) return true;
        for (const WrittenLimit* one : limits) {
            diagnostics_.add(
                {.place = one->what_if_place,
                 .message = "there is no what-if " + in_quotes(id),
                 .expected = ids.empty() ? "none: the scenario has no `what_if`" : "one of: " + joined(ids),
                 .hint = did_you_mean(id, ids),
                 .width = one->what_if_width});
        }
        return false;
    }

    void answer(Session& own, Model& model, const std::vector<const WrittenLimit*>& limits,
                std::map<const WrittenLimit*, BudgetLimit>& answers) {
        std::vector<Expectation> written;
        std::vector<std::string> names;
        for (const WrittenLimit* one : limits) {
            written.push_back(one->at_most);
            names.push_back(one->at_most.of);
            names.push_back(of_energy(one->at_most.of));
        }
        record_per_use(model, names);
        const PointResult result(model);
        const std::size_t errors = diagnostics_.errors();
        check_names(written, result, diagnostics_);
        if (diagnostics_.errors() > errors) return;
        for (const WrittenLimit* one : limits) answers.emplace(one, point(result, *one));
        percentiles(own, model, result, limits, answers);
        for (const WrittenLimit* one : limits) finish(model, result, *one, answers.at(one));
    }

    /// The name of the electricity behind a result: "serving.energy.per_request" for "serving.per_request".
    static std::string of_energy(const std::string& name) {
        const std::size_t dot = name.rfind('.');
        if (dot == std::string::npos) return name;
        return name.substr(0, dot) + "." + std::string(measure(energy_measure).suffix) + name.substr(dot);
    }

    /// The result that the limit applies to: where the limit is an energy, the electricity of the result it
    /// names ("serving.per_request"), as in `expect`.
    static std::string name_of(const PointResult& result, const WrittenLimit& one) {
        const Expectation& written = one.at_most;
        const Dimension found = result.value(written.of).dimension;
        const bool fits =
            found == written.dimension || found == divided_as_named(written.dimension, written.of);
        return fits ? written.of : of_energy(written.of);
    }

    static BudgetLimit point(const PointResult& result, const WrittenLimit& one) {
        const Expectation& written = one.at_most;
        BudgetLimit limit{.of = written.of,
                          .what_if = written.what_if,
                          .percentile = one.percentile,
                          .at_most = one.text,
                          .unit = written.unit,
                          .limit = written.value,
                          .unit_factor = written.unit_factor};
        limit.value = result.value(name_of(result, one)).value;
        return limit;
    }

    /// For limits on percentiles: replaces the point value by the percentile, if any input is uncertain.
    void percentiles(Session& own, const Model& model, const PointResult& result,
                     const std::vector<const WrittenLimit*>& limits,
                     std::map<const WrittenLimit*, BudgetLimit>& answers) {
        std::map<const WrittenLimit*, StepId> requested;
        std::vector<StepId> steps;
        std::vector<MayLack> lacking;
        for (const WrittenLimit* one : limits) {
            const std::string name = name_of(result, *one);
            const StepId step = result.step(name).value_or(no_step);
            if (!one->percentile || step == no_step) continue;
            requested.emplace(one, step);
            steps.push_back(step);
            const std::optional<NamedFigure> figure = find_name(model.results, name);
            const bool may_lack =
                figure && (figure->quotient || (figure->output && figure->output->may_lack));
            if (may_lack) lacking.push_back({step, name});
        }
        if (steps.empty()) return;
        const PlanOptions planned{.seed = options_.sampling.seed,
                                  .sampling = options_.sampling.sampling,
                                  .correlations = model.scenario.correlations};
        const SamplePlan plan(model.calculation, steps, planned, own.diagnostics());
        if (own.diagnostics().has_errors() || plan.inputs().empty()) return;
        const std::optional<Sampled> sampled =
            sample(plan, steps, {options_.sampling.samples, options_.sampling.threads, {}, lacking},
                   own.diagnostics());
        if (!sampled) return;
        for (const auto& [one, step] : requested) take_percentile(*sampled, step, answers.at(one));
    }

    static void take_percentile(const Sampled& sampled, StepId step, BudgetLimit& limit) {
        if (const std::uint64_t none = sampled.lacking(step); none > 0) {
            limit.value.reset();
            limit.reason = fmt::format("not assessed: {} of the samples have no such figure", none);
            return;
        }
        for (std::size_t i = 0; i < reported_shares.size(); ++i) {
            if (reported_shares[i] * 100 == *limit.percentile) limit.value = sampled.of(step).percentiles[i];
        }
    }

    void finish(const Model& model, const PointResult& result, const WrittenLimit& one, BudgetLimit& limit) {
        const std::string name = name_of(result, one);
        const std::vector<std::string> gaps = gaps_behind(model.results, name);
        if (!limit.value) {
            const std::string why = result.missing_reason(name);
            limit.verdict = Verdict::not_assessed;
            if (limit.reason.empty()) limit.reason = why.empty() ? "not assessed" : "not assessed: " + why;
        } else if (!gaps.empty()) {
            limit.verdict = Verdict::partial;
            limit.reason = "counts only what is assessed: it lacks " + joined(gaps);
        } else {
            limit.verdict = *limit.value <= limit.limit ? Verdict::within : Verdict::over;
        }
        if (old_) limit.change = change(model, result, name, limit);
    }

    std::optional<LimitChange> change(const Model& model, const PointResult& result, const std::string& name,
                                      const BudgetLimit& limit) const {
        if (limit.what_if != old_->variant())
            return LimitChange{.reason =
                                   old_->variant().empty()
                                       ? "the older result is of the file without a what-if"
                                       : "the older result is of the what-if " + in_quotes(old_->variant())};
        const std::optional<double> before = old_->value(model.results, name);
        if (!before) return LimitChange{.reason = "it is not in the older result"};
        const std::string unlike = old_->unlike_gaps(model.results, name);
        if (!unlike.empty()) return LimitChange{.before = *before, .reason = unlike};
        const std::optional<StepId> step = result.step(name);
        if (!step || *step == no_step) return LimitChange{.before = *before, .reason = "not assessed now"};
        return change_since(model.calculation, *step, *before, *old_);
    }

    Session& session_;
    const BudgetOptions& options_;
    Diagnostics& diagnostics_;
    std::optional<BaselineResult> old_;
    BudgetCheck result_;
};

}  // namespace
}  // namespace budget

std::string_view to_string(BudgetLimit::Verdict verdict) {
    constexpr std::string_view words[] = {"within", "over", "partial", "not assessed"};
    return words[static_cast<std::size_t>(verdict)];
}

std::size_t BudgetCheck::failed() const {
    return static_cast<std::size_t>(std::count_if(limits.begin(), limits.end(), [](const BudgetLimit& one) {
        return one.verdict != BudgetLimit::Verdict::within;
    }));
}

std::optional<BudgetCheck> check_budget(Session& session, const BudgetOptions& options) {
    return budget::BudgetChecker(session, options).check();
}

Records records_of(const BudgetCheck& check) {
    Records records;
    records.columns = {"of",   "what_if", "percentile", "at_most", "value",
                       "unit", "verdict", "reason",     "before"};
    for (const BudgetLimit& one : check.limits) {
        const bool has_before = one.change && one.change->difference;
        records.rows.push_back({one.of, Records::text(one.what_if), Records::number(one.percentile),
                                one.limit / one.unit_factor, Records::number(one.value, one.unit_factor),
                                Records::text(one.unit), std::string(to_string(one.verdict)),
                                Records::text(one.reason),
                                Records::number(has_before ? std::optional(one.change->before) : std::nullopt,
                                                one.unit_factor)});
    }
    return records;
}

Report report_of(const BudgetCheck& check) {
    return in_every_form(check);
}

}  // namespace lca
