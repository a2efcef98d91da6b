// Random recordings: columns against points bit for bit, derivatives against differences.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <bit>
#include <cmath>
#include <string>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/calc/recorder.hpp"

namespace {

using lca::Operation;
using lca::Step;

constexpr std::size_t input_count = 4;

/// The plan of a random recording: which operation on which earlier steps. Smooth and positive if asked for.
struct Plan {
    struct Row {
        Operation operation;
        std::size_t left, right;
    };
    std::vector<Row> rows;
};

Plan random_plan(bool smooth) {
    using O = Operation;
    std::vector<O> operations =
        smooth ? std::vector{O::add, O::multiply, O::divide, O::square_root}
               : std::vector{O::add,         O::subtract,   O::multiply, O::divide,      O::minimum,
                             O::maximum,     O::power,      O::negate,   O::square_root, O::exponential,
                             O::natural_log, O::binary_log, O::ceiling,  O::floor};
    Plan plan;
    std::size_t length = *rc::gen::inRange<std::size_t>(1, smooth ? 12 : 60);
    for (std::size_t i = 0; i < length; ++i) {
        plan.rows.push_back({*rc::gen::elementOf(operations),
                             *rc::gen::inRange<std::size_t>(0, input_count + i),
                             *rc::gen::inRange<std::size_t>(0, input_count + i)});
    }
    return plan;
}

lca::Calculation recorded(const Plan& plan, const std::vector<double>& inputs) {
    lca::Recorder recorder;
    std::vector<Step> steps;
    for (std::size_t i = 0; i < input_count; ++i) {
        steps.push_back(recorder.input({.path = "x" + std::to_string(i), .value = inputs[i]}));
    }
    for (const auto& row : plan.rows) {
        steps.push_back(is_unary(row.operation)
                            ? recorder.record(row.operation, steps[row.left])
                            : recorder.record(row.operation, steps[row.left], steps[row.right]));
    }
    return std::move(recorder).finish();
}

bool same(double a, double b) {
    return std::bit_cast<std::uint64_t>(a) == std::bit_cast<std::uint64_t>(b) ||
           (std::isnan(a) && std::isnan(b));
}

}  // namespace

TEST_CASE("columns have the bits of points, for any recording, any inputs varied and any steps wanted") {
    CHECK(rc::check("columns are points", [] {
        Plan plan = random_plan(false);
        std::vector<double> base(input_count);
        for (double& value : base) value = *rc::gen::arbitrary<double>();
        lca::Calculation calculation = recorded(plan, base);
        std::size_t samples = *rc::gen::inRange<std::size_t>(1, 600);
        std::vector<std::vector<double>> data;
        std::vector<lca::Column> columns;
        for (std::size_t i = 0; i < input_count; ++i) {
            data.emplace_back(samples);
            for (std::size_t k = 0; k < samples; ++k)
                data[i][k] = base[i] * static_cast<double>(k % 7) - static_cast<double>(k % 5);
            if (*rc::gen::arbitrary<bool>()) columns.push_back({i, data[i]});
        }
        std::vector<lca::StepId> wanted;
        for (lca::StepId id = 0; id < calculation.steps().size(); ++id) {
            if (*rc::gen::inRange(0, 4) == 0) wanted.push_back(id);
        }
        wanted.push_back(static_cast<lca::StepId>(calculation.steps().size() - 1));
        std::vector<double> result = lca::evaluate(calculation, columns, samples, wanted);
        for (std::size_t k : {std::size_t{0}, samples / 2, samples - 1}) {
            std::vector<double> at = base;
            for (const lca::Column& column : columns) at[column.input] = column.values[k];
            std::vector<double> point = lca::evaluate(recorded(plan, at));
            for (std::size_t j = 0; j < wanted.size(); ++j)
                RC_ASSERT(same(result[j * samples + k], point[wanted[j]]));
        }
    }));
}

TEST_CASE("derivatives agree with central differences") {
    CHECK(rc::check("slopes", [] {
        Plan plan = random_plan(true);
        std::vector<double> base(input_count);
        for (double& value : base) value = 0.5 + *rc::gen::inRange(0, 1000) / 1000.0;
        lca::Calculation calculation = recorded(plan, base);
        std::vector<double> values = lca::evaluate(calculation);
        auto of = static_cast<lca::StepId>(values.size() - 1);
        RC_PRE(std::isfinite(values[of]) && std::fabs(values[of]) < 1e6);
        std::vector<double> slopes = lca::derivatives(calculation, values, of);
        for (std::size_t i = 0; i < input_count; ++i) {
            double step = 1e-5;
            std::vector<double> above = base, below = base;
            above[i] += step;
            below[i] -= step;
            double difference =
                (lca::evaluate(recorded(plan, above))[of] - lca::evaluate(recorded(plan, below))[of]) /
                (2 * step);
            // Truncation goes with step^2 and the third derivative, rounding with 1e-16 / step: 1e-5 of the
            // size is far above both for a dozen operations on numbers near 1.
            RC_ASSERT(std::fabs(slopes[i] - difference) <=
                      1e-5 * (std::fabs(difference) + std::fabs(values[of]) + 1e-3));
        }
    }));
}
