#include "models/scenario/source_text.hpp"

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

}  // namespace

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
