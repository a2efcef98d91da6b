#pragma once
// Finds where activities that use one system at the same time use more of it than there is.

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace lca {

/// The use of a system by an activity with a start: a share of the system, averaged over its duration.
struct DatedUse {
    double start = 0, duration = 0;  // s since 1970 UTC; s, above 0
    double share = 0;                // of the system; 1: all of it
    std::uint32_t id = 0;
};

/// A stretch of time in which more is used than there is, described at its beginning.
struct Overlap {
    double start = 0;                // s since 1970 UTC
    std::vector<std::uint32_t> ids;  // the use that starts then, and the first of those running
    std::size_t more = 0;            // number of running uses not listed
    double taken = 0,
           max_taken = 0;  // shares of the system: at `start`, and the highest until the overlap ends
};

/// All overlaps, in order of time. Each use is assumed to end early by 2 % (capacity_slack) of its duration,
/// as durations are printed rounded.
std::vector<Overlap> overlaps(std::span<const DatedUse> uses);

}  // namespace lca
