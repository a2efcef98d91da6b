#pragma once
// Tables of the keys and values allowed at each place; also the source of JSON Schema and reference page.

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"

namespace lca {

class Document;
class Node;

struct Type;

/// A key that a map may have.
struct Key {
    std::string_view name;
    const Type* type = nullptr;
    std::string_view help;          // its meaning in one sentence, for the reference page
    std::string_view example = {};  // a value as in a file: "57 gCO2e/kWh"
    bool required = false;
};

/// Consecutive keys with equal type, meaning and example, which people are shown as one: `p1` … `p99`.
struct KeyRun {
    const Key* first = nullptr;
    const Key* last = nullptr;

    std::string names() const;  // "p1 … p99"
};
std::vector<KeyRun> runs_of(std::span<const Key> keys);

/// What a single value (not a list or map) may be.
enum class Scalar : std::uint8_t {
    none,       // no single value is allowed
    any,        // free text
    truth,      // true or false
    choice,     // one of Type::choices
    id,         // letters, digits and `_`, a letter first
    reference,  // the id of something else; `-` and `/` are allowed, too
    number,     // a number without a unit, or an expression
    quantity,   // a number with a unit of Type::dimension, or an expression
    count,      // a whole number
    path,       // a path inside the scenario, or a file name
    time,       // ISO 8601 with zone
};

/// What is allowed at a place: a single value, a list, a map with known keys, a map with free ids, or several
/// of these.
struct Type {
    std::string_view name;  // "site", "grid": title of the section in the reference page
    Scalar scalar = Scalar::none;
    std::string_view dimension = {};  // of a quantity, by name: "power"
    std::span<const std::string_view> choices = {};
    std::span<const Key> keys = {};  // the keys that a map may have
    const Type* entries = nullptr;   // type of the values at free ids; `keys` take precedence
    const Type* items = nullptr;     // type of the items of a list
    /// If set, a map with these keys is allowed instead of the single value or list (or in addition to
    /// `keys`): {value:, uncertainty:, source:, …}. Its `value` holds the single value or list; it is
    /// required, unless `keys` has a `value` itself.
    const Type* long_form = nullptr;
    /// If set, the value of the key `chosen_by` names a variant, and the map has that variant's keys only.
    std::string_view chosen_by = {};
    std::span<const Type* const> (*variants)() = nullptr;
    bool free_keys = false;      // whether ids in `entries` may be paths (`set`, `vary`)
    std::string_view help = {};  // what it is, in a sentence or two, for the reference page
};

/// Checks the kinds of values, known and required keys, fixed choices and ids. Each fault names the nearest
/// valid spelling, the place where a misplaced key belongs, and an example; the faulty value is flagged, so
/// that readers skip it.
void check(Document& document, const Type& type, Diagnostics& diagnostics);
void check(Document& document, Node node, const Type& type, Diagnostics& diagnostics);

/// The type of the value at a path, starting from `type`; null if the path is not legal.
const Type* type_at(const Type& type, std::string_view path);

/// Every Type reachable from `root`, each once, those with short paths first; for generators of pages.
std::vector<const Type*> all_types(const Type& root);

}  // namespace lca
