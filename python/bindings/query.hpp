#pragma once
// Which scenario is asked, and what a run of a question leaves: its answer, or its faults.

#include <pybind11/pybind11.h>

#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "python/bindings/faults.hpp"

namespace lca::python {

/// What a Scenario of Python stands for.
struct Query {
    ScenarioSource source;
    std::vector<std::string> hardware_db;  // folders that add to the catalogue
};

/// Makes a class one of type `type`, as a stub can say it, not of pybind11's own.
inline pybind11::metaclass plain_class() {
    return pybind11::metaclass(reinterpret_cast<PyObject*>(&PyType_Type));
}

std::unique_ptr<Session> open_session(const std::vector<std::string>& hardware_db);

/// The answer of a question that gives nothing after an error. Throws RunFaults for those of the session;
/// what it warned of goes to `warnings`. Python's other threads go on meanwhile.
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
