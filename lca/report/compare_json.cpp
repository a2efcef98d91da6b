// Comparisons as one JSON object: one object of results per variant.

#include "lca/report/compare_report.hpp"

namespace lca {
namespace {

void write_phases(JsonWriter& json, std::string_view key,
                  const std::array<std::optional<double>, Compared::phases>& by, double unit) {
    json.key(key).begin_object();
    for (std::size_t i = 0; i < by.size(); ++i) {
        json.entry(Results::phases()[i], by[i] ? std::optional(*by[i] / unit) : std::nullopt);
    }
    json.end_object();
}

void write_entry(JsonWriter& json, const Compared& entry, double unit) {
    const auto in_unit = [unit](std::optional<double> value) {
        return value ? std::optional(*value / unit) : std::nullopt;
    };
    json.begin_object();
    json.entry("total", in_unit(entry.total)).entry("difference", in_unit(entry.difference));
    json.entry("ratio", entry.ratio);
    write_phases(json, "by_phase", entry.by_phase, unit);
    write_phases(json, "difference_by_phase", entry.phase_difference, unit);
    json.key("partial").truth(entry.partial).end_object();
}

}  // namespace

std::string compare_json(const ComparedResults& compared) {
    JsonWriter json(4);
    json.begin_object().entry("schema_version", schema_version).entry("title", compared.title);
    write_provenance(json, compared.evaluations.front()->provenance);
    json.entry("base", compared.names.front());
    std::vector<std::vector<Compared>> by_measure;
    for (std::size_t m = 0; m < measure_count; ++m) by_measure.push_back(compared_by(compared, m));
    json.key("comparison").begin_object();
    for (std::size_t i = 0; i < compared.names.size(); ++i) {
        json.key(compared.names[i]).begin_object();
        for (std::size_t m = 0; m < measure_count; ++m) {
            if (m == market_measure && !by_measure[m][i].total) continue;
            json.key(measure(m).json_key);
            write_entry(json, by_measure[m][i], measure(m).unit_in_base);
        }
        json.end_object();
    }
    json.end_object().key("variants").begin_object();
    for (std::size_t i = 0; i < compared.names.size(); ++i) {
        json.key(compared.names[i]);
        write_evaluation(json, *compared.evaluations[i]);
    }
    json.end_object().end_object();
    return std::move(json).take();
}

}  // namespace lca
