#include "models/series/read_grid_series.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/series/series_format.hpp"
#include "models/values/data_files.hpp"

namespace lca {
namespace {

/// Asked in this order; the last one takes any text.
constexpr const SeriesFormat* formats[] = {&electricity_maps_series, &watttime_series, &neso_series,
                                           &csv_series};
constexpr std::size_t seen = 4096;  // bytes of a file that its format is told by

const SeriesFormat& format_of(const SeriesRequest& request) {
    const std::string_view stated = request.key("format");
    for (const SeriesFormat* format : formats) {
        if (stated.empty() ? format->recognises(request.text().substr(0, seen)) : format->name == stated)
            return *format;
    }
    return csv_series;
}

/// Keys that only other formats read would have no effect.
bool keys_fit(const SeriesRequest& request, const SeriesFormat& format) {
    bool fit = true;
    for (const SeriesFormat* other : formats) {
        for (const std::string_view key : other->keys) {
            const bool known = std::find(format.keys.begin(), format.keys.end(), key) != format.keys.end();
            if (known || !request.grid.written(key)) continue;
            fit = false;
            request.fault(key,
                          fmt::format("`{}` is of series in the format {}, but this one is {}", key,
                                      other->name, format.name),
                          "a series without it, or another `format`");
        }
    }
    return fit;
}

/// Keys of the grid win over what the format means.
IntensityBasis basis_of(Node grid, const IntensityBasis& of_format) {
    IntensityBasis basis = IntensityBasis::read(grid);
    if (!grid.written("basis")) basis.basis = of_format.basis;
    if (!grid.written("basis") && !grid.written("kind")) basis.kind = of_format.kind;
    if (!grid.written("basis") && !grid.written("gas")) basis.gas = of_format.gas;
    return basis;
}

TimelineRules rules_of(const SeriesRequest& request) {
    const std::string_view gaps = request.key("gaps");
    return {.gaps = gaps == "hold"          ? GapRule::hold
                    : gaps == "interpolate" ? GapRule::interpolate
                                            : GapRule::none,
            .stamp = request.key("stamp") == "end" ? StampAt::end : StampAt::start};
}

/// What was said of a zone when its file was read is not said again.
Parsed<TimeZone> zone_named(std::string_view name, const Sources& sources) {
    if (const auto offset = read_offset(name)) return TimeZone::fixed(*offset, std::string(name));
    const auto file = zone_file(name, sources);
    if (!file) return TextFault{};
    return TimeZone::from_tzif(std::string(name), sources[*file].text);
}

}  // namespace

std::shared_ptr<const GridSeries> read_grid_series(Node grid, const Sources& sources,
                                                   Diagnostics& diagnostics) {
    const Node name = grid.find("series");
    const auto file = name ? data_file(name, sources) : std::nullopt;
    if (!file) return nullptr;  // it has been said why
    SeriesRequest request{.grid = grid, .file = *file, .sources = sources, .diagnostics = diagnostics};
    std::optional<TimeZone> zone;
    if (const std::string_view named = request.key("zone"); !named.empty()) {
        Parsed<TimeZone> found = zone_named(named, sources);
        if (const auto* wrong = std::get_if<TextFault>(&found)) {
            if (!wrong->message.empty()) request.fault("zone", wrong->message, wrong->expected);
            return nullptr;
        }
        zone = std::get<TimeZone>(std::move(found));
        request.zone = &*zone;
    }
    const SeriesFormat& format = format_of(request);
    if (!keys_fit(request, format)) return nullptr;
    std::optional<SeriesReadings> read = format.read(request);
    if (!read) return nullptr;
    auto series = std::make_shared<GridSeries>();
    series->file = sources[*file].name;
    series->unit = read->unit;
    series->unit_factor = read->unit_factor;
    series->basis = basis_of(grid, read->basis);
    series->note = std::move(read->note);
    const bool filled =
        fill_timeline(std::move(read->readings), rules_of(request), {*file, 1, 1}, *series, diagnostics);
    return filled ? series : nullptr;
}

}  // namespace lca
