#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>
#include <system_error>

#include "lca/base/file.hpp"
#include "lca/base/shortest.hpp"
#include "lca/base/utf8.hpp"

namespace lca {
namespace {

constexpr std::string_view a_number = "a number such as 1082990, 1_082_990, 1.08e6 or .5";

/// Where the parts of a number end, as byte offsets in the text.
struct Parts {
    std::size_t sign = 0;      // end of the sign
    std::size_t whole = 0;     // end of the digits before the decimal point
    std::size_t fraction = 0;  // end of the decimal point and its digits
    std::size_t end = 0;       // end of the exponent
    bool has_digits = false;
    bool open_point = false;     // whether a decimal point has no digit after it
    bool open_exponent = false;  // whether an `e` has no digit after it: it is not part of the number
};

bool digit_at(std::string_view text, std::size_t at) {
    return at < text.size() && is_digit(text[at]);
}

/// The end of the digits that start at `at`, which may have single `_` between them.
std::size_t digits_end(std::string_view text, std::size_t at) {
    while (digit_at(text, at) || (at > 0 && at < text.size() && text[at] == '_' && is_digit(text[at - 1]) &&
                                  digit_at(text, at + 1))) {
        ++at;
    }
    return at;
}

Parts split(std::string_view text) {
    Parts parts;
    if (!text.empty() && text[0] == '-') parts.sign = 1;
    parts.whole = digits_end(text, parts.sign);
    parts.fraction = parts.whole;
    if (parts.whole < text.size() && text[parts.whole] == '.') {
        const std::size_t end = digits_end(text, parts.whole + 1);
        parts.open_point = end == parts.whole + 1;
        if (!parts.open_point) parts.fraction = end;
    }
    parts.has_digits = parts.fraction > parts.sign;
    parts.end = parts.fraction;
    if (!parts.has_digits || parts.open_point) return parts;
    if (parts.end < text.size() && lower(text[parts.end]) == 'e') {
        std::size_t at = parts.end + 1;
        if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
        parts.open_exponent = !digit_at(text, at);
        if (!parts.open_exponent) {
            while (digit_at(text, at)) ++at;
            parts.end = at;
        }
    }
    return parts;
}

bool has_leading_zero(std::string_view text, const Parts& parts) {
    return parts.whole > parts.sign + 1 && text[parts.sign] == '0';
}

TextFault fault(std::string_view text, std::size_t offset, std::string message, std::string hint = {}) {
    const std::size_t length = offset < text.size() ? character_at(text, offset).length : 1;
    return {offset, length, std::move(message), std::string(a_number), std::move(hint)};
}

TextFault whole_fault(std::string_view text, std::string message, std::string hint = {}) {
    return {0, std::max<std::size_t>(1, text.size()), std::move(message), std::string(a_number),
            std::move(hint)};
}

std::string folded(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

/// Whether the text is `.inf`, `NaN`, `infinity`, `nan(1)` and the like, with or without a sign.
bool names_no_finite_number(std::string_view text) {
    std::string word = folded(text.substr(text.find_first_not_of("+-.") == std::string_view::npos
                                              ? text.size()
                                              : text.find_first_not_of("+-.")));
    return word == "inf" || word == "infinity" || word == "nan" || word.starts_with("nan(");
}

/// "hexadecimal" and the like for a text with a prefix such as `0x`; "" for other texts.
std::string_view radix_name(std::string_view text) {
    const std::string_view body = text.substr(text.starts_with('-') || text.starts_with('+') ? 1 : 0);
    if (body.size() < 3 || body[0] != '0') return {};
    switch (lower(body[1])) {
        case 'x':
            return "hexadecimal";
        case 'o':
            return "octal";
        case 'b':
            return "binary";
        default:
            return {};
    }
}

/// The text without its thousands separators `thousands`, and with '.' instead of its decimal mark `decimal`.
std::string with_marks(std::string_view text, char thousands, char decimal) {
    std::string result;
    for (const char c : text) {
        if (c != thousands) result += c == decimal ? '.' : c;
    }
    return result;
}

bool is_grouped(std::string_view text, char mark) {
    const std::size_t first = text.find(mark);
    if (first == std::string_view::npos || first == 0 || first > 4) return false;
    for (std::size_t at = first; at < text.size() && text[at] == mark; at += 4) {
        if (!digit_at(text, at + 1) || !digit_at(text, at + 2) || !digit_at(text, at + 3)) return false;
        if (at + 4 == text.size()) return true;
    }
    return false;
}

/// The fault to report for a decimal comma or a wrong thousands separator; empty if the text has neither.
std::optional<TextFault> foreign_separator(std::string_view text) {
    const std::size_t comma = text.find(',');
    if (comma == std::string_view::npos) {
        const std::size_t apostrophe = text.find('\'');
        if (apostrophe == std::string_view::npos || !digit_at(text, apostrophe + 1)) return std::nullopt;
        return fault(text, apostrophe, "`'` does not separate thousands",
                     "write " + with_marks(text, '\'', 0));
    }
    const bool more_commas = text.find(',', comma + 1) != std::string_view::npos;
    const std::size_t point = text.find('.');
    if (more_commas || (point != std::string_view::npos && point > comma)) {
        const std::string plain = with_marks(text, ',', 0);
        return fault(text, comma, "`,` does not separate thousands in " + in_quotes(text),
                     "write " + shown(plain));
    }
    if (point != std::string_view::npos) {
        return fault(text, comma, "decimal comma in " + in_quotes(text),
                     "write " + shown(with_marks(text, '.', ',')));
    }
    const std::string as_decimal = shown(with_marks(text, 0, ','));
    if (!is_grouped(text, ','))
        return fault(text, comma, "decimal comma in " + in_quotes(text), "write " + as_decimal);
    return fault(text, comma,
                 "a comma in " + in_quotes(text) + " could be a decimal comma or separate thousands",
                 "write " + as_decimal + " or " + with_marks(text, ',', 0));
}

TextFault blank_inside(std::string_view text, std::size_t at) {
    const bool ends = text.find_first_not_of(" \t\n\r", at) == std::string_view::npos;
    if (ends || at == 0) return fault(text, at, "space before or after the number " + in_quotes(text));
    return fault(text, at, "a space inside the number " + in_quotes(text),
                 "separate thousands by `_`, or by nothing");
}

TextFault foreign_character(std::string_view text, std::size_t at, Character character) {
    if (!character.valid) return fault(text, at, "bytes that are not UTF-8 in " + in_quotes(text));
    const std::string_view plain = plain_form(character.code);
    std::string hint;
    if (!plain.empty() && plain != " ") hint.append("write `").append(plain).append("`");
    if (plain == " ") hint = "write a plain space, or none";
    return fault(text, at, "the character " + described(character.code) + " in the number " + in_quotes(text),
                 hint.empty() ? "only the digits 0 to 9, `.`, `-`, `_` and `e` make a number" : hint);
}

/// The fault to report for the byte at which the number's grammar ends, though the text goes on.
TextFault stopped_at(std::string_view text, const Parts& parts, std::size_t at) {
    const char c = text[at];
    const std::string name = in_quotes(text);
    if (parts.open_exponent && at == parts.fraction) {
        return fault(text, at, "the exponent of " + name + " has no digits");
    }
    if (parts.open_point && at == parts.fraction) {
        return fault(text, at, "no digit after the decimal point of " + name,
                     "write " + std::string(text.substr(0, parts.whole)) + " or " +
                         std::string(text.substr(0, parts.whole)) + ".0");
    }
    if (c == '.' && at > parts.fraction)
        return fault(text, at, "the exponent of " + name + " is not a whole number");
    if (c == '.') return fault(text, at, "a second decimal point in " + name);
    if (c == '_') return fault(text, at, "`_` in " + name + " is not between two digits");
    if (c == '-' || c == '+') return fault(text, at, "a second sign in " + name);
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') return blank_inside(text, at);
    if (c == ':')
        return fault(text, at, name + " is not a number", "times are written with units: `1 h 30 min`");
    return fault(text, at, in_quotes(text.substr(at)) + " after the number in " + name);
}

/// The fault to report for a text that is not a number.
TextFault refusal(std::string_view text, const Parts& parts) {
    if (text.empty()) return whole_fault(text, "a number is missing");
    if (names_no_finite_number(text)) return whole_fault(text, in_quotes(text) + " is not a finite number");
    const std::string_view radix = radix_name(text);
    if (!radix.empty()) {
        return whole_fault(text, std::string(radix) + " number " + in_quotes(text) + " is not allowed",
                           "write it in decimal");
    }
    for (std::size_t at = 0; at < text.size(); ++at) {
        const Character next = character_at(text, at);
        if (!next.valid || next.code >= 0x80) return foreign_character(text, at, next);
    }
    if (parts.has_digits) {
        if (auto separator = foreign_separator(text)) return *std::move(separator);
        return stopped_at(text, parts, parts.end);
    }
    if (text.size() > 1 && (text[0] == '+' || text[0] == '-') && (text[1] == '-' || text[1] == '+')) {
        return fault(text, 1, "a second sign in " + in_quotes(text));
    }
    if (text[0] == '+' && split(text.substr(1)).end == text.size() - 1) {
        return fault(text, 0, "`+` before the number " + in_quotes(text),
                     "write " + std::string(text.substr(1)));
    }
    if (text[0] == ' ' || text[0] == '\t' || text[0] == '\n') return blank_inside(text, 0);
    return whole_fault(text, in_quotes(text) + " is not a number");
}

/// Whether a number out of a double's range is too large rather than too small, judged by the sign of its
/// exponent, or without one by its digits.
bool is_large(std::string_view text, const Parts& parts) {
    const std::string_view exponent = text.substr(parts.fraction, parts.end - parts.fraction);
    if (exponent.size() > 1) return exponent[1] != '-';
    return parts.whole - parts.sign > 1;
}

Parsed<double> converted(std::string_view text, const Parts& parts) {
    std::array<char, Limits::number_bytes> digits{};
    const auto* const last =
        std::copy_if(text.begin(), text.end(), digits.begin(), [](char c) { return c != '_'; });
    const auto length = static_cast<std::size_t>(last - digits.begin());
    double value = 0;
    const auto [end, code] = std::from_chars(digits.data(), digits.data() + length, value);
    const std::string_view mantissa = text.substr(0, parts.fraction);
    const bool is_zero = mantissa.find_first_of("123456789") == std::string_view::npos;
    if (is_zero) return 0.0;  // also for -0 and for any exponent
    if (code == std::errc::result_out_of_range || !std::isfinite(value) || value == 0) {
        if (is_large(text, parts)) {
            return whole_fault(text, in_quotes(text) + " is out of range",
                               "the largest number is about 1.8e308; write it in a larger unit");
        }
        return whole_fault(text, in_quotes(text) + " is out of range: so small that it would become 0",
                           "write 0, or a smaller unit");
    }
    if (code != std::errc() || end != digits.data() + length)
        return whole_fault(text, in_quotes(text) + " is not a number");
    return value;
}

}  // namespace

Parsed<double> parse_number(std::string_view text) {
    if (text.size() > Limits::number_bytes) {
        return whole_fault(
            text, "a number of " + std::to_string(text.size()) + " characters: " + in_quotes(text, 20),
            "a number has at most 64 characters");
    }
    const Parts parts = split(text);
    if (!parts.has_digits || parts.open_point || parts.end != text.size()) return refusal(text, parts);
    if (has_leading_zero(text, parts)) {
        const std::size_t zeros = std::min(text.find_first_not_of("0_", parts.sign), parts.whole - 1);
        return fault(text, parts.sign, "leading zero in " + in_quotes(text),
                     "write " + std::string(text.substr(0, parts.sign)) + std::string(text.substr(zeros)));
    }
    return converted(text, parts);
}

std::size_t number_length(std::string_view text) {
    const Parts parts = split(text);
    return !parts.has_digits || parts.open_point || has_leading_zero(text, parts) ? 0 : parts.end;
}

std::size_t write_exact(double value, char* to) {
    if (const std::size_t size = base::write_shortest(value, to)) return size;
    const auto [end, code] = std::to_chars(to, to + max_exact, value);
    return code == std::errc() ? static_cast<std::size_t>(end - to) : 0;
}

void append_exact(std::string& text, double value) {
    std::array<char, max_exact> buffer;
    text.append(buffer.data(), write_exact(value, buffer.data()));
}

std::string exact(double value) {
    std::string text;
    append_exact(text, value);
    return text;
}

}  // namespace lca
