#pragma once
// A variant of which only some changes are made, compiled again and again for attribution.

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
    /// Sets the variant that the functions below are about: the what-if that it names, else the other file.
    void choose(const ScenarioSource& variant);

    /// The changes, each with its path, old and new value; "" where the path does not exist.
    std::vector<ComparedChanges::Change> changes();
    /// Compiles with the changes whose element in `made` is true. Null where that is not a valid scenario.
    std::unique_ptr<Model> compile(const std::vector<bool>& made);
    /// The message of the first error of the last compilation that failed.
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
