// Answers as JSON text, the same as the command `lca` prints: so both give exactly the same numbers.
#include <pybind11/stl.h>

#include <string>
#include <tuple>
#include <vector>

#include "analyses/comparison/comparison.hpp"
#include "analyses/evaluation/evaluation.hpp"
#include "models/results/measure.hpp"
#include "python/bindings/answer.hpp"
#include "python/bindings/bindings.hpp"

namespace lca::python {
namespace {

py::tuple evaluate_query(const Query& query) {
    const std::unique_ptr<Session> session = open_session(query.hardware_db);
    const auto result = answer_of(*session, [&](Session& s) { return evaluate(s, query.source); });
    return answer(report_of(*result), *session);
}

/// The faults of all compared scenarios, with places. compare() reads all but the first in other sessions
/// and passes on only messages; so each scenario is compiled again.
std::vector<LocatedFault> faults_of_each(const std::vector<Query>& queries) {
    std::vector<LocatedFault> faults;
    for (const Query& query : queries) {
        const std::unique_ptr<Session> session = open_session(query.hardware_db);
        compile(*session, query.source);
        const std::vector<LocatedFault> own = faults_of(*session).faults();
        faults.insert(faults.end(), own.begin(), own.end());
    }
    return faults;
}

py::tuple compare_queries(const std::vector<Query>& queries, const std::vector<std::string>& what_ifs,
                          std::uint64_t samples, std::uint64_t seed) {
    const std::unique_ptr<Session> session = open_session(queries.front().hardware_db);
    std::vector<ScenarioSource> sources;
    for (const Query& query : queries) sources.push_back(query.source);
    ComparisonOptions options{.what_ifs = what_ifs, .sampling = {.samples = samples, .seed = seed}};
    try {
        const auto result = answer_of(*session, [&](Session& s) { return compare(s, sources, options); });
        return answer(report_of(*result), *session);
    } catch (const RunFaults& found) {
        if (session->diagnostics().has_errors()) throw;
        throw RunFaults(faults_of_each(queries), found.text());
    }
}

/// Key in JSON, name and unit of each measure.
std::vector<std::tuple<std::string, std::string, std::string>> measure_texts() {
    std::vector<std::tuple<std::string, std::string, std::string>> texts;
    for (const Measure& measure : measures())
        texts.emplace_back(measure.json_key, measure.name, measure.unit);
    return texts;
}

}  // namespace

void bind_answers(py::module_& module) {
    module.def("measures", &measure_texts);
    module.def("evaluate", &evaluate_query, py::arg("query"));
    module.def("compare", &compare_queries, py::arg("queries"), py::arg("what_ifs"), py::arg("samples"),
               py::arg("seed"));
}

}  // namespace lca::python
