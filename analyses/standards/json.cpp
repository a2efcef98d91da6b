// System boundary, coverage of figures, methods and data quality as JSON.
#include "analyses/standards/data_quality.hpp"
#include "analyses/standards/outside_boundary.hpp"
#include "analyses/standards/standards.hpp"
#include "lca/page/json_writer.hpp"

namespace lca {
namespace {

/// Writes the boundary that the study states, and which stages the figures cover; nothing if it states
/// none.
void write_boundary(JsonWriter& json, const PointResult& result) {
    const Results& results = result.results();
    if (!results.boundary) return;
    json.key("boundary").begin_object();
    json.texts("inside", names_of(results.boundary->provided));
    json.texts("not_provided", names_of(results.boundary->not_provided));
    json.key("hardware").begin_array();
    for (const StagesShown& one : results.boundary->hardware) {
        json.begin_object().entry("of", one.of).texts("stages", names_of(one));
        json.key("by_stage").truth(!one.not_by_stage).end_object();
    }
    json.end_array();
    const std::vector<standards::OutsideBoundary> outside = standards::outside_boundary(result);
    if (!outside.empty()) json.key("outside_in_total").begin_array();
    for (const standards::OutsideBoundary& one : outside) {
        json.begin_object().entry("of", one.part);
        json.entry(measure(index_of::climate).json_key, one.value / measure(index_of::climate).unit_in_base);
        json.end_object();
    }
    if (!outside.empty()) json.end_array();
    json.entry_if("gwp", results.boundary->stated.gwp);
    json.entry_if("cut_off", results.boundary->stated.cut_off).end_object();
}

/// Writes a word; null if it is empty, as nothing is stated.
void write_word(JsonWriter& json, std::string_view key, const std::string& word) {
    json.key(key);
    word.empty() ? json.null() : json.value(word);
}

void write_hardware(JsonWriter& json, const Results& results) {
    if (results.hardware.empty()) return;
    json.key("embodied_bases").begin_array();
    for (const HardwareBasis& one : results.hardware) {
        json.begin_object().entry("of", one.of);
        write_word(json, "covers", one.basis.covers);
        write_word(json, "method", one.basis.method);
        json.entry_if("gwp", one.basis.gwp).entry_if("reserves", one.basis.reserves);
        json.entry_if("energy", one.basis.energy).end_object();
    }
    json.end_array();
}

void write_methods(JsonWriter& json, const Results& results) {
    if (!results.gwp.empty()) json.key("gwp_versions").begin_object();
    for (const auto& [version, names] : results.gwp) json.texts(version, names);
    if (!results.gwp.empty()) json.end_object();
    if (results.water.empty()) return;
    json.key("site_water").begin_array();
    for (const WaterBasis& one : results.water) {
        write_word(json.begin_object().entry("of", one.of), "counts", one.counts);
        json.end_object();
    }
    json.end_array();
}

}  // namespace

void write_data_quality(JsonWriter& json, const PointResult& point, std::size_t index) {
    const std::optional<DataQuality> quality = data_quality(point, index);
    if (!quality) return;
    const auto whole = [&json](std::string_view key, std::optional<int> number) {
        json.key(key).value(number ? std::optional<double>(*number) : std::nullopt);
    };
    const auto age = [&](const FigureQuality& one) {
        return one.year && quality->activity_year ? std::optional(*quality->activity_year - *one.year)
                                                  : std::nullopt;
    };
    json.key("data_quality").begin_object().entry("of", "total").entry("measure", measure(index).json_key);
    json.key("rating").value(quality->rating).key("by_class").begin_object();
    for (std::size_t i = 0; i < quality_classes.size(); ++i)
        json.entry(quality_classes[i], quality->by_class[i]);
    json.entry("not_rated", quality->not_rated).end_object();
    whole("activity_year", quality->activity_year);
    json.entry_if("oldest", quality->oldest ? quality->figures[*quality->oldest].path : std::string());
    json.key("figures").begin_array();
    for (const FigureQuality& one : quality->figures) {
        json.begin_object().entry("path", one.path).entry("elasticity", one.elasticity);
        whole("year", one.year);
        whole("age", age(one));
        json.key("rating").value(one.rating).end_object();
    }
    json.end_array().end_object();
}

void write_standards(JsonWriter& json, const PointResult& result) {
    const Results& results = result.results();
    write_boundary(json, result);
    write_hardware(json, results);
    write_methods(json, results);
}

}  // namespace lca
