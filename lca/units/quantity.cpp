// Parses quantities (a number, at most one blank, a unit; several terms for times) and formats them.

#include "lca/units/quantity.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>
#include <vector>

#include "lca/base/file.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/base_conversion.hpp"
#include "lca/units/unit_parser.hpp"

namespace lca {

namespace {

using units::parse_unit_factor;
using units::UnitFactor;
using units::word_length;

constexpr std::size_t max_quantity = 512;

/// One number with its unit and the unit's exact factor.
struct TermText {
    double number = 0;
    std::string_view unit;
    UnitFactor factor;
    std::size_t number_at = 0, unit_at = 0;
};

TextFault moved(TextFault fault, std::size_t by) {
    fault.offset += by;
    return fault;
}

double in_base(double number, const UnitFactor& factor) {
    return static_cast<double>(static_cast<long double>(number) * factor.multiple / factor.divisor);
}

/// "" and "%" are units only by themselves, not within a longer unit, so they are handled here.
Parsed<UnitFactor> factor_of(std::string_view unit) {
    if (unit.empty()) return UnitFactor{};
    if (unit == "%") return UnitFactor{{}, 1, 100};
    return parse_unit_factor(unit);
}

/// Length of the text at the front of `text` that looks like a number: digits and other characters that
/// people use in numbers.
std::size_t number_like_length(std::string_view text) {
    std::size_t length = 0;
    if (text.size() > 2 && text[0] == '0' &&
        std::string_view("xXbBoO").find(text[1]) != std::string_view::npos && is_digit(text[2])) {
        while (length < text.size() && (is_digit(text[length]) || is_letter(text[length]))) ++length;
        return length;
    }
    while (length < text.size()) {
        char c = text[length];
        bool exponent = (c == 'e' || c == 'E') && length > 0 && length + 1 < text.size() &&
                        (is_digit(text[length + 1]) || text[length + 1] == '-' || text[length + 1] == '+');
        if (!is_digit(c) && std::string_view(".,_'+-").find(c) == std::string_view::npos && !exponent) break;
        ++length;
    }
    return length;
}

/// The fault to report for a text that does not start with a number, or whose number is malformed.
TextFault no_number(std::string_view text) {
    if (text.empty()) return {0, 0, "the value is missing", "a number and a unit", "", true};
    if (std::size_t blank = units::blank_length(text)) {
        return {0, blank, "white space before the number", "a number and a unit", "", true};
    }
    if (text.size() > 1 && text[0] == '.' && is_letter(text[1])) {  // as in YAML's `.inf` and `.nan`
        const std::size_t length = 1 + word_length(text.substr(1));
        return {
            0,  length, in_quotes(text.substr(0, length)) + " is not a finite number", "a number and a unit",
            "", true};
    }
    std::size_t length = number_like_length(text);
    if (length > 0) {
        Parsed<double> number = parse_number(text.substr(0, length));
        if (auto* fault = std::get_if<TextFault>(&number)) return *fault;
        return {length, 1, in_quotes(text.substr(length, 1)) + " does not belong to a number",
                "a unit or the end"};
    }
    if (text[0] == '%') return {0, 1, "`%` comes before its number", "the number first", "", true};
    std::size_t word = word_length(text);
    if (text.size() > 1 && text[0] == 'P' && (is_digit(text[1]) || text[1] == 'T')) {
        return {0,  text.size(), "a duration is not written `" + shown(text) + "` here", "terms with units",
                "", true};
    }
    if (word > 0 && find_unit(text.substr(0, word)) != nullptr) {
        return {0, word, "the unit comes before its number", "the number first", "", true};
    }
    if (word > 0) {
        Parsed<double> number =
            parse_number(text.substr(0, word));  // has messages for `inf`, `nan` and other scripts' digits
        if (auto* fault = std::get_if<TextFault>(&number)) return *fault;
    }
    return {0,
            std::max<std::size_t>(word, 1),
            in_quotes(text) + " does not start with a number",
            "a number and a unit",
            "",
            true};
}

/// Offset at which the next term of `118 d 5 h` starts: a blank outside brackets, followed by a number; npos
/// if there is none.
std::size_t next_term(std::string_view text) {
    int depth = 0;
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i] == '(') ++depth;
        if (text[i] == ')') --depth;
        if (i == 0 || text[i] != ' ' || depth != 0) continue;
        char c = text[i + 1];
        char after = i + 2 < text.size() ? text[i + 2] : ' ';
        if (is_digit(c) || ((c == '-' || c == '+' || c == '.') && (is_digit(after) || after == '.')))
            return i;
    }
    return std::string_view::npos;
}

/// The fault to report for durations in other notations, `1:30` and `1d12h`; empty for any other text.
std::optional<TextFault> foreign_duration(std::string_view text, std::size_t number, std::string_view unit) {
    if (text.size() > number + 1 && text[number] == ':' && is_digit(text[number + 1])) {
        return TextFault{0,
                         text.size(),
                         in_quotes(text) + " may be hours and minutes or minutes and seconds",
                         "terms with units",
                         "",
                         true};
    }
    std::size_t letters = 0;
    while (letters < unit.size() && is_letter(unit[letters])) ++letters;
    const Unit* first = find_unit(unit.substr(0, letters));
    if (first != nullptr && letters < unit.size() && is_digit(unit[letters]) && find_unit(unit) == nullptr &&
        first->dimension == Dimension::of(Base::time)) {
        return TextFault{0,  text.size(), "terms of a duration are separated by a space", "terms with units",
                         "", true};
    }
    return std::nullopt;
}

/// Parses a text with exactly one term.
Parsed<TermText> parse_term(std::string_view text) {
    std::size_t length = number_length(text);
    if (length == 0 || number_like_length(text.substr(length)) > 0) return no_number(text);
    Parsed<double> number = parse_number(text.substr(0, length));
    if (auto* fault = std::get_if<TextFault>(&number)) return *fault;
    if (length == 1 && text[0] == '0' && number_like_length(text) > 1) return no_number(text);
    std::string_view rest = text.substr(length);
    if ((rest.starts_with('e') || rest.starts_with('E')) && word_length(rest) == 1) {
        return TextFault{0, length + 1,
                         "the exponent of `" + shown(text.substr(0, length + 1)) + "` has no digits",
                         "digits after the `e`"};
    }
    std::size_t blank = rest.starts_with(' ') ? 1 : 0;
    if (blank == 1 && rest.size() == 1)
        return TextFault{length, 1, "a space after the number", "a unit or the end"};
    std::string_view unit = rest.substr(blank);
    if (auto fault = foreign_duration(text, length, unit)) return *fault;
    if (unit == "%%" || unit == "% %")
        return TextFault{length + blank, unit.size(), "`%` appears twice", "a single `%`", "", true};
    Parsed<UnitFactor> factor = factor_of(unit);
    if (auto* fault = std::get_if<TextFault>(&factor)) return moved(*fault, length + blank);
    return TermText{std::get<double>(number), unit, std::get<UnitFactor>(factor), 0, length + blank};
}

std::optional<TextFault> out_of_range(double number, double value, std::size_t length, Dimension dimension) {
    const bool small = std::fabs(value) < min_magnitude;
    if (within_range(value) && (!small || number == 0)) return std::nullopt;
    const std::string base = coherent_unit(dimension);
    return TextFault{0, length,
                     small ? "the value is out of range: too small" : "the value is out of range: too large",
                     "0, or a magnitude from 1e-100 to 1e100" + (base.empty() ? std::string() : " " + base)};
}

UnitText unit_text(std::string_view text, const UnitFactor& factor) {
    return {factor.dimension, static_cast<double>(factor.multiple / factor.divisor), text, text == "%"};
}

/// The fault to report if several terms, as in `118 d 5 h`, are not times in different units without signs.
std::optional<TextFault> bad_terms(const std::vector<TermText>& terms) {
    for (const TermText& term : terms) {
        if (term.unit.empty())
            return TextFault{term.number_at, 1, "this number has no unit", "terms with units", "", true};
        if (term.factor.dimension != Dimension::of(Base::time)) {
            return TextFault{term.unit_at, term.unit.size(), "only times are written in several terms",
                             "one number and one unit"};
        }
        if (std::signbit(term.number))
            return TextFault{term.number_at, 1, "a sign inside a duration of several terms",
                             "terms without signs"};
    }
    for (std::size_t i = 1; i < terms.size(); ++i) {
        for (std::size_t before = 0; before < i; ++before) {
            if (terms[i].unit != terms[before].unit) continue;
            return TextFault{terms[i].unit_at, terms[i].unit.size(), "a unit appears twice in this duration",
                             "each unit once"};
        }
    }
    return std::nullopt;
}

Parsed<std::vector<TermText>> parse_terms(std::string_view text) {
    std::vector<TermText> terms;
    std::size_t at = 0;
    while (true) {
        std::size_t end = next_term(text.substr(at));
        bool last = end == std::string_view::npos || terms.size() == Limits::unit_factors;
        Parsed<TermText> term = parse_term(last ? text.substr(at) : text.substr(at, end));
        if (auto* fault = std::get_if<TextFault>(&term)) return moved(*fault, at);
        terms.push_back(std::get<TermText>(term));
        if (!last && terms.back().unit.empty()) {
            return TextFault{at + end, 1, "a space inside a number, or a unit is missing",
                             "a number and its unit", "separate thousands by `_`, or by nothing"};
        }
        terms.back().number_at += at;
        terms.back().unit_at += at;
        if (last) return terms;
        at += end + 1;
    }
}

}  // namespace

Parsed<UnitText> parse_unit(std::string_view text) {
    Parsed<UnitFactor> factor = factor_of(text);
    if (auto* fault = std::get_if<TextFault>(&factor)) return *fault;
    return unit_text(text, std::get<UnitFactor>(factor));
}

Parsed<BaseConversion> conversion_to_base(std::string_view unit) {
    Parsed<UnitFactor> factor = factor_of(unit);
    if (auto* fault = std::get_if<TextFault>(&factor)) return *fault;
    const UnitFactor& known = std::get<UnitFactor>(factor);
    return BaseConversion{known.multiple, known.divisor};
}

Parsed<Quantity> parse_quantity(std::string_view text) {
    if (text.size() > max_quantity) {
        return TextFault{0, text.size(), "the value is too long (" + std::to_string(text.size()) + " bytes)",
                         "at most 512 bytes"};
    }
    Parsed<std::vector<TermText>> parsed = parse_terms(text);
    if (auto* fault = std::get_if<TextFault>(&parsed)) return *fault;
    const auto& terms = std::get<std::vector<TermText>>(parsed);
    const TermText& first = terms.front();
    Quantity result;
    result.unit = unit_text(first.unit, first.factor);
    result.written = first.number;
    result.value = in_base(first.number, first.factor);
    result.terms = static_cast<int>(terms.size());
    result.bare = first.unit.empty();
    if (terms.size() > 1) {
        if (auto fault = bad_terms(terms)) return *fault;
        for (std::size_t i = 1; i < terms.size(); ++i)
            result.value += in_base(terms[i].number, terms[i].factor);
        result.written = result.value / result.unit.factor;
    }
    if (auto fault = out_of_range(first.number, result.value, text.size(), first.factor.dimension))
        return *fault;
    return result;
}

std::string to_text(double value, const UnitText& unit) {
    Parsed<UnitFactor> parsed = factor_of(unit.text);
    const auto* factor = std::get_if<UnitFactor>(&parsed);
    std::string suffix = unit.text.empty() ? "" : " " + std::string(unit.text);
    if (factor != nullptr && value != 0) {
        double near =
            static_cast<double>(static_cast<long double>(value) * factor->divisor / factor->multiple);
        for (int digits = 1; digits <= 17; ++digits) {
            char buffer[40];
            auto end = std::to_chars(buffer, buffer + sizeof buffer, near, std::chars_format::scientific,
                                     digits - 1);
            // Rounded up, the largest doubles overflow: such a text cannot be parsed again.
            const auto read = parse_number({buffer, static_cast<std::size_t>(end.ptr - buffer)});
            const auto* rounded = std::get_if<double>(&read);
            if (rounded != nullptr && in_base(*rounded, *factor) == value) return exact(*rounded) + suffix;
        }
    }
    if (value == 0) return "0" + suffix;
    // Not every double can be written as a number of this unit; base units can express it exactly.
    // exact.
    std::string base = coherent_unit(unit.dimension);
    return exact(value) + (base.empty() ? "" : " " + base);
}

}  // namespace lca
