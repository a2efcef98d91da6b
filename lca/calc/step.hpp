#pragma once
// Arithmetic that is written down instead of carried out.

#include <cstdint>

namespace lca {

class Recorder;

using StepId = std::uint32_t;
inline constexpr StepId no_step = 0xffffffff;

enum class Operation : std::uint8_t {
    input,
    constant,  // leaves
    add,
    subtract,
    multiply,
    divide,
    minimum,
    maximum,
    power,  // with two operands
    negate,
    square_root,
    exponential,
    natural_log,
    binary_log,
    ceiling,
    floor,
    mean_over_time,  // with one: the mean of a series over a duration, see Calculation::means
};
bool is_leaf(Operation operation);
bool is_unary(Operation operation);

/// One value of a recorded calculation: a place in a Recorder. The value type of Expr
/// (boost::units::quantity<U, Step>). There are no comparisons: a formula that branches on a value does not
/// compile; it says minimum or maximum.
class Step {
public:
    Step() = default;  // no value; using it is a bug that the recorder reports (std::logic_error)
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
