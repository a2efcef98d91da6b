#pragma once
// One to five stars by energy: an energy among those of the models that were rated together, and the list of
// ratings.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/evaluation.hpp"
#include "lca/page/report.hpp"
#include "models/catalog/listed.hpp"

namespace lca {

inline constexpr double joules_per_watt_hour = 3600;

struct RatingOptions {
    std::string task = {};              // "summarization"
    std::string rated_class = {};       // "A" or "a", where a task is rated by class; else ""
    std::optional<double> energy = {};  // J per 1,000 queries; empty: the rating alone is shown
    /// The result of a scenario whose energy is rated. "": the total, if it counts only queries without
    /// overhead.
    std::string result = {};
};

struct RatedEnergy {
    Rating rating = {};
    std::optional<double> energy = {};  // J per 1,000 queries; empty: the rating alone is shown
    std::string whose =
        {};  // "service.yaml: 1,000 times the electricity of …"; "" for an energy that is stated
    Provenance provenance = {};

    /// 1 to 5; empty without an energy.
    std::optional<int> stars() const;
    /// How many of the rated models take less energy.
    std::size_t models_below() const;
};

/// Rates an energy that is stated. Throws InputError where the task or the class is not rated.
RatedEnergy rate(Session& session, const RatingOptions& options);

/// Rates the energy of a scenario for each functional unit, else for each request. Empty after an error,
/// which is in `session.diagnostics()`. Throws FileError, and InputError where there is no such rating or
/// result, its energy is not assessed, or no result is named and the total holds more than queries.
std::optional<RatedEnergy> rate(Session& session, const ScenarioSource& source, const RatingOptions& options);

/// Energy in J per 1,000 queries, from a text that states it for these ("12 Wh") or for one ("0.012
/// Wh/query"). Throws InputError.
double energy_of_queries(std::string_view text);

/// The tasks and classes that are rated.
struct KnownRatings {
    std::vector<Rating> ratings = {};
    Provenance provenance = {};
};
KnownRatings known_ratings(Session& session);

/// The answers in every form; they refer to what they are made of.
Report report_of(const RatedEnergy& rated);
Page page_of(const RatedEnergy& rated);
Records records_of(const RatedEnergy& rated);
std::string json_of(const RatedEnergy& rated);

Report report_of(const KnownRatings& known);
Page page_of(const KnownRatings& known);
Records records_of(const KnownRatings& known);
std::string json_of(const KnownRatings& known);

}  // namespace lca
