#include "lca/document/type_walk.hpp"

#include <algorithm>
#include <deque>
#include <set>
#include <utility>

#include "lca/base/utf8.hpp"

namespace lca {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), is_digit);
}

std::string joined(const std::string& path, std::string_view step) {
    return path.empty() ? std::string(step) : path + "." + std::string(step);
}

/// A type and the path from the root to a place of that type.
struct Met {
    const Type* type;
    std::string path;
};

/// All types reachable from `root`, those with short paths first, each with its shortest path.
std::deque<Met> met_types(const Type& root) {
    std::deque<Met> result{{&root, {}}};
    std::set<const Type*> seen{&root};
    const auto meet = [&](const Type* type, std::string path) {
        if (type != nullptr && seen.insert(type).second) result.push_back({type, std::move(path)});
    };
    std::size_t at = 0;
    while (at < result.size()) {  // `result` grows in the loop
        const Type& type = *result[at].type;
        const std::string path = result[at].path;
        ++at;
        for (const Key& key : type.keys) meet(key.type, joined(path, key.name));
        meet(type.entries, joined(path, "<id>"));
        meet(type.items, joined(path, "<item>"));
        meet(type.long_form, path);
        if (type.variants != nullptr) {
            for (const Type* const variant : type.variants()) meet(variant, path);
        }
    }
    return result;
}

}  // namespace

std::string KeyRun::names() const {
    const std::string name(first->name);
    return first == last ? name : name + " … " + std::string(last->name);
}

std::vector<KeyRun> runs_of(std::span<const Key> keys) {
    constexpr std::ptrdiff_t fewest = 3;  // keys; fewer equal ones are listed one by one
    const auto same = [](const Key& a, const Key& b) {
        return !a.help.empty() && a.help == b.help && a.type == b.type && a.example == b.example;
    };
    std::vector<KeyRun> runs;
    const Key* const end = keys.data() + keys.size();
    for (const Key* first = keys.data(); first != end;) {
        const Key* next = first + 1;
        while (next != end && same(*first, *next)) ++next;
        if (next - first < fewest) next = first + 1;
        runs.push_back({first, next - 1});
        first = next;
    }
    return runs;
}

const Key* find_key(std::span<const Key> keys, std::string_view name) {
    const auto found =
        std::find_if(keys.begin(), keys.end(), [name](const Key& key) { return key.name == name; });
    return found == keys.end() ? nullptr : &*found;
}

const Key* key_below(const Type& type, std::string_view step) {
    if (const Key* const key = find_key(type.keys, step)) return key;
    if (type.long_form != nullptr && step == value_key) return nullptr;
    if (type.long_form != nullptr && type.entries == nullptr) {
        if (const Key* const key = find_key(type.long_form->keys, step)) return key;
    }
    if (type.variants == nullptr) return nullptr;
    for (const Type* const variant : type.variants()) {
        if (const Key* const key = find_key(variant->keys, step)) return key;
    }
    return nullptr;
}

std::string KeyInWords::in_file() const {
    const std::string key(inner);
    return outer.empty() ? key : std::string(outer) + ": {" + key + ": …}";
}

std::string KeyInWords::in_path() const {
    return joined(std::string(outer), inner);
}

KeyInWords key_in_words(std::span<const Key> keys, std::string_view here, std::string_view words) {
    for (std::size_t at = words.find('_'); at != words.npos; at = words.find('_', at + 1)) {
        const std::string_view first = words.substr(0, at), second = words.substr(at + 1);
        for (const auto& [outer, inner] : {std::pair(first, second), std::pair(second, first)}) {
            const Key* const own = outer == here ? find_key(keys, inner) : nullptr;
            if (own != nullptr) return {{}, own->name};
            const Key* const above = find_key(keys, outer);
            const Key* const below = above != nullptr ? find_key(above->type->keys, inner) : nullptr;
            if (below != nullptr) return {above->name, below->name};
        }
    }
    return {};
}

const Type* type_below(const Type& type, std::string_view step) {
    if (const Key* const key = key_below(type, step)) return key->type;
    if (type.long_form != nullptr && step == value_key) return &type;
    if (type.items != nullptr && is_number(step)) return type.items;
    return type.entries;
}

const Type* type_at(const Type& type, std::string_view path) {
    const Type* found = &type;
    while (!path.empty() && found != nullptr) {
        const std::string_view step = path.substr(0, path.find('.'));
        path.remove_prefix(std::min(path.size(), step.size() + 1));
        found = type_below(*found, step);
    }
    return found;
}

std::vector<const Type*> all_types(const Type& root) {
    std::vector<const Type*> result;
    for (const Met& met : met_types(root)) result.push_back(met.type);
    return result;
}

std::vector<std::string> places_of_key(const Type& root, std::string_view key, std::size_t count) {
    std::vector<std::string> result;
    for (const Met& met : met_types(root)) {
        if (result.size() == count) break;
        if (find_key(met.type->keys, key) != nullptr) result.push_back(met.path);
    }
    return result;
}

}  // namespace lca
