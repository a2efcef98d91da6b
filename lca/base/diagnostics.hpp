#pragma once
// Texts that were read, places in them, and faults (errors, warnings, notes), which are collected while
// reading, sorted by place and shown all at once.

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
/// `line == 0` means that there is no place, as for a value that is a default of the program.
struct Place {
    std::uint32_t file = 0;  // index in Sources
    std::uint32_t line = 0;
    std::uint32_t column = 0;

    bool known() const { return line != 0; }
    friend bool operator==(const Place&, const Place&) = default;
};

/// One text: a file, a slice of the built-in catalogue, or an argument of the command line.
struct Source {
    /// Where the text comes from; decides what results state as the origin of its numbers.
    enum class Kind : std::uint8_t { file, catalogue, argument };
    /// What messages may show of the text: everything; its content, but no source lines; or nothing of it.
    enum class Shown : std::uint8_t { all, no_lines, nothing };
    std::string name;              // as messages show it: for a file the path as the user wrote it
    std::string text;              // the text that was read, without byte-order mark
    std::string sha256;            // of the bytes as read, lower-case hex; empty if this is not a file
    std::uint32_t first_line = 1;  // line number of the first line of `text` in `name` (for slices)
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
    /// The indices of those that are files: few, even where a table adds a million texts of Kind::argument.
    const std::vector<std::uint32_t>& files() const { return files_; }
    auto begin() const { return texts_.begin(); }
    auto end() const { return texts_.end(); }

    /// A value that a reader derived from a text and stored by keep() under `name`, so as to derive it only
    /// once; null if none is stored. Only the reader that stored it knows its type.
    std::shared_ptr<const void> kept(std::uint32_t file, const std::string& name) const;
    void keep(std::uint32_t file, std::string name, std::shared_ptr<const void> made) const;

    /// The source line that a place is in, without its line end. Empty if the text has no such line.
    std::string_view line(Place place) const;

private:
    std::deque<Source> texts_;
    std::vector<std::uint32_t> files_;
    /// For each text the offset of every 64th line, so that a line near the end is found as fast as one near
    /// the beginning.
    std::deque<std::vector<std::uint32_t>> marks_;
    mutable std::map<std::pair<std::uint32_t, std::string>, std::shared_ptr<const void>> kept_;
};

/// The place as "file:line:column", without the column if it is 0; "" if the place is unknown. Name escaped.
std::string to_string(Place place, const Sources& sources);

enum class Severity { error, warning, note };

/// A second place that a fault concerns, such as the first of two equal keys or one link of a cycle.
struct Related {
    Place place;
    std::string message;
};

/// An error, warning or note: a place, a message, and where possible what was expected and how to mend it.
struct Fault {
    Place place;
    std::string message;        // "unknown key `powr`"
    std::string expected = {};  // "one of: energy, power, per_request"; empty if the message says it
    std::string hint = {};      // how to mend it: "did you mean `power`?"
    std::vector<Related> related = {};
    std::size_t width = 1;  // characters marked, from the caret on
    Severity severity = Severity::error;
};

/// What is wrong in a short text (a number, a unit, an expression); offset and length count bytes.
struct TextFault {
    std::size_t offset = 0;
    std::size_t length = 1;
    std::string message;
    std::string expected = {};
    std::string hint = {};
    bool wants_example = false;  // whether the caller, who knows the place, may add an example to `expected`
};

/// The result of parsing a short text: the parsed value, or what is wrong with the text.
template <class T>
using Parsed = std::variant<T, TextFault>;

/// Collects the faults of one run; none is ever removed.
class Diagnostics {
public:
    void add(Fault fault);
    void error(Place place, std::string message, std::string expected = {}, std::string hint = {});
    void warning(Place place, std::string message, std::string hint = {});

    bool has_errors() const { return errors_ > 0; }
    std::size_t errors() const { return errors_; }
    /// Whether to search for similarly spelt names: only until there are a hundred errors, so that a file of
    /// ten thousand misspelt names is checked as fast as a valid one.
    bool worth_a_hint() const { return errors_ < max_hinted; }
    /// The kept faults from index `from` on, sorted by file, line and column, without duplicates.
    std::vector<Fault> sorted(std::size_t from = 0) const;
    /// The number of faults kept.
    std::size_t size() const { return faults_.size(); }
    /// How many errors came after the first 10,000 faults: these are counted, but not kept, so that the
    /// memory they take is limited.
    std::size_t dropped() const { return dropped_; }

private:
    static constexpr std::size_t max_kept = 10'000, max_hinted = 100;
    std::vector<Fault> faults_;
    std::size_t errors_ = 0;
    std::size_t dropped_ = 0;
};

/// The faults as text: `file:line:column: error: …`, the source line, a caret, what was expected, the hint.
/// At most `limit` errors are shown, then how many more there are. Control characters are escaped.
std::string render(const Diagnostics& diagnostics, const Sources& sources, std::size_t limit = 20,
                   Severity min_severity = Severity::note);

/// Thrown when a file cannot be read or written; the program ends with exit code 3.
struct FileError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

/// Thrown when the program that reads the output has ended (`lca … | head`). Not an error: no message is
/// printed; but the exit code is 3, because the output is incomplete.
struct ReaderGone : FileError {
    using FileError::FileError;
};

/// Thrown for wrong usage or wrong input; what() is the whole message for the user. Exit code 2.
struct InputError : std::runtime_error {
    using std::runtime_error::runtime_error;
};

}  // namespace lca
