#pragma once
// The kinds of entries that the catalogue has.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lca {

enum class Section : std::uint8_t { hardware, grid, region, datacentre, source, model, rating };
inline constexpr std::size_t section_count = 7;
std::string_view to_string(Section section);  // "hardware", "grid", …

}  // namespace lca
