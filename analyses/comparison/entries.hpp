#pragma once
// What is compared while the answer is computed, and the parts of the answer.

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
using Entries = std::vector<Entry>;  // the first is what the others are compared with

/// Paired draws of the differences of these results, in every measure; empty where nothing is uncertain.
/// Faults (a draw that cannot be) go to the sessions of the entries.
ComparedDraws paired_draws(const Entries& entries, const std::vector<std::string>& results,
                           const SamplingOptions& sampling);

/// Warnings where the electricity of one counts other things than that of the first, each pair once.
std::vector<std::string> unlike_bases(const Entries& entries);
/// The same of hardware that only one of them has: its embodied figures cover other things or were found in
/// another way.
std::vector<std::string> unlike_hardware(const Entries& entries);

/// By entry after the first: what its difference comes from; with how sure that is, where anything is
/// uncertain.
std::vector<ComparedChanges> attributed_changes(Session& session, const Entries& entries,
                                                const SamplingOptions& sampling, bool uncertain);

}  // namespace lca::comparison
