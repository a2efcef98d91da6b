#pragma once
// Gaps by result row: found without walking all gaps for each of ten thousand activities.

#include <cstddef>
#include <string>
#include <vector>

#include "lca/calc/results.hpp"

namespace lca {

/// Refers to the results, which must outlive it.
class GapIndex {
public:
    explicit GapIndex(const Results& results);

    /// The parts missing from a row, each once, whose measures (or some of them) are in `measures`.
    std::vector<const Gap*> within(const Result& row, std::uint32_t measures) const;
    bool any(const Result& row, std::size_t measure) const;

    /// The measures a row has a value for, as bits.
    static std::uint32_t assessed(const Result& row);

private:
    bool concerns(const Gap& gap, const Result& row) const;

    const Results* results_;
    std::vector<std::vector<const Gap*>> by_activity_;
};

/// A gap's name for one measure, as the language would ask for it: "serving.idle", "serving.idle.energy".
std::string gap_name(const Results& results, const Gap& gap, std::size_t measure);

}  // namespace lca
