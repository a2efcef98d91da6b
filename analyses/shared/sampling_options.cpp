// How the uncertain figures of a scenario are drawn.
#include "analyses/shared/sampling_options.hpp"

namespace lca {

std::string_view to_string(Sampling sampling) {
    return sampling == Sampling::sobol ? "sobol" : "plain";
}

}  // namespace lca
