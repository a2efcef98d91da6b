#pragma once
// The compared scenarios while the answer is being computed, and the functions for its parts.

#include <memory>
#include <string>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "lca/numerics/attribution_draws.hpp"
#include "lca/numerics/paired.hpp"

namespace lca::comparison {

struct Entry {
    std::string name;
    ScenarioSource source;  // includes the what-if
    Session* session = nullptr;
    std::shared_ptr<Model> model;
    Evaluation evaluation = {};
};
using Entries = std::vector<Entry>;  // the first is the base

/// Samples, for every other entry, the difference of these results to the base, in every measure. Empty if
/// nothing is uncertain. Impossible draws are reported in the sessions of the entries.
ComparedDraws paired_draws(const Entries& entries, const std::vector<std::string>& results,
                           const SamplingOptions& sampling);

/// Warnings where the electricity figures of an entry count other things than the base's; each warning once.
std::vector<std::string> unlike_bases(const Entries& entries);
/// Warnings where the embodied figures of hardware that only the base or only the entry uses cover different
/// things, or were determined in different ways.
std::vector<std::string> unlike_hardware(const Entries& entries);

/// For each entry after the base the changes behind its difference; with intervals if `uncertain`.
std::vector<ComparedChanges> attributed_changes(Session& session, const Entries& entries,
                                                const SamplingOptions& sampling, bool uncertain);

}  // namespace lca::comparison
