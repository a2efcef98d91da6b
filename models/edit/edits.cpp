#include "models/edit/edits.hpp"

#include <algorithm>
#include <array>

#include "lca/base/text.hpp"
#include "lca/document/edit.hpp"
#include "models/language/schema.hpp"

namespace lca {
namespace {

constexpr std::size_t max_shown = 60;  // characters of a value in a message

/// Keys that only describe a scenario or a value and do not change any result.
bool only_says(std::string_view key) {
    constexpr std::array<std::string_view, 4> keys = {"title", "note", "source", "status"};
    return std::find(keys.begin(), keys.end(), key) != keys.end();
}

bool of_other_studies(std::string_view section) {
    constexpr std::array<std::string_view, 4> keys = {"lca", "expect", "what_if", "sweep"};
    return std::find(keys.begin(), keys.end(), section) != keys.end();
}

std::string below(const std::string& path, std::string_view step) {
    return path.empty() ? std::string(step) : path + "." + std::string(step);
}

/// Finds the differences between two trees. The recursion is limited: the loader limits the depth of trees.
class Difference {
public:
    std::vector<TreeEdit> take() && { return std::move(parts_); }

    void values(Node a, Node b, const std::string& path) {
        if (a.kind() != b.kind()) {
            if (plain(a) != plain(b) || plain(a).empty()) replace(b, path);
            return;
        }
        if (a.is_text()) {
            if (a.text() != b.text()) replace(b, path);
        } else if (a.is_map()) {
            maps(a, b, path);
        } else {
            lists(a, b, path);
        }
    }

private:
    void replace(Node value, const std::string& path) { parts_.push_back({path, value, value.place()}); }

    void maps(Node a, Node b, const std::string& path) {
        for (const Node old : a.children()) {
            if (counts(old.key(), path) && !b.written(old.key()))
                parts_.push_back({below(path, old.key()), {}, old.key_place()});
        }
        for (const Node value : b.children()) {
            if (!counts(value.key(), path)) continue;
            const Node old = a.written(value.key());
            const std::string here = below(path, value.key());
            old ? values(old, value, here) : replace(value, here);
        }
    }

    void lists(Node a, Node b, const std::string& path) {
        if (a.size() != b.size()) return replace(b, path);
        auto old = a.children().begin();
        std::size_t number = 0;
        for (const Node value : b.children()) {
            values(*old, value, below(path, std::to_string(number++)));
            ++old;
        }
    }

    /// The text of a value that states nothing but the value itself and its title,
    /// note, source or status; "" if it states anything more, or is a list.
    static std::string_view plain(Node value) {
        if (value.is_text()) return value.text();
        const bool more = !value.is_map() || !value.written("value") || !value.written("value").is_text();
        if (more) return {};
        for (const Node child : value.children()) {
            if (child.key() != "value" && !only_says(child.key())) return {};
        }
        return value.written("value").text();
    }

    static bool counts(std::string_view key, const std::string& path) {
        return !only_says(key) && !(path.empty() && of_other_studies(key));
    }

    std::vector<TreeEdit> parts_;
};

void add_words(Node value, std::string& text) {
    if (text.size() > max_shown) return;
    if (value.is_text()) {
        text += value.text();
        return;
    }
    if (value.is_map() && value.written("value")) return add_words(value.written("value"), text);
    text += value.is_map() ? "{" : "[";
    bool first = true;
    for (const Node child : value.children()) {
        if (!first) text += ", ";
        first = false;
        if (value.is_map()) text += std::string(child.key()) + ": ";
        add_words(child, text);
    }
    text += value.is_map() ? "}" : "]";
}

}  // namespace

std::vector<TreeEdit> what_if_edits(const Document& document, std::string_view id) {
    std::vector<TreeEdit> parts;
    const Node what_ifs = document.root().find("what_if");
    const Node what_if = what_ifs && what_ifs.is_map() ? what_ifs.written(id) : Node();
    if (!what_if || !what_if.is_map() || what_if.faulty()) return parts;
    if (const Node paths = what_if.find("remove")) {
        for (const Node path : paths.children()) {
            if (path.is_text() && !path.faulty())
                parts.push_back({std::string(path.text()), {}, path.place()});
        }
    }
    if (const Node values = what_if.find("set")) {
        for (const Node value : values.children()) {
            if (!value.faulty()) parts.push_back({std::string(value.key()), value, value.key_place()});
        }
    }
    return parts;
}

std::vector<TreeEdit> differing_edits(const Document& from, const Document& to) {
    Difference difference;
    if (from.root() && to.root()) difference.values(from.root(), to.root(), "");
    return std::move(difference).take();
}

void apply_tree_edits(Document& document, const std::vector<TreeEdit>& parts, Diagnostics& diagnostics) {
    for (const TreeEdit& part : parts) {
        if (part.value) {
            set(document, part.path, part.value, part.place, scenario_type(), diagnostics);
        } else {
            remove(document, part.path, part.place, diagnostics);
        }
    }
}

std::string in_words(Node value) {
    std::string text;
    add_words(value, text);
    return shown(text, max_shown);
}

}  // namespace lca
