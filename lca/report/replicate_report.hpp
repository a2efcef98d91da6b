#pragma once
// Published figures beside computed ones.

#include <array>
#include <string>
#include <vector>

#include "lca/report/evaluation.hpp"
#include "lca/study/expectation.hpp"

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
    bool details = false;
    Provenance provenance;
};

/// How many figures got each verdict, by its number.
std::array<std::size_t, 4> verdicts(const Replication& replication);

/// "final_training.dynamic, share, what if warm_datacentre".
std::string figure_name(const Expectation& expected);

Report replicate_report(const Replication& replication);
Page replicate_page(const Replication& replication);
Records replicate_records(const Replication& replication);
std::string replicate_json(const Replication& replication);

}  // namespace lca
