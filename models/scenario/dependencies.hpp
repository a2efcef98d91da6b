#pragma once
// Which parameter or output refers to which: an order in which each comes after what it needs, and the cycles
// that have none.

#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca::scenario {

/// One named figure; empty if it was faulty.
struct DependentFigure {
    std::string_view id;
    AnyValue value;
};

/// The indices of `figures`, what is needed first; otherwise in the order given. A cycle is reported once
/// with all its places, and its members are returned in `rings`. `prefix` is what comes before an id where it
/// is referred to: "" or "outputs.".
struct Dependencies {
    std::vector<std::size_t> order, rings;
};
Dependencies dependencies(const std::vector<DependentFigure>& figures, std::string_view prefix,
                          const Sources& sources, Diagnostics& diagnostics);

/// The order of parameters or outputs; members of cycles are left without a value.
template <class Named>
std::vector<std::size_t> order_by_dependency(std::vector<Named>& entries, std::string_view prefix,
                                             const Sources& sources, Diagnostics& diagnostics) {
    std::vector<DependentFigure> values;
    values.reserve(entries.size());
    for (const Named& entry : entries) values.push_back({entry.id, entry.value});
    Dependencies found = dependencies(values, prefix, sources, diagnostics);
    for (const std::size_t i : found.rings) entries[i].value = {};
    return std::move(found.order);
}

}  // namespace lca::scenario
