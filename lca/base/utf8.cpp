#include "lca/base/utf8.hpp"

#include <utf8proc.h>

#include <algorithm>
#include <array>
#include <cstdint>

#include "lca/base/text.hpp"

namespace lca {
namespace {

struct CodeRange {
    char32_t first;
    char32_t last;
};

template <std::size_t n>
bool inside(const std::array<CodeRange, n>& ranges, char32_t code) {
    return std::any_of(ranges.begin(), ranges.end(),
                       [code](CodeRange range) { return code >= range.first && code <= range.last; });
}

constexpr std::array<CodeRange, 13> invisible{{{0x00, 0x1f},
                                               {0x7f, 0x9f},
                                               {0xad, 0xad},
                                               {0x61c, 0x61c},
                                               {0x180e, 0x180e},
                                               {0x200b, 0x200f},
                                               {0x2028, 0x202e},
                                               {0x2060, 0x206f},
                                               {0xfe00, 0xfe0f},
                                               {0xfeff, 0xfeff},
                                               {0xfff9, 0xfffb},
                                               {0xe0000, 0xe007f},
                                               {0xe0100, 0xe01ef}}};

struct Named {
    char32_t code;
    std::string_view name;
    std::string_view plain;
};

constexpr std::array<Named, 34> named{{{0x00, "NUL byte", ""},
                                       {0x09, "tab", " "},
                                       {0x0d, "carriage return", ""},
                                       {0x1b, "escape", ""},
                                       {0x7f, "delete", ""},
                                       {0x85, "next line", ""},
                                       {0xa0, "no-break space", " "},
                                       {0xad, "soft hyphen", ""},
                                       {0xb2, "superscript two", "^2"},
                                       {0xb3, "superscript three", "^3"},
                                       {0xd7, "multiplication sign", "*"},
                                       {0xbd, "fraction one half", "0.5"},
                                       {0x2002, "en space", " "},
                                       {0x2003, "em space", " "},
                                       {0x2009, "thin space", " "},
                                       {0x200b, "zero-width space", ""},
                                       {0x200c, "zero-width non-joiner", ""},
                                       {0x200d, "zero-width joiner", ""},
                                       {0x2010, "hyphen", "-"},
                                       {0x2011, "non-breaking hyphen", "-"},
                                       {0x2013, "en dash", "-"},
                                       {0x2014, "em dash", "-"},
                                       {0x2018, "typographic quote", "'"},
                                       {0x2019, "typographic quote", "'"},
                                       {0x201c, "typographic quote", "\""},
                                       {0x201d, "typographic quote", "\""},
                                       {0x201e, "typographic quote", "\""},
                                       {0x2028, "line separator", ""},
                                       {0x2029, "paragraph separator", ""},
                                       {0x202f, "narrow no-break space", " "},
                                       {0x2212, "minus sign", "-"},
                                       {0x2215, "division slash", "/"},
                                       {0xfeff, "byte-order mark", ""},
                                       {0xff1a, "full-width colon", ":"}}};

const Named* find_named(char32_t code) {
    const auto* const found =
        std::find_if(named.begin(), named.end(), [code](const Named& each) { return each.code == code; });
    return found == named.end() ? nullptr : found;
}

std::uint8_t byte_at(std::string_view text, std::size_t offset) {
    return static_cast<std::uint8_t>(text[offset]);
}

/// Length of a character by its first byte; 0 if no character starts with that byte.
std::size_t announced_length(std::uint8_t first) {
    if (first < 0x80) return 1;
    if (first >= 0xc2 && first <= 0xdf) return 2;
    if (first >= 0xe0 && first <= 0xef) return 3;
    if (first >= 0xf0 && first <= 0xf4) return 4;
    return 0;
}

bool is_legal(char32_t code, std::size_t length) {
    if (length == 3) return code >= 0x800 && (code < 0xd800 || code > 0xdfff);
    if (length == 4) return code >= 0x10000 && code <= 0x10ffff;
    return true;
}

}  // namespace

Character character_at(std::string_view text, std::size_t offset) {
    const std::uint8_t first = byte_at(text, offset);
    const std::size_t length = announced_length(first);
    if (length == 1) return {first, 1, true};
    const Character broken{first, 1, false};
    if (length == 0 || offset + length > text.size()) return broken;
    char32_t code = first & (0x7fU >> length);
    for (std::size_t i = 1; i < length; ++i) {
        const std::uint8_t next = byte_at(text, offset + i);
        if ((next & 0xc0U) != 0x80U) return broken;
        code = (code << 6U) | (next & 0x3fU);
    }
    return is_legal(code, length) ? Character{code, length, true} : broken;
}

bool is_invisible(char32_t code) {
    return inside(invisible, code);
}

bool is_id(std::string_view text) {
    return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_';
    });
}

bool same_letters(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string lower_case(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

std::string code_name(char32_t code) {
    constexpr std::string_view hex = "0123456789ABCDEF";
    std::string digits;
    for (char32_t rest = code; rest != 0 || digits.size() < 4; rest >>= 4U) {
        digits.insert(digits.begin(), hex[rest & 0xfU]);
    }
    return "U+" + digits;
}

std::string described(char32_t code) {
    const Named* const found = find_named(code);
    std::string result = code_name(code);
    if (found != nullptr) result.append(" (").append(found->name).append(")");
    return result;
}

std::string_view plain_form(char32_t code) {
    const Named* const found = find_named(code);
    return found == nullptr ? std::string_view{} : found->plain;
}

std::size_t columns(std::string_view utf8) {
    std::size_t count = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const Character next = character_at(utf8, at);
        at += next.length;
        const bool ascii = next.code < 0x80;
        count +=
            ascii ? 1 : static_cast<std::size_t>(utf8proc_charwidth(static_cast<std::int32_t>(next.code)));
    }
    return count;
}

std::size_t characters(std::string_view utf8) {
    return static_cast<std::size_t>(std::count_if(
        utf8.begin(), utf8.end(), [](char c) { return (static_cast<std::uint8_t>(c) & 0xc0U) != 0x80U; }));
}

}  // namespace lca
