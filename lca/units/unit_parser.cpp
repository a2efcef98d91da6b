// Recursive descent parser for units. Length and nesting depth are checked first.

#include "lca/units/unit_parser.hpp"

#include <cmath>
#include <optional>
#include <vector>

#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/quantity.hpp"
#include "lca/units/unit_hint.hpp"

namespace lca::units {

namespace {

constexpr int max_bracket_depth = 8;
constexpr int max_power = 9;

bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool beyond_ascii(char c) {
    return static_cast<unsigned char>(c) >= 0x80;
}

constexpr std::string_view middle_dot = "\xC2\xB7";
constexpr std::string_view multiplication_sign = "\xC3\x97";

class Reader {
public:
    /// `hints`: whether faults get hints; false if a text is only tried as a possible suggestion.
    explicit Reader(std::string_view text, bool hints = true) : text_(text), hints_(hints) {}

    Parsed<UnitFactor> whole() {
        std::optional<UnitFactor> unit = quotient(0);
        if (unit && at_ < text_.size()) unit = unexpected();
        if (!unit) return *fault_;
        double factor = static_cast<double>(unit->multiple / unit->divisor);
        if (!std::isfinite(factor) || factor == 0)
            return TextFault{0, text_.size(), "the unit is out of range"};
        return *unit;
    }

private:
    using Read = std::optional<UnitFactor>;

    std::string_view rest() const { return text_.substr(at_); }
    bool next_is(std::string_view token) const { return rest().starts_with(token); }

    Read fail(std::size_t offset, std::size_t length, std::string message, std::string expected = "",
              std::string hint = "") {
        fault_ = TextFault{offset, length, std::move(message), std::move(expected), std::move(hint)};
        return std::nullopt;
    }

    /// Parses a multiplication: `*` or `·` with or without a blank on each side, or one blank. False if none.
    bool times() {
        std::size_t at = at_;
        bool blank = at < text_.size() && text_[at] == ' ';
        if (blank) ++at;
        std::size_t sign = text_.substr(at).starts_with('*')          ? 1
                           : text_.substr(at).starts_with(middle_dot) ? middle_dot.size()
                                                                      : 0;
        if (sign == 0) {
            if (!blank || text_.substr(at).starts_with('/')) return false;
            at_ = at;
            return true;
        }
        at_ = at + sign;
        if (next_is(" ")) ++at_;
        return true;
    }

    bool slash() {
        std::size_t at = at_ + (next_is(" ") ? 1 : 0);
        if (!text_.substr(at).starts_with('/')) return false;
        slash_ = at;
        at_ = at + 1;
        if (next_is(" ")) ++at_;
        return true;
    }

    Read quotient(int depth) {
        std::size_t start = at_;
        Read result = product(depth);
        if (!result || !slash()) return result;
        std::size_t below_start = at_;
        Read below = factor(depth);
        if (!below) return below;
        if (at_ < text_.size() && text_[at_] != ')') return after_quotient(start, below_start);
        std::optional<Dimension> dimension = divide(result->dimension, below->dimension);
        if (!dimension) return mixed();
        return UnitFactor{*dimension, result->multiple * below->divisor, result->divisor * below->multiple};
    }

    Read product(int depth) {
        std::vector<std::string_view> words;
        Read result = factor(depth, &words);
        while (result && at_ < text_.size()) {
            std::size_t before = at_;
            if (!times()) break;
            if (at_ == text_.size()) return dangling(before);
            Read next = factor(depth, &words);
            if (!next) return next;
            std::optional<Dimension> dimension = multiply(result->dimension, next->dimension);
            if (!dimension) return mixed();
            result =
                UnitFactor{*dimension, result->multiple * next->multiple, result->divisor * next->divisor};
        }
        return result;
    }

    Read dangling(std::size_t before) {
        if (at_ == before + 1 && text_[before] == ' ') {
            return fail(before, 1, "a space after the unit", "the unit to be the end of the text");
        }
        return fail(before, at_ - before, "the multiplication sign has nothing after it", "a unit");
    }

    Read factor(int depth, std::vector<std::string_view>* words = nullptr) {
        Read result;
        std::size_t start = at_;
        if (next_is("(")) {
            result = bracket(depth);
        } else {
            result = word();
            if (result && words != nullptr) {
                std::string_view spelling = text_.substr(start, at_ - start);
                for (std::string_view earlier : *words) {
                    if (earlier == spelling && !next_is("^")) {
                        return fail(start, spelling.size(),
                                    "the unit `" + std::string(spelling) + "` appears twice", "",
                                    "for a square write `" + std::string(spelling) + "^2`");
                    }
                }
                words->push_back(spelling);
            }
        }
        return result ? exponent(*result) : result;
    }

    Read bracket(int depth) {
        std::size_t open = at_;
        if (depth == max_bracket_depth) return fail(open, 1, "brackets more than 8 deep in a unit");
        ++at_;
        if (next_is(")")) return fail(open, 2, "an empty bracket", "a unit in the bracket");
        Read result = quotient(depth + 1);
        if (!result) return result;
        if (at_ == text_.size()) return fail(open, 1, "the bracket is never closed", "`)`");
        if (!next_is(")")) return unexpected();
        ++at_;
        return result;
    }

    Read word() {
        std::size_t length = word_length(rest());
        if (length == 0) return unexpected();
        std::string_view spelling = text_.substr(at_, length);
        if (++factors_ > static_cast<int>(Limits::unit_factors)) {
            return fail(at_, length, "more than 16 factors in a unit");
        }
        const Unit* unit = find_unit(spelling);
        if (unit == nullptr)
            return fail(at_, length, "unknown unit `" + shown(spelling) + "`", "",
                        hints_ ? hint(length) : "");
        at_ += length;
        return UnitFactor{unit->dimension, unit->multiple, unit->divisor};
    }

    std::string hint(std::size_t length) const {
        const std::string_view spelling = text_.substr(at_, length);
        if (std::string joined = joined_hint(length); !joined.empty()) return joined;
        MeantUnit meant = meant_unit(spelling);
        for (std::string& unit : meant.write) unit = whole_with(at_, length, unit);
        if (meant.known()) return hint_text(meant);
        const char32_t first = character_at(spelling, 0).code;
        if (first >= 0x80) return "it starts with the character " + described(first);
        return "`lca units` lists all units";
    }

    /// The whole text with `unit` in place of a word, if that is a valid unit; else only `unit`.
    std::string whole_with(std::size_t at, std::size_t length, const std::string& unit) const {
        const std::string before(text_.substr(0, at)), after(text_.substr(at + length));
        for (const std::string& one : {before + unit + after, before + "(" + unit + ")" + after}) {
            if (std::holds_alternative<UnitFactor>(Reader(one, false).whole())) return one;
        }
        return unit;
    }

    /// A hint for a mass and a gas separated by a blank, such as "g" and "CO2e".
    std::string mass_of_gas(std::size_t start, std::string_view mass, std::string_view gas) const {
        const std::string whole = std::string(mass) + std::string(gas);
        if (find_unit(std::string(mass) + "CO2e") == nullptr) return "";
        MeantUnit meant = meant_unit(whole);
        if (meant.write.empty()) meant.write = {whole};
        for (std::string& unit : meant.write) unit = whole_with(start, mass.size() + 1 + gas.size(), unit);
        if (meant.where.empty())
            meant.why = "the unit of mass is written together with CO2e, without a space";
        return hint_text(meant);
    }

    /// A hint for one unit written in two words, as in `57 g CO2e/kWh` or `130 M tokens`; else "".
    std::string joined_hint(std::size_t length) const {
        const std::string_view spelling = text_.substr(at_, length);
        const std::string_view before = text_.substr(0, at_);
        if (spelling.starts_with("CO2") && before.ends_with(' ')) {
            std::size_t start = before.size() - 1;
            while (start > 0 && letter(before[start - 1])) --start;
            return mass_of_gas(start, before.substr(start, before.size() - 1 - start), spelling);
        }
        const std::string_view symbol = prefix_symbol(spelling), after = text_.substr(at_ + length);
        if (after.starts_with(" CO2")) {
            std::string joined = mass_of_gas(at_, spelling, after.substr(1, word_length(after.substr(1))));
            if (!joined.empty()) return joined;
        }
        const std::size_t next = after.starts_with(' ') ? word_length(after.substr(1)) : 0;
        if (symbol.empty() || next == 0) return "";
        const std::string unit = std::string(symbol) + std::string(after.substr(1, next));
        if (find_unit(unit) == nullptr) return "";
        return hint_text({.why = "a prefix belongs to its unit, without a space",
                          .write = {whole_with(at_, length + 1 + next, unit)}});
    }

    Read exponent(UnitFactor base) {
        if (!next_is("^")) return base;
        std::size_t start = at_++;
        bool negative = next_is("-");
        if (negative) ++at_;
        std::size_t digits = 0;
        while (at_ + digits < text_.size() && is_digit(text_[at_ + digits])) ++digits;
        if (digits == 0)
            return fail(start, at_ - start, "`^` has no exponent after it",
                        "a whole number from 1 to 9, such as `^2` or `^-1`");
        int power = digits == 1 ? text_[at_] - '0' : 0;
        at_ += digits;
        if (power < 1 || power > max_power || next_is(".") || next_is("e")) {
            return fail(start, at_ - start, "the exponent of a unit is out of range",
                        "a whole number from 1 to 9, or its negative");
        }
        if (next_is("^")) return fail(at_, 1, "exponents cannot be nested", "a single exponent");
        std::optional<Dimension> dimension = raise(base.dimension, negative ? -power : power);
        if (!dimension) return mixed();
        UnitFactor result{*dimension, 1, 1};
        for (int i = 0; i < power; ++i) {
            result.multiple *= base.multiple;
            result.divisor *= base.divisor;
        }
        if (negative) std::swap(result.multiple, result.divisor);
        return result;
    }

    Read mixed() {
        return fail(0, at_, "the unit multiplies impacts of different kinds, or has an exponent above 100");
    }

    /// The fault to report for text after `a/b`; its hint shows how to write the unit with one bracket.
    Read after_quotient(std::size_t start, std::size_t below_start) {
        if (rest() == " ")
            return fail(at_, 1, "a space after the unit", "the unit to be the end of the text");
        std::size_t end = at_;
        while (end < text_.size() && text_[end] != '(' && text_[end] != ')') ++end;
        bool plain = text_.substr(below_start, end - below_start).find('(') == std::string_view::npos;
        std::string below;
        for (char c : text_.substr(below_start, end - below_start)) below += c == '/' || c == ' ' ? '*' : c;
        while (!below.empty() && below.back() == '*') below.pop_back();
        std::string hint;
        if (plain && (next_is("*") || next_is("/") || next_is(" ") || next_is(middle_dot))) {
            std::string above(text_.substr(start, slash_ - start));
            if (!above.empty() && above.back() == ' ') above.pop_back();
            hint = "write `" + above + "/(" + below + ")` if all of that is in the denominator";
        }
        if (next_is("^")) return unexpected();
        std::string what =
            next_is("/") || next_is(" /") ? "only one `/` is allowed" : "more than one unit after `/`";
        return fail(at_, text_.size() - at_, what, "one unit or one bracket after `/`, then nothing", hint);
    }

    /// The fault to report for a character that is not allowed here, with what it may be meant as.
    Read unexpected() {
        constexpr std::string_view expected = "a unit, such as `kWh` or `kgCO2e/(GPU*h)`";
        if (at_ == text_.size()) {
            std::size_t back = at_ == 0 ? 0 : 1;
            if (at_ == 0) return fail(0, 0, "the unit is missing", std::string(expected));
            return fail(at_ - back, back, in_quotes(text_.substr(at_ - back, back)) + " has nothing after it",
                        "a unit");
        }
        char c = text_[at_];
        if (std::size_t blank = blank_length(rest())) return unexpected_blank(blank);
        if (c == '/')
            return fail(at_, 1, "`/` has nothing before it", "a unit; for one per hour write `h^-1`");
        if (c == '*' && at_ > 0 && text_[at_ - 1] == '*') {
            return fail(at_ - 1, 2, "`**` is not an operator of units", "", "raise with `^`: `m^2`");
        }
        if (c == '*' || next_is(middle_dot)) {
            return fail(at_, c == '*' ? 1 : middle_dot.size(),
                        "the multiplication sign has nothing before it", "a unit");
        }
        if (next_is(multiplication_sign)) {
            return fail(at_, multiplication_sign.size(), "`×` is not an operator of units", "",
                        "multiply with `*`");
        }
        if (c == '^') return fail(at_, 1, "`^` follows no unit that it could raise");
        if (c == ')') return fail(at_, 1, "`)` closes no bracket");
        if (c == '(') return fail(at_, 1, "an operator is missing before the bracket", "`*` or `/`");
        if (c == '%')
            return fail(at_, 1, "`%` is written once, right after its number, without another unit");
        if (is_digit(c) || c == '.') {
            return fail(at_, 1, "a number inside the unit", "one number, before the unit",
                        "for one per hour write `h^-1`");
        }
        return fail(at_, 1, in_quotes(text_.substr(at_, 1)) + " has no meaning in a unit",
                    std::string(expected));
    }

    Read unexpected_blank(std::size_t length) {
        if (length == 1 && text_[at_] == ' ') {
            return fail(at_, 1,
                        at_ + 1 == text_.size() ? "a space after the unit" : "a space too many in the unit",
                        "one space or none");
        }
        return fail(at_, length,
                    "white space other than an ordinary space: " + described(character_at(text_, at_).code),
                    "an ordinary space");
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t slash_ = 0;
    int factors_ = 0;
    bool hints_;
    std::optional<TextFault> fault_;
};

}  // namespace

std::size_t blank_length(std::string_view text) {
    if (text.empty()) return 0;
    if (text[0] == ' ' || (text[0] >= '\t' && text[0] <= '\r')) return 1;
    if (text.starts_with("\xC2\xA0")) return 2;              // U+00A0
    if (text.size() >= 3 && text.starts_with("\xE2\x80")) {  // U+2000..200A, U+202F
        auto last = static_cast<unsigned char>(text[2]);
        if ((last >= 0x80 && last <= 0x8A) || last == 0xAF) return 3;
    }
    return text.starts_with("\xE3\x80\x80") || text.starts_with("\xE2\x81\x9F") ? 3 : 0;  // U+3000, U+205F
}

std::size_t word_length(std::string_view text) {
    if (text.empty() || !(letter(text[0]) || beyond_ascii(text[0]))) return 0;
    std::size_t length = 0;
    while (length < text.size()) {
        std::string_view rest = text.substr(length);
        if (rest.starts_with(middle_dot) || rest.starts_with(multiplication_sign) || blank_length(rest) > 0)
            break;
        char c = text[length];
        if (!letter(c) && !is_digit(c) && !beyond_ascii(c) && c != '-') break;
        ++length;
    }
    return length;
}

Parsed<UnitFactor> parse_unit_factor(std::string_view text) {
    if (text.size() > Limits::unit_bytes) {
        return TextFault{0, text.size(),
                         "the unit text is too long (" + std::to_string(text.size()) + " bytes)",
                         "at most 128 bytes"};
    }
    return Reader(text).whole();
}

}  // namespace lca::units
