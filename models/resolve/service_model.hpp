#pragma once
// Models of hosted services, which a file names as in `dynamic: {model: ecologits, …}`. To add one, add a
// file models/services/model_NAME.cpp.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"
#include "models/resolve/activity_data.hpp"

namespace lca {

/// What a model gets: the values stated under its keys, the amounts of the activity, and the recorder.
struct ServiceInputs {
    const KeyedValues& stated;  // the map with the key `model`
    const ActivityData& activity_data;
    ValueRecorder& values;
    KeyedValues constants;  // the model's constants in the catalogue, each with its source

    /// Reports an error at the value of a key, or at the map as a whole if the key is not stated.
    void error(std::string_view key, std::string message, std::string expected = {}) const;

    /// The value that the file states for `key`, or else the model's constant in the catalogue.
    template <class Unit>
    std::optional<Expr<Unit>> figure(std::string_view key, Bounds bounds) const {
        const KeyedValues& from = stated.has(key) ? stated : constants;
        return values(from.read<Unit>(key, bounds));
    }
};

/// The energy for all requests of the activity, without the overhead (PUE) of a data centre.
struct ServiceEnergy {
    Expr<unit::Energy> accelerators, host;
};

/// One model. `inputs`: the type that lists its keys, `model` among them. `record` records its formula as
/// steps of the calculation, or reports why it cannot.
struct ServiceModel {
    std::string_view name;
    std::string_view title;  // "EcoLogits 0.9.3"
    const Type& inputs;
    std::optional<ServiceEnergy> (*record)(const ServiceInputs& inputs);
};

/// All models, sorted by name. The build generates this table from the files.
std::span<const ServiceModel* const> service_models();
/// The model with a name; the check of the file's keys has made sure that it exists.
const ServiceModel& service_model(std::string_view name);
/// Records the formula of the model that the map `stated` names; errors in the map are reported.
std::optional<ServiceEnergy> service_energy(const Location& stated, const ActivityData& activity_data,
                                            ValueRecorder& values);

}  // namespace lca
