#pragma once
// An energy among the models that were rated, and the ratings there are.

#include <optional>
#include <string>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "analyses/shared/json.hpp"
#include "lca/page/report.hpp"
#include "models/catalog/energy_rating.hpp"

namespace lca {

inline constexpr double joules_per_watt_hour = 3600;

/// What a rating report needs. Refers to the rating.
struct RatedEnergy {
    const Rating* rating = nullptr;
    std::optional<double> energy;  // J of 1,000 queries; none: the rating alone is shown
    std::string whose;  // "service.yaml, total, 1,000 times the energy of a request"; "" for an option
    Provenance provenance;
};

/// What JSON says of a rating: keys of an open object.
void write_rating(JsonWriter& json, const Rating& rating);

/// How many of the rated models take less.
std::size_t models_below(const Rating& rating, double energy);

Report rate_report(const RatedEnergy& rated);
Page rate_page(const RatedEnergy& rated);
Records rate_records(const RatedEnergy& rated);
std::string rate_json(const RatedEnergy& rated);

/// The tasks and classes that are known.
struct KnownRatings {
    std::vector<Rating> ratings;
    Provenance provenance;
};
Report ratings_report(const KnownRatings& known);

}  // namespace lca
