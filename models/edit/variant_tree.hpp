#pragma once
// The tree that a variant starts from: the file's, without what belongs to other variants alone.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/node.hpp"

namespace lca {

/// Copies of one file's tree for its variants. Other what-ifs and what is expected of them are left out, so
/// that ten thousand variants take time and memory in proportion to their number, not to its square.
class VariantTrees {
public:
    /// Refers to `original`, which must not be edited.
    explicit VariantTrees(const Document& original);

    /// The tree with the what-if of this id, the one that is its counterfactual, and what is expected of the
    /// variant. "" is the file without a what-if.
    std::unique_ptr<Document> of(std::string_view what_if) const;

private:
    void add_what_ifs(Document& tree, Node what_ifs, std::string_view id) const;
    void add_expectations(Document& tree, Node expect, std::string_view id) const;

    const Document& original_;
    std::map<std::string, std::vector<Node>, std::less<>> expected_;  // by the what-if that they name
};

}  // namespace lca
