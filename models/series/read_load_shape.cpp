#include "models/series/read_load_shape.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "lca/base/number.hpp"
#include "models/series/series_format.hpp"
#include "models/series/series_zone.hpp"
#include "models/values/data_files.hpp"

namespace lca {
namespace {

constexpr std::size_t hours_a_day = 24;
constexpr double seconds_an_hour = 3600;

std::vector<double> read_daily(Node daily, bool weights, ValueReader& values) {
    std::vector<double> shares;
    for (const Node item : daily.children()) {
        if (item.faulty()) return {};
        const auto share = values.read<unit::None>(item, weights ? Bounds::not_negative : Bounds::share);
        if (!share) return {};
        if (!share->literal || share->uncertainty) {
            values.diagnostics().error(item.place(), "an hour of `daily` is a number, without uncertainty",
                                       "80 %");
            return {};
        }
        shares.push_back(share->literal->value);
    }
    if (shares.size() != hours_a_day) {
        values.diagnostics().error(daily.place(),
                                   fmt::format("`{}` has {} shares", daily.path(), shares.size()),
                                   "24, of the hours from midnight on");
        return {};
    }
    if (std::all_of(shares.begin(), shares.end(), [](double share) { return share == 0; })) {
        values.diagnostics().error(daily.place(), fmt::format("`{}` is 0 all day", daily.path()),
                                   "at least one hour above 0");
        return {};
    }
    return shares;
}

/// The values of the load as in the file: a series holds its mean and values relative to it, here multiplied.
std::shared_ptr<const TimeSeries> read_load_series(Node load, bool weights, std::uint32_t file,
                                                   ValueReader& values) {
    SeriesRequest request{
        .grid = load, .file = file, .sources = values.sources(), .diagnostics = values.diagnostics()};
    const series::StatedZone zone =
        series::zone_of(load.find("zone"), values.sources(), values.diagnostics());
    if (!zone.good) return nullptr;
    if (zone.zone) request.zone = &*zone.zone;
    TextBytes bytes(request.text());
    CsvReader table(bytes, file, values.diagnostics());
    if (!table.good()) return nullptr;
    const auto column = [&](std::string_view key, std::string_view usual) {
        const std::string_view stated = request.key(key);
        return table.column(stated.empty() ? usual : stated);
    };
    const auto time = column("time", "time"), share = column("value", "load");
    std::vector<series::SeriesReading> readings;
    if (!time || !share || !read_rows(table, {*time, *share}, request, readings)) return nullptr;
    for (const series::SeriesReading& reading : readings) {
        if (weights || !reading.value || *reading.value <= 1) continue;
        values.diagnostics().error(
            reading.place, fmt::format("a load of {}: a share of the maximum power", exact(*reading.value)),
            "0 to 1; weights of any size are allowed beside an `energy`");
        return nullptr;
    }
    GridSeries series;
    series.file = values.sources()[file].name;
    if (!series::fill_timeline(std::move(readings), {.value = "a load"}, {file, 1, 1}, series,
                               values.diagnostics()))
        return nullptr;
    if (!series.gaps.empty() || series.written == 0) {
        const Place place = series.gaps.empty() ? Place{file, 1, 1} : series.gaps.front().place;
        values.diagnostics().error(
            place, series.gaps.empty() ? "the load is 0 all the time" : "there is a gap before this time",
            "a load for each step, above 0 at least once");
        return nullptr;
    }
    std::vector<double> shares(series.relative->values().begin(), series.relative->values().end());
    for (double& one : shares) one *= series.written;
    const auto times = series.relative->times();
    return std::make_shared<const TimeSeries>(std::vector<double>(times.begin(), times.end()),
                                              std::move(shares));
}

}  // namespace

std::shared_ptr<const TimeSeries> LoadShape::from(double start, double ahead, double seconds) const {
    if (series) return series;
    const double first = std::floor((start + ahead) / seconds_an_hour);
    const auto hours = static_cast<std::size_t>(std::ceil(seconds / seconds_an_hour)) + 1;
    std::vector<double> times, values;
    for (std::size_t i = 0; i <= hours; ++i) {
        const double hour = first + static_cast<double>(i);
        times.push_back(hour * seconds_an_hour - ahead);
        const double of_day = hour - std::floor(hour / hours_a_day) * hours_a_day;
        if (i < hours) values.push_back(daily[static_cast<std::size_t>(of_day)]);
    }
    return std::make_shared<const TimeSeries>(std::move(times), std::move(values));
}

std::shared_ptr<const LoadShape> read_load_shape(Node load, bool weights, ValueReader& values) {
    LoadShape shape;
    shape.location = load;
    if (const Node daily = load.find("daily")) {
        shape.daily = read_daily(daily, weights, values);
        if (shape.daily.empty()) return nullptr;
    } else {
        const Node name = load.find("series");
        const auto file = name ? data_file(name, values.sources()) : std::nullopt;
        if (!file) return nullptr;
        shape.file = values.sources()[*file].name;
        shape.series = read_load_series(load, weights, *file, values);
        if (!shape.series) return nullptr;
    }
    return std::make_shared<const LoadShape>(std::move(shape));
}

}  // namespace lca
