#include "models/resolve/service_model.hpp"

#include <algorithm>
#include <stdexcept>

namespace lca {

void ServiceInputs::error(std::string_view key, std::string message, std::string expected) const {
    const Location at = stated.has(key) ? stated.location_of(key) : stated.location();
    values.diagnostics().error(at.place(), std::move(message), std::move(expected));
}

const ServiceModel& service_model(const KeyedValues& stated) {
    const auto models = service_models();
    const auto found = std::find_if(models.begin(), models.end(), [&](const ServiceModel* one) {
        return one->name == stated.text("model");
    });
    if (found == models.end()) throw std::logic_error("a model of a service that the check let through");
    return **found;
}

}  // namespace lca
