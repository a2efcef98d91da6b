#pragma once
// What logs of other tools contain: runs with their energy, devices and times, and the rows they come from.

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

/// A point in time in a log. If its time zone is not known, `at` is local time and `is_instant` is false.
struct Moment {
    Instant at = {};
    bool is_instant = false;
};

/// One energy of a run: "gpu", 0.37 "Wh". If a run has only one, `line` is empty.
struct LoggedEnergy {
    std::string line;
    double value = 0;
    std::string_view unit = "kWh";  // kWh, Wh or J
};

/// Devices as the log names them: "NVIDIA H100 80GB HBM3"; "" if it states only their number.
struct LoggedDevices {
    std::string name;
    double count = 0;
    Place place = {};
};

/// What a log measured during some time; becomes an activity of a scenario.
struct LoggedRun {
    std::string id;     // an id for the activity, if it is free: "run_fe49c3d9"
    std::string title;  // a description for people
    std::string_view stage = "other";
    std::string file;                  // name of the file, which becomes the source of the values
    std::string rows;                  // "rows 2 to 12"
    std::vector<std::string> remarks;  // what users should know about the run
    std::optional<Moment> begin = {};
    std::optional<double> seconds = {};
    /// Total device time, if it is not the number of devices × `seconds`.
    std::optional<double> device_seconds = {};
    std::vector<LoggedEnergy> energies = {};  // empty: not measured
    std::optional<LoggedEnergy> idle = {};    // the idle part of these energies
    bool has_host = true;                     // false: these energies exclude the host's electricity
    bool includes_idle = true;
    /// The PUE that the energies include; 0 if they include an unknown one; empty if they include none.
    std::optional<double> pue = {};
    std::vector<LoggedDevices> devices = {};
    double nodes = 0;  // 0: number not known
    std::optional<double> requests = {}, tokens = {};
    std::string country = {};  // where the run was, according to the log: reported but not used
    /// What the energies were measured at, as far as the log says: "gpu:UUID", "node:NAME", "job:ID". Runs at
    /// the same time are taken to count the same electricity twice, unless these show that they do not.
    std::vector<std::string> metered = {};
};

/// Rows of a file that are ignored, or count in another way than written, and the reason.
struct LogNote {
    std::string file, rows, reason;
};

/// A log file: its name and digest, and the format in which it was read.
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

/// A log file that is being read.
struct LogInput {
    ByteSource& bytes;
    std::uint32_t file = 0;  // index in Sources
    std::string name;
    bool is_json = false;
    const TimeZone* zone = nullptr;  // for times without a zone; null: not known
    Diagnostics& diagnostics;
    Logs& logs;

    void note(std::string rows, std::string reason) {
        logs.notes.push_back({name, std::move(rows), std::move(reason)});
    }
};

/// Reads files of one format, or of several formats of one family, in the order given.
class LogReader {
public:
    LogReader() = default;
    virtual ~LogReader() = default;
    LogReader(const LogReader&) = delete;
    LogReader& operator=(const LogReader&) = delete;

    /// Reads one file; errors are reported to the diagnostics of `input`.
    virtual void read(LogInput& input) = 0;
    /// Called after the last file, to add what follows only from several files together.
    virtual void finish(Logs&, Diagnostics&) {}
};

/// The beginning of a file.
struct LogHead {
    std::string_view text;   // some kilobytes
    std::string_view first;  // its first line, without byte-order mark

    bool has(std::string_view part) const { return text.find(part) != std::string_view::npos; }
    bool is_json() const;
    /// Whether the first line, split at `separator`, has a column with this name, ignoring case and unit.
    bool has_column(std::string_view name, char separator = ',') const;
};

/// The headings of columns in a table of boards, for each column in the order in which they are looked for;
/// case and unit are ignored.
struct BoardColumns {
    std::span<const std::string_view> stamp, power, board = {}, name = {};
    double watts = 1;             // W per unit of a power whose heading states no unit; 0: it must state one
    bool has_unix_times = false;  // numbers in the time column are seconds or milliseconds since 1970
    std::string_view example = {};  // of a time, for messages
};

/// A log format: name, description, how a file is recognised, and the reader. To add one, write a file
/// log_NAME.cpp that defines `const LogFormat& NAME_log()`, and list it in CMake.
struct LogFormat {
    std::string_view name;
    std::string_view help;
    bool (*is_one)(const LogHead& head);
    std::unique_ptr<LogReader> (*reader)();
    std::string_view family = {};          // formats with the same family share a reader; "": not shared
    const BoardColumns* boards = nullptr;  // if it is a table of boards, which `power_log` reads, too
};

/// All formats, sorted by name (a table that the build generates).
std::span<const LogFormat* const> log_formats();

/// The rows that a note is about: the first hundred of them, and the number of all.
struct RowList {
    static constexpr std::size_t max_kept = 100;
    std::vector<std::uint32_t> lines = {};
    std::size_t count = 0;

    void add(std::uint32_t line) {
        if (++count <= max_kept) lines.push_back(line);
    }
    bool empty() const { return count == 0; }
    /// In words: "rows 2 to 4"; "rows 2 and 5, and 98 more".
    std::string text() const;
};

/// Row numbers in words: "row 2", "rows 2 to 4, 7 and 9".
std::string rows_text(const std::vector<std::uint32_t>& lines);

/// Reads a time, in `zone` if it states no zone itself. Returns "", or what is wrong. A time that occurs
/// twice when clocks go back means the first one that is not before `previous`; without `previous` it is an
/// error.
std::string read_moment(std::string_view text, const TimeZone* zone, LocalClock* clock,
                        std::optional<Instant> previous, Moment& moment);

}  // namespace lca
