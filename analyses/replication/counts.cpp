#include "analyses/replication/counts.hpp"

#include <algorithm>
#include <cmath>

namespace lca::replication {
namespace {

/// A file's study: its folder, "bloom" for "scenarios/papers/bloom/training.yaml"; if by_file, "training".
std::string study_name(std::string_view file, bool by_file) {
    const std::size_t slash = file.rfind('/');
    const std::string_view folder = slash == std::string_view::npos ? "" : file.substr(0, slash);
    std::string_view name = folder.substr(folder.rfind('/') + 1);
    if (by_file || name.empty() || name == "." || name == "..") {
        name = slash == std::string_view::npos ? file : file.substr(slash + 1);
        name = name.substr(0, name.rfind('.'));
    }
    return std::string(name);
}

std::string_view folder_of(std::string_view file) {
    return file.substr(0, file.rfind('/') + 1);
}

}  // namespace

void StudyCount::add(const Check& check) {
    ++verdicts.at(static_cast<std::size_t>(check.verdict));
    if (!check.fitted.empty()) ++fitted;
    const bool beyond = check.verdict == Verdict::within || check.verdict == Verdict::off;
    if (!beyond || !check.computed || check.expected.value == 0) return;
    if (check.expected.kind != Expectation::Kind::value && check.verdict == Verdict::within) return;
    if (!deviation || std::fabs(check.deviation) > std::fabs(*deviation)) deviation = check.deviation;
}

std::size_t StudyCount::figures() const {
    return verdicts[0] + verdicts[1] + verdicts[2] + verdicts[3];
}

bool in_one_folder(const Replication& replication) {
    const std::vector<ReplicatedStudy>& files = replication.studies;
    return std::all_of(files.begin(), files.end(), [&files](const ReplicatedStudy& one) {
        return folder_of(one.file) == folder_of(files.front().file);
    });
}

std::vector<StudyCount> by_study(const Replication& replication) {
    const std::vector<ReplicatedStudy>& files = replication.studies;
    const bool by_file = in_one_folder(replication);
    std::vector<StudyCount> counts;
    std::string_view last;
    for (const ReplicatedStudy& file : files) {
        if (by_file || counts.empty() || folder_of(file.file) != last)
            counts.emplace_back().name = study_name(file.file, by_file);
        last = folder_of(file.file);
        counts.back().files.push_back(file.file);
        for (const Check& check : file.checks) counts.back().add(check);
    }
    return counts;
}

StudyCount in_all(const Replication& replication) {
    StudyCount all;
    all.name = "in all";
    for (const ReplicatedStudy& file : replication.studies) {
        all.files.push_back(file.file);
        for (const Check& check : file.checks) all.add(check);
    }
    return all;
}

}  // namespace lca::replication
