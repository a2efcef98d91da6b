#pragma once
// Variants or files side by side: totals, differences, ratios, and by phase.

#include <vector>

#include "lca/report/evaluation.hpp"
#include "lca/study/compare.hpp"

namespace lca {

/// What a comparison needs: evaluations that outlive it, the first one being what the others are held
/// against.
struct ComparedResults {
    std::string title;
    std::vector<std::string> names;  // "base", a what-if's id, a file; each once
    std::vector<const Evaluation*> evaluations;
    std::size_t measure = index_of::climate;
};

Report compare_report(const ComparedResults& compared);
Page compare_page(const ComparedResults& compared);
Records compare_records(const ComparedResults& compared);
std::string compare_json(const ComparedResults& compared);
/// The numbers behind all three.
std::vector<Compared> compared_by(const ComparedResults& compared, std::size_t measure);

}  // namespace lca
