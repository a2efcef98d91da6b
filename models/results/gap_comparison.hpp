#pragma once
// Whether two results lack the same parts. Only then is there a difference, a ratio, a rank or an attribution
// between them: what one of them merely leaves out is not a saving.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca {

/// Parts that one of two results lacks and the other does not, by name: "serving.idle".
struct GapDifferences {
    std::vector<std::string> base, variant;  // that only the base lacks, that only the variant lacks
    /// Phases (bits) whose gaps have other names but do not differ, as neither has a figure of that phase for
    /// any activity.
    std::uint32_t open_phases = 0;

    bool any() const { return !base.empty() || !variant.empty(); }
    /// "only `base` lacks serving.idle", with the first few of many; "" where the gaps are alike. The names
    /// are written as they are.
    std::string text(std::string_view base_name, std::string_view variant_name) const;
};

/// A gap by names, so that gaps of two tables can be compared. A part of which something is counted is a
/// different gap from one of which nothing is.
struct OpenGap {
    std::string_view activity;
    PhaseKind phase = PhaseKind::embodied;
    std::optional<std::string_view> line = {};
    std::optional<LifeCycleStage> stage = {};
    bool partly = false;
    std::optional<BoundaryItem> boundary = {};  // in place of these: what a boundary names

    auto operator<=>(const OpenGap&) const = default;
};

/// The comparison for the results of two scenarios. Gaps are alike if the same names are open, or if a phase
/// is open in every activity of both; each measure by itself. Where both scenarios leave a part open, one row
/// does not differ in it even if the part lies in that row of only one of them (a year that the other does
/// not reach): so the rows of a breakdown differ by what their total differs by. Refers to both tables; not
/// thread-safe.
class GapComparison {
public:
    GapComparison(const Results& base, const Results& variant);

    /// Compares one measure of a row in each. Null: a table has no such row, which is then known to be zero
    /// there.
    GapDifferences unlike(const Result* base, const Result* variant, std::size_t measure) const;
    /// Compares the rows of this name in both.
    GapDifferences unlike(std::string_view row, std::size_t measure) const;
    /// Compares the results that two figures rest on (see results_behind); names of parts have the suffix of
    /// the measure.
    GapDifferences unlike(const std::vector<ResultRef>& base, const std::vector<ResultRef>& variant) const;

    /// Phases (bits) that no activity of the variant counts in a measure.
    std::uint32_t open_in_variant(std::size_t measure) const { return variant_open_.at(measure); }

private:
    using OpenPhases = std::array<std::uint32_t, measure_count>;  // bits, by measure
    static OpenPhases open_phases(const Results& results);
    void compare(const std::vector<const Result*>& base, const std::vector<const Result*>& variant,
                 std::size_t measure, bool of_one_row, GapDifferences& found) const;
    const std::vector<OpenGap>& all_open(bool of_base, std::size_t measure) const;
    bool is_open(PhaseKind phase, const std::vector<const Result*>& base,
                 const std::vector<const Result*>& variant, std::size_t measure) const;

    const Results& base_;
    const Results& variant_;
    OpenPhases base_open_, variant_open_;
    /// Gaps of the totals, by measure, sorted; computed on first use.
    mutable std::array<std::optional<std::vector<OpenGap>>, measure_count> base_all_, variant_all_;
};

}  // namespace lca
