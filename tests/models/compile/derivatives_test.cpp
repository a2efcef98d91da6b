// Exact derivatives of every scenario's total against central differences of the same recording.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <filesystem>
#include <string>
#include <vector>

#include "lca/calc/evaluate.hpp"
#include "lca/numerics/sensitivity.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

std::vector<std::string> scenario_files() {
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator("scenarios")) {
        if (entry.path().extension() == ".yaml") files.push_back(entry.path().string());
    }
    std::sort(files.begin(), files.end());
    return files;
}

/// (f(x + h) - f(x - h)) / 2h at every uncertain or certain input of a list, one column each.
std::vector<double> differences(const lca::Calculation& calculation, lca::StepId result,
                                const std::vector<std::size_t>& inputs, double relative) {
    std::vector<double> found;
    for (std::size_t input : inputs) {
        const double at = calculation.inputs().value(input), h = relative * std::fabs(at);
        const std::vector<double> values = {at - h, at + h};
        const lca::Column column{input, values};
        const std::vector<double> results = lca::evaluate(calculation, {&column, 1}, 2, {&result, 1});
        found.push_back((results[1] - results[0]) / (2 * h));
    }
    return found;
}

/// Stars and bounds stand on kinks at their printed values, where no difference is a derivative.
bool smooth(const lca::Calculation& calculation) {
    return std::none_of(
        calculation.steps().begin(), calculation.steps().end(), [](const lca::StepRecord& step) {
            return step.operation == lca::Operation::minimum || step.operation == lca::Operation::maximum ||
                   step.operation == lca::Operation::ceiling || step.operation == lca::Operation::floor;
        });
}

}  // namespace

TEST_CASE("every scenario: derivatives of its total are its central differences") {
    const std::vector<std::string> files = scenario_files();
    CHECK(files.size() > 5);
    std::size_t compared = 0;
    for (const std::string& file : files) {
        CAPTURE(file);
        lca::Session session(lca::embedded_catalogue());
        const auto model = session.compile_file(file);
        CHECK_MESSAGE(model, session.messages());
        if (!model) continue;
        const lca::Calculation& calculation = model->calculation;
        // The ends of hours are seconds since 1970, known to 2^-22 s: too coarse for differences of 1e-5.
        if (!smooth(calculation) || !calculation.means().empty()) continue;
        const auto reference = lca::find_result(model->results, "total");
        lca::StepId result = reference ? reference->row->steps[reference->measure] : lca::no_step;
        for (const lca::Output& output : model->results.outputs) {
            if (result == lca::no_step) result = output.step;
        }
        if (result == lca::no_step) continue;
        const std::vector<double> values = lca::evaluate(calculation);
        const std::vector<double> exact = lca::derivatives(calculation, values, result);
        std::vector<std::size_t> inputs;
        for (std::size_t i = 0; i < exact.size() && inputs.size() < 200; ++i) {
            if (calculation.inputs().value(i) != 0) inputs.push_back(i);
        }
        const double h = 1e-5;
        const std::vector<double> rough = differences(calculation, result, inputs, h);
        for (std::size_t k = 0; k < inputs.size(); ++k) {
            // The difference is off by h^2/6 of the third derivative, and by rounding of the result over 2h.
            const double scale = std::fabs(values[result] / calculation.inputs().value(inputs[k]));
            CAPTURE(calculation.inputs().path(inputs[k]));
            CHECK(std::fabs(exact[inputs[k]] - rough[k]) <=
                  1e-8 * std::max(scale, std::fabs(exact[inputs[k]])));
            ++compared;
        }
    }
    CHECK(compared > 100);
}
