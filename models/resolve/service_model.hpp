#pragma once
// Models of a service that somebody else runs: `dynamic: {model: ecologits, …}`. Adding one is adding a file
// models/services/model_NAME.cpp.

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/document/schema.hpp"
#include "models/resolve/activity_data.hpp"

namespace lca {

/// What a model may use: what is stated under its keys, how much the activity serves, and the recording.
struct ServiceInputs {
    const KeyedValues& stated;  // the map that holds `model:`
    const ActivityData& activity_data;
    ValueRecorder& values;
    KeyedValues constants;  // of the catalogue, each with its source

    /// A fault of the value at a key, or of the map as a whole where there is none.
    void error(std::string_view key, std::string message, std::string expected = {}) const;

    /// A figure of the file, or else the model's own constant from the catalogue.
    template <class Unit>
    std::optional<Expr<Unit>> figure(std::string_view key, Bounds bounds) const {
        const KeyedValues& from = stated.has(key) ? stated : constants;
        return values(from.read<Unit>(key, bounds));
    }
};

/// The energy of all that the activity serves, without the overhead of a data centre.
struct ServiceEnergy {
    Expr<unit::Energy> accelerators, host;
};

/// One model. `inputs` is its key table, of its own name and with `model` among the keys; `record` writes its
/// formula down, or reports why it cannot.
struct ServiceModel {
    std::string_view name;
    std::string_view title;  // "EcoLogits 0.9.3"
    const Type& inputs;
    std::optional<ServiceEnergy> (*record)(const ServiceInputs& inputs);
};

/// All models, by name. The table is generated from the files.
std::span<const ServiceModel* const> service_models();
/// The model of a name; the check of keys ensures that there is one.
const ServiceModel& service_model(std::string_view name);
/// Records the model that the map `stated` names; its faults are reported.
std::optional<ServiceEnergy> service_energy(const Location& stated, const ActivityData& activity_data,
                                            ValueRecorder& values);

}  // namespace lca
