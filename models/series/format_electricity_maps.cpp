// Exports of Electricity Maps. Their headings changed twice, so columns are found by name, not position.
// Hours in UTC, gCO2e/kWh, averages of consumption; a column of direct and one of life-cycle emissions.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "models/series/series_format.hpp"

namespace lca {
namespace {

constexpr std::string_view electricity_maps_keys[] = {"emissions"};
constexpr std::string_view electricity_maps_unit = "gCO2e/kWh";

std::string simplified(std::string_view heading) {
    std::string text = lower_case(heading);
    for (std::size_t at = text.find("co₂"); at != std::string::npos; at = text.find("co₂", at))
        text.replace(at, std::string_view("co₂").size(), "co2");
    return text;
}

bool is_electricity_maps(std::string_view beginning) {
    const std::string first = simplified(beginning.substr(0, beginning.find('\n')));
    return first.find("datetime (utc)") != std::string::npos &&
           first.find("carbon intensity gco2eq/kwh") != std::string::npos;
}

/// The index of the first heading that begins with `begin` and ends with one of `ends`.
std::optional<std::size_t> find_heading(const CsvReader& table, std::string_view begin,
                                        std::initializer_list<std::string_view> ends) {
    for (std::size_t i = 0; i < table.headings().size(); ++i) {
        const std::string heading = simplified(table.headings()[i]);
        if (!heading.starts_with(begin)) continue;
        const bool fits = std::any_of(ends.begin(), ends.end(),
                                      [&](std::string_view end) { return heading.ends_with(end); });
        if (fits) return i;
    }
    return std::nullopt;
}

std::optional<SeriesColumns> find_columns(const SeriesRequest& request, const CsvReader& table, bool direct) {
    const auto time = find_heading(table, "datetime (utc)", {""});
    const auto value = direct ? find_heading(table, "carbon intensity gco2eq/kwh", {"(direct)"})
                              : find_heading(table, "carbon intensity gco2eq/kwh", {"(life cycle)", "(lca)"});
    if (time && value)
        return SeriesColumns{*time, *value, find_heading(table, "data estimated", {"data estimated"})};
    request.fault("series",
                  fmt::format("`{}` has no column of {}", shown(request.sources[request.file].name),
                              !time    ? "times, `Datetime (UTC)`"
                              : direct ? "direct emissions"
                                       : "emissions of the life cycle"),
                  "an export of Electricity Maps, or `format: csv` with `time` and `value`");
    return std::nullopt;
}

std::optional<SeriesReadings> read_electricity_maps(const SeriesRequest& request) {
    TextBytes bytes(request.text());
    CsvReader table(bytes, request.file, request.diagnostics);
    if (!table.good()) return std::nullopt;
    const bool direct = request.key("emissions") == "direct";
    const auto columns = find_columns(request, table, direct);
    const auto factor = intensity_unit(electricity_maps_unit, {}, request);
    if (!columns || !factor) return std::nullopt;
    SeriesReadings made{.readings = {},
                        .unit = std::string(electricity_maps_unit),
                        .unit_factor = *factor,
                        .basis = {},
                        .note = {}};
    made.basis.basis = direct ? "combustion" : "life_cycle";
    if (request.key("emissions").empty()) made.note = "emissions of the life cycle, by default";
    const TimeZone utc = TimeZone::fixed(std::chrono::seconds(0), "UTC");
    SeriesRequest in_utc = request;
    in_utc.zone = &utc;
    if (!read_rows(table, *columns, in_utc, made.readings)) return std::nullopt;
    return made;
}

}  // namespace

const SeriesFormat& electricity_maps_series() {
    static constexpr SeriesFormat format{"electricity-maps", is_electricity_maps, electricity_maps_keys,
                                         read_electricity_maps};
    return format;
}

}  // namespace lca
