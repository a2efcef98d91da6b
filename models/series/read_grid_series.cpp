#include "models/series/read_grid_series.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/series/series_format.hpp"
#include "models/series/series_zone.hpp"
#include "models/values/data_files.hpp"
#include "models/values/read_once.hpp"

namespace lca {
namespace {

constexpr std::size_t seen = 4096;  // bytes at the start of a file by which its format is recognised

const SeriesFormat& format_of(const SeriesRequest& request) {
    const std::string_view stated = request.key("format");
    const SeriesFormat* found = stated.empty() ? recognised_series(request.text().substr(0, seen)) : nullptr;
    for (const SeriesFormat* format : series_formats()) {
        if (!stated.empty() && format->name == stated) return *format;
        if (found == nullptr && format->recognises == nullptr) found = format;
    }
    return *found;
}

/// Reports keys that only other formats use: they would have no effect. False if there are any.
bool keys_fit(const SeriesRequest& request, const SeriesFormat& format) {
    bool fit = true;
    for (const SeriesFormat* other : series_formats()) {
        for (const std::string_view key : other->keys) {
            const bool known = std::find(format.keys.begin(), format.keys.end(), key) != format.keys.end();
            if (known || !request.grid.written(key)) continue;
            fit = false;
            request.fault(key,
                          fmt::format("`{}` is only for series in the format {}, but this one is {}", key,
                                      other->name, format.name),
                          fmt::format("no `{}`, or another `format`", key));
        }
    }
    return fit;
}

/// The basis of the intensities: as the format implies, unless keys of the grid state it.
IntensityBasis basis_of(Node grid, const IntensityBasis& of_format) {
    IntensityBasis basis = IntensityBasis::read(grid);
    if (!grid.written("basis")) basis.basis = of_format.basis;
    if (!grid.written("basis") && !grid.written("kind")) basis.kind = of_format.kind;
    if (!grid.written("basis") && !grid.written("gas")) basis.gas = of_format.gas;
    return basis;
}

series::TimelineRules rules_of(const SeriesRequest& request) {
    const std::string_view gaps = request.key("gaps");
    return {.gaps = gaps == "hold"          ? series::GapRule::hold
                    : gaps == "interpolate" ? series::GapRule::interpolate
                                            : series::GapRule::none,
            .stamp = request.key("stamp") == "end" ? series::StampAt::end : series::StampAt::start};
}

std::shared_ptr<const GridSeries> read_series(Node grid, std::uint32_t file, const Sources& sources,
                                              Diagnostics& diagnostics) {
    SeriesRequest request{.grid = grid, .file = file, .sources = sources, .diagnostics = diagnostics};
    const series::StatedZone zone = series::zone_of(grid.find("zone"), sources, diagnostics);
    if (!zone.good) return nullptr;
    if (zone.zone) request.zone = &*zone.zone;
    const SeriesFormat& format = format_of(request);
    if (!keys_fit(request, format)) return nullptr;
    std::optional<SeriesReadings> read = format.read(request);
    if (!read) return nullptr;
    auto series = std::make_shared<GridSeries>();
    series->file = sources[file].name;
    series->unit = read->unit;
    series->unit_factor = read->unit_factor;
    series->basis = basis_of(grid, read->basis);
    series->note = std::move(read->note);
    const bool filled = series::fill_timeline(std::move(read->readings), rules_of(request), {file, 1, 1},
                                              *series, diagnostics);
    return filled ? series : nullptr;
}

}  // namespace

std::shared_ptr<const GridSeries> read_grid_series(Node grid, const Sources& sources,
                                                   Diagnostics& diagnostics) {
    const Node name = grid.find("series");
    const auto file = name ? data_file(name, sources) : std::nullopt;
    if (!file) return nullptr;  // the error has been reported already
    std::string cache_key = "grid series";
    for (const Node child : grid.children()) {
        if (child.is_text() && !child.faulty())
            cache_key += fmt::format("\n{}={}", child.key(), child.text());
    }
    return read_once<GridSeries>(sources, *file, cache_key, diagnostics, [&](Diagnostics& found) {
        return read_series(grid, *file, sources, found);
    });
}

}  // namespace lca
