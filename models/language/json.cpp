#include "models/language/json.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "lca/page/json_writer.hpp"

namespace lca {
namespace {

constexpr std::string_view id_pattern = "^[A-Za-z][A-Za-z0-9_]*$";
constexpr std::string_view reference_pattern = "^[A-Za-z0-9][A-Za-z0-9_./-]*$";
constexpr std::string_view path_pattern = "^[A-Za-z0-9_./-]+$";
constexpr std::string_view number_pattern = "^(=|[-+]?[.0-9])";
constexpr std::size_t max_block_depth = 5;

class SchemaWriter {
public:
    explicit SchemaWriter(const Type& root) : types_(all_types(root)), json_(max_block_depth) {
        std::set<std::string> taken;
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
        refer(root);
        json_.key("definitions").begin_object();
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

    void define(const Type& type) {
        json_.key("anyOf").begin_array();
        plain(type);
        if (type.long_form) map(with_long_form(type), nullptr, &type, false);
        if (type.variants) {
            for (const Type* variant : type.variants())
                map({variant->keys.begin(), variant->keys.end()}, nullptr, nullptr, false);
        }
        if (!type.keys.empty() || type.entries) {
            map({type.keys.begin(), type.keys.end()}, type.entries, nullptr, type.free_keys);
        }
        json_.end_array();
    }

    /// As a text or a list.
    void plain(const Type& type) {
        if (type.scalar != Scalar::none) {
            json_.begin_object();
            scalar(type);
            json_.end_object();
        }
        if (type.items) {
            json_.begin_object().entry("type", "array").key("items").begin_object();
            refer(*type.items);
            json_.end_object();
            if (!type.items->keys.empty()) json_.key("minItems").whole(1);
            json_.end_object();
        }
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
                types({"string", "boolean"});
                json_.entry("pattern", reference_pattern);
                break;
            case Scalar::number:
            case Scalar::count:
            case Scalar::quantity:
                types({"string", "number"});
                json_.entry("pattern", number_pattern);
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

    /// The keys of the long form. Its `value`, unless the type has a key of that name, is what the type
    /// allows as a text or list.
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
        json_.begin_object().entry("type", "object");
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
        json_.end_object();
    }

    void property(const Key& key, bool as_plain_value) {
        json_.key(key.name).begin_object();
        json_.entry_if("description", key.help);
        if (!key.example.empty()) json_.key("examples").begin_array().value(key.example).end_array();
        if (as_plain_value) {
            json_.key("anyOf").begin_array();
            plain(*key.type);
            json_.end_array();
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
    JsonWriter json_;
};

}  // namespace

std::string json_schema(const Type& root, std::string_view title) {
    return SchemaWriter(root).write(root, title);
}

}  // namespace lca
