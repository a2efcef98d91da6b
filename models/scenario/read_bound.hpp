#pragma once
// Reads the keys of a table into the members that they are bound to.

#include <span>

#include "models/scenario/bound_keys.hpp"
#include "models/values/value_reader.hpp"

namespace lca::scenario {

template <class Owner>
void read_bound(ValueReader& values, Node map, std::span<const BoundKey<Owner>> keys, Owner& owner) {
    for (const BoundKey<Owner>& key : keys) {
        const Node node = map.find(key.key);
        if (!node) continue;
        AnyValue value = values.read_one_of(node, key.dimensions, key.bounds);
        key.member(owner) = key.whole ? values.whole(std::move(value)) : std::move(value);
    }
}

}  // namespace lca::scenario
