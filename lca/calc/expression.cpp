// Records an expression: each part's dimension is checked before it is recorded, its value afterwards.

#include "lca/calc/expression.hpp"

#include <cmath>

#include "lca/calc/recorder.hpp"

namespace lca {

namespace {

using Part = Expression::Part;
using Kind = Part::Kind;

/// A recorded part; `literal` if it contains no name, so that its value never varies.
struct Recorded {
    Term term;
    bool literal = false;
};

TextFault fault_at(const Part& part, std::string message, std::string expected = "", std::string hint = "") {
    return {part.offset, part.length, std::move(message), std::move(expected), std::move(hint)};
}

std::string sign_of(const Part& part) {
    if (part.kind == Kind::function) return "`" + std::string(part.text) + "`";
    return std::string("`") + (part.operation == '~' ? '-' : part.operation) + "`";
}

std::string with_unit(Dimension dimension) {
    std::string unit = customary_unit(dimension);
    return unit.empty() ? name(dimension) : name(dimension) + " (" + unit + ")";
}

/// Whether a dimension consists of counts only. Each count has only one unit, so that the result of rounding
/// does not depend on the unit.
bool only_counts(Dimension dimension) {
    return dimension.exponent(Base::length) == 0 && dimension.exponent(Base::mass) == 0 &&
           dimension.exponent(Base::time) == 0 && dimension.exponent(Base::impact) == 0 &&
           dimension.exponent(Base::information) == 0 && dimension.exponent(Base::operation) == 0;
}

class Writer {
public:
    explicit Writer(Recorder& recorder) : recorder_(recorder) {}

    Parsed<Recorded> operation(const Part& part, const std::vector<Recorded>& operands) {
        if (part.kind == Kind::function) return function(part, operands);
        switch (part.operation) {
            case '~':
                return Recorded{{-operands[0].term.step, operands[0].term.dimension}, operands[0].literal};
            case '+':
            case '-':
                return of_one_dimension(part, operands);
            case '*':
            case '/':
                return scaled(part, operands);
            default:
                return raised(part, operands);
        }
    }

private:
    Parsed<Recorded> of_one_dimension(const Part& part, const std::vector<Recorded>& operands) {
        Recorded result = operands[0];
        for (std::size_t i = 1; i < operands.size(); ++i) {
            Dimension left = result.term.dimension, right = operands[i].term.dimension;
            if (left != right) {
                return fault_at(part,
                                sign_of(part) + " between " + with_unit(left) + " and " + with_unit(right),
                                "values of the same dimension", mix_up(left, right));
            }
            result.term.step = joined(part, result.term.step, operands[i].term.step);
            result.literal = result.literal && operands[i].literal;
        }
        return result;
    }

    Step joined(const Part& part, Step a, Step b) {
        if (part.kind == Kind::function) return part.text == "min" ? minimum(a, b) : maximum(a, b);
        return part.operation == '+' ? a + b : a - b;
    }

    Parsed<Recorded> scaled(const Part& part, const std::vector<Recorded>& operands) {
        const auto& [a, b] = std::pair(operands[0].term, operands[1].term);
        bool times = part.operation == '*';
        std::optional<Dimension> dimension =
            times ? multiply(a.dimension, b.dimension) : divide(a.dimension, b.dimension);
        if (!dimension) {
            return fault_at(part,
                            sign_of(part) + " between " + with_unit(a.dimension) + " and " +
                                with_unit(b.dimension) + " makes no sense",
                            "impacts of one kind, and exponents up to 100");
        }
        return Recorded{{times ? a.step * b.step : a.step / b.step, *dimension},
                        operands[0].literal && operands[1].literal};
    }

    Parsed<Recorded> raised(const Part& part, const std::vector<Recorded>& operands) {
        const Recorded &base = operands[0], &exponent = operands[1];
        if (!exponent.term.dimension.dimensionless()) {
            return fault_at(part, "the exponent is " + with_unit(exponent.term.dimension),
                            "an exponent without dimension");
        }
        std::optional<Dimension> dimension = base.term.dimension;
        if (!dimension->dimensionless()) {
            double power = recorder_.value(exponent.term.step);
            bool whole = exponent.literal && std::trunc(power) == power && std::fabs(power) <= 100;
            if (!whole && !(exponent.literal && power == 0.5)) {
                return fault_at(
                    part, with_unit(*dimension) + " can only be raised to a fixed whole number, or to 0.5",
                    "a number such as 2 as the exponent");
            }
            dimension = whole ? raise(*dimension, static_cast<int>(power)) : root(*dimension);
            if (!dimension)
                return fault_at(part, with_unit(base.term.dimension) + " cannot be raised to this power");
        }
        return Recorded{{power(base.term.step, exponent.term.step), *dimension},
                        base.literal && exponent.literal};
    }

    Parsed<Recorded> function(const Part& part, const std::vector<Recorded>& operands) {
        if (part.text == "min" || part.text == "max") return of_one_dimension(part, operands);
        const Recorded& argument = operands[0];
        Dimension dimension = argument.term.dimension;
        auto applied = [&](Operation operation) {
            return Recorded{{apply(operation, argument.term.step), dimension}, argument.literal};
        };
        if (part.text == "sqrt") {
            std::optional<Dimension> half = root(dimension);
            if (!half)
                return fault_at(part, with_unit(dimension) + " has no square root",
                                "a dimension that is a square");
            dimension = *half;
            return applied(Operation::square_root);
        }
        bool rounds = part.text == "ceil" || part.text == "floor";
        if (rounds && !only_counts(dimension)) {
            return fault_at(part, sign_of(part) + " of " + with_unit(dimension) + " depends on the unit",
                            "a count or a plain number",
                            "divide by a unit first, such as `" + std::string(part.text) + "(x / [1 " +
                                customary_unit(dimension) + "])`");
        }
        if (rounds) return applied(part.text == "ceil" ? Operation::ceiling : Operation::floor);
        if (!dimension.dimensionless()) {
            return fault_at(part, sign_of(part) + " of " + with_unit(dimension),
                            "a number without dimension");
        }
        if (part.text == "exp") return applied(Operation::exponential);
        return applied(part.text == "ln" ? Operation::natural_log : Operation::binary_log);
    }

    Recorder& recorder_;
};

/// The fault to report for a part whose value is not finite, though its operands are.
TextFault not_finite(const Part& part, double last_operand) {
    if (part.operation == '/' && last_operand == 0) return fault_at(part, "division by zero");
    if (part.text == "sqrt") return fault_at(part, "the square root of a negative number");
    if (part.text == "ln" || part.text == "log2")
        return fault_at(part, "the logarithm of a number that is not positive");
    return fault_at(part, "the result of " + sign_of(part) + " is out of range");
}

}  // namespace

std::vector<Expression::Name> Expression::names() const {
    std::vector<Name> result;
    for (const Part& part : parts_) {
        if (part.kind == Kind::name) result.push_back({part.text, part.offset});
    }
    return result;
}

Parsed<Term> Expression::record(Recorder& recorder, const Resolve& resolve) const {
    Writer writer(recorder);
    std::vector<Recorded> recorded;
    recorded.reserve(parts_.size());
    for (const Part& part : parts_) {
        if (part.kind == Kind::number) {
            const Step step = part.text.empty() || part.value == 0
                                  ? recorder.constant(part.value)
                                  : recorder.constant(part.value, part.text, part.dimension);
            recorded.push_back({{step, part.dimension}, true});
            continue;
        }
        if (part.kind == Kind::name) {
            Parsed<Term> term = resolve({part.text, part.offset});
            if (auto* fault = std::get_if<TextFault>(&term)) {
                fault->offset = part.offset;
                fault->length = part.length;
                return *fault;
            }
            recorded.push_back({std::get<Term>(term), false});
            continue;
        }
        std::vector<Recorded> operands;
        bool finite = true;
        for (std::uint32_t operand : part.operands) {
            operands.push_back(recorded[operand]);
            finite = finite && std::isfinite(recorder.value(operands.back().term.step));
        }
        Parsed<Recorded> result = writer.operation(part, operands);
        if (auto* fault = std::get_if<TextFault>(&result)) return *fault;
        recorded.push_back(std::get<Recorded>(result));
        if (finite && !std::isfinite(recorder.value(recorded.back().term.step))) {
            return not_finite(part, recorder.value(operands.back().term.step));
        }
    }
    return recorded.back().term;
}

}  // namespace lca
