#include "models/language/json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "lca/page/json_writer.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

constexpr std::string_view id_pattern = "^[A-Za-z][A-Za-z0-9_]*$";
constexpr std::string_view reference_pattern = "^[A-Za-z0-9][A-Za-z0-9_./-]*$";
constexpr std::string_view path_pattern = "^[A-Za-z0-9_./-]+$";
constexpr std::string_view number_text = R"([-+]?([0-9][0-9_]*(\.[0-9]*)?|\.[0-9]+)([eE][-+]?[0-9]+)?)";
constexpr std::string_view hardware_name = "hardware id", grid_name = "grid", region_name = "region";
constexpr std::size_t max_block_depth = 5;

class SchemaWriter {
public:
    SchemaWriter(const Type& root, const KnownNames& known)
        : types_(all_types(root)), names_known_(known), json_(max_block_depth) {
        std::set<std::string> taken{"quantity_text", "number_text", "known_hardware", "known_grid"};
        for (const Type* type : types_) {
            std::string name(type->name);
            for (int i = 2; !taken.insert(name).second; ++i) name = fmt::format("{} {}", type->name, i);
            for (char& c : name) c = c == ' ' ? '_' : c;
            names_.emplace(type, name);
        }
    }

    std::string write(const Type& root, std::string_view title) {
        json_.begin_object();
        json_.entry("$schema", "http://json-schema.org/draft-07/schema#").entry("title", title);
        json_.key("allOf").begin_array().begin_object();
        refer(root);
        json_.end_object();
        only_known_hardware(root);
        json_.end_array();
        json_.key("definitions").begin_object();
        define_values();
        define_names("known_hardware", names_known_.hardware);
        define_names("known_grid", names_known_.grids);
        for (const Type* type : types_) {
            json_.key(names_.at(type)).begin_object();
            json_.entry_if("description", type->help);
            define(*type);
            json_.end_object();
        }
        json_.end_object().end_object();
        return std::move(json_).take();
    }

private:
    void refer(const Type& type) { json_.entry("$ref", "#/definitions/" + names_.at(&type)); }

    /// Defines a type. Kinds of values are distinguished by `if`, `then` and `else`, so that a validator
    /// reports an error at its place; for a list of alternatives (`anyOf`) it would say only that none fits.
    void define(const Type& type) {
        const bool map = type.long_form || type.variants || !type.keys.empty() || type.entries;
        const bool text = type.scalar != Scalar::none;
        if (map && (text || type.items)) begin_if("type", "object");
        if (map) maps(type);
        if (map && (text || type.items)) json_.end_object().key("else").begin_object();
        if (text || type.items) plain(type);
        if (map && (text || type.items)) json_.end_object();
    }

    /// Opens `if` and `then`: what is written next applies only if the condition is true.
    void begin_if(std::string_view key, std::string_view value) {
        json_.key("if").begin_object().entry(key, value).end_object().key("then").begin_object();
    }
    void begin_if_has(std::string_view key) {
        json_.key("if").begin_object().key("required").begin_array().value(key).end_array().end_object();
        json_.key("then").begin_object();
    }

    /// Defines a map. Which keys are allowed depends on the keys present: those of the long form, of a
    /// variant, or the type's own keys or ids.
    void maps(const Type& type) {
        std::size_t open = 0;
        if (type.variants) {
            begin_if_has(type.chosen_by);
            variants(type);
            json_.end_object().key("else").begin_object();
            ++open;
        }
        const bool own = !type.keys.empty() || type.entries;
        if (type.long_form && own) {
            begin_if_has("value");
            map(with_long_form(type), nullptr, &type, false);
            json_.end_object().key("else").begin_object();
            ++open;
        }
        if (own) {
            map({type.keys.begin(), type.keys.end()}, type.entries, nullptr, type.free_keys);
        } else if (type.long_form) {
            map(with_long_form(type), nullptr, &type, false);
        }
        for (; open > 0; --open) json_.end_object();
    }

    /// The keys that are allowed by a choice, such as those of a model by `model: act`.
    void variants(const Type& type) {
        json_.key("properties").begin_object().key(type.chosen_by).begin_object();
        json_.key("enum").begin_array();
        for (const Type* variant : type.variants()) json_.value(variant->name);
        json_.end_array().end_object().end_object();
        json_.key("allOf").begin_array();
        for (const Type* variant : type.variants()) {
            json_.begin_object().key("if").begin_object().key("properties").begin_object();
            json_.key(type.chosen_by).begin_object().entry("const", variant->name).end_object();
            json_.end_object().end_object().key("then").begin_object();
            map({variant->keys.begin(), variant->keys.end()}, nullptr, nullptr, false);
            json_.end_object().end_object();
        }
        json_.end_array();
    }

    /// Defines a type whose values are texts or lists.
    void plain(const Type& type) {
        const bool both = type.scalar != Scalar::none && type.items;
        if (both) begin_if("type", "array");
        if (type.items) {
            json_.entry("type", "array").key("items").begin_object();
            refer(*type.items);
            json_.end_object();
            if (!type.items->keys.empty()) json_.key("minItems").whole(1);
        }
        if (both) json_.end_object().key("else").begin_object();
        if (type.scalar != Scalar::none) scalar(type);
        if (both) json_.end_object();
    }

    /// Whether a number without a unit is an error.
    static bool needs_unit(const Type& type) {
        const std::string_view of = type.dimension;
        return type.scalar == Scalar::quantity && of != "any" && of != "the value's own" &&
               !of.starts_with("a number");
    }

    /// Defines texts that are numbers with units, once for all types; the pattern contains all known units.
    void define_values() {
        std::string units;
        for (const Unit& unit : unit_table()) {
            if (!units.empty()) units += '|';
            units += unit.spelling;
        }
        const std::string factor = "[(]*(" + units + R"()(\^-?[1-9])?[)]*)";
        const std::string term =
            std::string(number_text) + " ?" + factor + R"((( ?[*·/] ?| ))" + factor + ")*";
        const std::string terms = term + "( " + term + ")*";
        json_.key("quantity_text").begin_object();
        json_.entry("description", "A number with its unit, or an expression.").entry("type", "string");
        json_.entry("pattern", R"(^(=[\s\S]*|)" + terms + ")$").end_object();
        json_.key("number_text").begin_object();
        json_.entry("description", "A number, with its unit where it has one, or an expression.");
        types({"string", "number"});
        json_.entry("pattern", R"(^(=[\s\S]*|)" + std::string(number_text) + "( ?%)?|" + terms + ")$")
            .end_object();
    }

    /// A reference to an id: one of the known ids of grids, if given. Cloud regions may have any year.
    void reference(const Type& type) {
        types({"string", "boolean"});
        const bool grid = type.name == grid_name || type.name == region_name;
        if (!grid || names_known_.grids.empty()) {
            json_.entry("pattern", reference_pattern);
            return;
        }
        json_.entry("$comment", "an id or another name of a grid, or one with a year: FRA/2022");
        json_.key("anyOf").begin_array();
        json_.begin_object().entry("type", "boolean").end_object();
        json_.begin_object().entry("pattern", "/[0-9]{4}$").end_object();
        json_.begin_object().entry("$ref", "#/definitions/known_grid").end_object().end_array();
    }

    void define_names(std::string_view definition, const std::vector<std::string>& names) {
        if (names.empty()) return;
        json_.key(definition).begin_object().key("enum").begin_array();
        for (const std::string& name : names) json_.value(name);
        json_.end_array().end_object();
    }

    static bool leads_to_hardware(const Type& type, int depth) {
        if (depth == 0) return false;
        if (type.scalar == Scalar::reference && type.name == hardware_name) return true;
        const auto leads = [depth](const Type* one) { return one && leads_to_hardware(*one, depth - 1); };
        return leads(type.items) || leads(type.entries) ||
               std::any_of(type.keys.begin(), type.keys.end(),
                           [&](const Key& key) { return leads(key.type); });
    }

    /// Requires that each hardware id within `type` is one of the catalogue's.
    void known_hardware(const Type& type, int depth) {
        json_.begin_object();
        if (type.scalar == Scalar::reference && type.name == hardware_name) {
            json_.entry("$ref", "#/definitions/known_hardware").end_object();
            return;
        }
        for (const auto& [below, key] :
             {std::pair(type.items, "items"), std::pair(type.entries, "additionalProperties")}) {
            if (below == nullptr || !leads_to_hardware(*below, depth - 1)) continue;
            json_.key(key);
            known_hardware(*below, depth - 1);
        }
        bool any = false;
        for (const Key& key : type.keys) {
            if (!leads_to_hardware(*key.type, depth - 1)) continue;
            if (!any) json_.key("properties").begin_object();
            any = true;
            json_.key(key.name);
            known_hardware(*key.type, depth - 1);
        }
        if (any) json_.end_object();
        json_.end_object();
    }

    /// Requires this for the systems of a file that neither has `hardware` of its own nor extends a file that
    /// might have some.
    void only_known_hardware(const Type& root) {
        constexpr int depth = 6;
        const auto systems = std::find_if(root.keys.begin(), root.keys.end(),
                                          [](const Key& key) { return key.name == "systems"; });
        if (names_known_.hardware.empty() || systems == root.keys.end()) return;
        json_.begin_object().key("if").begin_object().key("not").begin_object().key("anyOf").begin_array();
        for (const std::string_view other : {"hardware", "extends"})
            json_.begin_object().key("required").begin_array().value(other).end_array().end_object();
        json_.end_array()
            .end_object()
            .end_object()
            .key("then")
            .begin_object()
            .key("properties")
            .begin_object();
        json_.key(systems->name);
        known_hardware(*systems->type, depth);
        json_.end_object().end_object().end_object();
    }

    void types(std::initializer_list<std::string_view> names) {
        json_.key("type").begin_array();
        for (const std::string_view name : names) json_.value(name);
        json_.end_array();
    }

    void scalar(const Type& type) {
        switch (type.scalar) {
            case Scalar::truth:
                json_.key("enum")
                    .begin_array()
                    .truth(true)
                    .truth(false)
                    .value("true")
                    .value("false")
                    .end_array();
                break;
            case Scalar::choice:
                json_.key("enum").begin_array();
                for (const std::string_view choice : type.choices) json_.value(choice);
                json_.end_array();
                break;
            case Scalar::id:
                types({"string", "boolean"});
                json_.entry("pattern", id_pattern);
                break;
            case Scalar::reference:
                reference(type);
                break;
            case Scalar::count:
                types({"string", "number"});
                json_.entry("pattern", "^" + std::string(number_text) + "$");
                break;
            case Scalar::number:
            case Scalar::quantity:
                json_.entry("$ref",
                            needs_unit(type) ? "#/definitions/quantity_text" : "#/definitions/number_text");
                break;
            case Scalar::path:
            case Scalar::time:
                types({"string"});
                json_.key("minLength").whole(1);
                break;
            case Scalar::any:
            case Scalar::none:
                types({"string", "number", "boolean"});
                break;
        }
    }

    /// The keys of a long form. Its `value`, unless the type has a key `value` of its own, allows what the
    /// type allows as text or list.
    static std::vector<Key> with_long_form(const Type& type) {
        const bool own_value = find(type.keys, "value");
        std::vector<Key> keys;
        if (own_value) keys.assign(type.keys.begin(), type.keys.end());
        for (Key key : type.long_form->keys) {
            if (find(keys, key.name)) continue;
            if (key.name == "value") {
                key.required = true;
                key.type = &type;
            }
            keys.push_back(key);
        }
        return keys;
    }
    static bool find(std::span<const Key> keys, std::string_view name) {
        return std::any_of(keys.begin(), keys.end(), [name](const Key& key) { return key.name == name; });
    }

    void map(const std::vector<Key>& keys, const Type* entries, const Type* value_of, bool free_keys) {
        json_.entry("type", "object");
        if (!keys.empty()) {
            json_.key("properties").begin_object();
            for (const Key& key : keys) property(key, value_of && key.type == value_of);
            json_.end_object();
        }
        required(keys);
        json_.key("additionalProperties");
        if (entries) {
            json_.begin_object();
            refer(*entries);
            json_.end_object();
            json_.key("propertyNames")
                .begin_object()
                .entry("pattern", free_keys ? path_pattern : id_pattern)
                .end_object();
            if (keys.empty() && !free_keys) json_.key("minProperties").whole(1);
        } else {
            json_.truth(false);
        }
    }

    void property(const Key& key, bool as_plain_value) {
        json_.key(key.name).begin_object();
        json_.entry_if("description", key.help);
        if (!key.example.empty()) json_.key("examples").begin_array().value(key.example).end_array();
        if (as_plain_value) {
            plain(*key.type);
        } else {
            json_.key("allOf").begin_array().begin_object();
            refer(*key.type);
            json_.end_object().end_array();
        }
        json_.end_object();
    }

    void required(const std::vector<Key>& keys) {
        bool any = false;
        for (const Key& key : keys) any = any || key.required;
        if (!any) return;
        json_.key("required").begin_array();
        for (const Key& key : keys) {
            if (key.required) json_.value(key.name);
        }
        json_.end_array();
    }

    std::vector<const Type*> types_;
    std::map<const Type*, std::string> names_;
    const KnownNames& names_known_;
    JsonWriter json_;
};

}  // namespace

std::string json_schema(const Type& root, std::string_view title, const KnownNames& known) {
    return SchemaWriter(root, known).write(root, title);
}

}  // namespace lca
