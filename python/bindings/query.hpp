#pragma once
// The scenario of a question, and functions that answer a question or throw its faults.

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "python/bindings/faults.hpp"

namespace lca::python {

/// A Python `Scenario` in C++: where to read it, and folders of hardware.
struct Query {
    ScenarioSource source;
    std::vector<std::string> hardware_db;  // folders whose entries are added to the catalogue
};

/// The metaclass `type`, which stub files can describe, in place of pybind11's own metaclass.
inline pybind11::metaclass plain_class() {
    return pybind11::metaclass(reinterpret_cast<PyObject*>(&PyType_Type));
}

std::unique_ptr<Session> open_session(const std::vector<std::string>& hardware_db);

/// Calls `ask`, which returns an empty value after an error; then throws RunFaults with the session's faults.
/// Other Python threads can run meanwhile.
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
