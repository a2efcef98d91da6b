// Compares a tree with the tables of types: unknown keys, wrong values, and missing keys.
#include <fmt/core.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/node.hpp"
#include "lca/document/scalar_check.hpp"
#include "lca/document/schema.hpp"
#include "lca/document/type_walk.hpp"

namespace lca {
namespace {

constexpr std::size_t max_hints = 100;  // with so many errors, no more are given hints, which take time

std::string node_name(Node node) {
    const std::string path = node.path();
    return path.empty() ? "the file" : in_quotes(path);
}

/// " in `systems.jean_zay`"; "" for the root.
std::string inside(Node node) {
    const std::string path = node.path();
    return path.empty() ? "" : " in " + in_quotes(path);
}

/// Whether a key may be in a map of free ids as well as of known keys: free text, or a list of fixed choices.
bool is_remark(const Key& key) {
    return key.type->scalar == Scalar::any ||
           (key.type->items != nullptr && key.type->items->scalar == Scalar::choice);
}

/// Whether a text may be an entry (the value at a free id); if entries have fixed choices, only one of
/// these.
bool may_be_entry(std::string_view text, const Type& entries) {
    if (entries.scalar != Scalar::choice) return entries.scalar != Scalar::none;
    return std::find(entries.choices.begin(), entries.choices.end(), text) != entries.choices.end();
}

bool wants_entry(const Type& type) {
    return type.entries != nullptr && !type.free_keys;
}

bool wants_item(const Type& type) {
    return type.items != nullptr && !type.items->keys.empty();
}

/// The keys and the type of entries that are legal in a particular map.
struct Legal {
    std::vector<Key> keys;
    const Type* entries = nullptr;
};

class Checker {
public:
    Checker(Document& document, const Type& root, Diagnostics& diagnostics)
        : document_(document), root_(root), diagnostics_(diagnostics) {}

    void check(Node node, const Type& type, std::string_view example, bool long_form = true) {
        if (node.faulty()) return;
        switch (node.kind()) {
            case Kind::text:
                check_text(node, type, example, long_form);
                break;
            case Kind::list:
                check_list(node, type, example, long_form);
                break;
            case Kind::map:
                check_map(node, type, example, long_form);
                break;
        }
    }

private:
    void refuse(Node node, Fault fault) {
        document_.flag_faulty(node);
        diagnostics_.add(std::move(fault));
    }

    void check_text(Node node, const Type& type, std::string_view example, bool long_form) {
        if (type.scalar == Scalar::none) return wrong_kind(node, type, example, long_form);
        auto fault = document::check_scalar(node, type, example);
        if (!fault) return;
        if (type.scalar == Scalar::choice) fault->expected += in_place_of_a_word(type, example);
        if (fault->hint.empty()) fault->hint = map_of_figure(node.text(), type);
        refuse(node, *std::move(fault));
    }

    /// The hint "write the value in a map: `{device_power: 400 W}`", with each key whose example has the unit
    /// of `text`; "" if `text` is not a number with a unit, or no key has that unit.
    static std::string map_of_figure(std::string_view text, const Type& type) {
        const std::string_view unit = unit_without_prefix(text);
        std::vector<std::string> maps;
        for (const Key& key : type.keys) {
            if (!unit.empty() && unit_without_prefix(key.example) == unit)
                maps.push_back(fmt::format("`{{{}: {}}}`", key.name, key.example));
        }
        return maps.empty() ? std::string() : fmt::format("write the value in a map: {}", listed(maps, "or"));
    }

    /// "Wh" for "433 MWh", "CO2e/kWh" for "57 gCO2e/kWh"; "" if the text does not start with a number.
    static std::string_view unit_without_prefix(std::string_view text) {
        constexpr std::string_view prefixes = "kMGTPEm";
        const std::size_t blank = text.find(' ');
        if (text.empty() || !is_digit(text.front()) || blank == std::string_view::npos) return {};
        std::string_view unit = text.substr(blank + 1);
        if (const std::size_t gas = unit.find("CO2"); gas != std::string_view::npos) return unit.substr(gas);
        if (unit.size() > 1 && prefixes.find(unit.front()) != std::string_view::npos && is_letter(unit[1]))
            unit.remove_prefix(1);
        return unit;
    }

    /// What is allowed instead of one of the fixed choices: ", or a list: `[idle, pue]`".
    static std::string in_place_of_a_word(const Type& type, std::string_view example) {
        if (type.items != nullptr && !example.empty()) return fmt::format(", or a list: `{}`", example);
        if (type.keys.empty() || type.keys.front().example.empty()) return {};
        return fmt::format(", or a map, such as `{{{}: {}}}`", type.keys.front().name,
                           type.keys.front().example);
    }

    void check_list(Node node, const Type& type, std::string_view example, bool long_form) {
        if (type.items == nullptr) return wrong_kind(node, type, example, long_form);
        if (node.size() == 0 && wants_item(type)) return empty(node, "item", example);
        for (const Node item : node.children()) check(item, *type.items, {});
    }

    void check_map(Node node, const Type& type, std::string_view example, bool long_form) {
        if (type.variants != nullptr && node.written(type.chosen_by)) return check_variant(node, type);
        const Legal legal = legal_in(node, type, long_form);
        if (legal.keys.empty() && legal.entries == nullptr) return wrong_kind(node, type, example, long_form);
        if (node.size() == 0 && legal.keys.empty() && wants_entry(type)) return empty(node, "entry", example);
        const std::vector<std::string> unknown = check_entries(node, type, legal, example);
        for (const Key& key : legal.keys) {
            if (key.required && !node.written(key.name)) missing(node, key, unknown);
        }
    }

    /// Checks a map such as `{model: act, …}` against the keys of the variant that its `model` names.
    void check_variant(Node node, const Type& type) {
        const Node choice = node.find(type.chosen_by);
        if (!choice || !choice.is_text()) {
            if (choice) wrong_kind(choice, Type{.name = type.chosen_by, .scalar = Scalar::any}, {}, false);
            return;
        }
        std::vector<std::string> names;
        for (const Type* const variant : type.variants()) {
            if (variant->name == choice.text()) return check_map(node, *variant, {}, false);
            names.emplace_back(variant->name);
        }
        Fault fault{.place = choice.place(),
                    .message = "unknown " + std::string(type.chosen_by) + " " + in_quotes(choice.text()),
                    .expected = "one of: " + listed(names, "or"),
                    .hint = did_you_mean(choice.text(), names),
                    .width = choice.width()};
        refuse(choice, std::move(fault));
    }

    /// The keys that are legal in a map, depending on what it is: a long form, a map of values under known
    /// keys, or a map of free ids with such maps in it.
    static Legal legal_in(Node node, const Type& type, bool long_form) {
        Legal legal{{type.keys.begin(), type.keys.end()}, type.entries};
        if (long_form && type.long_form != nullptr && is_long_form(node, type)) {
            const bool beside_keys = find_key(type.keys, value_key) != nullptr;
            if (!beside_keys) legal.keys.clear();
            for (Key key : type.long_form->keys) {
                if (find_key(legal.keys, key.name) != nullptr) continue;
                if (key.name == value_key) key.required = true;
                legal.keys.push_back(key);
            }
            legal.entries = nullptr;
        } else if (!legal.keys.empty() && legal.entries != nullptr && has_figure(node, type)) {
            legal.entries = nullptr;
        }
        return legal;
    }

    /// Whether a map is a long form: it has a key that only a long form has, or no other keys are legal.
    static bool is_long_form(Node node, const Type& type) {
        if (type.keys.empty() && type.entries == nullptr) return true;
        if (node.written(value_key)) return true;
        return std::any_of(type.long_form->keys.begin(), type.long_form->keys.end(), [&](const Key& key) {
            return find_key(type.keys, key.name) == nullptr && !is_remark(key) && node.written(key.name);
        });
    }

    /// Whether a map has values under known keys: it has such a key, or one that resembles it with a value
    /// that no entry can have. Keys whose value has the type of an entry are not considered.
    static bool has_figure(Node node, const Type& type) {
        std::vector<std::string_view> names;
        for (const Key& key : type.keys) {
            if (is_remark(key) || key.type == type.entries) continue;
            if (node.written(key.name)) return true;
            names.push_back(key.name);
        }
        for (const Node child : node.children()) {
            const bool entry = child.is_map() ||
                               (child.is_text() && may_be_entry(child.text(), *type.entries)) ||
                               (child.is_list() && type.entries->items != nullptr);
            if (!entry && find_key(type.keys, child.key()) == nullptr && nearest(child.key(), names))
                return true;
        }
        return false;
    }

    /// Checks each key and its value; returns the known keys that unknown keys were probably meant as.
    std::vector<std::string> check_entries(Node node, const Type& type, const Legal& legal,
                                           std::string_view example) {
        std::vector<std::string> meant;
        for (const Node child : node.children()) {
            if (const Key* const key = find_key(legal.keys, child.key())) {
                check_key(child, *key, type, example);
            } else if (legal.entries == nullptr) {
                unknown_key(node, child, type, legal, meant);
            } else if (check_id(child, type)) {
                check(child, *legal.entries, {});
            }
        }
        return meant;
    }

    /// `example`: the example of the key whose value this map is; used if the `value` of a long form is
    /// faulty.
    void check_key(Node child, const Key& key, const Type& type, std::string_view example) {
        const bool own = find_key(type.keys, key.name) != nullptr;
        if (key.name == value_key && !own) {
            check_value(child, type, example.empty() ? key.example : example);
        } else {
            check(child, *key.type, key.example);
        }
    }

    /// Checks the `value` of a long form: the single value or list that the type allows.
    void check_value(Node node, const Type& type, std::string_view example) {
        Type plain = type;
        plain.keys = {};
        plain.entries = nullptr;
        plain.long_form = nullptr;
        check(node, plain, example, false);
    }

    bool check_id(Node child, const Type& type) {
        const std::string_view id = child.key();
        const auto in_path = [](char c) {
            return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '/' || c == '.';
        };
        const bool good = type.free_keys ? !id.empty() && std::all_of(id.begin(), id.end(), in_path)
                                         : document::is_well_formed_id(id);
        if (good) return true;
        Fault fault{
            .place = child.key_place(),
            .message = in_quotes(id) + (type.free_keys ? " is not a valid id or path" : " is not a valid id"),
            .expected =
                type.free_keys ? "letters, digits, `_`, `-`, `/` and `.`" : std::string(document::id_form)};
        fault.hint = odd_character(id);
        fault.width = std::max<std::size_t>(1, characters(id));
        refuse(child, std::move(fault));
        return false;
    }

    /// A message with the first character that is not ASCII, which may look like a Latin letter; "" if none.
    static std::string odd_character(std::string_view text) {
        for (std::size_t at = 0; at < text.size();) {
            const Character next = character_at(text, at);
            if (next.code >= 0x80) return "it contains the character " + described(next.code);
            at += next.length;
        }
        return {};
    }

    void unknown_key(Node map, Node child, const Type& type, const Legal& legal,
                     std::vector<std::string>& meant) {
        std::vector<std::string> names;
        for (const Key& key : legal.keys) names.emplace_back(key.name);
        if (child.faulty()) {  // reported before: a syntax error, or in the file that is extended
            if (const auto near = nearest(child.key(), names)) meant.emplace_back(*near);
            return;
        }
        std::vector<std::string> shown_names;
        for (const KeyRun& run : runs_of(legal.keys)) shown_names.push_back(run.names());
        Fault fault{.place = child.key_place(),
                    .message = "unknown key " + in_quotes(child.key()) + inside(map),
                    .expected = "one of: " + listed(shown_names, "or"),
                    .width = std::max<std::size_t>(1, characters(child.key()))};
        if (diagnostics_.errors() < max_hints)
            fault.hint = hint_for(map, child.key(), type, legal, names, meant);
        refuse(child, std::move(fault));
    }

    std::string hint_for(Node map, std::string_view key, const Type& type, const Legal& legal,
                         const std::vector<std::string>& names, std::vector<std::string>& meant) const {
        if (const auto near = nearest(key, names)) {
            meant.push_back(*near);
            const std::string odd = odd_character(key);
            return did_you_mean(meant) + (odd.empty() ? "" : " " + odd);
        }
        if (std::string odd = odd_character(key); !odd.empty()) return odd;
        if (find_key(type.keys, key) != nullptr) return in_quotes(key) + " is not allowed beside `value`";
        std::vector<std::string> places;
        for (const std::string& place : places_of_key(root_, key, 4)) {
            places.push_back(place.empty() ? "the file's top level" : "`" + place + "`");
        }
        if (!places.empty()) return in_quotes(key) + " belongs in " + listed(places, "or");
        if (const KeyInWords two = key_in_words(legal.keys, map.key(), key); !two.inner.empty()) {
            meant.emplace_back(two.outer.empty() ? two.inner : two.outer);
            return "did you mean `" + two.in_file() + "`?";
        }
        const bool keys_beside_lines =
            type.entries != nullptr && legal.entries == nullptr && !type.keys.empty();
        if (keys_beside_lines && type.long_form == nullptr) {
            return "named figures and a figure such as `" + std::string(type.keys.front().name) +
                   "` cannot be mixed: give that figure a name, too";
        }
        return {};
    }

    void missing(Node map, const Key& key, const std::vector<std::string>& meant) {
        if (std::find(meant.begin(), meant.end(), key.name) != meant.end()) return;  // it is misspelt
        std::string expected = std::string(key.name) + ": " + std::string(key.example);
        diagnostics_.add({.place = map.key_place().known() ? map.key_place() : map.place(),
                          .message = in_quotes(key.name) + " is missing" + inside(map),
                          .expected = key.example.empty() ? std::string{} : "`" + expected + "`",
                          .width = std::max<std::size_t>(1, characters(map.key()))});
    }

    void empty(Node node, std::string_view what, std::string_view example) {
        std::string expected;
        if (!example.empty()) expected.append("`").append(example).append("`");
        refuse(node,
               {.place = node.place(),
                .message = node_name(node) + " is empty: at least one " + std::string(what) + " is needed",
                .expected = expected,
                .width = 2});
    }

    void wrong_kind(Node node, const Type& type, std::string_view example, bool long_form) {
        std::vector<std::string> kinds;
        if (type.scalar != Scalar::none) kinds.push_back(scalar_word(type));
        if (type.items != nullptr) kinds.emplace_back("a list");
        if (!type.keys.empty() || type.entries != nullptr || (long_form && type.long_form != nullptr)) {
            kinds.emplace_back("a map");
        }
        Fault fault{.place = node.place(),
                    .message = node_name(node) + " is " + std::string(to_string(node.kind())) + ", but " +
                               listed(kinds, "or") + " is expected",
                    .expected = expected_instead(type, example)};
        if (node.is_text() && node.text().starts_with('-') && type.items != nullptr) {
            fault.hint = "a space is missing after the dash";
        }
        if (node.is_text()) fault.width = node.width();
        refuse(node, std::move(fault));
    }

    static std::string scalar_word(const Type& type) {
        switch (type.scalar) {
            case Scalar::number:
            case Scalar::count:
                return "a number";
            case Scalar::quantity:
                return "a number with its unit";
            case Scalar::id:
            case Scalar::reference:
                return "an id";
            case Scalar::truth:
                return "true or false";
            default:
                return "a text";
        }
    }

    static std::string expected_instead(const Type& type, std::string_view example) {
        if (!example.empty()) return "`" + std::string(example) + "`";
        for (const Key& key : type.keys) {
            if (!key.required || key.example.empty()) continue;
            return "keys and values, such as `" + std::string(key.name) + ": " + std::string(key.example) +
                   "`";
        }
        return {};
    }

    Document& document_;
    const Type& root_;
    Diagnostics& diagnostics_;
};

}  // namespace

void check(Document& document, Node node, const Type& type, Diagnostics& diagnostics) {
    if (node) Checker(document, type, diagnostics).check(node, type, {});
}

void check(Document& document, const Type& type, Diagnostics& diagnostics) {
    check(document, document.root(), type, diagnostics);
}

}  // namespace lca
