// Historical data of WattTime, version 3: pounds of CO2 per MWh every five minutes, marginal or average.

#include <fmt/core.h>

#include "lca/base/text.hpp"
#include "lca/document/json_fields.hpp"
#include "models/series/series_format.hpp"

namespace lca {
namespace {

bool is_watttime(std::string_view beginning) {
    return beginning.starts_with('{') && (beginning.find("\"point_time\"") != std::string_view::npos ||
                                          beginning.find("\"signal_type\"") != std::string_view::npos);
}

class WatttimeReader final : public JsonFields {
public:
    explicit WatttimeReader(const SeriesRequest& request) : request_(request), stamps_(request) {}

    std::vector<series::SeriesReading> readings;
    bool has_unit = false;
    std::string signal;

private:
    void field(std::string_view path, const JsonScalar& value) override {
        if (path == "meta.units") return take_unit(value);
        if (path == "meta.signal_type") return take_signal(value);
        if (path == "data[].point_time" && value.is_text()) {
            const auto stamp = stamps_.read(value.text, value.place);
            if (!stamp) return stop();
            reading_.time = *stamp;
            reading_.place = value.place;
            dated_ = true;
        } else if (path == "data[].value" && value.is_number()) {
            reading_.value = value.number;
        }
    }
    void opened(std::string_view path, Place) override {
        if (path != "data[]") return;
        reading_ = {};
        dated_ = false;
    }
    void closed(std::string_view path) override {
        if (path == "data[]" && dated_) readings.push_back(reading_);
    }

    void take_unit(const JsonScalar& value) {
        has_unit = value.is_text() && value.text == "lbs_co2_per_mwh";
        if (has_unit) return;
        request_.diagnostics.error(value.place, fmt::format("`units` is `{}`", shown(value.text)),
                                   "lbs_co2_per_mwh");
        stop();
    }
    void take_signal(const JsonScalar& value) {
        signal = value.is_text() ? value.text : std::string_view();
        if (signal == "co2_moer" || signal == "co2_aoer") return;
        request_.diagnostics.error(value.place, fmt::format("`signal_type` is `{}`", shown(signal)),
                                   "co2_moer (marginal) or co2_aoer (average)");
        stop();
    }

    const SeriesRequest& request_;
    StampReader stamps_;
    series::SeriesReading reading_;
    bool dated_ = false;
};

std::optional<SeriesReadings> read_watttime(const SeriesRequest& request) {
    constexpr std::string_view unit = "lbCO2e/MWh";  // 1 lb = 0.45359237 kg
    TextBytes bytes(request.text());
    WatttimeReader reader(request);
    const auto factor = intensity_unit(unit, {}, request);
    if (!factor || !read_json(bytes, request.file, reader, request.diagnostics)) return std::nullopt;
    if (!reader.has_unit || reader.signal.empty()) {
        request.fault("series", "`meta` states no units or no signal type",
                      "a response of WattTime, version 3");
        return std::nullopt;
    }
    SeriesReadings made{.readings = std::move(reader.readings),
                        .unit = std::string(unit),
                        .unit_factor = *factor,
                        .basis = {},
                        .note = {}};
    made.basis.basis = "combustion";
    made.basis.gas = "CO2";
    if (reader.signal == "co2_moer") made.basis.kind = "marginal";
    return made;
}

}  // namespace

const SeriesFormat& watttime_series() {
    static constexpr SeriesFormat format{"watttime", is_watttime, {}, read_watttime};
    return format;
}

}  // namespace lca
