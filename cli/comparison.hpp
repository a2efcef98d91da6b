#pragma once
// What `lca compare` compares, and the studies of it: draws of the differences, and what they come from.

#include <list>
#include <memory>
#include <string>
#include <vector>

#include "analyses/comparison/comparison_report.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

/// One compared thing and all it refers to; stays where it is.
struct ComparedEntry {
    std::string name;
    std::string file, what_if;  // what it was read from
    Session* session = nullptr;
    std::shared_ptr<Model> model;
    std::shared_ptr<const PointResult> reading;
    Evaluation evaluation = {};
};

/// See the heading. The first entry is what the others are held against.
using ComparedEntries = std::list<ComparedEntry>;

/// Paired draws of the differences of these results, in every measure; empty where nothing is uncertain.
/// Faults (a draw that cannot be) go to the sessions of the entries.
ComparedDraws paired_draws(const ComparedEntries& entries, const std::vector<std::string>& results,
                           const Arguments& arguments);

/// By entry after the first: what its difference comes from; with how sure that is, where anything is
/// uncertain.
std::vector<ComparedChanges> attributed_changes(const ComparedEntries& entries, const Arguments& arguments,
                                                bool uncertain);

}  // namespace lca::cli
