#include "lca/document/line_faults.hpp"

#include <algorithm>
#include <optional>
#include <string_view>

#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/outline.hpp"

namespace lca::document {
namespace {

constexpr std::size_t looked_back = 10'000;  // how many lines above a fault are searched for its cause

/// One line: where it starts, how many characters it is indented by, and its content.
struct Line {
    std::size_t start = 0;
    std::size_t indentation = 0;
    std::string_view content;  // without indentation and trailing blanks; empty for a comment

    std::size_t first() const { return start + indentation; }
    bool is_item() const { return content == "-" || content.starts_with("- "); }
};

Line line_at(const Locator& locator, std::size_t offset) {
    const std::string_view whole = locator.line(offset);
    Line line{locator.line_start(offset), std::min(whole.find_first_not_of(" \t"), whole.size()), {}};
    line.content = whole.substr(line.indentation);
    line.content = line.content.substr(0, line.content.find_last_not_of(" \t") + 1);
    if (line.content.starts_with('#')) line.content = {};
    return line;
}

/// The nearest line above this one that has content.
std::optional<Line> line_above(const Locator& locator, const Line& line) {
    std::size_t start = line.start;
    for (std::size_t count = 0; start > 0 && count < looked_back; ++count) {
        const Line above = line_at(locator, start - 1);
        if (!above.content.empty()) return above;
        start = above.start;
    }
    return std::nullopt;
}

/// Whether a line contains a key with its value, or a list item with a value.
bool has_value(std::string_view content) {
    const std::size_t colon = content.find(": ");
    if (colon != std::string_view::npos)
        return content.find_first_not_of(' ', colon + 1) != std::string_view::npos;
    return content.starts_with("- ") && !content.ends_with(':');
}

/// The offset of a `:` inside a word, probably meant to end a key; npos if there is none.
std::size_t tight_colon(std::string_view content) {
    const std::size_t colon = content.find(':');
    if (colon == std::string_view::npos || colon == 0 || colon + 1 >= content.size())
        return std::string_view::npos;
    return content.substr(colon).starts_with("://") ? std::string_view::npos : colon;
}

std::string with_blank(std::string_view content, std::size_t after) {
    return "`" + shown(content.substr(0, after + 1), 40) + " " + shown(content.substr(after + 1), 40) + "`";
}

bool lacks_blank_after_dash(const Line& line) {
    return line.content.size() > 1 && line.content[0] == '-' && line.content[1] != ' ' &&
           line.content[1] != '-';
}

SyntaxFault missing_blank_after_dash(const Line& line) {
    return {line.first(), "a space is missing after the dash", with_blank(line.content, 0)};
}

std::string line_number(const Locator& locator, const Line& line) {
    return "line " + std::to_string(locator.at(line.start).line);
}

std::string spaces(std::size_t count) {
    return std::to_string(count) + (count == 1 ? " space" : " spaces");
}

/// The indentation at which a line's key starts; for a list item with a key, that after the dash.
std::size_t key_level(const Line& line) {
    if (!line.is_item() || line.content.find(": ") == std::string_view::npos) return line.indentation;
    return line.indentation + std::min(line.content.find_first_not_of(' ', 1), line.content.size());
}

/// The indentations of all lists and maps that a line may continue, outermost first.
std::vector<std::size_t> open_levels(const Locator& locator, const Line& line) {
    std::vector<std::size_t> levels;
    std::size_t min_indentation = std::string_view::npos;
    Line at = line;
    while (min_indentation > 0) {
        const std::optional<Line> above = line_above(locator, at);
        if (!above) break;
        at = *above;
        if (at.indentation >= min_indentation) continue;
        const std::size_t inner = key_level(at);
        if (inner > at.indentation && inner < min_indentation) levels.push_back(inner);
        levels.push_back(at.indentation);
        min_indentation = at.indentation;
    }
    std::reverse(levels.begin(), levels.end());
    return levels;
}

SyntaxFault odd_indentation(const Line& line, const std::vector<std::size_t>& levels) {
    std::vector<std::string> words;
    words.reserve(levels.size());
    for (const std::size_t level : levels) words.push_back(std::to_string(level));
    return {line.first(), "an indentation of " + spaces(line.indentation) + " matches no enclosing level",
            listed(words, "or") + (levels.back() == 1 ? " space" : " spaces")};
}

/// The fault to report for text after a value in the same line.
SyntaxFault after_value(const Locator& locator, std::size_t offset) {
    const std::string_view text = locator.text();
    const std::size_t before = text.substr(0, offset).find_last_not_of(" \t");
    const char mark = before == std::string_view::npos ? ' ' : text[before];
    SyntaxFault fault{offset, "text after the end of a value"};
    if (mark == '"' || mark == '\'') {
        const std::optional<std::size_t> opened = outline(text, offset).last_quote;
        fault.message = "text after the closing quote";
        fault.hint = mark == '"' ? "inside double quotes a quote is written `\\\"`"
                                 : "inside single quotes a quote is doubled: `'it''s'`";
        if (opened) fault.related = {{*opened, "the quote was opened here"}};
    } else if (mark == ']' || mark == '}') {
        fault.message = "text after the closing " + excerpt(mark);
        fault.hint = "put the whole value in quotes if it is a text";
    }
    return fault;
}

SyntaxFault deeper_than_value(const Locator& locator, const Line& line, const Line& above) {
    return {
        line.first(),
        "this line is indented deeper than " + line_number(locator, above) + ", which has a value already",
        "an indentation of " + spaces(key_level(above)) + ", as there, or no value in that line"};
}

/// The fault to report for a line without `: `; the parser reports it only at a later line.
SyntaxFault no_key_value(const Locator& locator, const Line& line) {
    const std::size_t colon = tight_colon(line.content);
    SyntaxFault fault{line.first(), excerpt(line.content) + " is no `key: value`"};
    for (std::size_t at = 0; at < line.content.size();) {
        const Character next = character_at(line.content, at);
        if (plain_form(next.code) == ":") fault.offset = line.first() + at;
        at += next.length;
    }
    if (lacks_blank_after_dash(line)) return missing_blank_after_dash(line);
    if (line.content.starts_with("----")) {
        fault.hint = "a line of three dashes may start the document; this one has more";
    } else if (colon != std::string_view::npos) {
        fault.message = "a space is missing after the colon";
        fault.offset = line.first() + colon;
        fault.expected = with_blank(line.content, colon);
    } else {
        const std::optional<Line> above = line_above(locator, line);
        fault.hint = above && has_value(above->content)
                         ? "a text over several lines is written in quotes, or below `|` or `>`"
                         : "a colon is missing";
    }
    return fault;
}

}  // namespace

std::string excerpt(std::string_view text) {
    return in_quotes(text, 40);
}

SyntaxFault line_out_of_place(const Locator& locator, std::size_t offset) {
    const Line line = line_at(locator, offset);
    if (offset > line.first()) return after_value(locator, offset);
    if (lacks_blank_after_dash(line)) return missing_blank_after_dash(line);
    const std::optional<Line> above = line_above(locator, line);
    if (above && line.indentation > key_level(*above) && has_value(above->content) && !above->is_item()) {
        return deeper_than_value(locator, line, *above);
    }
    const std::vector<std::size_t> levels = open_levels(locator, line);
    if (levels.empty()) return {offset, "this line continues no value"};
    if (std::find(levels.begin(), levels.end(), line.indentation) == levels.end()) {
        return odd_indentation(line, levels);
    }
    if (line.is_item())
        return {
            offset, "a list item is among the keys of a map", {}, "indent it below the key it belongs to"};
    return {offset,
            "a key is among the items of a list",
            {},
            "indent the items deeper than the key, or start the line with `- `"};
}

SyntaxFault colon_out_of_place(const Locator& locator, std::size_t offset) {
    const std::string_view text = locator.text();
    const Line line = line_at(locator, offset);
    const std::string_view before = text.substr(line.first(), offset - std::min(offset, line.first()));
    if (before.size() > Limits::key_bytes) {
        return {line.first(),
                "a key of " + std::to_string(before.size()) + " bytes",
                {},
                "a key has at most " + std::to_string(Limits::key_bytes) + " bytes"};
    }
    const std::size_t colon = before.find(": ");
    if (!outline(text, offset).brackets.empty()) {
        return {offset, "this `:` follows no key", {}, "put a text that contains `: ` in quotes"};
    }
    if (colon != std::string_view::npos) {
        const std::string_view value = line.content.substr(
            std::min(line.content.find_first_not_of(' ', colon + 1), line.content.size()));
        return {offset, "a second `: ` in one line",
                "`" + shown(before.substr(0, colon), 40) + ": \"" + shown(value, 60) + "\"`",
                "put a value that contains `: ` in quotes"};
    }
    const std::optional<Line> above = line_above(locator, line);
    if (!above) return {offset, "this `:` follows no key", {}, "put a text that contains `: ` in quotes"};
    if (line.indentation > key_level(*above) && has_value(above->content)) {
        return deeper_than_value(locator, line, *above);
    }
    if (above->content.find(": ") == std::string_view::npos && !above->content.ends_with(':')) {
        return no_key_value(locator, *above);
    }
    return {offset, "this `:` follows no key", {}, "put a text that contains `: ` in quotes"};
}

SyntaxFault text_after_document(const Locator& locator, std::size_t offset) {
    const Line line = line_at(locator, offset);
    if (line.content.starts_with("---")) {
        return {offset,
                "a second document starts here",
                {},
                "a file has one document: delete this line, or split the file"};
    }
    const std::optional<Line> above = line_above(locator, line);
    if (above && above->content.starts_with("...")) {
        return {offset, "text after `...`, which ends the document", {}, "delete the line `...`"};
    }
    if (above && above->content.starts_with("---")) {
        return {above->start,
                "a second document starts here",
                {},
                "a file has one document: delete this line, or split the file"};
    }
    if (lacks_blank_after_dash(line)) return missing_blank_after_dash(line);
    SyntaxFault fault{offset, "text after the end of the document"};
    Line first = line_at(locator, 0);
    while (first.content.empty() || first.content == "---") {
        const std::size_t end = locator.text().find('\n', first.start);
        if (end == std::string_view::npos) return fault;
        first = line_at(locator, end + 1);
    }
    if (first.start == line.start) {
        fault.message = "text after the end of the value";
    } else if (first.indentation > line.indentation) {
        fault.message += ": its first line is indented by " + spaces(first.indentation) + ", this one by " +
                         spaces(line.indentation);
        fault.hint = "let all lines of one level start in the same column";
    } else if (first.is_item()) {
        fault.message += ", which is a list";
        fault.hint = "a file consists of keys and values; a list is written below a key";
    } else if (first.content.starts_with('{') || first.content.starts_with('[')) {
        fault.message += ", which ended with its closing bracket";
    }
    return fault;
}

}  // namespace lca::document
