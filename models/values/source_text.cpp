#include "models/values/source_text.hpp"

#include "lca/document/node.hpp"

namespace lca {
namespace {

std::string_view text_at(Node map, std::string_view key) {
    const Node node = map.find(key);
    return node && node.is_text() ? node.text() : std::string_view();
}

void append(std::string& line, std::string_view before, std::string_view text) {
    if (text.empty()) return;
    if (!line.empty()) line += before;
    line += text;
}

/// The source that an entry states itself (of a map its title); "" if it states none.
std::string_view source_in(Node entry) {
    if (!entry.is_map()) return {};
    const Node source = entry.find("source");
    if (source && source.is_text()) return source.text();
    return source && source.is_map() && source.find("title") ? source.find("title").text()
                                                             : std::string_view();
}

}  // namespace

std::string_view source_around(const Statement& stated, const Document* file) {
    if (!stated.source.empty()) return stated.source;
    const Node owner = stated.owner.node();
    if (!owner) return {};
    const Node root = file ? file->root() : Node();
    for (Node at = owner.parent(); at && at.parent() && at.parent() != root; at = at.parent()) {
        const std::string_view source = source_in(at);
        if (!source.empty()) return source;
    }
    return {};
}

std::string source_text(Node source) {
    if (!source) return "";
    if (source.is_text()) return std::string(source.text());
    std::string line(text_at(source, "authors"));
    append(line, ": ", text_at(source, "title"));
    if (const std::string_view year = text_at(source, "year"); !year.empty()) {
        append(line, " ", "(" + std::string(year) + ")");
    }
    append(line, ", ", text_at(source, "where"));
    append(line, ", ", text_at(source, "url"));
    return line;
}

}  // namespace lca
