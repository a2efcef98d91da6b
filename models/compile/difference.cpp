#include "models/compile/difference.hpp"

#include <fmt/core.h>

namespace lca::compile_detail {
namespace {

StepId step_of(const Result* row, std::size_t measure) {
    return row ? row->steps.at(measure) : no_step;
}

}  // namespace

Difference difference(Recorder& recorder, const ResultPair& pair, std::string_view name,
                      std::size_t measure) {
    const Result* const base = pair.base.find(name);
    const Result* const variant = pair.variant.find(name);
    Difference found{step_of(base, measure), step_of(variant, measure)};
    const GapDifferences unlike = pair.gaps.unlike(base, variant, measure);
    if (unlike.any()) {
        found.reason = fmt::format("the same parts in both scenarios: {}",
                                   unlike.text(pair.base_name, pair.variant_name));
    } else if (found.base == no_step || found.variant == no_step) {
        found.reason = fmt::format("{} in both scenarios: it is not assessed", name);
    } else {
        found.difference_step = (Step(recorder, found.base) - Step(recorder, found.variant)).id();
        found.partial = pair.base.is_partial(*base, measure) || pair.variant.is_partial(*variant, measure);
    }
    return found;
}

}  // namespace lca::compile_detail
