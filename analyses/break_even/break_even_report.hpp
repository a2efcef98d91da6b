#pragma once
// Where two results are equal, or one reaches a target: the values, how sure they are, or none and why.

#include <optional>
#include <string>
#include <vector>

#include "analyses/break_even/crossing.hpp"
#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/json.hpp"
#include "lca/page/report.hpp"

namespace lca {

/// A root with what both sides come to there.
struct FoundRoot {
    Root root;
    double value = 0;             // of the first side
    std::string impossible = {};  // why the file may not hold this value; "" where it may
    std::optional<RootSpread> spread = {};
};

/// What the report needs.
struct BreakEven {
    std::string title, first, second;  // what is held against what, for people: "total", "25 tCO2e"
    Input by;
    Dimension dimension = {};                             // of both sides
    double low = 0, high = 0;                             // the range looked at, base units
    std::array<double, 2> first_at = {}, second_at = {};  // the sides at its ends
    bool same = false;  // the two are equal at every value looked at: no roots
    std::vector<FoundRoot> roots = {};
    std::uint64_t seed = 0;
    Provenance provenance = {};
};

/// Refers to it.
Report break_even_report(const BreakEven& found);

}  // namespace lca
