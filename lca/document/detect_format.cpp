// Recognises texts in other languages where YAML is expected.
#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/syntax.hpp"

namespace lca::document {
namespace {

constexpr std::size_t looked_at = 64;  // number of lines that are examined, from the start

/// The first lines that are neither empty nor YAML comments.
std::vector<std::string_view> first_lines(std::string_view text) {
    std::vector<std::string_view> lines;
    while (!text.empty() && lines.size() < looked_at) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trimmed(text.substr(0, end));
        if (!line.empty() && line.front() != '#') lines.push_back(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return lines;
}

bool starts_folded(std::string_view text, std::string_view start) {
    return text.size() >= start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

bool is_key_sign_value(std::string_view line, char sign) {
    const std::size_t at = line.find(sign);
    if (at == std::string_view::npos || at == 0) return false;
    const std::string_view key = trimmed(line.substr(0, at));
    return !key.empty() && std::all_of(key.begin(), key.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '-' || c == '.' || c == '"';
    });
}

bool is_table_head(std::string_view line) {
    return line.size() > 2 && line.front() == '[' && line.back() == ']' &&
           line.find(',') == std::string_view::npos;
}

bool is_toml(const std::vector<std::string_view>& lines) {
    const auto assigns = [](std::string_view line) { return is_key_sign_value(line, '='); };
    return (is_table_head(lines[0]) && lines.size() > 1 && assigns(lines[1])) || assigns(lines[0]);
}

bool has_slash_comments(const std::vector<std::string_view>& lines) {
    const char first = lines[0].front();
    if (first != '{' && first != '[' && first != '/') return false;
    return std::any_of(lines.begin(), lines.end(), [](std::string_view line) {
        return line.starts_with("//") || line.starts_with("/*") ||
               line.find(", //") != std::string_view::npos || line.find("{ //") != std::string_view::npos;
    });
}

bool is_csv(const std::vector<std::string_view>& lines) {
    if (lines.size() < 2 || lines[0].find(": ") != std::string_view::npos) return false;
    return std::any_of(std::begin(",;\t"), std::end(",;\t") - 1, [&](char separator) {
        const auto count = [separator](std::string_view line) {
            return std::count(line.begin(), line.end(), separator);
        };
        return count(lines[0]) > 0 && count(lines[0]) == count(lines[1]) && is_letter(lines[0].front());
    });
}

std::string_view other_language(const std::vector<std::string_view>& lines) {
    const std::string_view first = lines[0];
    if (starts_folded(first, "<!doctype html") || starts_folded(first, "<html")) return "an HTML page";
    if (first.starts_with("<?xml") || (first.size() > 1 && first[0] == '<' && is_letter(first[1])))
        return "XML";
    if (has_slash_comments(lines)) return "JSON with comments";
    if (is_toml(lines)) return "TOML or an INI file";
    if (is_csv(lines)) return "a CSV table";
    return {};
}

}  // namespace

std::optional<Fault> looks_like_something_else(const Locator& locator) {
    const std::vector<std::string_view> lines = first_lines(locator.text());
    if (lines.empty()) return std::nullopt;
    const std::string_view language = other_language(lines);
    if (language.empty()) return std::nullopt;
    const auto offset = static_cast<std::size_t>(lines[0].data() - locator.text().data());
    Fault fault{.place = locator.at(offset),
                .message = "this looks like " + std::string(language) + ", not like YAML"};
    if (language.starts_with("JSON")) fault.hint = "JSON is read, but comments start with `#`";
    return fault;
}

}  // namespace lca::document
