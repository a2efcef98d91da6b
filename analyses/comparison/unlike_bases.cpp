// Warnings where the electricity figures of two scenarios count different things: life cycle or combustion,
// average or marginal, all greenhouse gases or CO2 alone.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "analyses/comparison/entries.hpp"
#include "models/values/keyed_values.hpp"

namespace lca::comparison {
namespace {

struct Counting {
    std::string grid;
    IntensityBasis basis;
};

std::vector<Counting> counted_in(const Results& results) {
    std::vector<Counting> found;
    for (const GridBasis& one : results.bases) found.push_back({one.grid, {one.basis, one.kind, one.gas}});
    return found;
}

bool has(const std::vector<Counting>& all, const Counting& wanted) {
    return std::any_of(all.begin(), all.end(),
                       [&](const Counting& one) { return one.basis.in_words() == wanted.basis.in_words(); });
}

/// A grid of the base and one of the variant that count different things; null if there are none. A pair that
/// each of the two scenarios contains is left out: such a mix was accepted within one scenario.
const std::pair<const Counting*, const Counting*> unlike_pair(const std::vector<Counting>& base,
                                                              const std::vector<Counting>& variant) {
    for (const Counting& a : base) {
        for (const Counting& b : variant) {
            if (unlike(a.basis, b.basis) && !(has(base, b) && has(variant, a))) return {&a, &b};
        }
    }
    return {nullptr, nullptr};
}

}  // namespace

std::vector<std::string> unlike_bases(const Entries& entries) {
    std::vector<std::string> warnings;
    std::set<std::string> said;
    const std::vector<Counting> base = counted_in(entries.front().model->results);
    for (auto entry = std::next(entries.begin()); entry != entries.end(); ++entry) {
        const std::vector<Counting> variant = counted_in(entry->model->results);
        const auto [a, b] = unlike_pair(base, variant);
        if (!a || !said.insert(a->basis.in_words() + "/" + b->basis.in_words()).second) continue;
        warnings.push_back(fmt::format(
            "the difference of {} to {} is partly due to different accounting of electricity: grid `{}` "
            "counts {}, `{}` {}",
            entry->name, entries.front().name, b->grid, b->basis.in_words(), a->grid, a->basis.in_words()));
    }
    return warnings;
}

}  // namespace lca::comparison
