#pragma once
// What each file of the bindings adds to the module.

#include <pybind11/pybind11.h>

namespace lca::python {

void translate_faults();                       // C++ errors -> lca.Fault, OSError
void bind_query(pybind11::module_& module);    // which scenario is asked
void bind_answers(pybind11::module_& module);  // answers as the JSON of the command
void bind_tables(pybind11::module_& module);   // answers as columns
void bind_draws(pybind11::module_& module);    // every draw, as columns without a copy
void bind_fleet(pybind11::module_& module);    // a template for each row of a table

}  // namespace lca::python
