// Sums that lose nothing to their order.
#include "lca/math/exact_sum.hpp"

#include <doctest/doctest.h>

#include <initializer_list>

using lca::ExactSum;

TEST_CASE("a sum keeps what a plain one would lose") {
    ExactSum sum;
    for (const double value : {1.0, 1e100, 1.0, -1e100}) sum.add(value);
    CHECK(sum.value() == 2.0);  // a plain sum gives 0
}
