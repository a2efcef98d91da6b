// Entries as JSON: what each is, its figures with their sources, the embodied impacts of one piece.
#include "analyses/catalogue/view.hpp"
#include "lca/page/json_writer.hpp"
#include "models/results/results.hpp"

namespace lca {
namespace {

void write_figure(JsonWriter& json, const ShownFigure& figure, const Sources& sources) {
    json.begin_object().entry("path", figure.path).entry("value", figure.value);
    json.entry_if("uncertainty", figure.uncertainty).entry_if("status", figure.status);
    json.entry_if("note", figure.note).entry_if("source", figure.source).entry_if("licence", figure.licence);
    json.entry_if("year", figure.year).entry_if("access", figure.access);
    json.entry_if("place", catalogue::line_of(figure.place, sources));
    json.end_object();
}

void write_parts(JsonWriter& json, const std::vector<EmbodiedComponent>& parts) {
    json.key("embodied_of_one").begin_array();
    for (const EmbodiedComponent& part : parts) {
        json.begin_object().entry("name", part.name);
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (part.impact[i]) json.entry(measure(i).json_key, *part.impact[i] / measure(i).unit_in_base);
        }
        json.entry_if("missing", part.reason).end_object();
    }
    json.end_array();
}

/// Writes the keys for embodied impacts and "siblings" into the open object of a hardware entry.
void write_details(JsonWriter& json, const HardwareDetails& details) {
    write_parts(json, details.parts);
    json.key("siblings").begin_array();
    for (const auto& [sibling, parts] : details.siblings) {
        json.begin_object().entry("id", sibling.entry.id);
        if (sibling.entry.year != 0) json.entry("year", static_cast<double>(sibling.entry.year));
        const EmbodiedBasis basis = catalogue::basis_of(sibling);
        json.entry_if("embodied_basis.covers", basis.covers).entry_if("embodied_basis.method", basis.method);
        for (const catalogue::ComparedFigure& one : catalogue::compared_figures())
            json.entry_if(one.path, catalogue::value_at(sibling, one.path));
        write_parts(json, parts);
        json.end_object();
    }
    json.end_array();
}

void write_entry(JsonWriter& json, const ShownEntry& shown, const Sources& sources) {
    const Listed& entry = shown.entry;
    json.entry("id", entry.id).entry("kind", entry.kind).entry("name", entry.name);
    if (entry.year != 0) json.entry("year", static_cast<double>(entry.year));
    json.entry_if("source", entry.source).entry_if("access", entry.access).texts("aliases", entry.aliases);
    for (const auto& [name, text] : shown.facts) {
        if (name != "name" && name != "kind" && name != "source") json.entry(name, text);
    }
    json.key("figures").begin_array();
    for (const ShownFigure& figure : shown.figures) write_figure(json, figure, sources);
    json.end_array();
}

}  // namespace

std::string json_of(const CatalogueList& list) {
    return write_json_records(records_of(list));
}

std::string json_of(const CatalogueEntries& shown) {
    JsonWriter json(3);
    json.begin_array();
    for (std::size_t i = 0; i < shown.entries.size(); ++i) {
        json.begin_object();
        write_entry(json, shown.entries[i], *shown.sources);
        if (i < shown.hardware.size()) write_details(json, shown.hardware[i]);
        json.end_object();
    }
    return std::move(json.end_array()).take();
}

}  // namespace lca
