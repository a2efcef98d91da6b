#include "lca/document/edit.hpp"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/type_walk.hpp"

namespace lca {
namespace {

/// Result of following a path through a tree as far as it exists.
struct Walk {
    Node last_found;             // the deepest node on the path that exists
    std::string_view done;       // the part of the path that leads to it
    std::string_view missing;    // the first step that does not exist; "" if the whole path exists
    std::string_view rest;       // the steps after `missing`
    const Type* type = nullptr;  // the type of `last_found`; null if not known
};

std::string_view first_step(std::string_view path) {
    return path.substr(0, path.find('.'));
}

std::string_view after(std::string_view path, std::string_view step) {
    return path.substr(std::min(path.size(), step.size() + 1));
}

/// The item of a list at a number such as "3"; an empty Node if there is none.
Node item_at(Node list, std::string_view step) {
    std::size_t number = 0;
    const auto [end, code] = std::from_chars(step.data(), step.data() + step.size(), number);
    const bool plain = step.size() == 1 || !step.starts_with('0');
    if (code != std::errc() || end != step.data() + step.size() || !plain || number >= list.size()) return {};
    auto each = list.children().begin();
    for (; number > 0; --number) ++each;
    return *each;
}

Node step_into(Node node, std::string_view step) {
    if (node.is_map()) return node.written(step);
    return node.is_list() ? item_at(node, step) : Node{};
}

Walk walk(Node root, std::string_view path, const Type* type) {
    Walk result{root, {}, {}, {}, type};
    for (std::string_view rest = path;;) {
        const std::string_view step = first_step(rest);
        const Node next = step_into(result.last_found, step);
        if (!next) {
            result.missing = step;
            result.rest = after(rest, step);
            return result;
        }
        result.last_found = next;
        result.done = path.substr(0, static_cast<std::size_t>(step.data() + step.size() - path.data()));
        if (result.type != nullptr) result.type = type_below(*result.type, step);
        if (step.size() == rest.size()) return result;
        rest = after(rest, step);
    }
}

bool is_well_formed(std::string_view path) {
    return !path.empty() && !path.starts_with('.') && !path.ends_with('.') &&
           path.find("..") == std::string_view::npos;
}

std::vector<std::string> names_in(Node map, const Type* type) {
    std::vector<std::string> names;
    for (const Node child : map.children()) names.emplace_back(child.key());
    if (type == nullptr) return names;
    for (const Key& key : type->keys) {
        if (!map.written(key.name)) names.emplace_back(key.name);
    }
    return names;
}

/// Reports that a path does not exist: which part of it does, what that is, and what may have been meant.
void leads_nowhere(std::string_view path, const Walk& walked, Place at, Diagnostics& diagnostics) {
    const std::string start = walked.done.empty() ? "the file" : in_quotes(walked.done, 200);
    Fault fault{.place = at, .message = in_quotes(path, 200) + " leads nowhere: " + start};
    fault.width = std::max<std::size_t>(1, characters(path));
    if (walked.last_found.is_text()) {
        fault.message += " is a text, and nothing is below it";
        fault.hint = "give " + start + " itself a new value";
    } else if (walked.last_found.is_list()) {
        const std::size_t size = walked.last_found.size();
        fault.message += " is a list and has no item " + in_quotes(walked.missing, 200);
        fault.expected =
            size == 0 ? "no item: the list is empty" : "a number from 0 to " + std::to_string(size - 1);
    } else {
        fault.message += " has no " + in_quotes(walked.missing, 200);
        constexpr std::size_t max_listed = 12;
        std::vector<std::string> names = names_in(walked.last_found, walked.type);
        fault.hint = did_you_mean(walked.missing, names);
        if (fault.hint.empty() && walked.type != nullptr) {
            const KeyInWords two = key_in_words(walked.type->keys, walked.last_found.key(), walked.missing);
            if (!two.inner.empty()) fault.hint = "did you mean `" + two.in_path() + "`?";
        }
        if (names.size() > max_listed) {
            names.resize(max_listed);
            names.emplace_back("…");
        }
        if (!names.empty()) fault.expected = "one of: " + listed(names, "or");
    }
    diagnostics.add(std::move(fault));
}

void no_path(std::string_view path, Place at, Diagnostics& diagnostics) {
    diagnostics.error(at, path.empty() ? "a path is empty" : in_quotes(path, 200) + " is not a path",
                      "names joined by points, such as `sites.idris.pue`; list items by number from 0");
}

/// The steps of a path that are not written yet, if all may be added; empty if one is not legal. A new id is
/// allowed only as the last step, and only if it resembles no existing id.
std::vector<std::string_view> missing_keys(const Walk& walked) {
    std::vector<std::string_view> keys;
    if (!walked.last_found.is_map() || walked.type == nullptr) return keys;
    const Type* type = walked.type;
    std::string_view rest = walked.rest;
    for (std::string_view step = walked.missing;; step = first_step(rest), rest = after(rest, step)) {
        const Type* const below = type_below(*type, step);
        if (below == nullptr) return {};
        const bool is_key = find_key(type->keys, step) != nullptr ||
                            (type->entries == nullptr && type->long_form != nullptr &&
                             find_key(type->long_form->keys, step) != nullptr);
        if (!is_key && (!rest.empty() || !keys.empty())) return {};
        if (!is_key && nearest(step, names_in(walked.last_found, nullptr))) return {};
        keys.push_back(step);
        if (rest.empty()) return keys;
        type = below;
    }
}

/// Makes in `made` the maps for the keys after the first, each within the one before, with `value` at the
/// last key.
void build_below(Document& made, const std::vector<std::string_view>& keys, Place at, Node value) {
    std::uint32_t map = made.add_collection(Kind::map, at);
    made.set_root(map);
    for (std::size_t i = 1; i + 1 < keys.size(); ++i) {
        const std::uint32_t next = made.add_collection(Kind::map, at);
        made.append(map, next, made.keep(keys[i]), at);
        map = next;
    }
    made.insert(made.node(map), keys.back(), at, value);
}

}  // namespace

Node node_at(const Document& document, std::string_view path) {
    if (!document.root() || !is_well_formed(path)) return {};
    const Walk walked = walk(document.root(), path, nullptr);
    return walked.missing.empty() ? walked.last_found : Node{};
}

bool set(Document& document, std::string_view path, Node value, Place at, const Type& type,
         Diagnostics& diagnostics) {
    if (!is_well_formed(path) || !document.root()) {
        no_path(path, at, diagnostics);
        return false;
    }
    const std::size_t before = diagnostics.errors();
    const Walk walked = walk(document.root(), path, &type);
    Node changed = walked.last_found;
    if (walked.missing.empty()) {
        document.replace(walked.last_found, value, at);
    } else {
        const std::vector<std::string_view> keys = missing_keys(walked);
        if (keys.empty()) {
            leads_nowhere(path, walked, at, diagnostics);
            return false;
        }
        if (keys.size() == 1) {
            document.insert(walked.last_found, keys.front(), at, value);
        } else {
            Document made;
            build_below(made, keys, at, value);
            document.insert(walked.last_found, keys.front(), at, made.root());
        }
        changed = walked.last_found.written(keys.front());
        for (std::size_t i = 1; i < keys.size(); ++i) changed = changed.written(keys[i]);
    }
    if (const Type* const expected = type_at(type, path)) check(document, changed, *expected, diagnostics);
    return diagnostics.errors() == before;
}

bool remove(Document& document, std::string_view path, Place at, Diagnostics& diagnostics) {
    if (!is_well_formed(path) || !document.root()) {
        no_path(path, at, diagnostics);
        return false;
    }
    const Walk walked = walk(document.root(), path, nullptr);
    if (!walked.missing.empty()) {
        leads_nowhere(path, walked, at, diagnostics);
        return false;
    }
    document.remove(walked.last_found);
    return true;
}

void merge(Document& base, Node base_node, Node over, int levels) {
    if (levels <= 0 || !base_node.is_map() || !over.is_map()) {
        base.replace(base_node, over, over.key_place());
        return;
    }
    for (const Node child : over.children()) {
        if (const Node old = base_node.written(child.key())) {
            merge(base, old, child, levels - 1);
        } else {
            base.insert(base_node, child.key(), child.key_place(), child);
        }
    }
}

}  // namespace lca
