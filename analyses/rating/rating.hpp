#pragma once
// One to five stars by energy: an energy among the models that were rated together, and the ratings there
// are.

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
    std::string rated_class = {};       // "A", large or small, where a task is rated by class; else ""
    std::optional<double> energy = {};  // J of 1,000 queries; none: the rating alone
    /// The result of a scenario whose energy is rated. "": the total, if it is only queries without overhead.
    std::string result = {};
};

struct RatedEnergy {
    Rating rating = {};
    std::optional<double> energy = {};  // J of 1,000 queries; none: the rating alone is shown
    std::string whose =
        {};  // "service.yaml: 1,000 times the electricity of …"; "" for an energy that is stated
    Provenance provenance = {};

    /// 1 to 5; nothing without an energy.
    std::optional<int> stars() const;
    /// How many of the rated models take less.
    std::size_t models_below() const;
};

/// Rates an energy that is stated. Throws InputError where the task or the class is not rated.
RatedEnergy rate(Session& session, const RatingOptions& options);

/// Rates the energy of a scenario for each functional unit, else for each request. Empty after an error,
/// which is in `session.diagnostics()`. Throws FileError, and InputError where there is no such rating or
/// result, its energy is not assessed, or no result is named and the total holds more than queries.
std::optional<RatedEnergy> rate(Session& session, const ScenarioSource& source, const RatingOptions& options);

/// In J of 1,000 queries what a text says of them ("12 Wh") or of one ("0.012 Wh/query"). Throws InputError.
double energy_of_queries(std::string_view text);

/// The tasks and classes that are rated.
struct KnownRatings {
    std::vector<Rating> ratings = {};
    Provenance provenance = {};
};
KnownRatings known_ratings(Session& session);

/// The answers in every form; refer to the answer.
Report report_of(const RatedEnergy& rated);
Page page_of(const RatedEnergy& rated);
Records records_of(const RatedEnergy& rated);
std::string json_of(const RatedEnergy& rated);

Report report_of(const KnownRatings& known);
Page page_of(const KnownRatings& known);
Records records_of(const KnownRatings& known);
std::string json_of(const KnownRatings& known);

}  // namespace lca
