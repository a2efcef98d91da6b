// The list of units, and a conversion, as JSON.
#include "analyses/units/units.hpp"
#include "lca/page/json_writer.hpp"

namespace lca {

std::string json_of(const UnitList& list) {
    return write_json_records(records_of(list));
}

std::string json_of(const Conversion& conversion) {
    JsonWriter json;
    json.begin_object().entry("value", conversion.value).entry("unit", conversion.unit);
    return std::move(json.end_object()).take();
}

}  // namespace lca
