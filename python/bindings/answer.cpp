#include "python/bindings/answer.hpp"

#include <string>
#include <string_view>

#include "python/bindings/faults.hpp"

namespace lca::python {

namespace py = pybind11;

std::string json_text(const Report& report) {
    std::string text;
    report.json([&text](std::string_view piece) { text += piece; });
    return text;
}

py::list warning_list(Session& session) {
    return as_list(warnings_of(session));
}

py::tuple answer(const Report& report, Session& session) {
    return py::make_tuple(json_text(report), warning_list(session));
}

}  // namespace lca::python
