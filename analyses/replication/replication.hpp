#pragma once
// Compares published figures (`expect`) with the figures that scenarios compute.

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
    bool details = false;   // whether the page shows every figure
    std::string from = {};  // what the page says was replicated; "": the names of the files
};

/// One file, with the verdicts on its figures: first on those outside what-ifs.
struct ReplicatedStudy {
    std::string file, title, source;
    std::vector<Check> checks = {};
};

struct Replication {
    std::vector<ReplicatedStudy> studies = {};
    std::string from = {};            // names of the folders or files
    std::size_t without_figures = 0;  // number of files without a published figure
    bool details = false;
    Provenance provenance = {};

    /// How many figures have this verdict, over all files.
    std::size_t count(Verdict verdict) const;
};

/// Compares the figures of one file. Empty if the file is invalid; an error in a what-if is only reported in
/// the session. Throws FileError.
std::optional<ReplicatedStudy> replicated_study(Session& session, const ScenarioSource& source);

/// Compares every figure stated under `expect` in the files. A folder stands for the YAML files in it and in
/// its subfolders, sorted by name. Empty after an error in any of them: the first is read in the session, the
/// others in its children, and `session.messages()` has the errors of all. Throws FileError, and InputError
/// where no file states a figure.
std::optional<Replication> replicate(Session& session, std::span<const ScenarioSource> studies,
                                     const ReplicationOptions& options = {});

/// The answer in every output form; refers to the replication.
Report report_of(const Replication& replication);
Page page_of(const Replication& replication);
Records records_of(const Replication& replication);
std::string json_of(const Replication& replication);

}  // namespace lca
