#pragma once
// Figures counted by verdict and study: a study is a folder of files; of a single study, each file.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analyses/replication/replication.hpp"

namespace lca::replication {

/// The figures of one study, counted by verdict.
struct StudyCount {
    std::string name;
    std::vector<std::string> files = {};
    std::array<std::size_t, 4> verdicts = {};  // by the number of the verdict
    std::size_t fitted = 0;                    // figures of all verdicts that depend on a fitted input
    std::optional<double> deviation = {};  // the largest beyond the last digit, of those that should agree

    void add(const Check& check);
    std::size_t figures() const;
    std::size_t of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

/// Whether all files lie in one folder.
bool in_one_folder(const Replication& replication);
/// Counts by folder, in the order of the files; by file where all are in one folder.
std::vector<StudyCount> by_study(const Replication& replication);
StudyCount in_all(const Replication& replication);

}  // namespace lca::replication
