#pragma once
// The table of an evaluation: its columns, for every form of the answer.

#include <string>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/table_column.hpp"

namespace lca::evaluation_detail {

/// One result, one output of the file's own, or one result per use.
struct EvaluationRow {
    const Result* result = nullptr;
    const Output* output = nullptr;
    std::string per_use = {};  // the name of a result per use: "total.per_request"
    std::string name = {};     // for a page
    bool counted = true;       // in the total
};

/// The columns, with the scales in which a page shows the measure and the electricity beside it.
TableColumns<EvaluationRow> evaluation_columns(const Evaluation& evaluation, const Scale& scale = {},
                                               const Scale& energy_scale = {});

/// Whether a page shows the electricity beside its measure, and the market-based figure of climate change.
bool with_energy(const Evaluation& evaluation);
bool with_market(const Evaluation& evaluation);

/// The title of an output where it fits on a line with its figure, else the id.
const std::string& name_on_page(const Output& output);

/// "final_training (training)": an activity with its stage, and whether it is in the sums.
std::string activity_name(const Results& results, const ActivityInfo& activity);

}  // namespace lca::evaluation_detail
