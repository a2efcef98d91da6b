// A rated energy, and the list of ratings, as JSON.
#include "analyses/shared/json.hpp"
#include "analyses/rating/rating.hpp"

namespace lca {
namespace {

/// Writes a rating as entries of the open object.
void write_rating(JsonWriter& json, const Rating& rating) {
    const StarScale scale(rating);
    json.entry("task", rating.task).entry_if("class", rating.rated_class).entry("name", rating.name);
    json.entry("least_wh", scale.lowest() / joules_per_watt_hour)
        .entry("most_wh", scale.highest() / joules_per_watt_hour);
    json.key("models").whole(rating.models.size());
    json.entry("source", rating.source).entry_if("url", rating.url);
}

void write_models(JsonWriter& json, const Rating& rating) {
    json.key("rated").begin_array();
    for (const RatedModel& model : rating.models) {
        json.begin_object()
            .entry("model", model.name)
            .entry("energy_wh", model.energy / joules_per_watt_hour);
        json.key("stars").whole(static_cast<std::size_t>(model.stars)).end_object();
    }
    json.end_array();
}

}  // namespace

std::string json_of(const RatedEnergy& rated) {
    const Rating& rating = rated.rating;
    const StarScale scale(rating);
    JsonWriter json(2);
    json.begin_object().entry("schema_version", schema_version);
    write_provenance(json, rated.provenance);
    write_rating(json, rating);
    if (rated.energy) {
        json.entry("energy_wh", *rated.energy / joules_per_watt_hour).entry_if("of", rated.whose);
        json.key("stars").whole(static_cast<std::size_t>(*rated.stars()));
        json.key("models_below").whole(rated.models_below());
    }
    json.key("bands").begin_array();
    for (int stars = 5; stars >= 1; --stars) {
        json.begin_object().key("stars").whole(static_cast<std::size_t>(stars));
        json.entry("from_wh", scale.from(stars) / joules_per_watt_hour);
        json.entry("to_wh", (scale.from(stars) + scale.width()) / joules_per_watt_hour).end_object();
    }
    json.end_array();
    write_models(json, rating);
    json.end_object();
    return std::move(json).take();
}

std::string json_of(const KnownRatings& known) {
    JsonWriter json(2);
    json.begin_object().entry("schema_version", schema_version);
    write_provenance(json, known.provenance);
    json.key("ratings").begin_array();
    for (const Rating& rating : known.ratings) {
        json.begin_object();
        write_rating(json, rating);
        json.end_object();
    }
    json.end_array().end_object();
    return std::move(json).take();
}

}  // namespace lca
