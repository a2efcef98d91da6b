#include "lca/math/column_sums.hpp"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

TEST_CASE("sums about an origin, and the extremes") {
    std::vector<double> column;
    for (int i = 0; i < 1001; ++i) column.push_back(i);
    const lca::ColumnSums sums = lca::column_sums(column, 500);
    CHECK(sums.first == 0);                              // symmetric
    CHECK(sums.second == 2 * (500.0 * 501 * 1001 / 6));  // 2 (1 + 4 + ... + 500^2)
    CHECK(sums.minimum == 0);
    CHECK(sums.maximum == 1000);
    CHECK(lca::column_sums(std::vector<double>{7}, 5).second == 4);
}

TEST_CASE("what is not finite shows") {
    for (double bad : {std::numeric_limits<double>::quiet_NaN(), std::numeric_limits<double>::infinity()}) {
        std::vector<double> column(100, 1.0);
        column[77] = bad;
        CHECK_FALSE(std::isfinite(lca::column_sums(column, 1).second));
    }
}

TEST_CASE("every width of vectors gives the same bits") {
    std::vector<double> column;
    for (int i = 1; i < 1030; ++i) column.push_back(1.0 / i - (i % 7) * 0.3);
    const lca::ColumnSums narrow = lca::column_sums(column, 0.1, lca::Width::narrow);
    for (lca::Width width : lca::widths()) {
        const lca::ColumnSums sums = lca::column_sums(column, 0.1, width);
        CHECK(sums.first == narrow.first);
        CHECK(sums.second == narrow.second);
        CHECK(sums.minimum == narrow.minimum);
        CHECK(sums.maximum == narrow.maximum);
    }
}
