// Expressions: random text never breaks the reader, and expressions grown from the input agree with a second
// evaluator.

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/calc/expression.hpp"
#include "lca/calc/recorder.hpp"
#include "tests/fuzz/require.hpp"

namespace {

lca::Parsed<lca::Term> no_names(lca::Expression::Name name) {
    return lca::TextFault{name.offset, name.text.size(), "no such name"};
}

/// The input as a source of choices; 0 when it has run out.
class Choices {
public:
    explicit Choices(std::string_view bytes) : bytes_(bytes) {}
    unsigned next(unsigned below) {
        if (bytes_.empty()) return 0;
        const auto byte = static_cast<unsigned char>(bytes_.front());
        bytes_.remove_prefix(1);
        return byte % below;
    }

private:
    std::string_view bytes_;
};

/// A piece of an expression: its text, its value by the tree it was grown as, and how tightly it binds.
struct Piece {
    enum Binding { sum, product, sign, power, atom };
    std::string text;
    double value = 0;
    Binding binding = atom;
};

std::string within(const Piece& piece, Piece::Binding at_least) {
    return piece.binding >= at_least ? piece.text : "(" + piece.text + ")";
}

Piece leaf(Choices& choices) {
    const unsigned digits = choices.next(200);
    const double value = digits / 8.0;  // exact in binary and in three decimals
    return {std::to_string(digits / 8) + "." + std::to_string(1000 + digits % 8 * 125).substr(1), value};
}

Piece grow(Choices& choices, int depth);

Piece call(Choices& choices, int depth) {
    const unsigned which = choices.next(8);
    const Piece a = grow(choices, depth);
    if (which < 2) {
        const Piece b = grow(choices, depth);
        const double value = which == 0 ? std::min(a.value, b.value) : std::max(a.value, b.value);
        return {(which == 0 ? "min(" : "max(") + a.text + ", " + b.text + ")", value};
    }
    switch (which) {
        case 2:
            return {"sqrt(" + a.text + ")", std::sqrt(a.value)};
        case 3:
            return {"exp(" + a.text + ")", std::exp(a.value)};
        case 4:
            return {"ln(" + a.text + ")", std::log(a.value)};
        case 5:
            return {"log2(" + a.text + ")", std::log2(a.value)};
        case 6:
            return {"ceil(" + a.text + ")", std::ceil(a.value)};
        default:
            return {"floor(" + a.text + ")", std::floor(a.value)};
    }
}

Piece grow(Choices& choices, int depth) {
    if (depth == 0) return leaf(choices);
    const unsigned which = choices.next(9);
    if (which == 0) return leaf(choices);
    if (which == 1) {
        const Piece a = grow(choices, depth - 1);
        return {"-" + within(a, Piece::power), -a.value, Piece::sign};
    }
    if (which == 2) return call(choices, depth - 1);
    const Piece a = grow(choices, depth - 1);
    const Piece b = grow(choices, depth - 1);
    switch (which) {
        case 3:
            return {within(a, Piece::sum) + " + " + within(b, Piece::product), a.value + b.value, Piece::sum};
        case 4:
        case 5:
            return {within(a, Piece::sum) + "-" + within(b, Piece::product), a.value - b.value, Piece::sum};
        case 6:
            return {within(a, Piece::product) + "*" + within(b, Piece::power), a.value * b.value,
                    Piece::product};
        case 7:
            return {within(a, Piece::product) + " / " + within(b, Piece::power), a.value / b.value,
                    Piece::product};
        default:
            return {within(a, Piece::atom) + "^" + within(b, Piece::power), std::pow(a.value, b.value),
                    Piece::power};
    }
}

void arbitrary(std::string_view text) {
    const auto parsed = lca::Expression::parse(text);
    const auto check = [&](const lca::TextFault& fault) {
        require(fault.offset <= text.size(), "the fault lies behind the text", text);
        require(!fault.message.empty(), "a fault without words", text);
    };
    if (const auto* fault = std::get_if<lca::TextFault>(&parsed)) return check(*fault);
    lca::Recorder recorder;
    const auto term = std::get<lca::Expression>(parsed).record(recorder, no_names);
    if (const auto* fault = std::get_if<lca::TextFault>(&term)) check(*fault);
}

void grown(std::string_view bytes) {
    Choices choices(bytes);
    const Piece piece = grow(choices, 5);
    const std::string& text = piece.text;
    const auto parsed = lca::Expression::parse(text);
    require(std::holds_alternative<lca::Expression>(parsed), "a right expression is refused", text);
    lca::Recorder recorder;
    const auto term = std::get<lca::Expression>(parsed).record(recorder, no_names);
    if (!std::isfinite(piece.value)) return;  // may be refused, and inner infinities may cancel either way
    if (!std::holds_alternative<lca::Term>(term)) return;
    const double value = recorder.value(std::get<lca::Term>(term).step);
    const auto has = [&](std::string_view part) { return text.find(part) != std::string::npos; };
    // Where all operations round correctly, bits agree. A power of positive numbers is close; beyond that,
    // cancellation and the steps of ceil and floor magnify last digits without bound.
    if (!has("^") && !has("exp") && !has("ln") && !has("log2")) {
        require(value == piece.value, "the second evaluator disagrees", text);
    } else if (!has("-") && !has("ceil") && !has("floor") && !has("ln") && !has("log2")) {
        require(std::abs(value - piece.value) <= 1e-9 * std::abs(piece.value),
                "the second evaluator disagrees", text);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    if (bytes.front() == '=') {
        arbitrary(std::string(bytes.substr(1)));
    } else {
        grown(bytes);
    }
    return 0;
}
