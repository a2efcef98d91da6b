// A second evaluator, written apart: it walks the text by precedence and computes at once. Both agree bit for
// bit, or both fault.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <optional>
#include <string>

#include "lca/calc/expression.hpp"
#include "lca/calc/recorder.hpp"
#include "lca/math/elementary.hpp"

namespace {

/// Values of the names a, b and c.
constexpr double name_values[] = {0.75, 3, -2.5};

/// Evaluates well-formed text of single-digit numbers, a, b, c, operators, brackets and functions.
class Second {
public:
    explicit Second(const std::string& text) {
        for (char c : text) {
            if (c != ' ') text_ += c;
        }
    }

    /// Empty if any step is not finite.
    std::optional<double> evaluate() {
        double value = level(0);
        return finite_ ? std::optional(value) : std::nullopt;
    }

private:
    double seen(double value) {
        finite_ = finite_ && std::isfinite(value);
        return value;
    }
    char next() const { return at_ < text_.size() ? text_[at_] : ' '; }

    double level(int level_) {
        if (level_ == 2) return sign();
        std::string signs = level_ == 0 ? "+-" : "*/";
        double value = level(level_ + 1);
        while (signs.find(next()) != std::string::npos) {
            char operation = text_[at_++];
            double right = level(level_ + 1);
            if (operation == '+') value = value + right;
            if (operation == '-') value = value - right;
            if (operation == '*') value = value * right;
            if (operation == '/') value = value / right;
            seen(value);
        }
        return value;
    }

    double sign() {
        if (next() == '-') {
            ++at_;
            return -sign();
        }
        double base = atom();
        if (next() != '^') return base;
        ++at_;
        double exponent = sign();
        return seen(lca::power(base, exponent));
    }

    double atom() {
        char c = text_[at_];
        if (c == '(') {
            ++at_;
            double value = level(0);
            ++at_;
            return value;
        }
        if (c >= '0' && c <= '9') {
            ++at_;
            return c - '0';
        }
        std::string word;
        while (std::isalnum(static_cast<unsigned char>(next()))) word += text_[at_++];
        if (next() != '(') return name_values[word[0] - 'a'];
        ++at_;
        double value = level(0);
        while (next() == ',') {
            ++at_;
            double other = level(0);
            value = word == "min" ? (other < value ? other : value) : (other > value ? other : value);
        }
        ++at_;
        if (word == "sqrt") value = std::sqrt(value);
        if (word == "exp") value = lca::exponential(value);
        if (word == "ln") value = lca::natural_log(value);
        if (word == "log2") value = lca::binary_log(value);
        if (word == "ceil") value = std::ceil(value);
        if (word == "floor") value = std::floor(value);
        return seen(value);
    }

    std::string text_;
    std::size_t at_ = 0;
    bool finite_ = true;
};

std::string random_text(int depth) {
    int kind = depth == 0 ? *rc::gen::inRange(0, 2) : *rc::gen::inRange(0, 9);
    auto inner = [&] { return random_text(depth - 1); };
    std::string blank = *rc::gen::element<std::string>("", " ");
    switch (kind) {
        case 0:
            return std::to_string(*rc::gen::inRange(0, 10));
        case 1:
            return std::string(1, *rc::gen::element('a', 'b', 'c'));
        case 2:
            return "(" + blank + inner() + blank + ")";
        case 3:
            return "-" + inner();
        case 4:
            return *rc::gen::element<std::string>("sqrt", "exp", "ln", "log2", "ceil", "floor") + "(" +
                   inner() + ")";
        case 5:
            return *rc::gen::element<std::string>("min", "max") + "(" + inner() + "," + blank + inner() + ")";
        default:
            return inner() + blank + *rc::gen::element<std::string>("+", "-", "*", "/", "^") + blank +
                   inner();
    }
}

}  // namespace

TEST_CASE("two evaluators agree bit for bit, or both say that there is no finite value") {
    CHECK(rc::check("second evaluator", [] {
        std::string text = random_text(*rc::gen::inRange(0, 6));
        auto parsed = lca::Expression::parse(text);
        RC_ASSERT(std::holds_alternative<lca::Expression>(parsed));
        lca::Recorder recorder;
        auto resolve = [&](lca::Expression::Name name) -> lca::Parsed<lca::Term> {
            lca::Input input;
            input.value = name_values[name.text[0] - 'a'];
            return lca::Term{recorder.input(input), {}};
        };
        auto term = std::get<lca::Expression>(parsed).record(recorder, resolve);
        std::optional<double> second = Second(text).evaluate();
        RC_ASSERT(second.has_value() == std::holds_alternative<lca::Term>(term));
        if (!second) return;
        double first = recorder.value(std::get<lca::Term>(term).step);
        RC_ASSERT(std::bit_cast<std::uint64_t>(first) == std::bit_cast<std::uint64_t>(*second));
    }));
}
