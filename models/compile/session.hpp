#pragma once
// The way in for programs: read a scenario, change it, compile it.

#include <deque>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/edit/edits.hpp"
#include "models/edit/variant.hpp"
#include "models/results/assessment.hpp"
#include "models/scenario/scenario.hpp"

namespace lca {

/// A scenario that was read and compiled, with everything it refers to.
struct Model : Assessment {
    std::string name;     // the file, as given
    std::string variant;  // the what-if's id; "" for the base
    std::shared_ptr<Document>
        document;  // after `extends`, the what-if and the changes; null: made by a program
    Scenario scenario;
};

/// Everything one run reads: texts, faults, the catalogue. Not for two threads at a time.
class Session {
public:
    explicit Session(const EmbeddedCatalogue& built_in);

    void add_hardware_db(const std::string& folder);

    /// A new session with the same catalogue, for work whose faults are nobody's business.
    std::unique_ptr<Session> another() const;
    /// The same, kept by this one, which says its faults: for questions that read several files.
    Session& child();

    /// The tree of a file with all that it `extends`. Null after a fault of syntax or in `extends`; faults
    /// that the schema finds are in diagnostics(), and the tree is there all the same, so that compile() can
    /// find the rest. Throws FileError.
    std::shared_ptr<Document> load(const std::string& path);
    /// The same of a text in memory, under a name for messages.
    std::shared_ptr<Document> load_text(std::string name, std::string text);

    /// Reads and compiles a tree, with a what-if ("" for none) and changes applied to a copy of it first.
    /// Nothing after an error, nor where there was one before.
    std::unique_ptr<Model> compile(std::shared_ptr<Document> document, std::string_view what_if = {},
                                   const std::vector<Edit>& changes = {});
    /// The same with changes that are named one by one in place of a what-if.
    std::unique_ptr<Model> compile_edited(const std::shared_ptr<Document>& document,
                                          const std::vector<TreeEdit>& parts,
                                          const std::vector<Edit>& changes = {});
    /// A scenario that a program made. Values are known by the paths that they would have in a file.
    std::unique_ptr<Model> compile_scenario(Scenario scenario, std::string name = "scenario");
    /// All of it for a file.
    std::unique_ptr<Model> compile_file(const std::string& path, std::string_view what_if = {},
                                        const std::vector<Edit>& changes = {});
    /// Looks for every fault of a tree: of the file itself and, where it can be computed, of each of its
    /// what-ifs and of what it expects. Gives the model of the file itself where there is none, else null.
    std::unique_ptr<Model> validate(const std::shared_ptr<Document>& document,
                                    const std::vector<Edit>& changes = {});

    Sources& sources() { return sources_; }
    /// What was read here and by the children.
    std::vector<const Sources*> all_sources() const;
    Diagnostics& diagnostics() { return diagnostics_; }
    Catalog& catalog() { return catalog_; }
    /// Whether there was an error, here or in a child.
    bool failed() const;
    /// The faults so far, and those of its children, as text for stderr.
    std::string messages() const;
    /// Adds a fault that another session has found, as text.
    void add_messages(std::string text);

private:
    /// A scenario that a model is compared with, and its tree.
    struct Side {
        std::shared_ptr<Document> document;
        std::unique_ptr<Scenario> scenario;
    };
    /// Which tree of a file is compiled.
    struct Variant {
        std::shared_ptr<Document> original;
        const std::vector<ParsedEdit>& changes;
        std::string_view what_if = {};
        bool differs = false;  // it is no longer the file as it stands
    };

    std::shared_ptr<Document> checked(std::unique_ptr<Document> tree);
    static std::shared_ptr<Document> changed(const Document& original, std::string_view what_if,
                                             const std::vector<ParsedEdit>& changes, Diagnostics& found);
    Side side(std::shared_ptr<Document> tree, Diagnostics& found);
    Side other_file(Node name, Diagnostics& found);
    std::unique_ptr<Model> compile_tree(std::shared_ptr<Document> tree, const Variant& variant,
                                        Diagnostics& found);
    std::unique_ptr<Model> compile_changed(const std::shared_ptr<Document>& tree, Node what_if,
                                           const Variant& variant, Diagnostics& found);
    void take_over(const Diagnostics& found, Node what_if);

    const EmbeddedCatalogue* built_in_;
    std::vector<std::string> folders_;
    std::vector<std::unique_ptr<Session>> children_;
    std::string foreign_messages_;  // errors of sessions that are gone
    Sources sources_;
    Diagnostics diagnostics_;
    Catalog catalog_;
    std::deque<Diagnostics> found_;  // by variant; the figures of a Model refer to them
};

}  // namespace lca
