#include "models/series/series_zone.hpp"

#include <algorithm>

#include "lca/base/utf8.hpp"
#include "models/values/data_files.hpp"

namespace lca::series {

StatedZone zone_of(Node zone, const Sources& sources, Diagnostics& diagnostics) {
    if (!zone || !zone.is_text() || zone.text().empty()) return {};
    if (const auto offset = read_offset(zone.text()))
        return {TimeZone::fixed(*offset, std::string(zone.text()))};
    const auto file = zone_file(zone.text(), sources);
    if (!file) return {.zone = {}, .good = false};  // the error was reported when the zone's file was read
    Parsed<TimeZone> found = TimeZone::from_tzif(std::string(zone.text()), sources[*file].text);
    if (auto* known = std::get_if<TimeZone>(&found)) return {std::move(*known)};
    const TextFault& wrong = std::get<TextFault>(found);
    diagnostics.add(
        {.place = zone.place(), .message = wrong.message, .expected = wrong.expected, .width = zone.width()});
    return {.zone = {}, .good = false};
}

}  // namespace lca::series
