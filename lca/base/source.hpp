#pragma once
// The texts that were read, and places in them. Every value, fault and explanation points here.

#include <cstdint>
#include <deque>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
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
    auto begin() const { return texts_.begin(); }
    auto end() const { return texts_.end(); }

    /// What readers made of a text, so that it is made once; null where nothing was kept under that name.
    /// Known by whoever keeps it.
    std::shared_ptr<const void> kept(std::uint32_t file, const std::string& name) const;
    void keep(std::uint32_t file, std::string name, std::shared_ptr<const void> made) const;

    /// The line of a place, without its line end. Empty where there is no such line.
    std::string_view line(Place place) const;

private:
    std::deque<Source> texts_;
    /// By text: where each 64th line begins, so that the last line is found as fast as the first.
    std::deque<std::vector<std::uint32_t>> marks_;
    mutable std::map<std::pair<std::uint32_t, std::string>, std::shared_ptr<const void>> kept_;
};

/// "file:line:column", "file:line" where the column is 0, "" where the place is unknown. The name is escaped.
std::string to_string(Place place, const Sources& sources);

}  // namespace lca
