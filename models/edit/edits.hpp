#pragma once
// The single changes of a variant: those of a what-if, or the differences to another file.

#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// The value at a path is replaced, added or removed. Refers to the document it was found in.
struct TreeEdit {
    std::string path;
    Node value = {};  // empty: removed
    Place place = {};
};

/// What `what_if.<id>` changes: removals first, then what is set, each in its order; what is faulty is left
/// out. Empty for an unknown id.
std::vector<TreeEdit> what_if_edits(const Document& document, std::string_view id);

/// What must change for `from` to answer as `to` does, in the order of `to`: the smallest values that differ.
/// Titles, notes, sources, `expect`, `what_if` and `sweep` do not count. Lists of unlike length are replaced
/// whole.
std::vector<TreeEdit> differing_edits(const Document& from, const Document& to);

/// Makes the changes in their order; faults are reported at the edits.
void apply_tree_edits(Document& document, const std::vector<TreeEdit>& parts, Diagnostics& diagnostics);

/// A value in a few words: "6 yr", "WLD", "{region: FRA, year: 2022}". The `value` of a long form stands for
/// it.
std::string in_words(Node value);

}  // namespace lca
