#pragma once
// Options of commands that draw samples.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "analyses/shared/scenario_source.hpp"
#include "cli/command.hpp"

namespace lca::cli {

inline constexpr std::string_view sampling_names[] = {"plain", "sobol"};

namespace option {
inline constexpr Argument of = {"--of", Takes::text, "RESULT", "a result, as `lca evaluate` names it",
                                {},     true};
inline constexpr Argument samples = {"--samples", Takes::number, "N",
                                     "number of samples, 2 to 1e9; default 100,000"};
inline constexpr Argument seed = {"--seed", Takes::number, "N",
                                  "a whole number that selects the samples; default 1"};
inline constexpr Argument sampling = {
    "--sampling", Takes::choice, "METHOD",
    "plain: pseudo-random; sobol: scrambled Sobol points, more accurate with few samples. Default plain",
    sampling_names};
inline constexpr Argument threads = {
    "--threads", Takes::number, "N",
    "number of threads; affects only the speed. Default: chosen automatically"};
}  // namespace option

/// An option's value, a whole number from `min` to `max`; `otherwise` if not given. Throws InputError.
std::uint64_t whole_number(const Arguments& arguments, std::string_view option, std::uint64_t min,
                           std::uint64_t max, std::uint64_t otherwise);

/// Sampling options from `--samples`, `--seed`, `--sampling` and `--threads`.
SamplingOptions sampling_options(const Arguments& arguments, const SamplingOptions& otherwise = {},
                                 std::uint64_t limit = max_samples);

/// The names of results in all `--of` options.
std::vector<std::string> requested_results(const Arguments& arguments);

}  // namespace lca::cli
