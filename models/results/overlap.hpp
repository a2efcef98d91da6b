#pragma once
// Uses of one system at the same time: where they take more of it than there is.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lca {

/// What takes a share of a system while it lasts, at its mean.
struct DatedUse {
    double start = 0, duration = 0;  // seconds since 1970, UTC; seconds, above 0
    double share = 0;                // of the system; 1: all of it
    std::uint32_t id = 0;
};

/// A stretch of time in which more is taken than there is, as of its first moment.
struct Overlap {
    double start = 0;                // seconds since 1970, UTC
    std::vector<std::uint32_t> ids;  // of uses: the one that starts then, and the first of those that run
    std::size_t more = 0;            // of those, which are not listed
    double taken = 0, most = 0;      // of the system; most: before it ends
};

/// In order of time. A use may have taken 2 % less than stated and ended that much earlier.
std::vector<Overlap> overlaps(std::span<const DatedUse> uses);

}  // namespace lca
