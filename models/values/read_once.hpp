#pragma once
// Keeps what is made from a data file, so that it is made only once for all what-ifs and points of a sweep
// that need the same.

#include <memory>
#include <string>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

/// What was made, and the warnings, which are reported each time it is used. If there was an error, nothing
/// is kept: the file is read again each time, and the errors are reported again.
template <class Made>
struct ReadOnce {
    std::shared_ptr<const Made> made;
    std::vector<Fault> said;
};

/// `read(Diagnostics&)` returns a shared_ptr<const Made>. `cache_key` must contain all that the result
/// depends on, other than the file's text: what kind of thing is made, and the values of keys.
template <class Made, class Read>
std::shared_ptr<const Made> read_once(const Sources& sources, std::uint32_t file,
                                      const std::string& cache_key, Diagnostics& diagnostics,
                                      const Read& read) {
    auto kept = std::static_pointer_cast<const ReadOnce<Made>>(sources.kept(file, cache_key));
    if (!kept) {
        auto fresh = std::make_shared<ReadOnce<Made>>();
        Diagnostics found;
        fresh->made = read(found);
        fresh->said = found.sorted();
        kept = fresh;
        if (fresh->made && !found.has_errors()) sources.keep(file, cache_key, fresh);
    }
    for (const Fault& fault : kept->said) diagnostics.add(fault);
    return kept->made;
}

}  // namespace lca
