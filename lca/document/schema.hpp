#pragma once
// What is allowed where: tables of keys, from which come the checks, the JSON Schema and the reference page.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

class Document;
class Node;

struct Type;

/// One key of a map.
struct Key {
    std::string_view name;
    const Type* type = nullptr;
    std::string_view help;          // one sentence for the reference page
    std::string_view example = {};  // as it is written in a file: "57 gCO2e/kWh"
    bool required = false;
};

/// Keys in a row that hold and mean the same, which people are shown as one: `p1` … `p99`.
struct KeyRun {
    const Key* first = nullptr;
    const Key* last = nullptr;

    std::string names() const;  // "p1 … p99"
};
std::vector<KeyRun> runs_of(std::span<const Key> keys);

/// What a text may be.
enum class Scalar : std::uint8_t {
    none,       // no text allowed
    any,        // free text
    truth,      // true or false
    choice,     // one of `choices`
    id,         // a name: letters, digits, `_`, a letter first
    reference,  // an id of something else, `-` and `/` allowed
    number,     // a number without a unit, or an expression
    quantity,   // a number with a unit of `dimension`, or an expression
    count,      // a whole number
    path,       // a path in this file, or a file's name
    time,       // ISO 8601 with zone
};

/// What a place may hold: a text, a list, a map of known keys, a map of ids; several of them where the
/// language allows.
struct Type {
    std::string_view name;  // "site", "grid": the section of the reference page
    Scalar scalar = Scalar::none;
    std::string_view dimension = {};  // of a quantity, in words: "power"
    std::span<const std::string_view> choices = {};
    std::span<const Key> keys = {};  // map of known keys
    const Type* entries = nullptr;   // map of free ids to this; with `keys`: known keys win
    const Type* items = nullptr;     // list of this
    /// Where set, a map of these keys may replace the text or list (and beside `keys`): {value:,
    /// uncertainty:, source:, …}. `value`, which is required in it unless other `keys` are there, holds what
    /// this type allows as text or list.
    const Type* long_form = nullptr;
    /// Where set, a map with the key `chosen_by` has the keys of the variant of that name, and no others.
    std::string_view chosen_by = {};
    std::span<const Type* const> (*variants)() = nullptr;
    bool free_keys = false;      // the ids of `entries` are paths, not ids (`set`, `vary`)
    std::string_view help = {};  // what it is, in one or two sentences, for the reference page
};

/// Checks kinds, known and required keys, closed lists, ids. Every fault is reported with the nearest valid
/// spelling, where a misplaced key belongs, and an example; the faulty value is flagged so that readers skip
/// it.
void check(Document& document, const Type& type, Diagnostics& diagnostics);
void check(Document& document, Node node, const Type& type, Diagnostics& diagnostics);

/// The type at a path below `type`, or null where no such key is legal.
const Type* type_at(const Type& type, std::string_view path);

/// Every Type reachable from `root`, each once, in the order met; for generators.
std::vector<const Type*> all_types(const Type& root);

}  // namespace lca
