#pragma once
// What Python gets as the answer to a question: its JSON, and the session's warnings.

#include <pybind11/pybind11.h>

#include "lca/page/report.hpp"
#include "python/bindings/query.hpp"

namespace lca::python {

/// The answer as JSON text.
std::string json_text(const Report& report);
/// Warnings as tuples (file, line, column, message, expected, hint, severity).
pybind11::list warning_list(Session& session);
/// The tuple (JSON text, list of warnings).
pybind11::tuple answer(const Report& report, Session& session);

}  // namespace lca::python
