#pragma once
// Variants of a file, or several files, side by side: totals, differences, ratios, by phase and stage; how
// uncertain the differences are; and which changes cause them.

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/numerics/effects.hpp"
#include "lca/numerics/sampling.hpp"
#include "lca/page/report.hpp"
#include "models/results/breakdown.hpp"

namespace lca {

/// Default number of samples: `default_samples` up to 100 variants; for more, fewer per variant, so
/// that the answer takes seconds, but at least 1,000.
constexpr std::uint64_t samples_for(std::size_t variants) {
    constexpr std::uint64_t in_all = 100 * default_samples, min_samples = 1000;
    const std::uint64_t each = in_all / std::max<std::uint64_t>(variants, 1);
    return std::clamp(each, min_samples, default_samples);
}

struct ComparisonOptions {
    static constexpr std::uint64_t by_variants = 0;  // the number that `samples_for` gives

    std::vector<std::string> what_ifs = {};  // ids, for a single source; empty: all it has
    std::optional<BreakdownKey> by = {};     // if set: differences by item of the total, not by change
    /// Measures that the page shows, and impacts that count for Pareto-optimality. Empty: the page shows
    /// climate change, and all impacts count.
    std::vector<std::size_t> measures = {};
    /// Shows every measure that is assessed; all impacts count for Pareto-optimality.
    bool all_measures = false;
    SamplingOptions sampling = {.samples = by_variants};
};

/// The values of one scenario in one measure, in base units. An empty optional means "not assessed".
struct Compared {
    static constexpr std::size_t phases = 3;  // embodied, idle, dynamic

    std::optional<double> total;
    std::optional<double> difference;  // total minus that of the first scenario; empty if their gaps differ
    std::optional<double> ratio;  // total / that of the first scenario; empty if that is 0 or gaps differ
    std::array<std::optional<double>, phases> by_phase = {};
    std::array<std::optional<double>, phases> phase_difference = {};
    /// For every stage that any variant has; one that this variant lacks counts as zero.
    std::vector<std::pair<std::string, std::optional<double>>> stage_difference = {};
    std::size_t rank = 0;     // 1: the lowest of the comparable totals; equals share a rank; 0: not ranked
    bool partial = false;     // the total has gaps, so it counts only what is assessed
    bool comparable = false;  // assessed, and with the same gaps as the first and all other comparable ones
    /// Parts of the total that only the first scenario, or only this one, leaves out. If there are any, no
    /// difference is given.
    std::vector<std::string> lacked_by_first = {}, lacked = {};
    std::string reason = {};  // why the total is not assessed
};

/// The sampled differences to the base: by variant, then by measure (with `by` set: by variant, then by item
/// and measure). Empty if no input is uncertain.
struct ComparedDraws {
    std::vector<std::vector<std::optional<PairedDifference>>> differences = {};
    std::uint64_t samples = 0, seed = 0;
    Sampling sampling = Sampling::plain;
    std::size_t inputs = 0;  // uncertain inputs of all scenarios; inputs at one path count once
    bool fewer = false;      // fewer samples than by default, due to many variants
};

/// The changes behind one variant's difference. Attribution::shares: by measure the total, then its phases.
struct ComparedChanges {
    static constexpr std::size_t per_measure = 1 + Compared::phases;
    static constexpr std::size_t results = measure_count * per_measure;

    struct InputChange {
        std::string path, from, to;  // "" for a path that does not exist before or after
    };
    std::vector<InputChange> changes = {};
    std::optional<Attribution> attribution = {};
    std::string reason = {};  // why there is no attribution; "" if there is one
    /// By change, then measure: the 90 % interval of its share in the total; empty if nothing is uncertain.
    std::vector<std::vector<std::optional<ShareInterval>>> intervals = {};
    std::uint64_t draws = 0;
    /// By measure: why the total's difference has no shares: with only some of the changes, parts are not
    /// assessed that are assessed with all of them. "" for the other measures.
    std::array<std::string, measure_count> unlike = {};

    /// The share that a change has in the difference of the total (part 0) or of a phase (1 …) in a measure;
    /// empty if not assessed.
    std::optional<double> share(std::size_t change, std::size_t measure, std::size_t part = 0) const;
    /// The standard error of the share in the total's difference; empty if the share is exact.
    std::optional<double> error(std::size_t change, std::size_t measure) const;
};

/// The first scenario is the base with which the others are compared. `draws` and `changes` have one entry
/// for each of the others.
struct Comparison {
    std::string title = {};
    std::vector<std::string> names = {};       // "base", a what-if's id or a file name; unique
    std::vector<Evaluation> evaluations = {};  // in the order of `names`
    std::optional<BreakdownKey> by = {};       // if set, `items` is filled and `changes` empty
    std::vector<BreakdownItem> items = {};     // every item that any scenario has; last the total
    std::vector<std::size_t> measures = {index_of::climate};  // measures that the page shows
    bool all_measures = false;                                // all impacts count for Pareto-optimality
    ComparedDraws draws = {};
    std::vector<ComparedChanges> changes = {};
    std::vector<std::string> warnings = {};  // grids or hardware whose figures count different things

    /// Totals, differences and ratios in one measure, in the order of `names`.
    std::vector<Compared> values(std::size_t measure) const;
};

/// Compares one source with its what-ifs, or the first source with the others; these must have the same edits
/// and no what-if. Empty after an error: the first source is read in `session`, the others in its children,
/// and `session.messages()` has the errors of all. Throws FileError, and InputError where there is nothing
/// to compare.
std::optional<Comparison> compare(Session& session, std::span<const ScenarioSource> sources,
                                  const ComparisonOptions& options = {});

/// The answer in every output form; refers to the comparison.
Report report_of(const Comparison& comparison, const PageOptions& options = {});
Page page_of(const Comparison& comparison, const PageOptions& options = {});
Records records_of(const Comparison& comparison);
std::string json_of(const Comparison& comparison);

}  // namespace lca
