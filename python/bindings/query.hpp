#pragma once
// Which scenario is asked, and what asking a question gives: its answer, or its faults.

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "python/bindings/faults.hpp"

namespace lca::python {

/// The scenario of a Python `Scenario`, and its folders of hardware.
struct Query {
    ScenarioSource source;
    std::vector<std::string> hardware_db;  // folders that add to the catalogue
};

/// Makes a class an instance of `type`, which a stub file can describe, and not of pybind11's own metaclass.
inline pybind11::metaclass plain_class() {
    return pybind11::metaclass(reinterpret_cast<PyObject*>(&PyType_Type));
}

std::unique_ptr<Session> open_session(const std::vector<std::string>& hardware_db);

/// Asks a question that returns nothing after an error. Throws RunFaults with the faults of the session.
/// Python's other threads run meanwhile.
template <class Ask>
auto answer_of(Session& session, Ask ask) {
    auto answer = [&] {
        const pybind11::gil_scoped_release released;
        return ask(session);
    }();
    if (!answer || session.failed()) throw RunFaults(faults_of(session));
    return answer;
}

}  // namespace lca::python
