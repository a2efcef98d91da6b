#pragma once
// Which parameter or output refers to which: an order in which each comes after what it needs, and the rings
// that have none.

#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/scenario/figure.hpp"

namespace lca {

/// One named figure; null where it was faulty.
struct NamedFigure {
    std::string_view id;
    const Given* given = nullptr;
};

/// The indices of `figures`, what is needed first; otherwise in the order given. A ring is reported once with
/// all its places, and its members come back in `rings`. `prefix` is what stands before an id where it is
/// referred to: "" or "outputs.".
struct Dependencies {
    std::vector<std::size_t> order, rings;
};
Dependencies dependencies(const std::vector<NamedFigure>& figures, std::string_view prefix,
                          const Sources& sources, Diagnostics& diagnostics);

}  // namespace lca
