#include "models/edit/variant_tree.hpp"

#include <algorithm>

namespace lca {
namespace {

std::string_view text_at(Node map, std::string_view key) {
    const Node value = map && map.is_map() ? map.find(key) : Node();
    return value && value.is_text() ? value.text() : std::string_view();
}

/// Appends an empty map or list to the root, of the same kind and with the same key and place as `like`.
Node add_empty(Document& tree, Node like) {
    const std::uint32_t made = tree.add_collection(like.kind(), like.place());
    tree.append(tree.root().index(), made, tree.keep(like.key()), like.key_place());
    return tree.node(made);
}

}  // namespace

VariantTrees::VariantTrees(const Document& original) : original_(original) {
    const Node expect = original.root().find("expect");
    if (!expect || !expect.is_list()) return;
    for (const Node entry : expect.children()) expected_[std::string(text_at(entry, "what_if"))].push_back(entry);
}

std::unique_ptr<Document> VariantTrees::of(std::string_view what_if) const {
    auto tree = std::make_unique<Document>();
    const Node root = original_.root();
    tree->set_root(tree->add_collection(root.kind(), root.place()));
    for (const Node value : root.children()) {
        if (value.key() == "what_if" && value.is_map() && !value.faulty()) {
            add_what_ifs(*tree, value, what_if);
        } else if (value.key() == "expect" && value.is_list() && !value.faulty()) {
            add_expectations(*tree, value, what_if);
        } else {
            tree->insert(tree->root(), value.key(), value.key_place(), value);
        }
    }
    return tree;
}

void VariantTrees::add_what_ifs(Document& tree, Node what_ifs, std::string_view id) const {
    const Node own = what_ifs.written(id);
    const Node changes = own && own.is_map() ? own.find("set") : Node();
    std::vector<Node> needed;
    for (const Node one : {own, what_ifs.written(text_at(original_.root(), "counterfactual")),
                           what_ifs.written(text_at(changes, "counterfactual"))}) {
        if (one && std::find(needed.begin(), needed.end(), one) == needed.end()) needed.push_back(one);
    }
    if (needed.empty()) return;
    const Node kept = add_empty(tree, what_ifs);
    for (const Node one : needed) tree.insert(kept, one.key(), one.key_place(), one);
}

void VariantTrees::add_expectations(Document& tree, Node expect, std::string_view id) const {
    const auto own = expected_.find(id);
    if (own == expected_.end()) return;
    const Node kept = add_empty(tree, expect);
    for (const Node entry : own->second) tree.insert(kept, {}, {}, entry);
}

}  // namespace lca
