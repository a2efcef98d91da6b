#pragma once
// A scenario compiled again and again with changes, as studies ask for it: what they never see is the file.

#include <memory>
#include <string>

#include "analyses/sweep/sweep.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {

/// Compiles the file of a command line with its `--set`s, its what-if and more changes. Faults are said on
/// standard error. Old sessions are dropped now and then, so that memory does not grow with what was
/// compiled.
class Recompiler {
public:
    /// `what_if`: the id, or "" for the file as it stands.
    Recompiler(const Arguments& arguments, Io& io, std::string file, std::string what_if);

    /// A what-if that the file must have, too; to be said before base().
    void needs(std::string what_if) { needed_ = std::move(what_if); }
    /// Who asks for more changes, as messages say; `--set` otherwise.
    void says(std::string by) { by_ = std::move(by); }
    /// The scenario without more changes; null after a fault, which was said (warnings too).
    const Model* base();
    std::shared_ptr<const Assessment> compile(std::span<const Edit> more);
    /// The same, but a fault is no news: nothing is said.
    std::shared_ptr<const Assessment> try_compile(std::span<const Edit> more);
    /// What was wrong with the last of them: the first error's words.
    std::string last_fault() const;
    Recompile function();
    Session& session() { return *session_; }

private:
    void renew();
    std::unique_ptr<Model> made(std::span<const Edit> more);

    const Arguments& arguments_;
    Io& io_;
    std::string file_, what_if_, needed_, by_ = "--set";
    std::unique_ptr<Session> session_;  // of the base
    std::shared_ptr<Document> document_;
    std::unique_ptr<Model> base_;
    std::unique_ptr<Session> work_;  // of what is compiled after it
    std::shared_ptr<Document> work_document_;
    int compiled_ = 0;
};

}  // namespace lca::cli
