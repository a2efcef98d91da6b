// Warnings where embodied figures of two scenarios cover different things or were determined differently.
#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "analyses/comparison/entries.hpp"
#include "lca/base/text.hpp"

namespace lca::comparison {
namespace {

/// The embodied figures of hardware that only `one` uses.
std::vector<HardwareBasis> only_in(const Results& one, const Results& other) {
    std::vector<HardwareBasis> found;
    for (const HardwareBasis& hardware : one.hardware) {
        const auto same = [&](const HardwareBasis& its) { return its.of == hardware.of; };
        if (std::none_of(other.hardware.begin(), other.hardware.end(), same)) found.push_back(hardware);
    }
    return found;
}

}  // namespace

std::vector<std::string> unlike_hardware(const Entries& entries) {
    std::vector<std::string> warnings;
    std::set<std::string> said;
    const Results& base = entries.front().model->results;
    for (auto entry = std::next(entries.begin()); entry != entries.end(); ++entry) {
        for (const HardwareBasis& added : only_in(entry->model->results, base)) {
            for (const HardwareBasis& gone : only_in(base, entry->model->results)) {
                if (added.kind != gone.kind || !unlike(added.basis, gone.basis)) continue;
                if (!said.insert(added.kind + added.of + "/" + gone.of).second) continue;
                warnings.push_back(
                    fmt::format("the difference of {} to {} is partly one of how embodied figures were "
                                "found: that of `{}` is {}, that of `{}` {}",
                                entry->name, entries.front().name, added.of, in_words(added.basis), gone.of,
                                in_words(gone.basis)));
            }
        }
    }
    return warnings;
}

}  // namespace lca::comparison
