// A value's key has two rows: what it is and how it is written (models/language), and the member that holds
// it (models/scenario). They say the same of every key.

#include "models/scenario/bound_keys.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lca/document/type_walk.hpp"
#include "lca/units/quantity.hpp"
#include "models/language/schema.hpp"

namespace lca {
namespace {

bool holds_a_value(const Type& type) {
    return type.scalar == Scalar::quantity || type.scalar == Scalar::number || type.scalar == Scalar::count;
}

/// `elsewhere`: keys of values that are read in another way.
template <class Owner>
void check_rows(const char* path, std::span<const BoundKey<Owner>> rows,
                std::initializer_list<std::string_view> elsewhere = {}) {
    const Type* const owner = type_at(scenario_type(), path);
    REQUIRE(owner != nullptr);
    for (const BoundKey<Owner>& row : rows) {
        const std::string where = std::string(path) + "." + std::string(row.key);
        CAPTURE(where);
        const Key* const key = find_key(owner->keys, row.key);
        REQUIRE(key != nullptr);
        CHECK(holds_a_value(*key->type));
        const Parsed<Quantity> example = parse_quantity(key->example);
        REQUIRE(std::holds_alternative<Quantity>(example));
        const Quantity& stated = std::get<Quantity>(example);
        CHECK(std::count(row.dimensions.begin(), row.dimensions.end(), stated.unit.dimension) == 1);
        CHECK(within(row.bounds, stated.value));
    }
    for (const Key& key : owner->keys) {
        const std::string where = std::string(path) + "." + std::string(key.name);
        CAPTURE(where);
        const bool bound = std::any_of(rows.begin(), rows.end(),
                                       [&](const BoundKey<Owner>& row) { return row.key == key.name; });
        const bool known = std::count(elsewhere.begin(), elsewhere.end(), key.name) == 1;
        CHECK((bound || known) == holds_a_value(*key.type));
    }
}

}  // namespace

TEST_CASE("each value of the language has a member of its dimension and range, and the reverse") {
    check_rows<Activity>("activities.a", bound::activity);
    check_rows<Line>("activities.a.idle", bound::idle);
    check_rows<Line>("activities.a.dynamic", bound::dynamic);
    check_rows<Site>("sites.a", bound::site, {"market_intensity", "upstream_intensity"});  // one per impact
    check_rows<System>("systems.a", bound::system);
}

}  // namespace lca
