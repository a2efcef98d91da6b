#pragma once
// Credits for the end of life (avoided burden), reported separately from `embodied` and the total.

#include <map>
#include <string>
#include <vector>

#include "models/resolve/embodied.hpp"
#include "models/results/assessed_sum.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// Adds up, by hardware, the credits of activities with `include: true` and of what is unallocated.
class Credits {
public:
    void add(const EmbodiedPhase& embodied);
    /// An output such as "credits.my-card" for each impact with a credit: negative or, if the figure is
    /// uncertain and no credit results, 0.
    std::vector<Output> outputs(Recorder& recorder) const;

private:
    struct Sum {
        std::string hardware;
        std::array<std::vector<Step>, impact_count> terms;
    };
    std::vector<Sum> sums_;
    std::map<std::string, std::size_t, std::less<>> places_;
};

}  // namespace lca::compile_detail
