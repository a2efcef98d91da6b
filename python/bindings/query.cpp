#include "python/bindings/query.hpp"

#include <pybind11/stl.h>

#include "models/catalog/embedded.hpp"
#include "python/bindings/bindings.hpp"

namespace lca::python {

std::unique_ptr<Session> open_session(const std::vector<std::string>& hardware_db) {
    auto session = std::make_unique<Session>(embedded_catalogue());
    for (const std::string& folder : hardware_db) session->add_hardware_db(folder);
    if (session->failed()) throw RunFaults(faults_of(*session));
    return session;
}

void bind_query(py::module_& module) {
    using Edits = std::vector<std::pair<std::string, std::string>>;
    py::class_<Query>(module, "Query",
                      "A file or a text, one of its what-ifs, changes, and folders of hardware.",
                      plain_class())
        .def(py::init([](std::string path, std::optional<std::string> text, std::string what_if,
                         const Edits& edits, std::vector<std::string> hardware_db) {
                 Query query{
                     {.path = std::move(path), .text = std::move(text), .what_if = std::move(what_if)},
                     std::move(hardware_db)};
                 for (const auto& [at, value] : edits)
                     query.source.edits.push_back({.path = at, .value = value});
                 return query;
             }),
             py::arg("path"), py::arg("text"), py::arg("what_if"), py::arg("edits"), py::arg("hardware_db"));
}

}  // namespace lca::python
