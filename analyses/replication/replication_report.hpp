#pragma once
// Published figures beside computed ones.

#include <array>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/json.hpp"
#include "lca/page/report.hpp"
#include "models/results/expectation.hpp"

namespace lca {

/// One study and what came of its figures.
struct ReplicatedStudy {
    std::string file, title, source;
    std::vector<Check> checks;
    const Sources* sources = nullptr;
};

/// What a replication report needs.
struct Replication {
    std::vector<ReplicatedStudy> studies;
    std::string from;                 // which folder or files: said in the report
    std::size_t without_figures = 0;  // files that state no published figure
    bool details = false;             // figure by figure
    Provenance provenance;
};

/// What came of the figures of one study.
struct StudyCount {
    std::string name;
    std::vector<std::string> files = {};
    std::array<std::size_t, 4> verdicts = {};  // by the verdict's number
    std::size_t fitted = 0;                    // of them all: resting on a fitted input
    std::optional<double> deviation = {};  // the largest beyond the last digit, of those that should agree

    void add(const Check& check);
    std::size_t figures() const;
    std::size_t of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

/// Whether all files lie in one folder.
bool in_one_folder(const Replication& replication);
/// By folder, in the order of the files; by file where all lie in one folder.
std::vector<StudyCount> by_study(const Replication& replication);
StudyCount in_all(const Replication& replication);

/// "final_training.dynamic, share, what if warm_datacentre".
std::string figure_name(const Expectation& expected);

Report replicate_report(const Replication& replication);
Page replicate_page(const Replication& replication);
Records replicate_records(const Replication& replication);
std::string replicate_json(const Replication& replication);

}  // namespace lca
