#pragma once
// The base with only some of the changes of a variant, compiled for each combination that attribution needs.

#include <memory>
#include <string>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::comparison {

/// The changes that lead from the base to a what-if of it, or to another file; any of them can be made.
class PartialVariant {
public:
    PartialVariant(Session& session, const ScenarioSource& base) : compiler_(session, base) {}
    /// Chooses the variant whose changes are meant below: the what-if that `variant` names, else its file.
    void choose(const ScenarioSource& variant);

    /// The changes of the variant: path, old and new value; "" for a value that does not exist.
    std::vector<ComparedChanges::InputChange> changes();
    /// Compiles the base with the changes that have true in `made`; null if that is not a valid scenario.
    std::unique_ptr<Model> compile(const std::vector<bool>& made);
    /// The first error of the last compilation that failed.
    std::string last_fault() const { return compiler_.last_fault(false); }

private:
    void renew();

    VariantCompiler compiler_;  // keeps the base between variants
    ScenarioSource variant_ = {};
    std::shared_ptr<Document> other_;  // the other file, to which edits_ refers
    std::vector<TreeEdit> edits_;
    bool found_ = false;  // whether edits_ are those of variant_
};

}  // namespace lca::comparison
