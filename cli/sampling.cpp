#include "cli/sampling.hpp"

#include <cmath>

#include "cli/session_options.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

constexpr std::uint64_t max_exact = std::uint64_t{1} << 53;

}  // namespace

std::uint64_t whole_number(const Arguments& arguments, std::string_view option, std::uint64_t min,
                           std::uint64_t max, std::uint64_t otherwise) {
    if (!arguments.has(option)) return otherwise;
    const std::string_view text = arguments.one(option);
    const Parsed<double> parsed = parse_number(text);
    const double* number = std::get_if<double>(&parsed);
    if (number && std::trunc(*number) == *number && *number >= static_cast<double>(min) &&
        *number <= static_cast<double>(max)) {
        return static_cast<std::uint64_t>(*number);
    }
    throw InputError(std::string(option) + " `" + shown(text) + "`: expected a whole number from " +
                     readable(static_cast<double>(min), 17) + " to " +
                     readable(static_cast<double>(max), 17));
}

SamplingOptions sampling_options(const Arguments& arguments, const SamplingOptions& otherwise,
                                 std::uint64_t limit) {
    SamplingOptions options = otherwise;
    options.samples = whole_number(arguments, "--samples", 2, limit, otherwise.samples);
    options.seed = whole_number(arguments, "--seed", 0, max_exact, default_seed);
    if (arguments.has("--sampling"))
        options.sampling = arguments.one("--sampling") == "sobol" ? Sampling::sobol : Sampling::plain;
    options.threads = static_cast<unsigned>(whole_number(arguments, "--threads", 1, 1024, 0));
    return options;
}

std::vector<std::string> requested_results(const Arguments& arguments) {
    return each_once(arguments, "--of");
}

}  // namespace lca::cli
