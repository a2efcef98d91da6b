#pragma once
// What pages show before and after a result: the variant; gaps, defaults, doubtful and uncertain figures,
// sources, warnings.

#include "analyses/shared/evaluation.hpp"
#include "analyses/standards/standards.hpp"
#include "lca/page/page.hpp"

namespace lca {

/// Adds the variant, the edits, and the file's source and note.
void add_introduction(Page& page, const Evaluation& evaluation);

/// Adds the variant, without the file's source and note: "What if `x`: title", "Set path = value".
void add_variant(Page& page, const Evaluation& evaluation);

/// Appends the lists that are not empty, each shortened to a readable length with a count of the rest.
void add_notes(Page& page, const Evaluation& evaluation);

/// The gaps in the measures that the page shows: each reason once, with the parts that it is given for.
List not_assessed(const Evaluation& evaluation);

/// Number of doubtful inputs of the results.
struct NoteCounts {
    std::size_t assumed = 0, uncertain = 0, defaults = 0;
};
NoteCounts count_notes(const Evaluation& evaluation);

/// Whether no part of the scenario has a figure for this measure; a zero beside gaps does not count as one.
bool nothing_known(const PointResult& reading, std::size_t measure);

/// The place of an input, "catalogue.yaml:12"; "" for a default.
std::string where(const Input& input, const Sources& sources);
/// A value as it was written, with its unit: "6 yr".
std::string as_written(const Input& input);

}  // namespace lca
