#include "lca/document/syntax.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/line_faults.hpp"
#include "lca/document/outline.hpp"

namespace lca::document {
namespace {

char closing(char opening) {
    return opening == '[' ? ']' : '}';
}

/// The offset at which the word before `offset` starts.
std::size_t word_before(std::string_view text, std::size_t offset) {
    const std::size_t end = text.substr(0, offset).find_last_not_of(" \t");
    if (end == std::string_view::npos) return offset;
    const std::size_t before = text.substr(0, end).find_last_of(" \t\n,[{");
    return before == std::string_view::npos ? 0 : before + 1;
}

/// Whether a later line, at `offset`, is indented no deeper than the bracket's line: then the closing bracket
/// is missing.
bool leaves_bracket(const Locator& locator, std::size_t bracket, std::size_t offset) {
    const auto indentation = [&](std::size_t at) {
        const std::string_view line = locator.line(at);
        return std::min(line.find_first_not_of(' '), line.size());
    };
    return locator.line_start(bracket) != locator.line_start(offset) &&
           indentation(offset) <= indentation(bracket);
}

/// The fault to report for a `[` or `{` that is not closed, or for a missing comma inside it.
SyntaxFault open_bracket(const Locator& locator, std::size_t offset) {
    const std::string_view text = locator.text();
    const Outline here = outline(text, offset);
    if (here.brackets.empty()) return {offset, "a list or map in brackets ends here too early"};
    const std::size_t bracket = here.brackets.back();
    const Outline end = outline(text, text.size());
    const bool never_closed =
        std::find(end.brackets.begin(), end.brackets.end(), bracket) != end.brackets.end();
    const char mark = text[bracket];
    if (never_closed || leaves_bracket(locator, bracket, offset)) {
        return {
            bracket, excerpt(mark) + " is never closed", {}, "a " + excerpt(closing(mark)) + " is missing"};
    }
    const bool opens = offset < text.size() && (text[offset] == '[' || text[offset] == '{');
    const std::size_t before = text.substr(0, offset).find_last_not_of(" \t\r\n");
    const bool after_value =
        before != std::string_view::npos && text.find_first_of("]}\"'", before) == before;
    if (opens && !after_value) {
        return {offset,
                excerpt(text[offset]) + " in the middle of a value",
                {},
                "inside `[]` and `{}` a value with brackets or commas is put in quotes"};
    }
    const bool at_colon = offset < text.size() && text[offset] == ':';
    const std::size_t place = at_colon ? word_before(text, offset) : offset;
    const std::string_view word = text.substr(place, text.find_first_of(" \t\r\n,:]}", place) - place);
    SyntaxFault fault{place, "a comma is missing before " + excerpt(word), {}, {}};
    fault.related = {{bracket, excerpt(mark) + " was opened here"}};
    return fault;
}

SyntaxFault closing_bracket(const Locator& locator, std::size_t offset) {
    const std::string_view text = locator.text();
    const Outline here = outline(text, offset);
    const std::string mark = offset < text.size() ? excerpt(text[offset]) : "a bracket";
    if (here.brackets.empty()) {
        return {
            offset, mark + " closes nothing: no bracket is open here", {}, "delete it, or quote the value"};
    }
    const std::size_t bracket = here.brackets.back();
    if (offset < text.size() && text[offset] == closing(text[bracket])) {  // YAML took both brackets for text
        return {bracket,
                excerpt(text[bracket]) + " in the middle of a text",
                {},
                "a colon is missing before it, or the text is put in quotes"};
    }
    SyntaxFault fault{offset, mark + " is where " + excerpt(closing(text[bracket])) + " is expected"};
    fault.related = {{bracket, excerpt(text[bracket]) + " was opened here"}};
    return fault;
}

SyntaxFault quote_at(const Locator& locator, std::size_t quote) {
    const char mark = locator.text()[quote];
    return {quote,
            "the quote " + excerpt(mark) + " that opens here is never closed",
            {},
            mark == '"' ? "inside double quotes a quote is written `\\\"`"
                        : "inside single quotes a quote is doubled: `'it''s'`"};
}

SyntaxFault open_quote(const Locator& locator, std::size_t offset) {
    const Outline here = outline(locator.text(), locator.text().size());
    const std::optional<std::size_t> quote = here.open_quote ? here.open_quote : here.last_quote;
    return quote ? quote_at(locator, *quote) : SyntaxFault{offset, "the text ends in the middle of a value"};
}

SyntaxFault bad_escape(const Locator& locator, std::size_t offset) {
    const std::string_view text = locator.text();
    const std::size_t slash = text.substr(0, offset + 1).rfind('\\');
    const std::size_t start = slash == std::string_view::npos ? offset : slash;
    return {start,
            excerpt(text.substr(start, 2)) + " is not an escape in a text in double quotes",
            {},
            "in single quotes a backslash is just a backslash: `'C:\\data'`"};
}

SyntaxFault bad_code_point(const Locator& locator, std::size_t offset) {
    const std::size_t slash = locator.text().substr(0, offset).rfind('\\');
    const std::size_t start = slash == std::string_view::npos ? offset : slash;
    return {start,
            "the escape " + excerpt(locator.text().substr(start, offset - start)) + " is not a character",
            {},
            "write the character itself"};
}

SyntaxFault reserved_character(const Locator& locator, std::size_t offset) {
    const std::string_view text = locator.text();
    const std::string mark = offset < text.size() ? excerpt(text[offset]) : "this character";
    return {offset, "a value cannot start with " + mark, {}, "put the value in quotes"};
}

SyntaxFault list_item_in_line(const Locator&, std::size_t offset) {
    return {offset,
            "a list item (`- `) cannot start here",
            {},
            "start it on a line of its own, or write the list as `[…, …]`; a text that starts with `- ` is "
            "quoted"};
}

SyntaxFault question_mark(const Locator&, std::size_t offset) {
    return {offset, "`? ` is not allowed here", {}, "a text that starts with `? ` is quoted"};
}

SyntaxFault anchor_or_alias(const Locator&, std::size_t offset) {
    return {offset,
            "anchors (`&`) and aliases (`*`) are not part of the language",
            {},
            "write the value where it is needed; a text that starts with `&` or `*` is quoted"};
}

SyntaxFault tag(const Locator&, std::size_t offset) {
    return {offset,
            "tags (`!`) are not part of the language",
            {},
            "delete the tag; a text that starts with `!` is quoted"};
}

SyntaxFault tab(const Locator&, std::size_t offset) {
    return {offset, "a tab in the indentation", {}, "replace each tab by spaces"};
}

SyntaxFault block_header(const Locator&, std::size_t offset) {
    return {offset, "after `|` or `>` the line must end", {}, "put the text on the next lines, indented"};
}

std::string depth_message() {
    return "lists and maps are nested more than " + std::to_string(Limits::depth) + " deep";
}

SyntaxFault too_deep(const Locator&, std::size_t offset) {
    return {offset, depth_message()};
}

struct Explainer {
    std::string_view parser_message;  // the first words of the parser's message
    SyntaxFault (*explain)(const Locator&, std::size_t);
};

constexpr std::array<Explainer, 33> explainers{
    {{"end of map flow", open_bracket},
     {"end of sequence flow", open_bracket},
     {"illegal flow end", closing_bracket},
     {"end of map not", line_out_of_place},
     {"end of sequence not", line_out_of_place},
     {"illegal map value", colon_out_of_place},
     {"illegal EOF", open_quote},
     {"illegal document indicator", open_quote},
     {"unknown escape", bad_escape},
     {"bad character found while scanning hex", bad_escape},
     {"invalid unicode", bad_code_point},
     {"unknown token", reserved_character},
     {"illegal block entry", list_item_in_line},
     {"illegal map key", question_mark},
     {"illegal tab", tab},
     {"unexpected character in block", block_header},
     {"cannot set zero indentation", block_header},
     {"cannot assign multiple anchors", anchor_or_alias},
     {"cannot assign multiple aliases", anchor_or_alias},
     {"aliases can't", anchor_or_alias},
     {"alias not found", anchor_or_alias},
     {"anchor not found", anchor_or_alias},
     {"illegal character found while scanning alias", anchor_or_alias},
     {"illegal character found while scanning anchor", anchor_or_alias},
     {"cannot assign the same alias", anchor_or_alias},
     {"the referenced anchor", anchor_or_alias},
     {"illegal character found while scanning tag", tag},
     {"tag handle", tag},
     {"end of verbatim tag", tag},
     {"cannot assign multiple tags", tag},
     {"invalid tag", tag},
     {"TAG directives", tag},
     {"bad file", too_deep}}};

SyntaxFault explained(const Locator& locator, std::size_t offset, std::string_view parser_message) {
    const auto* const found = std::find_if(explainers.begin(), explainers.end(), [&](const Explainer& each) {
        return parser_message.starts_with(each.parser_message);
    });
    if (found != explainers.end()) return found->explain(locator, offset);
    return {offset, "this is not valid YAML: " + shown(parser_message)};
}

Fault located(const Locator& locator, SyntaxFault found) {
    Fault fault{.place = locator.at(found.offset),
                .message = std::move(found.message),
                .expected = std::move(found.expected),
                .hint = std::move(found.hint)};
    for (auto& [offset, message] : found.related)
        fault.related.push_back({locator.at(offset), std::move(message)});
    return fault;
}

/// A message about the first character that only looks like one with a meaning in YAML; "" if there is none.
std::string odd_character(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const Character next = character_at(line, at);
        at += next.length;
        if (next.code < 0x80 || plain_form(next.code).empty()) continue;
        return "the line contains the character " + described(next.code) + "; YAML knows only `" +
               std::string(plain_form(next.code)) + "`";
    }
    return {};
}

}  // namespace

Fault explain_syntax(const Locator& locator, std::size_t offset, std::string_view parser_message) {
    SyntaxFault fault = explained(locator, std::min(offset, locator.text().size()), parser_message);
    if (std::string odd = odd_character(locator.line(fault.offset)); !odd.empty())
        fault.hint = std::move(odd);
    return located(locator, std::move(fault));
}

Fault nested_too_deep(Place place) {
    return {.place = place, .message = depth_message()};
}

Fault explain_open_quote(const Locator& locator, std::size_t quote) {
    return located(locator, quote_at(locator, quote));
}

Fault explain_second_document(const Locator& locator, std::size_t offset) {
    return located(locator, text_after_document(locator, std::min(offset, locator.text().size())));
}

}  // namespace lca::document
