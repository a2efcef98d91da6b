#pragma once
// What is compared, while the answer is computed, and the parts of the answer.

#include <memory>
#include <string>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "lca/numerics/attribution_draws.hpp"
#include "lca/numerics/paired.hpp"

namespace lca::comparison {

struct Entry {
    std::string name;
    ScenarioSource source;  // with its what-if
    Session* session = nullptr;
    std::shared_ptr<Model> model;
    Evaluation evaluation = {};
};
using Entries = std::vector<Entry>;  // the first is the base

/// Paired draws of the differences of these results, in every measure; empty where nothing is uncertain.
/// Faults (an impossible draw) go to the sessions of the entries.
ComparedDraws paired_draws(const Entries& entries, const std::vector<std::string>& results,
                           const SamplingOptions& sampling);

/// Warnings where the electricity of an entry counts other things than that of the base, each pair once.
std::vector<std::string> unlike_bases(const Entries& entries);
/// Warnings where hardware that only one of base and entry has has embodied figures that cover other things,
/// or were found in another way.
std::vector<std::string> unlike_hardware(const Entries& entries);

/// For each entry after the base, what its difference comes from; with intervals where anything is uncertain.
std::vector<ComparedChanges> attributed_changes(Session& session, const Entries& entries,
                                                const SamplingOptions& sampling, bool uncertain);

}  // namespace lca::comparison
