// The carbon intensity API of Great Britain's system operator (NESO): half hours in UTC, gCO2/kWh (only CO2),
// average over generation and imports. `actual` is null for the current half hour, and regions have only
// `forecast`: where the forecast is used instead, the value counts as estimated.

#include <fmt/core.h>

#include "lca/document/json_fields.hpp"
#include "models/series/series_format.hpp"

namespace lca {
namespace {

bool is_neso(std::string_view beginning) {
    return beginning.starts_with('{') && beginning.find("\"from\"") != std::string_view::npos &&
           beginning.find("\"intensity\"") != std::string_view::npos;
}

class NesoReader final : public JsonFields {
public:
    explicit NesoReader(const SeriesRequest& request) : stamps_(request) {}

    std::vector<series::SeriesReading> readings;

private:
    void field(std::string_view path, const JsonScalar& value) override {
        if (path.ends_with("data[].from") && value.is_text()) {
            const auto stamp = stamps_.read(value.text, value.place);
            if (!stamp) return stop();
            reading_ = {.time = *stamp, .value = {}, .estimated = false, .place = value.place};
            from_ = true;
        } else if (path.ends_with("data[].intensity.actual") && value.is_number()) {
            actual_ = value.number;
        } else if (path.ends_with("data[].intensity.forecast") && value.is_number()) {
            forecast_ = value.number;
        }
    }
    void closed(std::string_view path) override {
        if (!path.ends_with("data[]") || !from_) return;
        reading_.value = actual_ ? actual_ : forecast_;
        reading_.estimated = !actual_ && forecast_;
        readings.push_back(reading_);
        from_ = false;
        actual_.reset();
        forecast_.reset();
    }

    StampReader stamps_;
    series::SeriesReading reading_;
    bool from_ = false;
    std::optional<double> actual_, forecast_;
};

std::optional<SeriesReadings> read_neso(const SeriesRequest& request) {
    constexpr std::string_view unit = "gCO2e/kWh";
    TextBytes bytes(request.text());
    NesoReader reader(request);
    const auto factor = intensity_unit(unit, {}, request);
    if (!factor || !read_json(bytes, request.file, reader, request.diagnostics)) return std::nullopt;
    SeriesReadings made{.readings = std::move(reader.readings),
                        .unit = std::string(unit),
                        .unit_factor = *factor,
                        .basis = {},
                        .note = {}};
    made.basis.gas = "CO2";
    return made;
}

}  // namespace

const SeriesFormat& neso_series() {
    static constexpr SeriesFormat format{"neso", is_neso, {}, read_neso};
    return format;
}

}  // namespace lca
