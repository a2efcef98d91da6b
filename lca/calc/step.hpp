#pragma once
// Operations that are recorded as steps of a calculation.

#include <cstdint>

namespace lca {

class Recorder;

using StepId = std::uint32_t;
inline constexpr StepId no_step = 0xffffffff;

enum class Operation : std::uint8_t {
    input,
    constant,  // input and constant are the leaves
    add,
    subtract,
    multiply,
    divide,
    minimum,
    maximum,
    power,  // add to power: two operands
    negate,
    square_root,
    exponential,
    natural_log,
    binary_log,
    ceiling,
    floor,
    mean_over_time,  // one operand, like those from negate on; its series is in Calculation::means
};
bool is_leaf(Operation operation);
bool is_unary(Operation operation);

/// The value of a recorded operation: its index in a Recorder. The value type of Expr
/// (boost::units::quantity<U, Step>). It has no comparisons: a formula that branches on a value does not
/// compile; minimum and maximum are recorded instead.
class Step {
public:
    Step() = default;  // without a value; its use throws std::logic_error
    Step(Recorder& recorder, StepId id) : recorder_(&recorder), id_(id) {}

    StepId id() const { return id_; }
    Recorder* recorder() const { return recorder_; }
    explicit operator bool() const { return recorder_ != nullptr; }

    friend Step operator+(Step a, Step b);
    friend Step operator-(Step a, Step b);
    friend Step operator*(Step a, Step b);
    friend Step operator/(Step a, Step b);
    friend Step operator-(Step a);
    friend Step operator+(Step a) { return a; }
    Step& operator+=(Step other) { return *this = *this + other; }

private:
    Recorder* recorder_ = nullptr;
    StepId id_ = no_step;
};

Step minimum(Step a, Step b);
Step maximum(Step a, Step b);
Step power(Step base, Step exponent);
Step apply(Operation unary, Step a);

}  // namespace lca
