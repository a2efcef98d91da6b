#pragma once
// Parts of pages around the results: variant; gaps, defaults, doubtful and uncertain inputs, sources,
// warnings.

#include "analyses/shared/evaluation.hpp"
#include "analyses/standards/standards.hpp"
#include "lca/page/page.hpp"

namespace lca {

/// Adds what-if and edits, and the source and note of the file.
void add_introduction(Page& page, const Evaluation& evaluation);

/// Adds only what-if and edits: "What if `x`: title", "Set path = value".
void add_variant(Page& page, const Evaluation& evaluation);

/// Adds each list that is not empty; long ones are shortened, with the number of further items.
void add_notes(Page& page, const Evaluation& evaluation);

/// A list of gaps in the measures on the page: each reason once, with the parts that it applies to.
List not_assessed(const Evaluation& evaluation);

/// Numbers of inputs that affect results and are assumed, uncertain, or default values.
struct NoteCounts {
    std::size_t assumed = 0, uncertain = 0, defaults = 0;
};
NoteCounts count_notes(const Evaluation& evaluation);

/// Whether no part of the scenario has a figure for a measure; a zero that stands beside gaps is none.
bool nothing_known(const PointResult& result, std::size_t measure);

/// File and line of an input, "catalogue.yaml:12"; "" for a default.
std::string where(const Input& input, const Sources& sources);
/// The value of an input as written, with its unit: "6 yr".
std::string as_written(const Input& input);

}  // namespace lca
