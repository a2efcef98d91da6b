#pragma once
// What a question returns to Python: its JSON, and the warnings of the run.

#include <pybind11/pybind11.h>

#include "lca/page/report.hpp"
#include "python/bindings/query.hpp"

namespace lca::python {

/// The text of JSON.
std::string json_text(const Report& report);
/// Warnings as tuples (file, line, column, message, expected, hint, severity).
pybind11::list warning_list(Session& session);
/// (JSON, warnings).
pybind11::tuple answer(const Report& report, Session& session);

}  // namespace lca::python
