#pragma once
// How the uncertain figures of a scenario are drawn.

#include <cstdint>
#include <string_view>

#include "lca/numerics/sampling.hpp"

namespace lca {

struct SamplingOptions {
    std::uint64_t samples = default_samples;  // 2 to max_samples
    std::uint64_t seed = default_seed;        // 0 to 2^53: chooses the draws
    Sampling sampling = Sampling::plain;
    unsigned threads = 0;  // changes the time, never a result; 0: as many as help
    const StopFlag* stop = nullptr;
};

std::string_view to_string(Sampling sampling);  // "plain", "sobol"

}  // namespace lca
