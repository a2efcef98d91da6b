#pragma once
// A variant as a list of single changes: those of a what-if, or the differences between two files.

#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"

namespace lca {

/// A change of the value at a path: replaced, added or removed. `value` refers to the document it comes from.
struct TreeEdit {
    std::string path;
    Node value = {};  // empty: the value is removed
    Place place = {};
};

/// The changes of `what_if.<id>`: removals first, then the values that are set, in their order; changes with
/// errors are left out. Empty for an unknown id.
std::vector<TreeEdit> what_if_edits(const Document& document, std::string_view id);

/// The changes, as small as possible, by which `from` gives the same results as `to`, in the order of `to`.
/// Titles, notes, sources, `expect`, `what_if` and `sweep` are not compared. A list is replaced as a whole if
/// its length differs.
std::vector<TreeEdit> differing_edits(const Document& from, const Document& to);

/// Applies the changes in their order; errors are reported at the place of the change.
void apply_tree_edits(Document& document, const std::vector<TreeEdit>& parts, Diagnostics& diagnostics);

/// A value in a few words: "6 yr", "WLD", "{region: FRA, year:
/// 2022}". Of a long form (a map with `value`) only `value` is shown.
std::string in_words(Node value);

}  // namespace lca
