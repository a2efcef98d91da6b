// The compiled part of the Python package, module `lca._core`. Users call the Python code in python/lca.
#include <pybind11/pybind11.h>

#include "analyses/shared/evaluation.hpp"
#include "python/bindings/bindings.hpp"

PYBIND11_MODULE(_core, module) {
    module.doc() = "The compiled part of lca: the same analyses as the command's.";
    module.attr("version") = std::string(lca::version());
    lca::python::translate_faults();
    lca::python::bind_query(module);
    lca::python::bind_answers(module);
    lca::python::bind_tables(module);
    lca::python::bind_draws(module);
    lca::python::bind_fleet(module);
}
