// Readers of logs: the first byte chooses the reader, the second whether a zone is known; the rest is the
// file.

#include <cmath>
#include <cstdint>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "models/logs/read_logs.hpp"
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

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) return 0;
    const std::string text(reinterpret_cast<const char*>(data) + 2, size - 2);
    const auto formats = lca::log_formats();
    const lca::LogFormat& format = *formats[data[0] % formats.size()];
    const lca::TimeZone ahead = lca::TimeZone::fixed(std::chrono::hours(1), "+01:00");
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    lca::Logs logs;
    lca::TextBytes bytes(text);
    const lca::LogHead head{.text = text, .first = std::string_view(text).substr(0, text.find('\n'))};
    format.is_one(head);
    const std::uint32_t file = sources.add({.name = "log", .text = {}, .sha256 = {}});
    lca::LogInput input{bytes,       file, "log", head.is_json(), data[1] % 2 == 0 ? nullptr : &ahead,
                        diagnostics, logs};
    const auto reader = format.reader();
    reader->read(input);
    reader->finish(logs, diagnostics);
    if (!diagnostics.has_errors()) {
        for (const lca::LoggedRun& run : logs.runs) check_run(run, text);
        lca::settle_overlaps(logs, data[1] % 4 < 2 ? lca::Overlap::rejected : lca::Overlap::largest,
                             diagnostics);
    }
    for (const lca::Fault& fault : diagnostics.sorted()) {
        require(!fault.message.empty() && fault.message.size() < 4096, "a message without words or measure",
                text);
    }
    return 0;
}
