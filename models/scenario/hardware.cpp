#include "models/scenario/hardware.hpp"

#include <algorithm>
#include <cstddef>

namespace lca {
namespace {

constexpr std::string_view kind_names[] = {"accelerator", "cpu",     "memory",         "storage", "server",
                                           "instance",    "network", "infrastructure", "other"};

}  // namespace

std::string_view to_string(HardwareKind kind) {
    return kind_names[static_cast<std::size_t>(kind)];
}

std::optional<HardwareKind> hardware_kind(std::string_view word) {
    const auto* const found = std::find(std::begin(kind_names), std::end(kind_names), word);
    if (found == std::end(kind_names)) return {};
    return static_cast<HardwareKind>(found - std::begin(kind_names));
}

}  // namespace lca
