#include "analyses/evaluation/headline.hpp"

#include <algorithm>
#include <optional>

#include "analyses/uncertainty/quick_interval.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"

namespace lca::evaluation_detail {
namespace {

class Headline {
public:
    explicit Headline(const Evaluation& evaluation)
        : evaluation_(evaluation), result_(*evaluation.result), results_(result_.results()) {}

    std::string text() const {
        const Result* total = results_.find("total");
        const std::optional<double> whole = total ? value(*total, evaluation_.measure) : std::nullopt;
        if (!whole) return "";
        std::string text = figure(*total, *whole);
        if (evaluation_.measure == market_measure) text += " market-based";
        if (results_.has_gap(*total, evaluation_.measure)) text += ", counting only what is assessed";
        if (results_.has_market && evaluation_.measure == index_of::climate)
            add(text, *total, market_measure, " market-based");
        if (evaluation_.measure == energy_measure) return text;
        add(text, *total, energy_measure, "");
        return text + times_dynamic(*whole);
    }

private:
    std::optional<double> value(const Result& row, std::size_t measure) const {
        return result_.value(row, measure);
    }

    void add(std::string& text, const Result& total, std::size_t measure_index,
             const std::string& words) const {
        const std::optional<double> sum = value(total, measure_index);
        if (!sum) return;
        text += ", " + short_text(*sum, measure(measure_index).dimension) + words;
        const bool said = results_.has_gap(total, evaluation_.measure);
        if (!said && results_.has_gap(total, measure_index)) text += " (only what is assessed)";
    }

    std::string figure(const Result& total, double whole) const {
        const std::size_t index = evaluation_.measure;
        const QuickDraws draws =
            evaluation_.model ? quick_draws(*evaluation_.model, total.steps.at(index)) : QuickDraws();
        return with_interval(whole, draws.interval, measure(index).dimension) +
               (draws.reason.empty() ? "" : " (" + draws.reason + ")");
    }

    std::string times_dynamic(double whole) const {
        const Result* dynamic = results_.find("dynamic");
        const std::optional<double> part = dynamic ? value(*dynamic, evaluation_.measure) : std::nullopt;
        if (!part || !(*part > 0)) return "";
        const auto assessed = [this](std::string_view phase) {
            const Result* row = results_.find(phase);
            return row && value(*row, evaluation_.measure).value_or(0) > 0;
        };
        if (!assessed("idle") && !assessed("embodied")) return "";
        return ", " + readable(whole / *part, 3) + " × the " + what_runs(results_) + " electricity alone";
    }

    const Evaluation& evaluation_;
    const PointResult& result_;
    const Results& results_;
};

}  // namespace

std::string headline_of(const Evaluation& evaluation) {
    return Headline(evaluation).text();
}

std::string what_runs(const Results& results) {
    std::optional<std::uint32_t> stage;
    for (const ActivityInfo& activity : results.activities) {
        if (!activity.included) continue;
        if (stage && *stage != activity.stage) return "dynamic";
        stage = activity.stage;
    }
    const std::string name = stage ? in_words(results.stages.at(*stage)) : "dynamic";
    return name == "other" ? "dynamic" : name;
}

}  // namespace lca::evaluation_detail
