#pragma once
// A recorded calculation and which of its steps are results: what every question is asked of.

#include "lca/calc/calculation.hpp"
#include "lca/calc/recorder.hpp"
#include "models/results/results.hpp"

namespace lca {

/// A calculation with its results. Made by `assessment`; breakdowns add rows, nothing else changes it.
struct Assessment {
    Calculation calculation;
    Results results;
};

/// Ends a recording. Throws std::logic_error where a result names a step that is not there.
Assessment assessment(Recorder&& recorder, Results results);

}  // namespace lca
