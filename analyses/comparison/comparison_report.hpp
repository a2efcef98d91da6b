#pragma once
// Variants or files side by side: totals, differences, ratios, by phase and stage; how sure the differences
// are; which changes they come from.

#include <array>
#include <vector>

#include "analyses/comparison/compare_results.hpp"
#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/json.hpp"
#include "lca/numerics/attribution_draws.hpp"
#include "lca/numerics/paired.hpp"
#include "lca/page/report.hpp"
#include "lca/page/scale.hpp"

namespace lca {

/// How sure the differences are: by variant, then by measure (of each part, where the total is cut); empty
/// where no input is uncertain.
struct ComparedDraws {
    std::vector<std::vector<std::optional<PairedDifference>>> differences = {};
    std::uint64_t samples = 0, seed = 0;
    Sampling sampling = Sampling::plain;
    std::size_t inputs = 0;  // uncertain figures behind any of them
};

/// What one variant's difference comes from. Results are attributed by measure: its total, then its phases.
struct ComparedChanges {
    static constexpr std::size_t per_measure = 1 + Compared::phases;
    static constexpr std::size_t results = measure_count * per_measure;

    struct Change {
        std::string path, from, to;  // "" where nothing stands
    };
    std::vector<Change> changes = {};
    std::optional<Attribution> attribution = {};
    std::string why_not = {};  // where there is none
    /// How sure a share in the total is, by change and measure, from so many draws; empty where nothing
    /// varies.
    std::vector<std::vector<std::optional<ShareInterval>>> intervals = {};
    std::uint64_t draws = 0;

    /// The share of a change in the total (0) or a phase (1 …) of a measure; nothing where it is not
    /// assessed.
    std::optional<double> share(std::size_t change, std::size_t measure, std::size_t part = 0) const;
    /// The standard error of the share in the total; nothing where it is exact.
    std::optional<double> error(std::size_t change, std::size_t measure) const;
};

/// What a comparison needs: evaluations that outlive it, the first one being what the others are held
/// against. Draws and changes are of the others only.
struct ComparedResults {
    std::string title;
    std::vector<std::string> names;  // "base", a what-if's id, a file; each once
    std::vector<const Evaluation*> evaluations;
    std::vector<std::size_t> measures = {index_of::climate};  // that the page shows
    bool all_measures = false;                                // it was not said which ones count
    ComparedDraws draws = {};
    std::vector<ComparedChanges> changes = {};
};

/// Which of the compared no other one beats over several impacts.
struct Pareto {
    std::vector<std::size_t> measures;  // impacts that count: assessed in all of them
    std::vector<bool> best;             // by what is compared; empty where fewer than two impacts count
};
Pareto pareto(const ComparedResults& compared);

Report compare_report(const ComparedResults& compared);
Page compare_page(const ComparedResults& compared);
Records compare_records(const ComparedResults& compared);
std::string compare_json(const ComparedResults& compared);
/// The numbers behind all three.
std::vector<Compared> compared_by(const ComparedResults& compared, std::size_t measure);

/// Names without the folders that all of them share.
std::vector<std::string> short_names(const std::vector<std::string>& names);
/// With its sign, so that a difference reads as one; "–" for nothing.
std::string signed_text(const Scale& scale, std::optional<double> difference);
/// The middle 95 % of a difference.
std::string interval_text(const Summary& summary, const Scale& scale);
std::string ratio_text(std::optional<double> ratio);
/// How the differences were drawn, and what "lower" means.
std::string drawn_text(const ComparedResults& compared);
/// "uncertainty" of one difference, and "sampling" of all, as entries of the object that is open.
void write_draws(JsonWriter& json, const PairedDifference& paired, double unit);
void write_sampling(JsonWriter& json, const ComparedDraws& draws);
/// How many changes are shown one by one: all where they are few, else those that make a difference.
std::size_t shown_changes(const ComparedChanges& changes, std::size_t measure);
/// From the base through each change to the variant, as bars.
Table waterfall(const ComparedChanges& changes, std::size_t measure, const Scale& scale,
                const std::string& base, const std::string& variant);

}  // namespace lca
