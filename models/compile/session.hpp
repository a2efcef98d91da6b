#pragma once
// The way in for programs: read a scenario, change it, compile it.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "models/catalog/listed.hpp"
#include "models/edit/edit.hpp"
#include "models/results/point_result.hpp"
#include "models/scenario/scenario.hpp"

namespace lca {

class Catalog;
class Document;
struct TreeEdit;

/// A scenario that was read and compiled, with everything it refers to.
struct Model : Assessment {
    Model();
    ~Model();  // compiled once: what it owns is large
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    std::string name;     // the file, as given
    std::string variant;  // the what-if's id; "" for the base
    std::shared_ptr<Document>
        document;  // after `extends`, the what-if and the changes; null: made by a program
    Scenario scenario;
};

/// Everything one run reads: texts, faults, the catalogue. Not thread-safe.
class Session {
public:
    explicit Session(const EmbeddedCatalogue& built_in);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Adds a folder of the catalogue's format (see Catalog::add_folder). Throws FileError and InputError.
    void add_hardware_db(const std::string& folder);

    /// A new session with the same catalogue, for work whose errors are not reported.
    std::unique_ptr<Session> another() const;
    /// A session owned by this one, which reports its errors: for questions that read several files.
    Session& child();

    /// What is compiled from now on shares a system with other scenarios.
    void have_in_common(SystemInCommon system);

    /// The tree of a file with all that it `extends`. Null after an error of syntax or in `extends`; faults
    /// that the schema finds are in diagnostics(), and the tree is there all the same, so that compile() can
    /// find the rest. Throws FileError.
    std::shared_ptr<Document> load(const std::string& path);
    /// Loads a text in memory, under a name for messages.
    std::shared_ptr<Document> load_text(std::string name, std::string text);

    /// Reads and compiles a tree, with a what-if ("" for none) and changes applied to a copy of it first.
    /// Null after an error, also after one that was there before.
    std::unique_ptr<Model> compile(std::shared_ptr<Document> document, std::string_view what_if = {},
                                   const std::vector<Edit>& changes = {});
    /// Compiles with single changes in place of a what-if.
    std::unique_ptr<Model> compile_edited(const std::shared_ptr<Document>& document,
                                          const std::vector<TreeEdit>& parts,
                                          const std::vector<Edit>& changes = {});
    /// Compiles with only some of the changes of a variant: more hardware may be used than exists.
    std::unique_ptr<Model> compile_partial(const std::shared_ptr<Document>& document,
                                           const std::vector<TreeEdit>& parts,
                                           const std::vector<Edit>& changes = {});
    /// Compiles a scenario built in C++. Its values have the paths that they would have in a file.
    std::unique_ptr<Model> compile_scenario(Scenario scenario, std::string name = "scenario");
    /// Loads and compiles a file.
    std::unique_ptr<Model> compile_file(const std::string& path, std::string_view what_if = {},
                                        const std::vector<Edit>& changes = {});
    /// Reports the errors of what-ifs other than `but`; in a file so large that this would take long, only
    /// those of the first.
    void check_what_ifs(const std::shared_ptr<Document>& document, std::string_view but);
    /// Looks for every fault of a tree: of the file itself, of each of its what-ifs and of what it expects.
    /// Gives the model of the file itself where there is none, else null.
    std::unique_ptr<Model> validate(const std::shared_ptr<Document>& document,
                                    const std::vector<Edit>& changes = {});

    Sources& sources();
    /// What was read here and by the children.
    std::vector<const Sources*> all_sources() const;
    Diagnostics& diagnostics();
    Catalog& catalog();
    /// Whether there was an error, here or in a child.
    bool failed() const;
    /// The faults so far, and those of its children, as text for stderr; at least so severe.
    std::string messages(Severity least = Severity::note) const;
    /// Adds faults that another session has found, as text.
    void add_messages(std::string text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lca
