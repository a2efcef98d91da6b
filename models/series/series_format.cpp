#include "models/series/series_format.hpp"

#include <algorithm>

#include <fmt/core.h>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"

namespace lca {
namespace {

constexpr std::string_view example = "2022-03-11T10:00:00Z";

}  // namespace

std::string_view SeriesRequest::key(std::string_view name) const {
    const Node node = grid.find(name);
    return node && node.is_text() ? node.text() : std::string_view();
}

void SeriesRequest::fault(std::string_view key, std::string message, std::string expected,
                          std::string hint) const {
    const Node written = grid.written(key);
    const Node at = written ? written : grid.written("series");
    diagnostics.add({.place = at.place(),
                     .message = std::move(message),
                     .expected = std::move(expected),
                     .hint = std::move(hint),
                     .width = std::max<std::size_t>(1, characters(at.is_text() ? at.text() : ""))});
}

std::optional<double> StampReader::read(std::string_view text, Place place) {
    WrittenTime time;
    if (const std::string_view wrong = read_time(text, TimeForms::logs, time); !wrong.empty()) {
        request_.diagnostics.error(place, fmt::format("`{}` is not a time: {}", shown(text), wrong),
                                   fmt::format("such as {}", example));
        return std::nullopt;
    }
    last_ = time.ahead ? time.instant() : local(time.clock, text, place);
    if (!last_) return std::nullopt;
    return std::chrono::duration<double>(last_->time_since_epoch()).count();
}

std::optional<Instant> StampReader::local(LocalTime clock, std::string_view text, Place place) {
    if (!clock_) {
        request_.diagnostics.error(place, fmt::format("the time `{}` has no time zone", shown(text)),
                                   "`zone: UTC`, an offset or a name such as Europe/Paris beside `series`");
        return std::nullopt;
    }
    const TimeZone::Found found = clock_->find(clock);
    switch (found.kind) {
        case TimeZone::Found::Kind::unique:
            return found.first;
        case TimeZone::Found::Kind::repeated:
            return last_ && found.first <= *last_ ? found.second : found.first;
        case TimeZone::Found::Kind::skipped:
            break;
    }
    request_.diagnostics.error(
        place,
        fmt::format("{} does not exist in {}: clocks went forward", shown(text), request_.zone->name()),
        "times of another zone, such as `zone: \"+01:00\"`");
    return std::nullopt;
}

const SeriesFormat* recognised_series(std::string_view beginning) {
    for (const SeriesFormat* format : series_formats()) {
        if (format->recognises != nullptr && format->recognises(beginning)) return format;
    }
    return nullptr;
}

bool read_rows(CsvReader& table, const SeriesColumns& columns, const SeriesRequest& request,
               std::vector<series::SeriesReading>& readings) {
    StampReader stamps(request);
    while (table.next()) {
        const Place place = table.place(columns.time);
        const auto stamp = stamps.read(table.cell(columns.time), place);
        if (!stamp) return false;
        series::SeriesReading reading{.time = *stamp, .value = {}, .estimated = false, .place = place};
        if (table.number_is_truncated(columns.value)) return true;
        if (!table.cell(columns.value).empty()) {
            reading.value = table.number(columns.value);
            if (!reading.value) return false;
        }
        reading.estimated = columns.estimated && lower_case(table.cell(*columns.estimated)) == "true";
        readings.push_back(reading);
    }
    table.warn_of_open_end();
    return table.good();
}

std::optional<double> intensity_unit(std::string_view text, Place place, const SeriesRequest& request) {
    const Parsed<UnitText> parsed = parse_unit(text);
    const auto* unit = std::get_if<UnitText>(&parsed);
    const Dimension wanted = impact_per(index_of::climate, dimension_of<unit::Energy>());
    if (unit && unit->dimension == wanted) return unit->factor;
    const std::string message =
        unit ? fmt::format("`{}` is {}, not climate change per energy", shown(text), name(unit->dimension))
             : std::get<TextFault>(parsed).message;
    const std::string hint = unit ? std::string() : std::get<TextFault>(parsed).hint;
    if (place.known()) {
        request.diagnostics.error(place, message, "a unit such as gCO2e/kWh", hint);
    } else {
        request.fault("unit", message, "a unit such as gCO2e/kWh", hint);
    }
    return std::nullopt;
}

}  // namespace lca
