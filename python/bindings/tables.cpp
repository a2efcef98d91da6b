// Answers that are tables: a sweep, a gradient, the catalogue.
#include <pybind11/stl.h>

#include "analyses/catalogue/catalogue.hpp"
#include "analyses/sensitivity/gradient.hpp"
#include "analyses/sweep/sweep.hpp"
#include "python/bindings/answer.hpp"
#include "python/bindings/bindings.hpp"
#include "python/bindings/interruptible.hpp"
#include "python/bindings/table.hpp"

namespace lca::python {
namespace {

/// An axis from a text as `--vary` takes it: "sites.idris.pue=1.05..1.6:12".
Axis axis_of(const std::string& text) {
    Parsed<Axis> parsed = Axis::parse(text);
    if (auto* axis = std::get_if<Axis>(&parsed)) return std::move(*axis);
    const TextFault& fault = std::get<TextFault>(parsed);
    throw RunFaults({{.message = text + ": " + fault.message,
                      .expected = fault.expected,
                      .hint = fault.hint,
                      .severity = "error"}},
                    text + ": " + fault.message);
}

/// An axis from its path and values: a text with a range or a list, as in `--vary`, or a list of texts.
Axis axis_of(const std::string& path, const std::variant<std::string, std::vector<std::string>>& values) {
    if (const auto* text = std::get_if<std::string>(&values)) return axis_of(path + "=" + *text);
    return Axis::list(path, std::get<std::vector<std::string>>(values));
}

using Vary = std::vector<std::pair<std::string, std::variant<std::string, std::vector<std::string>>>>;

SweepOptions sweep_options(const Vary& vary, const std::vector<std::string>& of) {
    SweepOptions options;
    for (const auto& [path, values] : vary) options.vary.push_back(axis_of(path, values));
    options.of = of;
    return options;
}

py::tuple sweep_query(const Query& query, const Vary& vary, const std::vector<std::string>& of) {
    const SweepOptions options = sweep_options(vary, of);
    const std::unique_ptr<Session> session = open_session(query.hardware_db);
    ColumnSink columns;
    SignalCheck signals;
    answer_of(*session, [&](Session& s) {
        auto prepared = prepare_sweep(s, query.source, options);
        if (!prepared) return false;
        try {
            report_of(*prepared, [&](std::uint64_t points) { return signals.none(points); }).records(columns);
        } catch (const SweepFault&) {
            return false;
        }
        return true;
    });
    signals.raise();
    return py::make_tuple(std::move(columns).take(), warning_list(*session));
}

py::tuple gradient_query(const Query& query, const std::string& of) {
    const std::unique_ptr<Session> session = open_session(query.hardware_db);
    const auto result = answer_of(*session, [&](Session& s) { return gradient(s, query.source, of); });
    ColumnSink columns;
    records_of(*result).write(columns);
    return py::make_tuple(std::move(columns).take(), warning_list(*session));
}

py::dict catalogue_section(Section section, const std::string& words,
                           const std::vector<std::string>& hardware_db) {
    const std::unique_ptr<Session> session = open_session(hardware_db);
    ColumnSink columns;
    const CatalogueList list =
        words.empty() ? list_catalogue(*session, section) : search_catalogue(*session, section, words);
    if (session->failed()) throw RunFaults(faults_of(*session));
    records_of(list).write(columns);
    return std::move(columns).take();
}

py::dict show_hardware(const std::vector<std::string>& ids, const std::vector<std::string>& hardware_db) {
    const std::unique_ptr<Session> session = open_session(hardware_db);
    ColumnSink columns;
    const CatalogueEntries shown = show_catalogue(*session, Section::hardware, ids);
    if (session->failed()) throw RunFaults(faults_of(*session));
    records_of(shown).write(columns);
    return std::move(columns).take();
}

}  // namespace

void bind_tables(py::module_& module) {
    module.def("sweep", &sweep_query, py::arg("query"), py::arg("vary"), py::arg("of"));
    module.def("gradient", &gradient_query, py::arg("query"), py::arg("of"));
    module.def("show", &show_hardware, py::arg("ids"), py::arg("hardware_db"));
    const auto section = [&module](const char* name, Section which) {
        module.def(
            name,
            [which](const std::string& words, const std::vector<std::string>& hardware_db) {
                return catalogue_section(which, words, hardware_db);
            },
            py::arg("words"), py::arg("hardware_db"));
    };
    section("hardware", Section::hardware);
    section("grids", Section::grid);
}

}  // namespace lca::python
