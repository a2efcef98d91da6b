#pragma once
// Which parameters or outputs refer to each other: finds an order in which each comes after those it needs,
// or the cycles for which there is no such order.

#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/values/value.hpp"

namespace lca::scenario {

/// One parameter or output; its value is empty if it has an error.
struct DependentFigure {
    std::string_view id;
    AnyValue value;
};

/// `order`: indices of `figures`, each after those that it needs, otherwise as given. A cycle is reported as
/// one error with all its places; `rings`: indices of those in cycles. `prefix`: what precedes an id in
/// references, "" or "outputs.".
struct Dependencies {
    std::vector<std::size_t> order, rings;
};
Dependencies dependencies(const std::vector<DependentFigure>& figures, std::string_view prefix,
                          const Sources& sources, Diagnostics& diagnostics);

/// Returns the order of parameters or outputs, and removes the values of those in cycles.
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
