#include "cli/breakdown_option.hpp"

#include <algorithm>
#include <iterator>

#include "lca/base/diagnostics.hpp"

namespace lca::cli {

std::optional<BreakdownKey> breakdown_key(const Arguments& arguments) {
    const std::string_view key = arguments.one("--by");
    if (key.empty()) return std::nullopt;
    if (arguments.has("--of"))
        throw InputError("--by breaks down the total and --of names single results: give only one of them");
    const auto at = std::find(std::begin(breakdown_key_names), std::end(breakdown_key_names), key);
    return static_cast<BreakdownKey>(at - std::begin(breakdown_key_names));
}

}  // namespace lca::cli
