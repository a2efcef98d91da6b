#pragma once
// Compares what is missing from two results. Only if the same parts are missing there is a difference, a
// ratio, a rank or an attribution: a part that only one of them lacks is not a saving.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/results/point_result.hpp"

namespace lca {

/// The names of parts that one of two results lacks and the other does not, such as "serving.idle".
struct GapDifferences {
    std::vector<std::string> base, variant;  // missing only from the base; missing only from the variant
    /// Phases (as bits) whose gaps have different names but count as equal, because neither result has a
    /// figure of that phase for any activity.
    std::uint32_t open_phases = 0;

    bool any() const { return !base.empty() || !variant.empty(); }
    /// In words: "only `base` lacks serving.idle", with the first few parts of many; "" if the gaps are
    /// equal. The two names are inserted unchanged.
    std::string text(std::string_view base_name, std::string_view variant_name) const;
};

/// A gap identified by names, so that gaps of two tables can be compared. A part that is partly counted is a
/// different gap from one that is missing completely.
struct OpenGap {
    std::string_view activity;
    PhaseKind phase = PhaseKind::embodied;
    std::optional<std::string_view> line = {};
    std::optional<LifeCycleStage> stage = {};
    bool partly = false;
    std::optional<BoundaryItem> boundary = {};  // instead of the members above: an item of the boundary

    auto operator<=>(const OpenGap&) const = default;
};

/// Compares the gaps in results of two scenarios, for each measure separately. They are equal if the same
/// parts are missing, or if a phase is missing from every activity of both. A part that is missing in both
/// scenarios makes no difference between two rows, even if it belongs to the row of only one of them (a year
/// that the other does not reach): so the rows of a breakdown differ in nothing in which the totals do not.
/// Refers to both tables, which must outlive it; not thread-safe.
class GapComparison {
public:
    GapComparison(const Results& base, const Results& variant);

    /// Compares one measure of one row of each. Null means that the table has no such row, so that it is
    /// known to be zero.
    GapDifferences unlike(const Result* base, const Result* variant, std::size_t measure) const;
    /// Compares the rows with this name in the two tables.
    GapDifferences unlike(std::string_view row, std::size_t measure) const;
    /// Compares all results that two figures depend on (see results_behind); names of parts have the suffix
    /// of the measure.
    GapDifferences unlike(const std::vector<ResultRef>& base, const std::vector<ResultRef>& variant) const;

    /// The phases, as bits, for which no activity of the variant has a figure in a measure.
    std::uint32_t open_in_variant(std::size_t measure) const { return variant_open_.at(measure); }

private:
    using OpenPhases = std::array<std::uint32_t, measure_count>;  // phases as bits, for each measure
    static OpenPhases open_phases(const Results& results);
    void compare(const std::vector<const Result*>& base, const std::vector<const Result*>& variant,
                 std::size_t measure, bool of_one_row, GapDifferences& found) const;
    const std::vector<OpenGap>& all_open(bool of_base, std::size_t measure) const;
    bool is_open(PhaseKind phase, const std::vector<const Result*>& base,
                 const std::vector<const Result*>& variant, std::size_t measure) const;

    const Results& base_;
    const Results& variant_;
    OpenPhases base_open_, variant_open_;
    /// The gaps of the totals for each measure, sorted; found when first needed.
    mutable std::array<std::optional<std::vector<OpenGap>>, measure_count> base_all_, variant_all_;
};

}  // namespace lca
