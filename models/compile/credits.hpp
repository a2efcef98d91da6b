#pragma once
// End-of-life credits (avoided burden), reported outside `embodied` and the total.

#include <map>
#include <string>
#include <vector>

#include "models/resolve/embodied.hpp"
#include "models/results/assessed_sum.hpp"
#include "models/results/results.hpp"

namespace lca::compile_detail {

/// Adds up the credits of activities that count and of what is unallocated, by hardware.
class Credits {
public:
    void add(const EmbodiedPhase& embodied);
    /// "credits.my-card", one for each impact that it has a credit in: negative, or 0 where an uncertain
    /// figure gives no credit.
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
