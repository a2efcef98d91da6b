#pragma once
// The columns of an evaluation's table, in all output forms.

#include <string>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/table_column.hpp"

namespace lca::evaluation_detail {

/// One row: exactly one of a result, an output that the file defines, or a result per use.
struct EvaluationRow {
    const Result* result = nullptr;
    const Output* output = nullptr;
    std::string per_use = {};  // the name of a result per use: "total.per_request"
    std::string name = {};     // as a page shows it
    bool counted = true;       // whether the total contains this column
};

/// The columns; the scales are for a page: of the chosen measure, and of the electricity beside it.
TableColumns<EvaluationRow> evaluation_columns(const Evaluation& evaluation, const Scale& scale = {},
                                               const Scale& energy_scale = {});

/// Whether a page also shows electricity, or the market-based figure, beside the chosen measure.
bool with_energy(const Evaluation& evaluation);
bool with_market(const Evaluation& evaluation);

/// The title of an output if it is short enough for a row, else its id.
const std::string& name_on_page(const Output& output);

/// An activity and its stage: "final_training (training)"; with a remark if it is not in the sums.
std::string activity_name(const Results& results, const ActivityInfo& activity);

}  // namespace lca::evaluation_detail
