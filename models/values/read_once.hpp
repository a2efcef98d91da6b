#pragma once
// What is made from a data file, made once for all trees that need the same: each what-if, each point of a
// sweep.

#include <memory>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// What was made, and the warnings to report each time it is used. Where reading failed nothing is kept, and
/// the faults are reported by each reading.
template <class Made>
struct ReadOnce {
    std::shared_ptr<const Made> made;
    std::vector<Fault> said;
};

/// `read(Diagnostics&)` returns a shared_ptr<const Made>. `asked` is all that it depends on beside the text:
/// the kind of what is made, and the keys.
template <class Made, class Read>
std::shared_ptr<const Made> read_once(const Sources& sources, std::uint32_t file, const std::string& asked,
                                      Diagnostics& diagnostics, const Read& read) {
    auto kept = std::static_pointer_cast<const ReadOnce<Made>>(sources.kept(file, asked));
    if (!kept) {
        auto fresh = std::make_shared<ReadOnce<Made>>();
        Diagnostics found;
        fresh->made = read(found);
        fresh->said = found.sorted();
        kept = fresh;
        if (fresh->made && !found.has_errors()) sources.keep(file, asked, fresh);
    }
    for (const Fault& fault : kept->said) diagnostics.add(fault);
    return kept->made;
}

}  // namespace lca
