#include "analyses/comparison/comparison.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>
#include <unordered_set>

#include "analyses/breakdown/breakdown.hpp"
#include "analyses/comparison/by_item.hpp"
#include "analyses/comparison/entries.hpp"
#include "analyses/comparison/side_by_side.hpp"
#include "lca/document/node.hpp"
#include "models/edit/variant.hpp"

namespace lca {
namespace comparison {
namespace {

const BreakdownItem whole = {"total", "total"};

bool contains(std::span<const std::size_t> measures, std::size_t measure) {
    return std::find(measures.begin(), measures.end(), measure) != measures.end();
}

/// Compiles and evaluates the scenarios, samples their differences, and attributes these to changes.
class Comparer {
public:
    Comparer(Session& session, const ComparisonOptions& options) : session_(session), options_(options) {}

    std::optional<Comparison> of_what_ifs(const ScenarioSource& source) {
        if (!compile_what_ifs(source)) return std::nullopt;
        return answer(entries_.front().model->scenario.title);
    }

    std::optional<Comparison> of_files(std::span<const ScenarioSource> sources) {
        for (const ScenarioSource& source : sources) {
            Session& own = &source == &sources.front() ? session_ : session_.child();
            add(own, unique_name(source.shown_name()), source, lca::compile(own, source));
        }
        return answer(std::to_string(sources.size()) + " scenarios compared");
    }

private:
    void add(Session& session, std::string name, ScenarioSource source, std::shared_ptr<Model> model) {
        complete_ = complete_ && model && !session.failed();
        if (model) entries_.push_back({std::move(name), std::move(source), &session, std::move(model)});
    }

    bool compile_what_ifs(const ScenarioSource& source) {
        const std::shared_ptr<Document> document = load(session_, source);
        if (!document) return false;
        add(session_, "base", source, session_.compile(document, {}, source.edits));
        if (!complete_) {
            for (const std::string& id : options_.what_ifs)
                check_what_if(*document, id, session_.diagnostics());
            return false;
        }
        std::vector<std::string> ids = options_.what_ifs;
        const Model& base = *entries_.front().model;
        if (ids.empty()) {
            for (const WhatIf& one : base.scenario.what_ifs) ids.emplace_back(one.id);
        }
        if (ids.empty())
            throw InputError(base.name + " has no `what_if` to compare with; name a second file, or add one");
        for (const std::string& id : ids) {
            ScenarioSource variant = source;
            variant.what_if = id;
            variant.text.reset();  // only the base keeps the text: many variants would hold many copies
            add(session_, id == "base" ? "what_if.base" : id, std::move(variant),
                session_.compile(document, id, source.edits));
        }
        return complete_;
    }

    std::string unique_name(const std::string& file) const {
        const auto is_taken = [this](const std::string& name) {
            return std::any_of(entries_.begin(), entries_.end(),
                               [&name](const Entry& entry) { return entry.name == name; });
        };
        std::string name = file;
        for (std::size_t i = 2; is_taken(name); ++i) name = file + " (" + std::to_string(i) + ")";
        return name;
    }

    std::optional<Comparison> answer(std::string_view title) {
        if (!complete_ || session_.failed()) return std::nullopt;
        Comparison result;
        result.title = std::string(title);
        result.by = options_.by;
        if (result.by) result.items = break_down_all(*result.by);
        for (Entry& entry : entries_) entry.evaluation = described(*entry.session, entry.source, entry.model);
        choose_measures(result);
        result.warnings = unlike_bases(entries_);
        for (std::string& warning : unlike_hardware(entries_)) result.warnings.push_back(std::move(warning));
        for (const std::string& warning : result.warnings) session_.diagnostics().warning({}, warning);
        std::vector<std::string> drawn;
        for (const BreakdownItem& item : result.items) drawn.push_back(item.result);
        if (!result.by) drawn.push_back(whole.result);
        const SamplingOptions sampling = sampling_options();
        result.draws = paired_draws(entries_, drawn, sampling);
        result.draws.fewer =
            options_.sampling.samples != sampling.samples && sampling.samples < default_samples;
        if (session_.failed()) return std::nullopt;
        if (!result.by)
            result.changes =
                attributed_changes(session_, entries_, sampling, !result.draws.differences.empty());
        for (Entry& entry : entries_) {
            result.names.push_back(std::move(entry.name));
            result.evaluations.push_back(std::move(entry.evaluation));
        }
        return result;
    }

    SamplingOptions sampling_options() const {
        SamplingOptions sampling = options_.sampling;
        if (sampling.samples == ComparisonOptions::by_variants)
            sampling.samples = samples_for(entries_.size() - 1);
        return sampling;
    }

    /// The order of periods: by name, then `undated`, then `later`.
    static bool is_earlier(const BreakdownItem& a, const BreakdownItem& b) {
        const auto place = [](const BreakdownItem& item) {
            return std::tuple(item.name == undated, item.name == later, item.name);
        };
        return place(a) < place(b);
    }

    /// The items of any scenario, each once, and last the total. To a scenario that lacks one it adds a zero.
    std::vector<BreakdownItem> break_down_all(BreakdownKey by) {
        std::vector<BreakdownItem> all;
        std::unordered_set<std::string> known;
        std::vector<std::unordered_set<std::string>> own;  // by entry: names of the items that it has
        std::optional<std::int64_t> until;
        for (const Entry& entry : entries_) until = std::max(until, last_period(*entry.model, by));
        for (Entry& entry : entries_) {
            std::unordered_set<std::string>& of_entry = own.emplace_back();
            for (BreakdownItem& item : break_down_total(*entry.model, by, until)) {
                of_entry.insert(item.result);
                if (known.insert(item.result).second) all.push_back(std::move(item));
            }
        }
        if (until) std::stable_sort(all.begin(), all.end(), is_earlier);
        for (std::size_t i = 0; i < entries_.size(); ++i) {
            std::vector<std::string> lacking;  // items to be added as zero
            for (const BreakdownItem& item : all) {
                if (!own[i].contains(item.result)) lacking.push_back(item.result);
            }
            if (!lacking.empty()) add_zero_items(*entries_[i].model, lacking);
        }
        all.push_back(whole);
        return all;
    }

    void choose_measures(Comparison& compared) const {
        compared.all_measures = options_.measures.empty() || options_.all_measures;
        if (options_.measures.empty() && !options_.all_measures) return;
        compared.measures.clear();
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (contains(options_.measures, m) || (options_.all_measures && assessed(m)))
                compared.measures.push_back(m);
        }
    }

    bool assessed(std::size_t m) const {
        return std::any_of(entries_.begin(), entries_.end(), [m](const Entry& entry) {
            const Result* total = entry.model->results.find("total");
            return total && total->steps.at(m) != no_step;
        });
    }

    Session& session_;
    const ComparisonOptions& options_;
    Entries entries_;
    bool complete_ = true;
};

bool edited_alike(const ScenarioSource& a, const ScenarioSource& b) {
    return std::equal(a.edits.begin(), a.edits.end(), b.edits.begin(), b.edits.end(),
                      [](const Edit& x, const Edit& y) { return x.path == y.path && x.value == y.value; });
}

/// Throws InputError where the sources or options do not fit together. All sources must have the same edits
/// and no what-if: these would be missing from the changes to which a difference is attributed.
void check_sources(std::span<const ScenarioSource> sources, const ComparisonOptions& options) {
    if (sources.empty()) throw InputError("there is nothing to compare");
    if (sources.size() > 1 && !options.what_ifs.empty())
        throw InputError("--what-if is allowed only with one FILE");
    for (const ScenarioSource& source : sources) {
        if (!source.what_if.empty() || !edited_alike(source, sources.front()))
            throw InputError("compared scenarios must have the same edits and no what-if of their own");
    }
}

}  // namespace
}  // namespace comparison

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

std::vector<Compared> Comparison::values(std::size_t measure) const {
    std::vector<const PointResult*> results;
    for (const Evaluation& evaluation : evaluations) results.push_back(evaluation.result.get());
    return comparison::side_by_side(results, measure);
}

std::optional<Comparison> compare(Session& session, std::span<const ScenarioSource> sources,
                                  const ComparisonOptions& options) {
    comparison::check_sources(sources, options);
    comparison::Comparer comparer(session, options);
    return sources.size() == 1 ? comparer.of_what_ifs(sources.front()) : comparer.of_files(sources);
}

Report report_of(const Comparison& comparison, const PageOptions& options) {
    return in_every_form(comparison, options);
}

}  // namespace lca
