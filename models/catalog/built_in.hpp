#pragma once
// The catalogue in this program, and the sections that a catalogue has.

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace lca {

enum class Section : std::uint8_t { hardware, grid, region, datacentre, source, model, rating };
inline constexpr std::size_t section_count = 7;
std::string_view to_string(Section section);

struct EmbeddedCatalogue;

/// The one in this program (made at build time from hardware_db/).
const EmbeddedCatalogue& embedded_catalogue();

}  // namespace lca
