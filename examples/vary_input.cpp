// Varies one input: compiles a scenario once, then evaluates the recording for many values at a time.
#include <cstdio>
#include <vector>

#include "lca/lca.hpp"

int main(int argc, char** argv) {
    if (argc != 2) {
        std::fputs("usage: vary_input SCENARIO.yaml (one with a parameter `lifetime`)\n", stderr);
        return 2;
    }
    lca::Session session(lca::embedded_catalogue());
    const auto model = session.compile_file(argv[1]);
    std::fputs(session.messages().c_str(), stderr);
    if (!model) return 2;

    const lca::Calculation& calculation = model->calculation;
    const auto lifetime = calculation.inputs().find("parameters.lifetime");
    const auto total = lca::find_result(model->results, "total");
    if (!lifetime || !total) return 2;

    // Values are in base units: a year is 365 × 86,400 s. For BLOOM the embodied part is 11.21 t at 6 years,
    // so 16.82 t at 4 and 8.41 t at 8 years.
    std::vector<double> years, seconds;
    for (int year = 4; year <= 8; ++year) {
        years.push_back(year);
        seconds.push_back(year * calculation.inputs()[*lifetime].unit_factor);
    }
    const lca::Column column{*lifetime, seconds};
    const lca::StepId wanted = total->row->steps[total->measure];
    const std::vector<double> totals = lca::evaluate(calculation, {&column, 1}, seconds.size(), {&wanted, 1});
    for (std::size_t i = 0; i < totals.size(); ++i)
        std::printf("%.0f yr  %.2f t\n", years[i], totals[i] / 1000);
}
