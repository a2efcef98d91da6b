#pragma once
// Characters of UTF-8 text, one at a time, and which of them a reader cannot see.

#include <cstddef>
#include <string>
#include <string_view>

namespace lca {

/// One character: its code point and its length in bytes. Where the bytes are no UTF-8 (overlong forms,
/// surrogates and codes above 10FFFF included), `valid` is false and the length is 1.
struct Character {
    char32_t code = 0;
    std::size_t length = 1;
    bool valid = false;
};

/// The character at a byte offset, which must be inside the text.
Character character_at(std::string_view text, std::size_t offset);

/// Control characters (tab and line end included), marks of text direction, zero-width characters, line and
/// paragraph separators: what makes a text look other than it is.
bool is_invisible(char32_t code);

/// Whether the text is one word of letters, digits and `_`, a letter first (ASCII only).
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

/// All of a text in small letters (ASCII only).
std::string lower_case(std::string_view text);
/// Equal but for the case of letters (ASCII only).
bool same_letters(std::string_view a, std::string_view b);

/// "U+2212".
std::string code_name(char32_t code);

/// "U+2212 (minus sign)": with the name of those that are often pasted from word processors and papers.
std::string described(char32_t code);

/// The ASCII text that was probably meant by such a character ("-" for U+2212), or "".
std::string_view plain_form(char32_t code);

/// Number of columns that a terminal gives the text: East Asian wide characters take two, combining ones
/// none.
std::size_t columns(std::string_view utf8);

}  // namespace lca
