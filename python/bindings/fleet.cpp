// Evaluates a template for each row of a table whose columns are in memory.
#include "analyses/fleet/fleet.hpp"

#include <pybind11/numpy.h>
#include <pybind11/stl.h>

#include "python/bindings/answer.hpp"
#include "python/bindings/bindings.hpp"
#include "python/bindings/interruptible.hpp"
#include "python/bindings/table.hpp"

namespace lca::python {
namespace {

using Numbers = py::array_t<double, py::array::c_style | py::array::forcecast>;
using Cells = std::variant<Numbers, std::vector<std::string>>;
using Columns = std::vector<std::pair<std::string, Cells>>;
using Map = std::vector<std::pair<std::string, std::string>>;

constexpr const char* table_name = "<table>";

/// The table refers to `columns`, whose arrays must not change while a question is answered.
FleetTable table_of(const Columns& columns) {
    std::vector<FleetTableColumn> made;
    for (const auto& [heading, cells] : columns) {
        FleetTableColumn& column = made.emplace_back(FleetTableColumn{.heading = heading});
        if (const auto* numbers = std::get_if<Numbers>(&cells)) {
            column.numbers = {numbers->data(), static_cast<std::size_t>(numbers->size())};
            continue;
        }
        column.texts = std::get<std::vector<std::string>>(cells);
        column.is_text = true;
        for (const std::string& text : column.texts) {
            if (text.find('\0') != std::string::npos)
                throw InputError("a cell of the column `" + heading + "` holds a NUL character");
        }
    }
    return {table_name, std::move(made)};
}

/// `target` is a path, perhaps with a unit: "activities.job.dynamic.energy [kWh]".
FleetColumn column_of(const std::string& column, const std::string& target) {
    Parsed<FleetColumn> parsed = FleetColumn::parse("column=" + target);
    if (auto* made = std::get_if<FleetColumn>(&parsed)) {
        made->column = column;
        return std::move(*made);
    }
    const TextFault& fault = std::get<TextFault>(parsed);
    const std::string message = "the column `" + column + "`: " + fault.message;
    throw RunFaults({{.message = message, .hint = fault.hint, .severity = "error"}}, message);
}

Shard shard_of(const std::string& text) {
    if (text.empty()) return {};
    Parsed<Shard> parsed = Shard::parse(text);
    if (const auto* shard = std::get_if<Shard>(&parsed)) return *shard;
    const TextFault& fault = std::get<TextFault>(parsed);
    const std::string message = "the shard " + fault.message;
    throw RunFaults({{.message = message, .expected = fault.expected, .severity = "error"}},
                    message + ": expected " + fault.expected);
}

FleetOptions options_of(const Map& map, const std::vector<std::string>& of, const std::string& id,
                        const std::vector<std::string>& by, const std::string& cluster,
                        const std::string& shard, bool strict) {
    FleetOptions options{.of = of, .id = id, .cluster = cluster, .shard = shard_of(shard), .strict = strict};
    for (const auto& [column, target] : map) options.map.push_back(column_of(column, target));
    for (const std::string& text : by) options.by.push_back(FleetKey::parse(text));
    return options;
}

py::tuple fleet_query(const Query& query, const Columns& columns, const Map& map,
                      const std::vector<std::string>& of, const std::string& id,
                      const std::vector<std::string>& by, const std::string& cluster,
                      const std::string& shard, bool strict) {
    const FleetOptions options = options_of(map, of, id, by, cluster, shard, strict);
    const FleetTable table = table_of(columns);
    const std::unique_ptr<Session> session = open_session(query.hardware_db);
    ColumnSink sink;
    SignalCheck signals;
    const GoesOn goes_on = [&signals](std::uint64_t rows) { return signals.none(rows); };
    try {
        answer_of(*session, [&](Session& s) {
            const auto prepared = prepare_fleet(s, query.source, table, options, goes_on);
            if (!prepared) return signals.came();
            report_of(*prepared, goes_on).records(sink);
            return true;
        });
    } catch (const InputError& error) {
        if (!session->failed()) throw;
        throw faults_of(*session);
    }
    signals.raise();
    return py::make_tuple(std::move(sink).take(), warning_list(*session));
}

}  // namespace

void bind_fleet(py::module_& module) {
    module.def("fleet", &fleet_query, py::arg("query"), py::arg("columns"), py::arg("map"), py::arg("of"),
               py::arg("id"), py::arg("by"), py::arg("cluster"), py::arg("shard"), py::arg("strict"));
}

}  // namespace lca::python
