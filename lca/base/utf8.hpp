#pragma once
// Characters of UTF-8 text, one at a time, and which of them are invisible to a reader.

#include <cstddef>
#include <string>
#include <string_view>

namespace lca {

/// One character: its code point and its length in bytes. If the bytes are not valid UTF-8 (also for overlong
/// forms, surrogates and codes above 10FFFF), `valid` is false and the length is 1.
struct Character {
    char32_t code = 0;
    std::size_t length = 1;
    bool valid = false;
};

/// The character at a byte offset, which must lie inside the text.
Character character_at(std::string_view text, std::size_t offset);

/// Whether a character can make a text look other than it is: control characters (also tab and line end),
/// marks of text direction, zero-width characters, line and paragraph separators.
bool is_invisible(char32_t code);

/// Whether the text consists of letters, digits and `_` only and starts with a letter (ASCII only).
bool is_id(std::string_view text);

inline bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
inline bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
inline char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

/// The text with all letters in lower case (ASCII letters only).
std::string lower_case(std::string_view text);
/// Whether two texts are equal if letter case is ignored (ASCII letters only).
bool same_letters(std::string_view a, std::string_view b);

/// The code point as text: "U+2212".
std::string code_name(char32_t code);

/// "U+2212 (minus sign)": the name is added for characters often pasted from word processors and papers.
std::string described(char32_t code);

/// The ASCII text that such a character was probably meant as ("-" for U+2212); "" if none is known.
std::string_view plain_form(char32_t code);

/// Number of columns the text takes in a terminal: two for East Asian wide characters, none for combining
/// ones, else one.
std::size_t columns(std::string_view utf8);

}  // namespace lca
