#pragma once
// The functions by which each file of the bindings adds to the Python module.

#include <pybind11/pybind11.h>

namespace lca::python {

namespace py = pybind11;

void translate_faults();                 // C++ exceptions become lca.Fault, OSError
void bind_query(py::module_& module);    // class Query: the scenario of a question
void bind_answers(py::module_& module);  // evaluate, compare: answers as JSON
void bind_tables(py::module_& module);   // sweep, gradient, catalogue: columns
void bind_draws(py::module_& module);    // sample: all samples, without a copy
void bind_fleet(py::module_& module);    // fleet: evaluates each row of a table

}  // namespace lca::python
