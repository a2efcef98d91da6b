// Parses an expression by recursive descent with limited depth; parts are stored after their operands.

#include <algorithm>
#include <array>
#include <optional>

#include "lca/base/file.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/expression.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

namespace {

constexpr std::size_t max_parts = 10'000;

bool digit(char c) {
    return c >= '0' && c <= '9';
}
bool letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}
bool blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

struct Function {
    std::string_view name;
    bool several;  // whether it takes two or more arguments; else one
};
constexpr std::array<Function, 8> functions = {{{"min", true},
                                                {"max", true},
                                                {"sqrt", false},
                                                {"exp", false},
                                                {"ln", false},
                                                {"log2", false},
                                                {"ceil", false},
                                                {"floor", false}}};

using Part = Expression::Part;
using Kind = Part::Kind;
using Index = std::optional<std::uint32_t>;  // index of a part; empty after an error

class Parser {
public:
    explicit Parser(std::string_view text) : text_(text) {}

    std::optional<TextFault> parse() {
        if (text_.size() > Limits::text_bytes)
            fail(0, text_.size(), "the expression is too long", "at most 64 kB");
        skip();
        if (!fault_ && at_ == text_.size())
            fail(0, text_.size(), "the expression is empty", "a value, such as `=2 * gpu_time`");
        if (!fault_ && sum(0) && at_ < text_.size()) unexpected();
        return fault_;
    }

    std::vector<Part> take() { return std::move(parts_); }

private:
    Index fail(std::size_t offset, std::size_t length, std::string message, std::string expected = "",
               std::string hint = "") {
        if (!fault_)
            fault_ = TextFault{offset, length, std::move(message), std::move(expected), std::move(hint)};
        return std::nullopt;
    }

    char peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }
    void skip() {
        while (at_ < text_.size() && blank(text_[at_])) ++at_;
    }

    Index add(Part part) {
        if (parts_.size() == max_parts)
            return fail(part.offset, part.length, "more than 10,000 parts in one expression");
        parts_.push_back(std::move(part));
        return static_cast<std::uint32_t>(parts_.size() - 1);
    }

    Index operation(char sign, std::size_t offset, std::vector<std::uint32_t> operands) {
        Part part{Kind::operation, sign, offset};
        part.operands = std::move(operands);
        return add(std::move(part));
    }

    /// Parses operands joined by any of `signs`, as left-associative operations.
    template <class Operand>
    Index chain(std::string_view signs, Operand operand) {
        Index left = operand();
        while (left && at_ < text_.size() && signs.find(peek()) != std::string_view::npos) {
            std::size_t offset = at_;
            char sign = text_[at_++];
            skip();
            Index right = operand();
            if (!right) return right;
            left = operation(sign, offset, {*left, *right});
        }
        return left;
    }

    Index sum(std::size_t depth) {
        return chain("+-", [&] { return chain("*/", [&] { return signed_power(depth); }); });
    }

    Index signed_power(std::size_t depth) {
        if (depth >= Limits::depth) return fail(at_, 1, "the expression is nested more than 64 deep");
        if (peek() == '-') {
            std::size_t offset = at_++;
            skip();
            Index operand = signed_power(depth + 1);
            return operand ? operation('~', offset, {*operand}) : operand;
        }
        Index base = primary(depth);
        if (!base || peek() != '^') return base;
        std::size_t offset = at_++;
        skip();
        Index exponent = signed_power(depth + 1);
        return exponent ? operation('^', offset, {*base, *exponent}) : exponent;
    }

    Index primary(std::size_t depth) {
        Index result;
        if (peek() == '(') {
            result = bracket(depth);
        } else if (peek() == '[') {
            result = literal();
        } else if (digit(peek()) || peek() == '.') {
            result = number();
        } else if (letter(peek())) {
            result = word(depth);
        } else {
            return unexpected();
        }
        skip();
        return result;
    }

    Index bracket(std::size_t depth) {
        std::size_t open = at_++;
        skip();
        if (peek() == ')') return fail(open, at_ + 1 - open, "an empty bracket", "a value in the bracket");
        Index result = sum(depth + 1);
        return result && close(open) ? result : std::nullopt;
    }

    bool close(std::size_t open) {
        if (peek() == ')') {
            ++at_;
            return true;
        }
        if (at_ == text_.size()) {
            fail(open, 1, "the bracket is never closed", "`)`");
        } else {
            unexpected();
        }
        return false;
    }

    Index literal() {
        std::size_t open = at_;
        std::size_t end = text_.find(']', open);
        if (end == std::string_view::npos) return fail(open, 1, "the bracket is never closed", "`]`");
        Parsed<Quantity> quantity = parse_quantity(text_.substr(open + 1, end - open - 1));
        if (auto* fault = std::get_if<TextFault>(&quantity)) {
            return fail(open + 1 + fault->offset, fault->length, fault->message, fault->expected,
                        fault->hint);
        }
        at_ = end + 1;
        Part part{Kind::number, 0, open, at_ - open, std::get<Quantity>(quantity).value};
        part.dimension = std::get<Quantity>(quantity).unit.dimension;
        part.text = text_.substr(open, part.length);
        return add(std::move(part));
    }

    Index number() {
        std::size_t length = number_length(text_.substr(at_));
        std::size_t end = at_ + length;
        while (end < text_.size() && (digit(text_[end]) || text_[end] == '.' || text_[end] == '_')) ++end;
        Parsed<double> value = parse_number(text_.substr(at_, std::max<std::size_t>(end - at_, 1)));
        if (auto* fault = std::get_if<TextFault>(&value)) {
            return fail(at_ + fault->offset, fault->length, fault->message, fault->expected, fault->hint);
        }
        Part part{Kind::number, 0, at_, length, std::get<double>(value)};
        at_ = end;
        skip();
        if (letter(peek()) || peek() == '%') return unit_without_bracket(part);
        return add(std::move(part));
    }

    Index unit_without_bracket(const Part& number) {
        std::size_t end = at_ + 1;
        while (end < text_.size() && (letter(text_[end]) || digit(text_[end]))) ++end;
        std::string_view word = text_.substr(at_, end - at_);
        if (word == "%" || find_unit(word) != nullptr) {
            std::string whole =
                std::string(text_.substr(number.offset, number.length)) + " " + std::string(word);
            return fail(number.offset, end - number.offset,
                        "a value with a unit is written in square brackets", "", "write `[" + whole + "]`");
        }
        return fail(at_, end - at_, "an operator is missing before `" + shown(word) + "`",
                    "`*` or another operator");
    }

    Index word(std::size_t depth) {
        std::size_t start = at_;
        while (at_ < text_.size() && (letter(text_[at_]) || digit(text_[at_]) || text_[at_] == '.')) ++at_;
        std::string_view name = text_.substr(start, at_ - start);
        std::size_t gap = name.find("..");
        if (gap != std::string_view::npos || name.back() == '.') {
            return fail(start, name.size(), in_quotes(name) + " is not a name",
                        "names of letters, digits and `_`, joined by single dots");
        }
        skip();
        if (peek() == '(') return call(name, start, depth);
        Part part{Kind::name, 0, start, name.size()};
        part.text = name;
        return add(std::move(part));
    }

    Index call(std::string_view name, std::size_t start, std::size_t depth) {
        auto known = std::find_if(functions.begin(), functions.end(),
                                  [&](const Function& f) { return f.name == name; });
        if (known == functions.end()) return unknown_function(name, start);
        Part part{Kind::function, 0, start, name.size()};
        part.text = name;
        std::size_t open = at_;
        do {
            ++at_;
            skip();
            if (part.operands.empty() && peek() == ')') break;
            Index argument = sum(depth + 1);
            if (!argument) return argument;
            part.operands.push_back(*argument);
        } while (peek() == ',');
        if (!close(open)) return std::nullopt;
        bool enough = known->several ? part.operands.size() >= 2 : part.operands.size() == 1;
        if (!enough) {
            return fail(start, at_ - start,
                        "`" + std::string(name) + "` has " + std::to_string(part.operands.size()) +
                            (part.operands.size() == 1 ? " argument" : " arguments"),
                        known->several ? "two arguments or more" : "one argument");
        }
        return add(std::move(part));
    }

    Index unknown_function(std::string_view name, std::size_t start) {
        std::vector<std::string_view> names;
        for (const Function& function : functions) names.push_back(function.name);
        std::string hint;
        if (name == "log") {
            hint = "write `ln` for the natural, `log2` for the binary logarithm";
        } else {
            hint = did_you_mean(name, names);
        }
        return fail(start, name.size(), "unknown function `" + shown(name) + "`",
                    "one of: min, max, sqrt, exp, ln, log2, ceil, floor", hint);
    }

    /// The fault to report for a character that is not allowed here.
    Index unexpected() {
        constexpr std::string_view value = "a number, a name, `[400 W]` or a bracket";
        if (at_ >= text_.size()) {
            std::size_t last = text_.size();
            while (last > 0 && blank(text_[last - 1])) --last;
            std::size_t offset = last == 0 ? 0 : last - 1;
            return fail(offset, 1, "the expression ends after `" + shown(text_.substr(offset, 1)) + "`",
                        std::string(value));
        }
        std::size_t length = 1;  // bytes of the character
        while (at_ + length < text_.size() &&
               (static_cast<unsigned char>(text_[at_ + length]) & 0xC0) == 0x80)
            ++length;
        std::string_view character = text_.substr(at_, length);
        std::string shown_text = in_quotes(character);
        if (character == ")") return fail(at_, 1, "`)` closes no bracket");
        if (character == "]") return fail(at_, 1, "`]` closes no bracket");
        if (character == ",")
            return fail(at_, 1, "`,` is allowed only between the arguments of `min` and `max`",
                        std::string(value));
        if (character == "*" && at_ > 0 && text_[at_ - 1] == '*')
            return fail(at_ - 1, 2, "`**` is not an operator", "", "raise with `^`");
        if (character == "+")
            return fail(at_, 1, "`+` before a value is not allowed", std::string(value), "leave it out");
        if (std::string_view("*/^").find(character[0]) != std::string_view::npos) {
            return fail(at_, 1, shown_text + " has nothing before it", std::string(value));
        }
        if (letter(character[0]) || digit(character[0]) || character == "(" || character == "[") {
            return fail(at_, 1, "an operator is missing before " + shown_text, "`*` or another operator");
        }
        std::string hint;
        if (character == "\xC3\x97" || character == "\xC2\xB7") hint = "multiply with `*`";
        if (character == "\xE2\x88\x92" || character == "\xE2\x80\x93")
            hint = "write the hyphen `-` for minus";
        return fail(at_, length, shown_text + " has no meaning in an expression", "", hint);
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<Part> parts_;
    std::optional<TextFault> fault_;
};

}  // namespace

Parsed<Expression> Expression::parse(std::string_view text) {
    Parser parser(text);
    if (auto fault = parser.parse()) return *std::move(fault);
    Expression result;
    result.parts_ = parser.take();
    return result;
}

}  // namespace lca
