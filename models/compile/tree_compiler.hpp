#pragma once
// From a file's tree to a model: makes the variant, reads and compiles it. Faults that the file itself has
// are not reported again for a variant.

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

/// Compiles trees for one session, whose members must exist longer than this object and its models.
class TreeCompiler {
public:
    TreeCompiler(Sources& sources, Diagnostics& diagnostics, Catalog& catalog)
        : sources_(sources), diagnostics_(diagnostics), catalog_(catalog), edits_(sources) {}

    /// See Session::have_in_common.
    void have_in_common(SystemInCommon system) { in_common_ = std::move(system); }

    // See the functions of Session with these names.
    std::unique_ptr<Model> compile(std::shared_ptr<Document> document, std::string_view what_if = {},
                                   const std::vector<Edit>& changes = {});
    std::unique_ptr<Model> compile_edited(const std::shared_ptr<Document>& document,
                                          const std::vector<TreeEdit>& parts,
                                          const std::vector<Edit>& changes = {}, bool partial = false);
    std::unique_ptr<Model> compile_scenario(Scenario scenario, std::string name);
    /// Checks a what-if of a file that has been compiled before: reports its errors, but not its warnings.
    void check_variant(const std::shared_ptr<Document>& document, std::string_view what_if);

private:
    /// A scenario that a model is compared with, and the tree it was read from.
    struct Baseline {
        std::shared_ptr<Document> document;
        std::unique_ptr<Scenario> scenario;
    };
    /// Which variant of a file is compiled.
    struct Variant {
        std::shared_ptr<Document> original;
        const std::vector<ParsedEdit>& changes;
        std::string_view what_if = {};
        bool differs = false;  // whether the tree is not that of the file as written
        bool partial = false;
    };

    ChangedTree changed(const std::shared_ptr<Document>& original, std::string_view what_if,
                        const std::vector<ParsedEdit>& changes, Diagnostics& found);
    std::unique_ptr<Document> copy_for(const std::shared_ptr<Document>& original, std::string_view what_if,
                                       const std::vector<ParsedEdit>& changes);
    Baseline baseline(ChangedTree tree, Diagnostics& found);
    /// Reads the scenario in a tree, with the values that replace figures of the catalogue.
    Scenario scenario_of(const ChangedTree& tree, Diagnostics& found);
    Baseline other_file(Node name, Diagnostics& found);
    std::unique_ptr<Model> compile_tree(const ChangedTree& tree, const Variant& variant, Diagnostics& found);
    std::unique_ptr<Model> compile_changed(const ChangedTree& tree, Node what_if, const Variant& variant,
                                           Diagnostics& found);
    void take_over(const Diagnostics& found, Node what_if, Severity min_severity = Severity::note);
    void note_own_faults();
    /// Finds the errors of the file itself, once for each file.
    void look_through(const std::shared_ptr<Document>& document);
    std::size_t own_errors() const { return diagnostics_.errors() - errors_of_variants_; }

    Sources& sources_;
    Diagnostics& diagnostics_;
    Catalog& catalog_;
    EditParser edits_;
    std::optional<SystemInCommon> in_common_;
    std::shared_ptr<Document> copied_;  // the document that variant_trees_ copies
    std::optional<VariantTrees> variant_trees_;
    std::deque<Diagnostics> found_;  // one for each variant; values in models refer to them

    /// Identifies a fault: file, line and column of its place, and its message.
    using FaultIdentity = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t, std::string>;
    static FaultIdentity identity(const Fault& fault, bool by_place);
    std::shared_ptr<Document> looked_through_;  // the last file whose own errors were looked for
    std::set<FaultIdentity> own_faults_, faults_of_variants_;
    bool noted_ = false;  // whether own_faults_ holds all faults of the file itself
    std::size_t errors_of_variants_ = 0;
};

}  // namespace lca::compile_detail
