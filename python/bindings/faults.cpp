#include "python/bindings/faults.hpp"

#include <string>
#include <vector>

#include <pybind11/pybind11.h>
#include <pybind11/stl.h>

#include "python/bindings/bindings.hpp"

namespace lca::python {
namespace {

constexpr const char* severities[] = {"error", "warning", "note"};

/// Raises lca.Fault, an exception class written in Python.
void raise_fault(const std::vector<LocatedFault>& faults, const std::string& text) {
    const py::object made = py::module_::import("lca.faults").attr("_fault_of")(as_list(faults), text);
    PyErr_SetObject(py::type::of(made).ptr(), made.ptr());
}

void raise(std::exception_ptr pointer) {
    try {
        if (pointer) std::rethrow_exception(pointer);
    } catch (const RunFaults& error) {
        raise_fault(error.faults(), error.text());
    } catch (const InputError& error) {
        raise_fault({{.message = error.what(), .severity = severities[0]}}, error.what());
    } catch (const FileError& error) {
        PyErr_SetString(PyExc_OSError, error.what());
    }
}

}  // namespace

py::list as_list(const std::vector<LocatedFault>& faults) {
    py::list list;
    for (const LocatedFault& one : faults) {
        list.append(py::make_tuple(one.file, one.line, one.column, one.message, one.expected, one.hint,
                                   one.severity));
    }
    return list;
}

LocatedFault located(const Fault& fault, const Sources& sources) {
    LocatedFault result{.message = fault.message,
                        .expected = fault.expected,
                        .hint = fault.hint,
                        .severity = severities[static_cast<std::size_t>(fault.severity)]};
    if (!fault.place.known()) return result;
    result.file = sources[fault.place.file].name;
    result.line = fault.place.line;
    result.column = fault.place.column;
    return result;
}

RunFaults faults_of(Session& session) {
    std::vector<LocatedFault> faults;
    for (const Fault& fault : session.diagnostics().sorted())
        faults.push_back(located(fault, session.sources()));
    return RunFaults(std::move(faults), session.messages());
}

std::vector<LocatedFault> warnings_of(Session& session) {
    std::vector<LocatedFault> warnings;
    for (const Fault& fault : session.diagnostics().sorted()) {
        if (fault.severity != Severity::error) warnings.push_back(located(fault, session.sources()));
    }
    return warnings;
}

void translate_faults() {
    py::register_exception_translator(&raise);
}

}  // namespace lca::python
