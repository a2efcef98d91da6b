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
struct SampledColumns {
    std::unique_ptr<Session> session;
    Uncertainty uncertainty;

    const KeptDraws& at(std::size_t i) const { return uncertainty.draws.at(i); }
};
using SharedSampledColumns = std::shared_ptr<SampledColumns>;

SharedSampledColumns sample_query(const Query& query, std::uint64_t samples, std::uint64_t seed,
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
    return std::make_shared<SampledColumns>(SampledColumns{std::move(session), std::move(*result)});
}

/// The column as a numpy array that refers to `self`: nothing is copied, and the samples live as long as the
/// array. None if the result is not assessed.
py::object view(const py::object& self, std::size_t i) {
    const KeptDraws& draws = self.cast<const SampledColumns&>().at(i);
    if (!draws.assessed) return py::none();
    py::array_t<double> array(static_cast<py::ssize_t>(draws.values.size()), draws.values.data(), self);
    array.attr("setflags")(py::arg("write") = false);
    return array;
}

ArrowColumn arrow_of(const KeptDraws& draws) {
    return {draws.unit.empty() ? draws.name : draws.name + " [" + draws.unit + "]", draws.values};
}

py::tuple whole_batch(const SharedSampledColumns& sampled) {
    std::vector<ArrowColumn> columns;
    for (const KeptDraws& draws : sampled->uncertainty.draws) {
        if (draws.assessed) columns.push_back(arrow_of(draws));
    }
    return arrow_batch(sampled, columns, columns.empty() ? 0 : sampled->uncertainty.sampling.samples);
}

py::tuple one_column(const SharedSampledColumns& sampled, std::size_t i) {
    if (!sampled->at(i).assessed) throw InputError(sampled->at(i).name + " is not assessed");
    return arrow_column(sampled, arrow_of(sampled->at(i)));
}

py::list columns_of(const SampledColumns& sampled) {
    py::list list;
    for (const KeptDraws& draws : sampled.uncertainty.draws)
        list.append(py::make_tuple(draws.name, draws.unit));
    return list;
}

}  // namespace

void bind_draws(py::module_& module) {
    py::class_<SampledColumns, SharedSampledColumns>(
        module, "SampledColumns", "The draws of some results; owns the columns.", plain_class())
        .def("columns", &columns_of, "(name, unit) of each column.")
        .def("json", [](const SampledColumns& sampled) { return json_of(sampled.uncertainty); })
        .def("warnings", [](const SampledColumns& sampled) { return warning_list(*sampled.session); })
        .def("view", &view, py::arg("column"))
        .def("arrow_column", &one_column, py::arg("column"))
        .def("arrow_batch", &whole_batch);
    module.def("sample", &sample_query, py::arg("query"), py::arg("samples"), py::arg("seed"), py::arg("of"),
               py::arg("sobol"), py::arg("threads"));
}

}  // namespace lca::python
