#include "cli/asked_result.hpp"

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {

AskedResult asked_result(const Reading& reading, std::string_view option, const std::string& name) {
    const std::optional<StepId> step = reading.step(name);
    if (step) return {*step, reading.value(name).dimension};
    const std::string start = std::string(option) + " " + shown(name) + ": ";
    if (reading.has(name))
        throw InputError(start + "a quotient of two results; make it one under `outputs` to ask for it");
    const std::vector<std::string> near = nearest_few(name, reading.names(), 3);
    throw InputError(start + "there is no such result" + (near.empty() ? "" : "; " + did_you_mean(near)) +
                     "\n`lca evaluate` with --format csv lists all of them.");
}

}  // namespace lca::cli
