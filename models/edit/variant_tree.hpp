#pragma once
// The tree that a variant starts from: that of the file without what concerns only other variants.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/node.hpp"

namespace lca {

/// Makes copies of a file's tree for its variants. They omit other what-ifs and their expectations, so that
/// time and memory for ten thousand variants grow in proportion to their number, not to its square.
class VariantTrees {
public:
    /// Keeps a reference to `original`, which must not be changed.
    explicit VariantTrees(const Document& original);

    /// A tree with the what-if `what_if`, the what-ifs that it or the file names as `counterfactual`, and the
    /// expectations for this variant. "" stands for the file without a what-if.
    std::unique_ptr<Document> of(std::string_view what_if) const;

private:
    void add_what_ifs(Document& tree, Node what_ifs, std::string_view id) const;
    void add_expectations(Document& tree, Node expect, std::string_view id) const;

    const Document& original_;
    std::map<std::string, std::vector<Node>, std::less<>> expected_;  // by the id in key `what_if`
};

}  // namespace lca
