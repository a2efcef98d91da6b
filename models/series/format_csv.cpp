// A user's own table (CSV): the scenario names the column of times and the column of intensities.

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/text.hpp"
#include "models/series/series_format.hpp"

namespace lca {
namespace {

std::string_view holds(std::string_view key) {
    return key == "time" ? "times" : "intensities";
}

constexpr std::string_view csv_keys[] = {"time", "value", "unit"};

/// Finds a column by its whole heading, or by the part of a heading before its unit.
std::optional<std::size_t> column_of(const SeriesRequest& request, std::string_view key, CsvReader& table) {
    const std::string_view wanted = request.key(key);
    if (wanted.empty()) {
        request.fault(key, fmt::format("`{}` is missing: it names the column of the {}", key, holds(key)),
                      fmt::format("`{}:` with one of the headings of the file", key));
        return std::nullopt;
    }
    const auto named = [&](const std::string& heading) { return split_heading(heading).name == wanted; };
    const auto& headings = table.headings();
    const auto found = std::find_if(headings.begin(), headings.end(), named);
    if (found == headings.end() || std::count_if(headings.begin(), headings.end(), named) > 1)
        return table.column(wanted);
    return static_cast<std::size_t>(found - headings.begin());
}

std::optional<double> unit_of(const SeriesRequest& request, std::string_view heading, std::string& unit) {
    const std::string_view in_heading = split_heading(heading).unit, stated = request.key("unit");
    if (in_heading.empty() && stated.empty()) {
        request.fault("value", "neither the heading nor the scenario gives the unit of the intensities",
                      "`unit: gCO2e/kWh`, or a heading such as `intensity [gCO2e/kWh]`");
        return std::nullopt;
    }
    if (!in_heading.empty() && !stated.empty() && in_heading != stated) {
        request.fault("unit",
                      fmt::format("`unit` is {}, but the heading has {}", shown(stated), shown(in_heading)),
                      "the unit of the heading, or no `unit`");
        return std::nullopt;
    }
    unit = stated.empty() ? in_heading : stated;
    return intensity_unit(unit, stated.empty() ? Place{request.file, 1, 1} : Place{}, request);
}

std::optional<SeriesReadings> read_csv(const SeriesRequest& request) {
    TextBytes bytes(request.text());
    CsvReader table(bytes, request.file, request.diagnostics);
    if (!table.good()) return std::nullopt;
    SeriesReadings made;
    const auto time = column_of(request, "time", table), value = column_of(request, "value", table);
    if (!time || !value) return std::nullopt;
    const auto factor = unit_of(request, table.headings()[*value], made.unit);
    if (!factor) return std::nullopt;
    made.unit_factor = *factor;
    if (!read_rows(table, {*time, *value}, request, made.readings)) return std::nullopt;
    return made;
}

}  // namespace

const SeriesFormat& csv_series() {
    static constexpr SeriesFormat format{"csv", nullptr, csv_keys, read_csv};
    return format;
}

}  // namespace lca
