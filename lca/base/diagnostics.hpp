#pragma once
// Texts that were read, places in them, and faults: values that are collected while reading, sorted by place
// and shown all at once.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace lca {

/// A place in a text that was read. Lines and columns count from 1, columns in characters (not bytes).
/// `line == 0` means "no place": a default of the program, say.
struct Place {
    std::uint32_t file = 0;  // index in Sources
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    bool known() const { return line != 0; }
    friend bool operator==(const Place&, const Place&) = default;
};

/// One text: a file, a slice of the built-in catalogue, or an argument of the command line.
struct Source {
    /// Who wrote it: decides what results call the origin of its numbers.
    enum class Kind : std::uint8_t { file, catalogue, argument };
    /// What messages may show of it: everything; no lines; or nothing of its content.
    enum class Shown : std::uint8_t { all, no_lines, nothing };
    std::string name;              // as shown in messages: the path as the user wrote it
    std::string text;              // what was read, byte-order mark removed
    std::string sha256;            // lower-case hex of the bytes as read; empty for what is not a file
    std::uint32_t first_line = 1;  // the line of `name` that `text` starts at (slices of the catalogue)
    Kind kind = Kind::file;
    Shown shown = Shown::all;
};

/// All texts of one run, in the order they were read. References stay valid while texts are added.
class Sources {
public:
    std::uint32_t add(Source source);
    void show(std::uint32_t file, Source::Shown what) { texts_[file].shown = what; }
    /// Sets the digest of a file that was read block by block.
    void set_digest(std::uint32_t file, std::string sha256) { texts_[file].sha256 = std::move(sha256); }
    const Source& operator[](std::uint32_t file) const { return texts_[file]; }
    std::uint32_t size() const { return static_cast<std::uint32_t>(texts_.size()); }
    /// Which of them are files: few, where a table of a million rows adds an argument for each.
    const std::vector<std::uint32_t>& files() const { return files_; }
    auto begin() const { return texts_.begin(); }
    auto end() const { return texts_.end(); }

    /// What a reader derived from a text and kept under a name, so that it is derived once; null where
    /// nothing is kept. Only the reader that keeps it knows its type.
    std::shared_ptr<const void> kept(std::uint32_t file, const std::string& name) const;
    void keep(std::uint32_t file, std::string name, std::shared_ptr<const void> made) const;

    /// The line of a place, without its line end. Empty where there is no such line.
    std::string_view line(Place place) const;

private:
    std::deque<Source> texts_;
    std::vector<std::uint32_t> files_;
    /// For each text the offsets at which every 64th line begins, so that the last line is found as fast as
    /// the first.
    std::deque<std::vector<std::uint32_t>> marks_;
    mutable std::map<std::pair<std::uint32_t, std::string>, std::shared_ptr<const void>> kept_;
};

/// "file:line:column", "file:line" where the column is 0, "" where the place is unknown. The name is escaped.
std::string to_string(Place place, const Sources& sources);

enum class Severity { error, warning, note };

/// A second place that a fault is about: the first of two equal keys, one link of a cycle.
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

/// A fault inside a short text (a number, a unit, an expression): where, in bytes from its start.
struct TextFault {
    std::size_t offset = 0;
    std::size_t length = 1;
    std::string message;
    std::string expected = {};
    std::string hint = {};
    bool wants_example = false;  // whoever knows the place may add an example to what was expected
};

/// What parsing a short text gives: the thing, or what is wrong with the text.
template <class T>
using Parsed = std::variant<T, TextFault>;

/// The faults of one run, to which others are only added.
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
    /// The faults kept, from number `from` on, by file, line and column; equal ones once.
    std::vector<Fault> sorted(std::size_t from = 0) const;
    /// The number of faults kept.
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

/// The reader of the output went away (`lca … | head`): not an error of the program, so it prints no message;
/// exit code 3, because the output is incomplete.
struct ReaderGone : FileError {
    using FileError::FileError;
};

/// Bad usage or bad input that has been put into words already: exit code 2.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace lca
