#include "analyses/language/language.hpp"

#include "models/language/json.hpp"
#include "models/language/reference.hpp"
#include "models/language/reference_page.hpp"
#include "models/language/schema.hpp"

namespace lca {

std::string language_reference() {
    return reference_page(scenario_type(), common_keys(), language_rules(), language_tables());
}

std::string language_schema() {
    return json_schema(scenario_type(), "lca scenario, version 1");
}

}  // namespace lca
