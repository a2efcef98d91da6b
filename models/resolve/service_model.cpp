#include "models/resolve/service_model.hpp"

#include <algorithm>
#include <stdexcept>

namespace lca {

void ServiceInputs::error(std::string_view key, std::string message, std::string expected) const {
    const Location at = stated.has(key) ? stated.location_of(key) : stated.location();
    values.diagnostics().error(at.place(), std::move(message), std::move(expected));
}

const ServiceModel& service_model(std::string_view name) {
    const auto models = service_models();
    const auto found = std::find_if(models.begin(), models.end(),
                                    [&](const ServiceModel* one) { return one->name == name; });
    if (found == models.end()) throw std::logic_error("a model of a service that the check let through");
    return **found;
}

std::optional<ServiceEnergy> service_energy(const Location& stated, const ActivityData& activity_data,
                                            ValueRecorder& values) {
    const KeyedValues inputs = values.keyed(stated);
    const std::string_view model = inputs.text("model");
    return service_model(model).record(
        {inputs, activity_data, values, constants_of(model, values).at("constants")});
}

}  // namespace lca
