#pragma once
// What logs of other tools contain: runs with their energy, devices and times, each with the rows it is from.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/byte_source.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/instant.hpp"
#include "lca/base/time_zone.hpp"

namespace lca {

/// A point in time of a log. Where the zone is not known, it is local time, and `is_instant` is false.
struct Moment {
    Instant at = {};
    bool is_instant = false;
};

/// A figure of a run's electricity: "gpu", 0.37 "Wh". A run with only one figure leaves `line` empty.
struct LoggedEnergy {
    std::string line;
    double value = 0;
    std::string_view unit = "kWh";  // kWh, Wh or J
};

/// Devices as the log calls them: "NVIDIA H100 80GB HBM3"; "" where it gives their number only.
struct LoggedDevices {
    std::string name;
    double count = 0;
    Place place = {};
};

/// What a log measured over a time: an activity of a scenario.
struct LoggedRun {
    std::string id;     // as it may become the activity's id: "run_fe49c3d9"
    std::string title;  // for people
    std::string_view stage = "other";
    std::string file;                  // its name, for the source
    std::string rows;                  // "rows 2 to 12"
    std::vector<std::string> remarks;  // what a user should know about it
    std::optional<Moment> begin = {};
    std::optional<double> seconds = {};
    /// Device time of all devices, if it is not their number times `seconds`.
    std::optional<double> device_seconds = {};
    std::vector<LoggedEnergy> energies = {};  // none: not measured
    std::optional<LoggedEnergy> idle = {};    // that part of them which the machine draws idle
    bool has_host = true;                     // false: the host's electricity is not in them
    bool includes_idle = true;
    /// The PUE that the energies contain; 0 where they contain one that is not known.
    std::optional<double> pue = {};
    std::vector<LoggedDevices> devices = {};
    double nodes = 0;  // 0: not known
    std::optional<double> requests = {}, tokens = {};
    std::string country = {};  // where it ran, according to the log: reported, never used
    /// Whose electricity it is, as far as the log says: "gpu:UUID", "node:NAME", "job:ID". Runs over the same
    /// time count twice unless these show that they are of different things.
    std::vector<std::string> metered = {};
};

/// Rows that are excluded, or count differently than written.
struct LogNote {
    std::string file, rows, reason;
};

/// A file of a log: its name and digest, and what it was read as.
struct LogFile {
    std::string name;
    std::string_view format;
    std::string sha256;
};

struct Logs {
    std::vector<LogFile> files;
    std::vector<LoggedRun> runs;
    std::vector<LogNote> notes;
};

/// A file that is being read.
struct LogInput {
    ByteSource& bytes;
    std::uint32_t file = 0;  // in Sources
    std::string name;
    bool is_json = false;
    const TimeZone* zone = nullptr;  // of stamps without a zone; null: not known
    Diagnostics& diagnostics;
    Logs& logs;

    void note(std::string rows, std::string reason) {
        logs.notes.push_back({name, std::move(rows), std::move(reason)});
    }
};

/// Reads the files of one format, or of several that belong together, in their order.
class LogReader {
public:
    LogReader() = default;
    virtual ~LogReader() = default;
    LogReader(const LogReader&) = delete;
    LogReader& operator=(const LogReader&) = delete;

    /// Faults are put into the diagnostics.
    virtual void read(LogInput& input) = 0;
    /// Called after the last file, for what only several files state together.
    virtual void finish(Logs&, Diagnostics&) {}
};

/// How a file begins.
struct LogHead {
    std::string_view text;   // some kilobytes
    std::string_view first;  // its first line, without a byte-order mark

    bool has(std::string_view part) const { return text.find(part) != std::string_view::npos; }
    bool is_json() const;
    /// Whether the first line, separated so, has a column of that name (letter case and unit aside).
    bool has_column(std::string_view name, char separator = ',') const;
};

/// Which columns of a table of boards hold what: headings in the order in which they are looked for, letter
/// case and unit aside.
struct BoardColumns {
    std::span<const std::string_view> stamp, power, board = {}, name = {};
    double watts = 1;             // one unit of a power whose heading states none, in W; 0: it must state one
    bool has_unix_times = false;  // stamps are seconds or milliseconds since 1970 where they are numbers
    std::string_view example = {};  // of a time
};

/// A format: its name, its description, how it is recognised, and its reader. A new one is one file,
/// log_NAME.cpp, that defines `const LogFormat& NAME_log()`; CMake lists it.
struct LogFormat {
    std::string_view name;
    std::string_view help;
    bool (*is_one)(const LogHead& head);
    std::unique_ptr<LogReader> (*reader)();
    std::string_view family = {};          // formats of one family share a reader; "" for one of its own
    const BoardColumns* boards = nullptr;  // of a table of power over time, which `power_log` reads, too
};

/// All formats, by name (a generated table).
std::span<const LogFormat* const> log_formats();

/// Rows that a note is about: the first of them and how many there are, however many there are.
struct RowList {
    static constexpr std::size_t max_kept = 100;
    std::vector<std::uint32_t> lines = {};
    std::size_t count = 0;

    void add(std::uint32_t line) {
        if (++count <= max_kept) lines.push_back(line);
    }
    bool empty() const { return count == 0; }
    /// "rows 2 to 4", "rows 2, 5 and 98 more".
    std::string text() const;
};

/// "row 2", "rows 2 to 4, 7 and 9".
std::string rows_text(const std::vector<std::uint32_t>& lines);

/// Reads the time of a stamp, in the zone of the input where it names none itself. Returns "" or what is
/// wrong. In the hour that is repeated when clocks go back, the first time not before `previous` is meant;
/// without `previous` it is rejected.
std::string read_moment(std::string_view text, const TimeZone* zone, LocalClock* clock,
                        std::optional<Instant> previous, Moment& moment);

}  // namespace lca
