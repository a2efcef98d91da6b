// Readers of logs, of power over time and of series: the first byte chooses the reader, the second whether a
// zone is known; the rest is the file. The byte is made of the reader's name, so that kept inputs mean the
// same when a reader is added; any other byte chooses one, too.

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/document/load.hpp"
#include "models/logs/read_logs.hpp"
#include "models/series/power_integral.hpp"
#include "models/series/series_format.hpp"
#include "tests/fuzz/require.hpp"

namespace {

void check_run(const lca::LoggedRun& run, std::string_view text) {
    for (const lca::LoggedEnergy& energy : run.energies)
        require(std::isfinite(energy.value) && energy.value >= 0, "an energy that is none", text);
    require(!run.seconds || (std::isfinite(*run.seconds) && *run.seconds >= 0), "a duration that is none",
            text);
    require(!run.pue || *run.pue == 0 || *run.pue >= 1, "a PUE below 1", text);
    require(!run.id.empty() && !run.rows.empty(), "a run without a name or rows", text);
    for (const lca::LoggedDevices& devices : run.devices)
        require(std::isfinite(devices.count) && devices.count >= 0, "a count that is none", text);
}

/// In tests/fuzz/corpus/logs the first byte of each file.
std::uint8_t byte_of(std::string_view name) {
    unsigned sum = 0;
    for (const char c : name) sum = (31 * sum + static_cast<unsigned char>(c)) % 251;
    return static_cast<std::uint8_t>(sum);
}

template <class Format>
const Format* named_by(std::uint8_t byte, std::span<const Format* const> formats) {
    for (const Format* format : formats) {
        if (byte_of(format->name) == byte) return format;
    }
    return nullptr;
}

void read_log(const lca::LogFormat& format, const std::string& text, const lca::TimeZone* zone,
              lca::Overlap overlap, lca::Sources& sources, lca::Diagnostics& diagnostics) {
    lca::Logs logs;
    lca::TextBytes bytes(text);
    const lca::LogHead head{.text = text, .first = std::string_view(text).substr(0, text.find('\n'))};
    format.is_one(head);
    const std::uint32_t file = sources.add({.name = "log", .text = {}, .sha256 = {}});
    lca::LogInput input{bytes, file, "log", head.is_json(), zone, diagnostics, logs};
    const auto reader = format.reader();
    reader->read(input);
    reader->finish(logs, diagnostics);
    if (diagnostics.has_errors()) return;
    for (const lca::LoggedRun& run : logs.runs) check_run(run, text);
    lca::apply_overlap_rule(logs, overlap, diagnostics);
}

/// What `power_log` makes of the same text; with a baseline of its first minute where `idle`.
void read_power(const lca::BoardColumns& columns, const std::string& text, const lca::TimeZone* zone,
                bool idle, lca::Diagnostics& diagnostics) {
    lca::series::LogWindow window;
    if (idle) {
        window.idle_start = lca::Instant(std::chrono::seconds(1767348000));
        window.idle_end = *window.idle_start + std::chrono::minutes(1);
        window.between = lca::series::BetweenReadings::step;
    }
    const auto made = lca::series::integrate_power(window, [&](const lca::ReadingVisit& visit) {
        lca::TextBytes bytes(text);
        const lca::BoardInput input{
            .bytes = bytes, .zone = zone, .diagnostics = diagnostics, .visit = &visit};
        return lca::read_boards(input, columns, [](const std::string&, const std::string&) {});
    });
    if (!made || !made->integral.fault.empty()) return;
    const lca::PowerLog& log = made->integral.log;
    require(std::isfinite(log.joules) && log.joules >= 0 && log.idle_joules <= log.joules,
            "an energy that is none", text);
    require(log.coverage() <= 1 + 1e-9 && std::isfinite(log.sd), "a share that is none", text);
}

void read_series(const lca::SeriesFormat& format, const std::string& text, const lca::TimeZone* zone,
                 lca::Sources& sources, lca::Diagnostics& diagnostics) {
    const std::uint32_t scenario = sources.add(
        {.name = "grid", .text = "{series: a, time: time, value: g, unit: gCO2e/kWh}", .sha256 = {}});
    const auto document = lca::load_text(scenario, sources, diagnostics);
    const std::uint32_t file = sources.add({.name = "series", .text = text, .sha256 = {}});
    if (format.recognises != nullptr) format.recognises(text);
    const lca::SeriesRequest request{
        .grid = document->root(), .file = file, .sources = sources, .diagnostics = diagnostics, .zone = zone};
    auto read = format.read(request);
    if (!read) return;
    lca::GridSeries series;
    const bool filled =
        lca::series::fill_timeline(std::move(read->readings), {.gaps = lca::series::GapRule::interpolate},
                                   {file, 1, 1}, series, diagnostics);
    require(!filled || (std::isfinite(series.written) && series.written >= 0), "a mean that is none", text);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 2, size - 2);
    const lca::TimeZone ahead = lca::TimeZone::fixed(std::chrono::hours(1), "+01:00");
    const lca::TimeZone* const zone = data[1] % 2 == 0 ? nullptr : &ahead;
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    if (const auto* const series = named_by(data[0], lca::series_formats())) {
        read_series(*series, text, zone, sources, diagnostics);
    } else {
        const auto formats = lca::log_formats();
        const lca::LogFormat* format = named_by(data[0], formats);
        if (format == nullptr) format = formats[data[0] % formats.size()];
        const auto overlap = data[1] % 4 < 2 ? lca::Overlap::rejected : lca::Overlap::largest;
        read_log(*format, text, zone, overlap, sources, diagnostics);
        if (format->boards != nullptr) read_power(*format->boards, text, zone, data[1] % 4 > 1, diagnostics);
    }
    for (const lca::Fault& fault : diagnostics.sorted()) {
        require(!fault.message.empty() && fault.message.size() < 4096, "a message without words or measure",
                text);
    }
    return 0;
}
