#pragma once
// A variant of which only some changes are made, compiled again and again: what attribution asks for.

#include <memory>
#include <string>
#include <vector>

#include "cli/session_options.hpp"

namespace lca::cli {

/// A what-if of a file, or another file held against it, as single changes. Sessions of its own, dropped now
/// and then: what cannot be compiled leaves no trace.
class PartialVariant {
public:
    /// `text`: of the file where it is standard input, which can be read once.
    PartialVariant(const Arguments& arguments, std::string file, std::string text)
        : arguments_(arguments), file_(std::move(file)), text_(std::move(text)) {}
    /// Which variant is asked for from here on; the file itself is read once for all of them.
    void of_what_if(std::string id) { find_result(std::move(id), {}); }
    void of_file(std::string other) { find_result({}, std::move(other)); }

    /// One of the changes, in words; "" where nothing stands.
    struct Change {
        std::string path, from, to;
    };
    std::vector<Change> changes();
    /// With those changes of which the number is true. Null where they do not make a right scenario.
    std::unique_ptr<Model> compile(const std::vector<bool>& made);
    /// What was wrong with the last of them: the first error's words.
    std::string last_fault() const;

private:
    void find_result(std::string what_if, std::string other);
    void renew();
    void read_file();

    const Arguments& arguments_;
    std::string file_, text_, what_if_, other_;
    std::unique_ptr<Session> session_;
    std::shared_ptr<Document> document_, other_document_;
    std::vector<TreeEdit> parts_;
    bool taken_apart_ = false;
    int compiled_ = 0;
};

}  // namespace lca::cli
