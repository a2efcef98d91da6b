#pragma once
// The interface for programs: reads a scenario, changes it, compiles it.

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

/// A scenario that has been read and compiled, and all that it refers to.
struct Model : Assessment {
    Model();
    ~Model();  // defined in one source file, because the members are large
    Model(const Model&) = delete;
    Model& operator=(const Model&) = delete;

    std::string name;     // of the file, as given
    std::string variant;  // id of the what-if; "": the file without a what-if
    std::shared_ptr<Document>
        document;  // with `extends`, the what-if and changes applied; null if made by a program
    Scenario scenario;
};

/// The data of one run: texts that were read, errors, the catalogue. Not thread-safe.
class Session {
public:
    explicit Session(const EmbeddedCatalogue& built_in);
    ~Session();
    Session(const Session&) = delete;
    Session& operator=(const Session&) = delete;

    /// Adds a folder of catalogue files (see Catalog::add_folder). Throws FileError and InputError.
    void add_hardware_db(const std::string& folder);

    /// A new session with the same catalogue, for calculations whose errors are not to be reported.
    std::unique_ptr<Session> another() const;
    /// A session that this one owns and whose errors it reports: for commands that read several files.
    Session& child();

    /// All that is compiled from now on shares this system with other scenarios.
    void have_in_common(SystemInCommon system);

    /// The tree of a file merged with all that it `extends`; null after an error of syntax or in `extends`.
    /// If the check against the schema finds errors, they go to diagnostics(), but the tree is returned so
    /// that compile() can find further errors. Throws FileError.
    std::shared_ptr<Document> load(const std::string& path);
    /// The same for a text in memory; messages call it `name`.
    std::shared_ptr<Document> load_text(std::string name, std::string text);

    /// Reads and compiles a copy of a tree to which a what-if ("" for none) and changes have been applied.
    /// Null after an error, even one that was reported before this call.
    std::unique_ptr<Model> compile(std::shared_ptr<Document> document, std::string_view what_if = {},
                                   const std::vector<Edit>& changes = {});
    /// Compiles a tree to which single changes have been applied instead of a what-if.
    std::unique_ptr<Model> compile_edited(const std::shared_ptr<Document>& document,
                                          const std::vector<TreeEdit>& parts,
                                          const std::vector<Edit>& changes = {});
    /// The same for only some changes of a variant; does not check whether more hardware is used than exists.
    std::unique_ptr<Model> compile_partial(const std::shared_ptr<Document>& document,
                                           const std::vector<TreeEdit>& parts,
                                           const std::vector<Edit>& changes = {});
    /// Compiles a scenario made in C++. Its values get the paths that they would have in a file.
    std::unique_ptr<Model> compile_scenario(Scenario scenario, std::string name = "scenario");
    /// Loads a file and compiles it.
    std::unique_ptr<Model> compile_file(const std::string& path, std::string_view what_if = {},
                                        const std::vector<Edit>& changes = {});
    /// Reports errors in the what-ifs other than `but`; in a large file only in the first of them, as
    /// checking all would take long.
    void check_what_ifs(const std::shared_ptr<Document>& document, std::string_view but);
    /// Finds all errors of a tree: in the file itself, in each of its what-ifs, in its sweep and
    /// expectations. Returns the model of the file itself if there are no errors, else null.
    std::unique_ptr<Model> validate(const std::shared_ptr<Document>& document,
                                    const std::vector<Edit>& changes = {});

    Sources& sources();
    /// The texts that this session and its children have read.
    std::vector<const Sources*> all_sources() const;
    Diagnostics& diagnostics();
    Catalog& catalog();
    /// Whether this session or a child has reported an error.
    bool failed() const;
    /// All faults reported so far, also by children, as text for stderr; only of at least this severity.
    std::string messages(Severity min_severity = Severity::note) const;
    /// Adds messages of another session, as text.
    void add_messages(std::string text);

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace lca
