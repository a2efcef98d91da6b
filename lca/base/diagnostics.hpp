#pragma once
// Faults are values: collected while reading, sorted by place, shown all at once.

#include <cstddef>
#include <stdexcept>
#include <string>
#include <vector>

#include "lca/base/source.hpp"

namespace lca {

enum class Severity { error, warning, note };

/// A second place that a fault is about: the first of two equal keys, a ring of a cycle.
struct Related {
    Place place;
    std::string message;
};

/// One fault, with what was expected and a way out.
struct Fault {
    Place place;
    std::string message;        // "unknown key `powr`"
    std::string expected = {};  // "one of: energy, power, per_request"; empty if the message says it
    std::string hint = {};      // "did you mean `power`?"
    std::vector<Related> related = {};
    std::size_t width = 1;  // characters under the caret
    Severity severity = Severity::error;
};

/// What went wrong in one run. Only grows.
class Diagnostics {
public:
    void add(Fault fault);
    void error(Place place, std::string message, std::string expected = {}, std::string hint = {});
    void warning(Place place, std::string message, std::string hint = {});

    bool has_errors() const { return errors_ > 0; }
    std::size_t errors() const { return errors_; }
    /// Whether to look for near spellings: only for the first hundred errors, so that a file of ten thousand
    /// misspelt names takes no longer than a valid one.
    bool worth_a_hint() const { return errors_ < max_hinted; }
    /// All faults that were kept, or those since there were so many: by file, line and column; equal ones
    /// once.
    std::vector<Fault> sorted(std::size_t from = 0) const;
    /// How many were kept.
    std::size_t size() const { return faults_.size(); }
    /// Errors beyond the first 10,000 faults: counted, but not kept, so that no input fills the memory with
    /// complaints.
    std::size_t dropped() const { return dropped_; }

private:
    static constexpr std::size_t max_kept = 10'000, max_hinted = 100;
    std::vector<Fault> faults_;
    std::size_t errors_ = 0;
    std::size_t dropped_ = 0;
};

/// The faults as text: `file:line:column: error: …`, the line, a caret, what was expected, the hint.
/// At most `limit` errors are shown, then a count of the rest. Control characters are escaped.
std::string render(const Diagnostics& diagnostics, const Sources& sources, std::size_t limit = 20,
                   Severity least = Severity::note);

/// A file that cannot be read or written: exit code 3.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// The reader of the output went away (`lca … | head`): no error of ours, so nothing is said; exit code 3,
/// because the output is cut.
struct ReaderGone : FileError {
    using FileError::FileError;
};

/// Bad usage or bad input that has been put into words already: exit code 2.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace lca
