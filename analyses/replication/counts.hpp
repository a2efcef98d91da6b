#pragma once
// Counts of figures by verdict and study. A study is a folder of files; in a single folder, each file is one.

#include <array>
#include <optional>
#include <string>
#include <vector>

#include "analyses/replication/replication.hpp"

namespace lca::replication {

/// How many figures of one study got each verdict.
struct StudyCount {
    std::string name;
    std::vector<std::string> files = {};
    std::array<std::size_t, 4> verdicts = {};  // [Verdict]: number of figures
    std::size_t fitted = 0;                    // of all figures, those that depend on a fitted input
    std::optional<double> deviation = {};      // of figures that should agree, the largest beyond rounding

    void add(const Check& check);
    std::size_t figures() const;
    std::size_t of(Verdict verdict) const { return verdicts[static_cast<std::size_t>(verdict)]; }
};

/// Whether all files lie in one folder.
bool in_one_folder(const Replication& replication);
/// Counts for each folder, in the order of the files; for each file, if all are in one folder.
std::vector<StudyCount> by_study(const Replication& replication);
StudyCount in_all(const Replication& replication);

}  // namespace lca::replication
