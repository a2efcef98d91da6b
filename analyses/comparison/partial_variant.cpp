#include "analyses/comparison/partial_variant.hpp"
#include "lca/base/text.hpp"

#include "lca/document/edit.hpp"

namespace lca::comparison {

void PartialVariant::choose(const ScenarioSource& variant) {
    variant_ = variant;
    found_ = false;
}

void PartialVariant::renew() {
    const bool renewed = compiler_.renew();
    if (!renewed && found_) return;
    found_ = true;
    edits_.clear();
    if (!compiler_.document()) return;
    if (!variant_.what_if.empty()) {
        edits_ = what_if_edits(*compiler_.document(), variant_.what_if);
    } else if ((other_ = load(compiler_.work(), variant_))) {
        edits_ = differing_edits(*compiler_.document(), *other_);
    }
}

std::vector<ComparedChanges::InputChange> PartialVariant::changes() {
    renew();
    std::vector<ComparedChanges::InputChange> result;
    for (const TreeEdit& edit : edits_) {
        const Node old = node_at(*compiler_.document(), edit.path);
        result.push_back({edit.path, old ? in_words(old) : "", edit.value ? in_words(edit.value) : ""});
    }
    return result;
}

std::unique_ptr<Model> PartialVariant::compile(const std::vector<bool>& made) {
    renew();
    if (edits_.size() < made.size()) return nullptr;  // the file was changed since, or can no longer be read
    std::vector<TreeEdit> edits;
    for (std::size_t i = 0; i < made.size(); ++i) {
        if (made[i]) edits.push_back(edits_.at(i));
    }
    return compiler_.try_compile(edits);
}

}  // namespace lca::comparison
