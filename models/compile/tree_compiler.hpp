#pragma once
// From the tree of a file to a model: the variant is made, read and compiled; faults of the file itself are
// not repeated for it.

#include <deque>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/compile/figure_edits.hpp"
#include "models/compile/session.hpp"
#include "models/edit/edits.hpp"
#include "models/edit/variant.hpp"
#include "models/edit/variant_tree.hpp"

namespace lca::compile_detail {

/// Works for one session, whose parts must outlive it and its models.
class TreeCompiler {
public:
    TreeCompiler(Sources& sources, Diagnostics& diagnostics, Catalog& catalog)
        : sources_(sources), diagnostics_(diagnostics), catalog_(catalog), edits_(sources) {}

    /// For all that is compiled from now on.
    void have_in_common(SystemInCommon system) { in_common_ = std::move(system); }

    // As in Session.
    std::unique_ptr<Model> compile(std::shared_ptr<Document> document, std::string_view what_if = {},
                                   const std::vector<Edit>& changes = {});
    std::unique_ptr<Model> compile_edited(const std::shared_ptr<Document>& document,
                                          const std::vector<TreeEdit>& parts,
                                          const std::vector<Edit>& changes = {}, bool partial = false);
    std::unique_ptr<Model> compile_scenario(Scenario scenario, std::string name);
    /// Checks a what-if of a file that has been compiled: reports its errors, not its warnings.
    void check_variant(const std::shared_ptr<Document>& document, std::string_view what_if);

private:
    /// A scenario that a model is compared with, and its tree.
    struct Baseline {
        std::shared_ptr<Document> document;
        std::unique_ptr<Scenario> scenario;
    };
    /// Which tree of a file is compiled.
    struct Variant {
        std::shared_ptr<Document> original;
        const std::vector<ParsedEdit>& changes;
        std::string_view what_if = {};
        bool differs = false;  // the tree is not that of the file as written
        bool partial = false;
    };

    ChangedTree changed(const std::shared_ptr<Document>& original, std::string_view what_if,
                        const std::vector<ParsedEdit>& changes, Diagnostics& found);
    std::unique_ptr<Document> copy_for(const std::shared_ptr<Document>& original, std::string_view what_if,
                                       const std::vector<ParsedEdit>& changes);
    Baseline baseline(ChangedTree tree, Diagnostics& found);
    /// The scenario of a tree, with the figures of the catalogue that changes replace.
    Scenario scenario_of(const ChangedTree& tree, Diagnostics& found);
    Baseline other_file(Node name, Diagnostics& found);
    std::unique_ptr<Model> compile_tree(const ChangedTree& tree, const Variant& variant, Diagnostics& found);
    std::unique_ptr<Model> compile_changed(const ChangedTree& tree, Node what_if, const Variant& variant,
                                           Diagnostics& found);
    void take_over(const Diagnostics& found, Node what_if, Severity least = Severity::note);
    void note_own_faults();
    /// Finds the faults of the file itself, once.
    void look_through(const std::shared_ptr<Document>& document);
    std::size_t own_errors() const { return diagnostics_.errors() - errors_of_variants_; }

    Sources& sources_;
    Diagnostics& diagnostics_;
    Catalog& catalog_;
    EditParser edits_;
    std::optional<SystemInCommon> in_common_;
    std::shared_ptr<Document> copied_;  // what variant_trees_ copies
    std::optional<VariantTrees> variant_trees_;
    std::deque<Diagnostics> found_;  // by variant; the values of a Model refer to them

    /// A fault by its place and message.
    using FaultIdentity = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>;
    static FaultIdentity identity(const Fault& fault, bool by_place);
    std::shared_ptr<Document> looked_through_;  // whose own faults were looked for
    std::set<FaultIdentity> own_faults_, faults_of_variants_;
    bool noted_ = false;  // whether the former are all that diagnostics_ has of the file itself
    std::size_t errors_of_variants_ = 0;
};

}  // namespace lca::compile_detail
