// Attributes a difference to changes: the edits of a what-if, or the places where two files differ.
#include <algorithm>
#include <limits>
#include <map>
#include <numeric>

#include "analyses/comparison/entries.hpp"
#include "analyses/comparison/partial_variant.hpp"
#include "models/results/gap_comparison.hpp"

namespace lca::comparison {
namespace {

constexpr std::size_t max_changes = 40;
// Samples of each combination of changes, at most: there may be thousands of combinations.
constexpr std::uint64_t max_drawn = 10'000, max_drawn_with_orders = 1'000;

constexpr double not_assessed = std::numeric_limits<double>::quiet_NaN();

/// Attributes the difference of one variant to its changes. Changes that are valid only jointly form a group.
class ChangeAttribution {
public:
    ChangeAttribution(const Entry& base, const Entry& variant, PartialVariant& partial,
                      const SamplingOptions& sampling, std::optional<PlanOptions> planned)
        : base_(base),
          variant_(variant),
          partial_(partial),
          planned_(std::move(planned)),
          samples_(sampling.samples) {
        partial_.choose(variant.source);
        options_.seed = sampling.seed;
        changes_ = partial_.changes();
        for (std::size_t i = 0; i < changes_.size(); ++i) groups_.push_back({i});
    }

    ComparedChanges run() {
        ComparedChanges result;
        if (changes_.empty()) return result;
        if (changes_.size() > max_changes) {
            result.reason = "The two differ in " + std::to_string(changes_.size()) +
                            " places: too many to attribute the difference to them (at most " +
                            std::to_string(max_changes) + ").";
            return result;
        }
        result.attribution = attempt();
        if (!result.attribution && bind()) result.attribution = attempt();
        if (result.attribution) result.unlike = unlike_;
        if (!result.attribution) result.reason = refusal();
        for (const std::vector<std::size_t>& group : groups_) result.changes.push_back(named(group));
        if (result.attribution && draws_) add_intervals(result);
        return result;
    }

private:
    void add_intervals(ComparedChanges& result) const {
        result.draws = draws_->samples();
        for (std::size_t i = 0; i < groups_.size(); ++i) {
            std::vector<std::optional<ShareInterval>>& of = result.intervals.emplace_back();
            for (std::size_t m = 0; m < measure_count; ++m) of.push_back(draws_->interval(i, m));
        }
    }

    std::optional<Attribution> attempt() {
        unlike_ = {};
        if (planned_) {
            const bool exact = groups_.size() <= options_.max_exact;
            draws_ = std::make_unique<ShareDraws>(
                groups_.size(), measure_count, options_,
                std::min(samples_, exact ? max_drawn : max_drawn_with_orders), *planned_);
        }
        const Outcome outcome = [this](const std::vector<bool>& made) { return values(made); };
        return attribute(groups_.size(), outcome, options_);
    }

    /// The results with the groups of changes that have true in `made`; compiles unless that is none, or all.
    std::optional<std::vector<double>> values(const std::vector<bool>& made) {
        const bool some = std::find(made.begin(), made.end(), true) != made.end();
        const bool all = std::find(made.begin(), made.end(), false) == made.end();
        if (!some) return results_of(made, *base_.model, *base_.evaluation.result);
        if (all) return results_of(made, *variant_.model, *variant_.evaluation.result);
        std::vector<bool> single(changes_.size(), false);
        failed_.clear();
        for (std::size_t g = 0; g < groups_.size(); ++g) {
            if (!made[g]) continue;
            for (const std::size_t i : groups_[g]) single[i] = true;
            failed_ += (failed_.empty() ? "`" : ", `") + named(groups_[g]).path + "`";
        }
        const std::unique_ptr<Model> model = partial_.compile(single);
        if (!model) {
            fault_ = partial_.last_fault();
            return std::nullopt;
        }
        return results_of(made, *model, PointResult(*model));
    }

    /// For each measure the total, then its phases. NaN if a value is not assessed, or leaves out other parts
    /// than the base's: the difference would then look like an effect of a change.
    std::vector<double> results_of(const std::vector<bool>& made, const Model& model,
                                   const PointResult& point) {
        const GapComparison gaps(base_.model->results, model.results);
        const Result* total = model.results.find("total");
        MeasuredSteps steps = total ? total->steps : nothing_assessed;
        std::vector<double> values;
        const auto add = [&](std::string_view name, std::size_t measure) {
            const Result* row = model.results.find(name);
            const GapDifferences unlike = gaps.unlike(name, measure);
            const std::optional<double> value =
                row && !unlike.any() ? point.value(*row, measure) : std::nullopt;
            values.push_back(value.value_or(not_assessed));
            return unlike;
        };
        for (std::size_t m = 0; m < measure_count; ++m) {
            const GapDifferences unlike = add("total", m);
            if (unlike.any()) {
                steps[m] = no_step;
                unlike_[m] = unlike.text("the base", "a part of the changes");
            }
            for (const std::string_view phase : Results::phases()) add(phase, m);
        }
        if (draws_) draws_->add(made, model.calculation, steps, model.scenario.correlations);
        return values;
    }

    bool compiles(const std::vector<bool>& made) { return partial_.compile(made) != nullptr; }

    /// This change alone if that is a valid scenario; else with others that it needs, found by leaving out
    /// one after another as long as the scenario stays valid.
    std::vector<std::size_t> needed_by(std::size_t change) {
        std::vector<bool> made(changes_.size(), false);
        made[change] = true;
        if (!compiles(made)) {
            made.assign(changes_.size(), true);
            for (std::size_t i = 0; i < made.size(); ++i) {
                if (i == change) continue;
                made[i] = false;
                if (!compiles(made)) made[i] = true;
            }
        }
        std::vector<std::size_t> needed;
        for (std::size_t i = 0; i < made.size(); ++i) {
            if (made[i]) needed.push_back(i);
        }
        return needed;
    }

    /// Groups each change with those that it needs to be valid. False if every group has just one change.
    bool bind() {
        std::vector<std::size_t> group(changes_.size());
        std::iota(group.begin(), group.end(), std::size_t{0});
        for (std::size_t i = 0; i < changes_.size(); ++i) {
            for (const std::size_t j : needed_by(i)) {
                const std::size_t joined = group[i], old = group[j];
                std::replace(group.begin(), group.end(), old, joined);
            }
        }
        std::map<std::size_t, std::vector<std::size_t>> bound;
        for (std::size_t i = 0; i < group.size(); ++i) bound[group[i]].push_back(i);
        groups_.clear();
        for (auto& [first, members] : bound) groups_.push_back(std::move(members));
        std::sort(groups_.begin(), groups_.end());
        return groups_.size() < changes_.size();
    }

    std::string refusal() const {
        return "Its difference cannot be attributed to its changes: with only " + failed_ +
               " the scenario is not valid (" + fault_ + ").";
    }

    ComparedChanges::InputChange named(const std::vector<std::size_t>& group) const {
        const ComparedChanges::InputChange& first = changes_[group.front()];
        ComparedChanges::InputChange result{first.path, first.from, first.to};
        for (std::size_t n = 1; n < group.size(); ++n) {
            const ComparedChanges::InputChange& next = changes_[group[n]];
            result.path += " + " + next.path;
            if (!next.from.empty()) result.from += (result.from.empty() ? "" : ", ") + next.from;
            if (!next.to.empty()) result.to += (result.to.empty() ? "" : ", ") + next.to;
        }
        return result;
    }

    const Entry& base_;
    const Entry& variant_;
    PartialVariant& partial_;
    std::optional<PlanOptions> planned_;  // empty: nothing is uncertain
    std::uint64_t samples_;
    std::unique_ptr<ShareDraws> draws_;
    AttributionOptions options_;
    std::vector<ComparedChanges::InputChange> changes_;
    std::vector<std::vector<std::size_t>> groups_;
    std::string failed_, fault_;
    std::array<std::string, measure_count> unlike_ = {};
};

}  // namespace

std::vector<ComparedChanges> attributed_changes(Session& session, const Entries& entries,
                                                const SamplingOptions& sampling, bool uncertain) {
    SobolRanks ranks;
    for (const Entry& entry : entries) ranks.add(entry.model->calculation);
    std::optional<PlanOptions> planned;
    if (uncertain)
        planned = PlanOptions{.seed = sampling.seed, .sampling = sampling.sampling, .ranks = &ranks};
    std::vector<ComparedChanges> result;
    PartialVariant partial(session, entries.front().source);
    for (auto entry = std::next(entries.begin()); entry != entries.end(); ++entry)
        result.push_back(ChangeAttribution(entries.front(), *entry, partial, sampling, planned).run());
    return result;
}

}  // namespace lca::comparison
