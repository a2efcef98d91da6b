#pragma once
// Rates an energy with one to five stars, compared with the energies of models that were rated together; and
// lists the ratings.

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
    std::string task = {};              // name of a rated task: "summarization"
    std::string rated_class = {};       // "A" or "a", for a task that is rated by class; else ""
    std::optional<double> energy = {};  // J per 1,000 queries; empty: only the scale is shown
    /// Name of the scenario's result that is rated. "": the total, if it contains nothing but queries and no
    /// PUE above 1.
    std::string result = {};
};

struct RatedEnergy {
    Rating rating = {};
    std::optional<double> energy = {};  // J per 1,000 queries; empty: only the scale is shown
    std::string whose =
        {};  // origin of the energy: "service.yaml: 1,000 times …"; "" for an energy given directly
    Provenance provenance = {};

    /// 1 to 5; empty without an energy.
    std::optional<int> stars() const;
    /// How many of the rated models need less energy than this.
    std::size_t models_below() const;
};

/// Rates the energy in the options. Throws InputError where the task or the class has no rating.
RatedEnergy rate(Session& session, const RatingOptions& options);

/// Rates the energy of a scenario per functional unit, or, if it has none, per request. Empty after an error,
/// which is in `session.diagnostics()`. Throws FileError, and InputError where there is no such rating or
/// result, its energy is not assessed, or no result is named and the total holds more than queries.
std::optional<RatedEnergy> rate(Session& session, const ScenarioSource& source, const RatingOptions& options);

/// Energy in J per 1,000 queries, from a text: "12 Wh" is for 1,000 queries, "0.012 Wh/query" for one. Throws
/// InputError.
double energy_of_queries(std::string_view text);

/// All tasks and classes that have a rating.
struct KnownRatings {
    std::vector<Rating> ratings = {};
    Provenance provenance = {};
};
KnownRatings known_ratings(Session& session);

/// The answers in every output form; they refer to their argument.
Report report_of(const RatedEnergy& rated);
Page page_of(const RatedEnergy& rated);
Records records_of(const RatedEnergy& rated);
std::string json_of(const RatedEnergy& rated);

Report report_of(const KnownRatings& known);
Page page_of(const KnownRatings& known);
Records records_of(const KnownRatings& known);
std::string json_of(const KnownRatings& known);

}  // namespace lca
