// Operators on steps: each is recorded by the recorder of its operands.

#include "lca/calc/step.hpp"

#include <stdexcept>

#include "lca/calc/recorder.hpp"

namespace lca {

namespace {

Step recorded(Operation operation, Step a, Step b) {
    if (!a || !b) throw std::logic_error("the step has no value");
    return a.recorder()->record(operation, a, b);
}

}  // namespace

bool is_leaf(Operation operation) {
    return operation <= Operation::constant;
}

bool is_unary(Operation operation) {
    return operation >= Operation::negate;
}

Step operator+(Step a, Step b) {
    return recorded(Operation::add, a, b);
}
Step operator-(Step a, Step b) {
    return recorded(Operation::subtract, a, b);
}
Step operator*(Step a, Step b) {
    return recorded(Operation::multiply, a, b);
}
Step operator/(Step a, Step b) {
    return recorded(Operation::divide, a, b);
}
Step operator-(Step a) {
    return apply(Operation::negate, a);
}

Step minimum(Step a, Step b) {
    return recorded(Operation::minimum, a, b);
}
Step maximum(Step a, Step b) {
    return recorded(Operation::maximum, a, b);
}
Step power(Step base, Step exponent) {
    return recorded(Operation::power, base, exponent);
}

Step apply(Operation unary, Step a) {
    if (!a) throw std::logic_error("the step has no value");
    return a.recorder()->record(unary, a);
}

}  // namespace lca
