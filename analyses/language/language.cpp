#include "analyses/language/language.hpp"

#include <set>

#include "models/catalog/catalog.hpp"
#include "models/catalog/region.hpp"
#include "models/compile/session.hpp"
#include "models/language/json.hpp"
#include "models/language/reference.hpp"
#include "models/language/reference_page.hpp"
#include "models/language/schema.hpp"

namespace lca {
namespace {

std::vector<std::string> names_of(Catalog& catalog, Section section) {
    std::set<std::string> names;
    for (const std::string& id : catalog.ids(section)) {
        const auto parts = region_year(id);
        names.emplace(parts ? parts->region : id);
    }
    for (const auto& [alias, id] : catalog.aliases(section)) names.insert(alias);
    return {names.begin(), names.end()};
}

}  // namespace

std::string language_reference() {
    return reference_page(scenario_type(), common_keys(), language_rules(), language_tables());
}

std::string language_schema(Session& session) {
    return json_schema(
        scenario_type(), "lca scenario, version 1",
        {names_of(session.catalog(), Section::hardware), names_of(session.catalog(), Section::grid)});
}

}  // namespace lca
