#include "lca/page/bar.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

namespace lca {

std::string bar(double share, std::size_t width) {
    constexpr std::array<std::string_view, 8> parts = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉"};
    if (!(share > 0)) return "";
    const double eighths = std::round(std::min(share, 1.0) * static_cast<double>(width * parts.size()));
    const auto length = std::max<std::size_t>(1, static_cast<std::size_t>(eighths));
    std::string text;
    for (std::size_t i = 0; i < length / parts.size(); ++i) text += "█";
    return text += parts[length % parts.size()];
}

}  // namespace lca
