#pragma once
// Published figures compared with the figures that a scenario computes.

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/scenario_source.hpp"
#include "lca/page/report.hpp"
#include "models/results/expectation.hpp"

namespace lca {

struct ReplicationOptions {
    bool details = false;   // the page shows every figure
    std::string from = {};  // names the studies on the page; "": the file names
};

/// One file and the checks of its figures: those of the file itself, then those of its what-ifs.
struct ReplicatedStudy {
    std::string file, title, source;
    std::vector<Check> checks = {};
};

struct Replication {
    std::vector<ReplicatedStudy> studies = {};
    std::string from = {};            // which folders or files
    std::size_t without_figures = 0;  // files that state no published figure
    bool details = false;
    Provenance provenance = {};

    /// How many figures have this verdict.
    std::size_t count(Verdict verdict) const;
};

/// The checks of one file. Empty if it cannot be computed; a fault of a what-if is only in the session.
/// Throws FileError.
std::optional<ReplicatedStudy> replicated_study(Session& session, const ScenarioSource& source);

/// Compares every figure that the files `expect`. A source that is a folder stands for the YAML files in it
/// and below, sorted by name. Empty after an error in any of them: the first is read in the session, the
/// others in its children, and `session.messages()` has the errors of all. Throws FileError, and InputError
/// where no file states a figure.
std::optional<Replication> replicate(Session& session, std::span<const ScenarioSource> studies,
                                     const ReplicationOptions& options = {});

/// The answer in every form; refers to the replication.
Report report_of(const Replication& replication);
Page page_of(const Replication& replication);
Records records_of(const Replication& replication);
std::string json_of(const Replication& replication);

}  // namespace lca
