#include "models/compile/run_text.hpp"

#include <cmath>
#include <limits>

#include "models/catalog/embedded.hpp"

namespace lca::test {
namespace {

double in_unit(const PointResult& result, std::string_view name) {
    const auto reference = find_result(result.results(), name);
    if (!reference) return -1;  // no such result: no test expects a negative number
    const auto value = result.value(*reference->row, reference->measure);
    if (!value) return std::numeric_limits<double>::quiet_NaN();
    return *value / measure(reference->measure).unit_in_base;
}

}  // namespace

double Run::kg(std::string_view name) const {
    return result ? in_unit(*result, name) : -2;
}
double Run::kwh(std::string_view name) const {
    return result ? in_unit(*result, std::string(name) + ".energy") : -2;
}
double Run::litres(std::string_view name) const {
    return result ? in_unit(*result, std::string(name) + ".water") : -2;
}
bool Run::assessed(std::string_view name) const {
    return result && !std::isnan(in_unit(*result, name));
}
double Run::output(std::string_view id) const {
    return result ? result->value("outputs." + std::string(id)).value.value_or(-1) : -2;
}
std::string Run::gaps(std::string_view name) const {
    const Results& results = model->results;
    const auto reference = find_result(results, name);
    std::string names;
    for (const Gap* gap : results.gaps_of(*reference->row, reference->measure)) {
        if (!names.empty()) names += ", ";
        names += results.name(*gap);
    }
    return names;
}

std::string Run::reasons(std::string_view name) const {
    const Results& results = model->results;
    const auto reference = find_result(results, name);
    std::string reasons;
    for (const Gap* gap : results.gaps_of(*reference->row, reference->measure)) {
        reasons += (reasons.empty() ? "" : ", ") + results.texts[gap->reason];
    }
    return reasons;
}

Run run(std::string_view body, std::string_view what_if) {
    Run run;
    run.session = std::make_unique<Session>(embedded_catalogue());
    if (const auto document = run.session->load_text("test.yaml", "lca: 1\ntitle: t\n" + std::string(body))) {
        run.model = run.session->compile(document, what_if);
    }
    run.messages = run.session->messages();
    if (run.model) run.result = std::make_unique<PointResult>(*run.model);
    return run;
}

Run run_activity(std::string_view activity) {
    return run(R"(
sites:
  here: {grid: {intensity: 1 kgCO2e/kWh}, pue: 2}
hardware:
  box: {kind: server, embodied: 100 kgCO2e}
  card: {kind: accelerator, embodied: 10 kgCO2e, power: {max: 500 W}, peak: {bf16: 2 TFLOP/s, fp32: 1 TFLOP/s}}
systems:
  cluster:
    site: here
    nodes: 4 node
    node:
      - {hardware: box}
      - {hardware: card, count: 2}
    lifetime: 1000 h
    utilisation: 50 %
activities:
  job:
    stage: training
    system: cluster
)" + std::string(activity));
}

}  // namespace lca::test
