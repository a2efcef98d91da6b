#include "models/language/reference_page.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <vector>

#include "lca/base/text.hpp"

namespace lca {
namespace {

/// A text for a cell of a Markdown table, with escaped bars, which would end the cell.
std::string cell(std::string_view text) {
    std::string result;
    for (const char c : text) {
        if (c == '|') result += '\\';
        result += c;
    }
    return result;
}

/// The anchor of a section, as Markdown renderers derive it from its heading.
std::string anchor(std::string_view heading) {
    std::string result;
    for (const char c : heading) {
        if (c == ' ') result += '-';
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-') result += c;
        if (c >= 'A' && c <= 'Z') result += static_cast<char>(c + 32);
    }
    return result;
}

class PageWriter {
public:
    PageWriter(const Type& root, std::span<const Key> common) : common_(common) {
        std::set<std::string> taken;
        for (const Type* type : all_types(root)) {
            if (type->keys.empty() || names_.contains(type)) continue;
            if (same_keys(*type)) continue;
            std::string name(type->name);
            for (int i = 2; !taken.insert(name).second; ++i) name = fmt::format("{} ({})", type->name, i);
            names_.emplace(type, name);
            order_.push_back(type);
        }
    }

    std::string write(std::string_view before, std::string_view after) {
        std::string page(before);
        for (const Type* type : order_) section(*type, page);
        return page.append(after);
    }

private:
    /// Whether a type has the same table of keys as an earlier one (as a site written in place of its id):
    /// the section of that type is then used for both.
    bool same_keys(const Type& type) {
        for (const Type* other : order_) {
            if (other->keys.data() != type.keys.data()) continue;
            names_.emplace(&type, names_.at(other));
            return true;
        }
        return false;
    }

    void section(const Type& type, std::string& page) const {
        page += fmt::format("\n### {}\n\n", names_.at(&type));
        if (!type.help.empty()) page += fmt::format("{}\n\n", type.help);
        page += "| key | holds | meaning | example |\n| --- | --- | --- | --- |\n";
        for (const KeyRun& run : runs_of(type.keys)) {
            const Key& key = *run.first;
            if (is_common(key)) continue;
            page += fmt::format("| `{}`{} | {} | {} | {} |\n", run.names(), key.required ? " (required)" : "",
                                cell(holds(*key.type)), cell(key.help),
                                key.example.empty() ? "" : fmt::format("`{}`", cell(key.example)));
        }
        if (type.entries)
            page += fmt::format("\nOther keys are ids of your own; each holds {}.\n", holds(*type.entries));
    }

    bool is_common(const Key& key) const {
        return std::any_of(common_.begin(), common_.end(),
                           [&key](const Key& one) { return one.name == key.name && one.help == key.help; });
    }

    std::string link(const Type& type) const {
        const std::string& name = names_.at(&type);
        return fmt::format("[{}](#{})", name, anchor(name));
    }

    /// The kinds of values that a type allows, in words.
    std::string holds(const Type& type) const {
        if (type.entries == &type && type.items == &type) return "anything";
        std::vector<std::string> ways;
        if (const std::string text = scalar(type); !text.empty()) ways.push_back(text);
        if (type.items) {
            const bool kinds = !type.dimension.empty() && type.items->dimension == type.dimension;
            ways.push_back(kinds ? "a list of kinds of it" : fmt::format("a list of {}", holds(*type.items)));
        }
        if (names_.contains(&type)) {
            ways.push_back(link(type));
        } else if (type.entries) {
            ways.push_back(
                fmt::format("a map by {} of {}", type.free_keys ? "id or path" : "id", holds(*type.entries)));
        }
        return listed(ways, "or");
    }

    static std::string scalar(const Type& type) {
        switch (type.scalar) {
            case Scalar::none:
                return "";
            case Scalar::any:
                return "a text";
            case Scalar::truth:
                return "`true` or `false`";
            case Scalar::id:
            case Scalar::reference:
                return "an id";
            case Scalar::number:
                return type.dimension.empty() ? "a number" : fmt::format("a {}", type.dimension);
            case Scalar::count:
                return "a whole number";
            case Scalar::path:
                return "a path";
            case Scalar::time:
                return "a time with zone";
            case Scalar::quantity:
                return type.dimension == "any" ? "a value" : fmt::format("{}", type.dimension);
            case Scalar::choice:
                break;
        }
        std::vector<std::string> choices;
        for (const std::string_view choice : type.choices) choices.push_back(fmt::format("`{}`", choice));
        return listed(choices, "or");
    }

    std::span<const Key> common_;
    std::map<const Type*, std::string> names_;
    std::vector<const Type*> order_;
};

}  // namespace

std::string reference_page(const Type& root, std::span<const Key> common, std::string_view before,
                           std::string_view after) {
    return PageWriter(root, common).write(before, after);
}

}  // namespace lca
