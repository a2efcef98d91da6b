// Draws by identity: any order gives the same ones; Sobol points against Boost's, and their strata.
#include "lca/math/draws.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <boost/random/sobol.hpp>
#include <cmath>
#include <set>
#include <vector>

#include "lca/math/random_kernels.hpp"

namespace {

std::vector<double> plain(std::uint64_t key, std::uint64_t first, std::size_t count) {
    std::vector<double> out(count);
    lca::plain_draws(key, first, out);
    return out;
}

}  // namespace

TEST_CASE("a draw depends on its number only") {
    const std::uint64_t key = lca::stream_key(1, "parameters.lifetime");
    const std::vector<double> all = plain(key, 0, 1000);
    for (std::size_t first : {0U, 1U, 255U, 256U, 700U}) {
        const std::vector<double> part = plain(key, first, 300);
        CHECK(std::equal(part.begin(), part.end(), all.begin() + static_cast<std::ptrdiff_t>(first)));
    }
}

TEST_CASE("streams differ by seed, name and repeat") {
    std::set<std::uint64_t> keys;
    for (std::uint64_t seed : {0U, 1U, 2U}) {
        for (const char* name : {"", "a", "b", "ab", "ba"}) {
            for (std::uint64_t repeat : {0U, 1U}) keys.insert(lca::stream_key(seed, name, repeat));
        }
    }
    CHECK(keys.size() == 30);
}

TEST_CASE("plain draws are even and independent: moments within five standard errors") {
    const std::size_t n = 200'000;
    const std::vector<double> a = plain(lca::stream_key(1, "a"), 0, n),
                              b = plain(lca::stream_key(1, "b"), 0, n);
    double mean = 0, square = 0, with_next = 0, with_other = 0;
    for (std::size_t i = 0; i < n; ++i) {
        CHECK_UNARY(a[i] > 0 && a[i] < 1);
        mean += a[i] - 0.5;
        square += (a[i] - 0.5) * (a[i] - 0.5) - 1.0 / 12;
        with_other += (a[i] - 0.5) * (b[i] - 0.5);
        if (i > 0) with_next += (a[i] - 0.5) * (a[i - 1] - 0.5);
    }
    // Standard errors of sums of n terms: sd 1/sqrt(12); of the square 1/sqrt(180); of a product 1/12.
    const double root = std::sqrt(static_cast<double>(n));
    CHECK(std::fabs(mean) < 5 * root / std::sqrt(12.0));
    CHECK(std::fabs(square) < 5 * root / std::sqrt(180.0));
    CHECK(std::fabs(with_next) < 5 * root / 12);
    CHECK(std::fabs(with_other) < 5 * root / 12);
}

TEST_CASE("the ends of the unit interval are never drawn") {
    CHECK(lca::kernel::unit_interval(0) == 0x1p-53);
    CHECK(lca::kernel::unit_interval(~std::uint64_t{0}) == 1 - 0x1p-53);
}

TEST_CASE("reversed turns the order of bits round") {
    CHECK(lca::kernel::reversed(1) == std::uint64_t{1} << 63);
    CHECK(lca::kernel::reversed(0x0123456789abcdef) == 0xf7b3d591e6a2c480);
}

TEST_CASE("the scrambling is one to one and looks at lower bits only") {
    const std::uint64_t key = 0x123456789;
    for (int bit = 0; bit < 64; ++bit) {
        const std::uint64_t x = 0xfedcba9876543210, turned = x ^ (std::uint64_t{1} << bit);
        const std::uint64_t change = lca::kernel::scrambled(x, key) ^ lca::kernel::scrambled(turned, key);
        // Lower bits of the result stay, the bit itself turns.
        CHECK((change & ((std::uint64_t{1} << bit) - 1)) == 0);
        CHECK((change >> bit & 1) == 1);
    }
}

TEST_CASE("every direction number of every dimension is that of boost::random::sobol_engine") {
    // The engine counts in Gray code: only bit k is set in that of 2^(k+1) - 1. `seed` is one below.
    const auto dimensions = static_cast<unsigned>(lca::SobolDimension::max_dimensions());
    boost::random::sobol_engine<std::uint64_t, 64> engine(dimensions);
    std::vector<lca::SobolDimension> own;
    for (unsigned d = 0; d < dimensions; ++d) own.emplace_back(d, 0);
    std::size_t unlike = 0;
    for (unsigned k = 0; k < 64; ++k) {
        engine.seed((~std::uint64_t{0} >> (63 - k)) - 1);
        for (const lca::SobolDimension& dimension : own)
            unlike += lca::kernel::reversed(dimension.point(std::uint64_t{1} << k)) == engine() ? 0 : 1;
    }
    CHECK(unlike == 0);
    CHECK_THROWS(boost::random::sobol_engine<std::uint64_t, 64>(dimensions + 1));
}

TEST_CASE("the unscrambled sequence is that of the engine, which leaves out point 0") {
    const unsigned dimensions = 6;
    boost::random::sobol_engine<std::uint64_t, 64> engine(dimensions);
    std::vector<std::vector<std::uint64_t>> expected(dimensions, {0}), own(dimensions);
    for (int i = 1; i < 256; ++i) {
        for (unsigned d = 0; d < dimensions; ++d) expected[d].push_back(engine());
    }
    for (unsigned d = 0; d < dimensions; ++d) {
        const lca::SobolDimension dimension(d, 0);
        for (std::uint64_t i = 0; i < 256; ++i)
            own[d].push_back(lca::kernel::reversed(dimension.point(i ^ (i >> 1))));
        CHECK(own[d] == expected[d]);
    }
}

TEST_CASE("of 2^k scrambled points one lies in each part, in one dimension and in pairs of the first two") {
    const lca::SobolDimension first(0, lca::stream_key(7, "x")), second(1, lca::stream_key(7, "y"));
    const std::size_t n = 1024;
    std::vector<double> x(n), y(n);
    first.draws(3 * n, x);
    second.draws(3 * n, y);
    std::set<int> strata, cells;
    for (std::size_t i = 0; i < n; ++i) {
        strata.insert(static_cast<int>(x[i] * 1024));
        cells.insert(static_cast<int>(x[i] * 32) * 32 + static_cast<int>(y[i] * 32));
    }
    CHECK(strata.size() == n);
    CHECK(cells.size() == n);  // a (0, 10, 2)-net
    std::vector<double> part(100);
    first.draws(3 * n + 200, part);
    CHECK(std::equal(part.begin(), part.end(), x.begin() + 200));
}

TEST_CASE("there are thousands of dimensions, and no more") {
    CHECK(lca::SobolDimension::max_dimensions() >= 3000);
    CHECK_NOTHROW(lca::SobolDimension(lca::SobolDimension::max_dimensions() - 1, 1));
    CHECK_THROWS_AS(lca::SobolDimension(lca::SobolDimension::max_dimensions(), 1), std::out_of_range);
}

TEST_CASE("every width of vectors gives the same bits") {
    const lca::SobolDimension sobol(4, 99);
    std::vector<double> plain(777), points(777), again(777);
    lca::plain_draws(5, 3, plain, lca::Width::narrow);
    sobol.draws(3, points, lca::Width::narrow);
    for (lca::Width width : lca::widths()) {
        lca::plain_draws(5, 3, again, width);
        CHECK(again == plain);
        sobol.draws(3, again, width);
        CHECK(again == points);
    }
}
