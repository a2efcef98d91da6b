// All samples of some results, as columns that Python reads without a copy.
#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "analyses/uncertainty/uncertainty.hpp"
#include "python/bindings/answer.hpp"
#include "python/bindings/arrow.hpp"
#include "python/bindings/bindings.hpp"
#include "python/bindings/interruptible.hpp"

namespace lca::python {
namespace {

/// The samples, and the session that they refer to.
struct Drawn {
    std::unique_ptr<Session> session;
    Uncertainty uncertainty;

    const KeptDraws& at(std::size_t i) const { return uncertainty.draws.at(i); }
};
using SharedDrawn = std::shared_ptr<Drawn>;

SharedDrawn sample_query(const Query& query, std::uint64_t samples, std::uint64_t seed,
                         const std::vector<std::string>& of, bool sobol, unsigned threads) {
    UncertaintyOptions options;
    options.results = of;
    options.keep_draws = true;
    options.sampling = {samples, seed, sobol ? Sampling::sobol : Sampling::plain, threads};
    StopFlag stop = false;
    options.sampling.stop = &stop;
    std::unique_ptr<Session> session = open_session(query.hardware_db);
    auto result = interruptible(stop, [&] { return sample_uncertainty(*session, query.source, options); });
    if (!result || session->failed()) throw RunFaults(faults_of(*session));
    result->sampling.stop = nullptr;
    return std::make_shared<Drawn>(Drawn{std::move(session), std::move(*result)});
}

/// The column as a numpy array that refers to `self`: nothing is copied, and the samples live as long as the
/// array. None if the result is not assessed.
py::object view(const py::object& self, std::size_t i) {
    const KeptDraws& draws = self.cast<const Drawn&>().at(i);
    if (!draws.assessed) return py::none();
    py::array_t<double> array(static_cast<py::ssize_t>(draws.values.size()), draws.values.data(), self);
    array.attr("setflags")(py::arg("write") = false);
    return array;
}

ArrowColumn arrow_of(const KeptDraws& draws) {
    return {draws.unit.empty() ? draws.name : draws.name + " [" + draws.unit + "]", draws.values};
}

py::tuple whole_batch(const SharedDrawn& drawn) {
    std::vector<ArrowColumn> columns;
    for (const KeptDraws& draws : drawn->uncertainty.draws) {
        if (draws.assessed) columns.push_back(arrow_of(draws));
    }
    return arrow_batch(drawn, columns, columns.empty() ? 0 : drawn->uncertainty.sampling.samples);
}

py::tuple one_column(const SharedDrawn& drawn, std::size_t i) {
    if (!drawn->at(i).assessed) throw InputError(drawn->at(i).name + " is not assessed");
    return arrow_column(drawn, arrow_of(drawn->at(i)));
}

py::list columns_of(const Drawn& drawn) {
    py::list list;
    for (const KeptDraws& draws : drawn.uncertainty.draws)
        list.append(py::make_tuple(draws.name, draws.unit));
    return list;
}

}  // namespace

void bind_draws(py::module_& module) {
    py::class_<Drawn, SharedDrawn>(module, "Drawn", "The draws of some results; owns the columns.",
                                   plain_class())
        .def("columns", &columns_of, "(name, unit) of each column.")
        .def("json", [](const Drawn& drawn) { return json_of(drawn.uncertainty); })
        .def("warnings", [](const Drawn& drawn) { return warning_list(*drawn.session); })
        .def("view", &view, py::arg("column"))
        .def("arrow_column", &one_column, py::arg("column"))
        .def("arrow_batch", &whole_batch);
    module.def("sample", &sample_query, py::arg("query"), py::arg("samples"), py::arg("seed"), py::arg("of"),
               py::arg("sobol"), py::arg("threads"));
}

}  // namespace lca::python
