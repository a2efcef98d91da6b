#pragma once
// Uses of one system at the same time: where they take more of it than there is.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lca {

/// An activity that takes a share of a system while it lasts: the mean over its duration.
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
    double taken = 0, most = 0;      // of the system; most: the highest before it ends
};

/// In order of time. Each use is taken to end 2 % (capacity_slack) of its duration early, as durations are
/// printed rounded.
std::vector<Overlap> overlaps(std::span<const DatedUse> uses);

}  // namespace lca
