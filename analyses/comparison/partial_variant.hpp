#pragma once
// A variant of which only some changes are made, compiled again and again: what attribution asks for.

#include <memory>
#include <string>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "analyses/shared/variant_compiler.hpp"

namespace lca::comparison {

/// A what-if of a source, or another source compared with it, as single changes.
class PartialVariant {
public:
    PartialVariant(Session& session, const ScenarioSource& base) : compiler_(session, base) {}
    /// Which variant is asked for from here on: the what-if that it names, else the other file.
    void choose(const ScenarioSource& variant);

    /// The changes in words; "" where the path does not exist.
    std::vector<ComparedChanges::Change> changes();
    /// With those changes of which the number is true. Null where they do not make a valid scenario.
    std::unique_ptr<Model> compile(const std::vector<bool>& made);
    /// What was wrong with the last of them: the first error's message.
    std::string last_fault() const { return compiler_.last_fault(false); }

private:
    void renew();

    VariantCompiler compiler_;  // the base is read once for all variants
    ScenarioSource variant_ = {};
    std::shared_ptr<Document> other_;  // the edits refer to it
    std::vector<TreeEdit> edits_;
    bool found_ = false;  // the edits are those of the variant
};

}  // namespace lca::comparison
