#pragma once
// Variants or files side by side: totals, differences, ratios, by phase and stage; how uncertain the
// differences are; which changes they come from.

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

/// Default number of samples: `default_samples` up to 100 variants, fewer of each among more, so
/// that the answer takes seconds; at least 1,000.
constexpr std::uint64_t samples_for(std::size_t variants) {
    constexpr std::uint64_t in_all = 100 * default_samples, least = 1000;
    const std::uint64_t each = in_all / std::max<std::uint64_t>(variants, 1);
    return std::clamp(each, least, default_samples);
}

struct ComparisonOptions {
    static constexpr std::uint64_t by_variants = 0;  // as many samples as `samples_for` says

    std::vector<std::string> what_ifs = {};  // of a single source, by id; empty: all
    std::optional<BreakdownKey> by = {};  // shows differences by item of the total, in place of the changes
    std::vector<std::size_t> measures =
        {};  // shown on the page, and counted for Pareto-optimality; empty: climate change is shown
    bool all_measures = false;  // shows all that are assessed, and counts all impacts
    SamplingOptions sampling = {.samples = by_variants};
};

/// What one scenario amounts to in one measure, in base units. An empty optional means "not assessed".
struct Compared {
    static constexpr std::size_t phases = 3;  // embodied, idle, dynamic

    std::optional<double> total;
    std::optional<double> difference;  // to the first; empty if their gaps differ
    std::optional<double> ratio;       // to the first; empty if that is zero, or there is no difference
    std::array<std::optional<double>, phases> by_phase = {};
    std::array<std::optional<double>, phases> phase_difference = {};
    /// By stage, for the stages of all variants (zero where this variant does not have it).
    std::vector<std::pair<std::string, std::optional<double>>> stage_difference = {};
    std::size_t rank = 0;     // 1: the lowest of all comparable totals; equals share a rank; 0: not assessed
    bool partial = false;     // whether the total counts only what is assessed, as it has gaps
    bool comparable = false;  // with the first and all others that are: assessed, with the same gaps
    /// Parts of the total that only the first, or only this one, leaves out: in either case their gaps
    /// differ.
    std::vector<std::string> lacked_by_first = {}, lacked = {};
    std::string why_open = {};  // why there is no total
};

/// The sampled differences: by variant, then by measure (for each item, where the total is broken down);
/// empty where no input is uncertain.
struct ComparedDraws {
    std::vector<std::vector<std::optional<PairedDifference>>> differences = {};
    std::uint64_t samples = 0, seed = 0;
    Sampling sampling = Sampling::plain;
    std::size_t inputs = 0;  // uncertain figures behind any of them
    bool fewer = false;      // than usual, as there are many variants and the number of samples was not set
};

/// What one variant's difference comes from. Attribution::shares are by measure: the total, then its phases.
struct ComparedChanges {
    static constexpr std::size_t per_measure = 1 + Compared::phases;
    static constexpr std::size_t results = measure_count * per_measure;

    struct Change {
        std::string path, from, to;  // "" where the path does not exist
    };
    std::vector<Change> changes = {};
    std::optional<Attribution> attribution = {};
    std::string reason = {};  // why there is no attribution
    /// The 90 % interval of a share in the total, by change and measure; empty if nothing varies.
    std::vector<std::vector<std::optional<ShareInterval>>> intervals = {};
    std::uint64_t draws = 0;
    /// By measure: why the total has no shares, where a part of the changes leaves something not assessed
    /// that all together assess; "" elsewhere.
    std::array<std::string, measure_count> unlike = {};

    /// The share of a change in the total (0) or a phase (1 …) of a measure; empty if it is not
    /// assessed.
    std::optional<double> share(std::size_t change, std::size_t measure, std::size_t part = 0) const;
    /// The standard error of the share in the total; empty if it is exact.
    std::optional<double> error(std::size_t change, std::size_t measure) const;
};

/// The first scenario is the base that the others are compared with. Draws and changes are of the others
/// only.
struct Comparison {
    std::string title = {};
    std::vector<std::string> names = {};       // "base", a what-if's id, a file; each once
    std::vector<Evaluation> evaluations = {};  // by name
    std::optional<BreakdownKey> by = {};       // if set, there are items and no changes
    std::vector<BreakdownItem> items = {};     // of any of the scenarios; the total is the last
    std::vector<std::size_t> measures = {index_of::climate};  // that the page shows
    bool all_measures = false;                                // all impacts count for Pareto-optimality
    ComparedDraws draws = {};
    std::vector<ComparedChanges> changes = {};
    std::vector<std::string> warnings = {};  // grids or hardware that count different things, each pair once

    /// By name: totals, differences and ratios in one measure.
    std::vector<Compared> values(std::size_t measure) const;
};

/// Compares one source with its what-ifs, or the first of several with the others; several have the same
/// edits and no what-if. Empty after an error: the first source is read in the session, the others in its
/// children, and `session.messages()` has the errors of all. Throws FileError, and InputError where there is
/// nothing to compare with.
std::optional<Comparison> compare(Session& session, std::span<const ScenarioSource> sources,
                                  const ComparisonOptions& options = {});

/// The answer in every form; refers to the comparison.
Report report_of(const Comparison& comparison, const PageOptions& options = {});
Page page_of(const Comparison& comparison, const PageOptions& options = {});
Records records_of(const Comparison& comparison);
std::string json_of(const Comparison& comparison);

}  // namespace lca
