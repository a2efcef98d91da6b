// MLPerf Power: readings of a meter for the whole system, one per second (spl.txt), and the begin and end of
// the benchmark (mlperf_log_detail.txt).

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/document/line_reader.hpp"
#include "models/logs/board_energy.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

constexpr std::size_t max_readings = 5'000'000;  // about two months of one reading per second
constexpr std::string_view stamp_example = "such as `12-23-2020 10:23:00.504`";

struct MeterReading {
    Moment time;
    double watts = 0;
    std::uint32_t line = 0;
};

/// One file: readings of a meter, or the time from power_begin to power_end.
struct MeterFile {
    std::string name, mark = {};
    Place place = {};
    bool has_rows = false;
    std::vector<MeterReading> readings = {};
    RowList missing = {}, ranging = {}, duplicates = {};
    std::optional<Moment> begin = {}, end = {};
};

/// Reads a time such as "12-23-2020 10:23:00.504". Returns "", or what is wrong.
std::string read_meter_stamp(std::string_view text, const LogInput& input, std::optional<Instant> previous,
                             Moment& moment) {
    constexpr std::size_t date = 10;
    if (text.size() < date || text[2] != '-' || text[5] != '-')
        return fmt::format("{} is not a date and time", in_quotes(text));
    const std::string iso = fmt::format("{}-{}{}", text.substr(6, 4), text.substr(0, 5), text.substr(date));
    return read_moment(iso, input.zone, nullptr, previous, moment);
}

class MeterFileReader {
public:
    explicit MeterFileReader(LogInput& input)
        : input_(input), lines_(input.bytes, input.file, input.diagnostics) {}

    std::optional<MeterFile> read() {
        made_.name = input_.name;
        made_.place = {input_.file, 1, 0};
        while (lines_.next() && !is_truncated()) {
            if (!read_line(lines_.text())) return std::nullopt;
        }
        if (!lines_.good()) return std::nullopt;
        note(made_.ranging, "belong to the run that finds the meter's ranges: excluded");
        note(made_.missing, "are 0 W or less, or not numbers: interpolated from the readings around them");
        note(made_.duplicates, "repeats the reading above it: counted once");
        return std::move(made_);
    }

private:
    bool is_truncated() {
        if (lines_.has_end() || trimmed(lines_.text()).empty()) return false;
        input_.note(rows_text({lines_.number()}),
                    "has no line end: it was cut off while it was written; excluded");
        return true;
    }

    void note(const RowList& rows, std::string_view reason) {
        if (!rows.empty()) input_.note(rows.text(), std::string(reason));
    }

    bool fault(std::size_t offset, std::string message, std::string_view expected) {
        input_.diagnostics.error(lines_.place(offset), std::move(message), std::string(expected));
        return false;
    }

    bool read_line(std::string_view line) {
        if (line.starts_with("Time,")) return read_row(line);
        if (line.starts_with(":::MLLOG")) return read_entry(line);
        return trimmed(line).empty() ||
               fault(0, "this line is neither a reading of a meter nor an entry of a benchmark's log",
                     "`Time,12-23-2020 10:23:00.504,Watts,42.83,…,Mark,…` or `:::MLLOG {…}`");
    }

    /// Reads the time in an entry power_begin or power_end; other entries are ignored.
    bool read_entry(std::string_view line) {
        const bool begins = line.find("\"power_begin\"") != std::string_view::npos;
        if (!begins && line.find("\"power_end\"") == std::string_view::npos) return true;
        constexpr std::string_view key = "\"value\": \"";
        const std::size_t at = line.find(key);
        const std::size_t from = at == std::string_view::npos ? line.size() : at + key.size();
        const std::string_view stamp = line.substr(from, std::min(line.find('"', from), line.size()) - from);
        Moment moment;
        if (std::string wrong = read_meter_stamp(stamp, input_, std::nullopt, moment); !wrong.empty())
            return fault(from, std::move(wrong), stamp_example);
        (begins ? made_.begin : made_.end) = moment;
        made_.place = lines_.place(0);
        return true;
    }

    /// Reads a row with a reading: Time,…,Watts,…,Volts,…,Amps,…,PF,…,Mark,…
    bool read_row(std::string_view line) {
        constexpr std::string_view watts_key = ",Watts,", mark_key = ",Mark,";
        constexpr std::size_t stamp_at = 5;
        const std::size_t watts = line.find(watts_key), mark = line.rfind(mark_key);
        if (watts == std::string_view::npos || mark == std::string_view::npos || mark < watts)
            return fault(0, "a reading without `Watts` or `Mark`", "Time,…,Watts,…,Mark,…");
        made_.has_rows = true;
        const std::string_view run = line.substr(mark + mark_key.size());
        if (run.ends_with("ranging")) {
            made_.ranging.add(lines_.number());
            return true;
        }
        if (made_.mark.empty()) made_.mark = run;
        if (run != made_.mark)
            return fault(mark + mark_key.size(),
                         fmt::format("another run than {} in the same file", in_quotes(made_.mark)),
                         "the readings of one run");
        const std::size_t number_at = watts + watts_key.size();
        const std::string_view cell = line.substr(number_at, line.find(',', number_at) - number_at);
        const Parsed<double> parsed = parse_cell(cell);
        const double* const number = std::get_if<double>(&parsed);
        if (number == nullptr && lower_case(cell) != "nan")
            return fault(number_at,
                         fmt::format("{}: {}", in_quotes(cell), std::get<TextFault>(parsed).message),
                         "watts, such as 42.83");
        if (number == nullptr || *number <= 0) {
            made_.missing.add(lines_.number());
            return true;
        }
        return take(line.substr(stamp_at, watts - stamp_at), stamp_at, *number);
    }

    bool take(std::string_view stamp, std::size_t stamp_at, double watts) {
        std::vector<MeterReading>& all = made_.readings;
        MeterReading reading{.time = {}, .watts = watts, .line = lines_.number()};
        const auto previous = all.empty() ? std::nullopt : std::optional(all.back().time.at);
        if (std::string wrong = read_meter_stamp(stamp, input_, previous, reading.time); !wrong.empty())
            return fault(stamp_at, std::move(wrong), stamp_example);
        if (previous && reading.time.at == *previous && watts == all.back().watts) {
            made_.duplicates.add(lines_.number());
            return true;
        }
        if (previous && reading.time.at <= *previous)
            return fault(stamp_at, fmt::format("the time is not after that of row {}", all.back().line),
                         "readings in the order of their times");
        if (all.size() == max_readings)
            return fault(stamp_at, "too many readings", fmt::format("at most {}", max_readings));
        all.push_back(reading);
        return true;
    }

    LogInput& input_;
    LineReader lines_;
    MeterFile made_;
};

/// The readings between two times, with interpolated readings at both of these.
std::vector<MeterReading> slice(const std::vector<MeterReading>& all, Instant begin, Instant end) {
    std::vector<MeterReading> part;
    const auto at = [](const MeterReading& a, const MeterReading& b, Instant time) {
        const double share = std::chrono::duration<double>(time - a.time.at) /
                             std::chrono::duration<double>(b.time.at - a.time.at);
        return MeterReading{{time, a.time.is_instant}, a.watts + share * (b.watts - a.watts), b.line};
    };
    for (std::size_t i = 0; i < all.size(); ++i) {
        const Instant time = all[i].time.at;
        if (i > 0 && all[i - 1].time.at < begin && time > begin)
            part.push_back(at(all[i - 1], all[i], begin));
        if (time >= begin && time <= end) part.push_back(all[i]);
        if (i > 0 && all[i - 1].time.at < end && time > end) part.push_back(at(all[i - 1], all[i], end));
    }
    return part;
}

class MlperfReader final : public LogReader {
public:
    void read(LogInput& input) override {
        if (auto file = MeterFileReader(input).read()) files_.push_back(std::move(*file));
    }

    void finish(Logs& logs, Diagnostics& diagnostics) override {
        if (diagnostics.has_errors()) return;
        for (const MeterFile& file : files_) {
            if (file.has_rows) {
                add(file, logs, diagnostics);
            } else if (!file.begin || !file.end || file.begin->at >= file.end->at) {
                diagnostics.error(file.place, "the log has no time from `power_begin` to `power_end`",
                                  "the log of a run that was measured to its end");
            }
        }
    }

private:
    /// The file with the begin and end of the benchmark during these readings; null if there is none.
    const MeterFile* window_of(const MeterFile& meter, Diagnostics& diagnostics) const {
        const MeterFile* found = nullptr;
        for (const MeterFile& file : files_) {
            if (!file.begin || !file.end) continue;
            if (file.end->at <= meter.readings.front().time.at ||
                file.begin->at >= meter.readings.back().time.at)
                continue;
            if (found != nullptr)
                diagnostics.error(file.place,
                                  fmt::format("{} and {} both cover the time of {}", shown(found->name),
                                              shown(file.name), shown(meter.name)),
                                  "one window for each run");
            found = &file;
        }
        return found;
    }

    void add(const MeterFile& meter, Logs& logs, Diagnostics& diagnostics) const {
        if (meter.readings.empty()) {
            if (!meter.ranging.empty()) return;  // this has been noted already
            return diagnostics.error(meter.place, "no reading above 0 W", "two readings or more");
        }
        LoggedRun run;
        std::vector<MeterReading> part = meter.readings;
        if (const MeterFile* const window = window_of(meter, diagnostics)) {
            part = slice(meter.readings, window->begin->at, window->end->at);
            const bool is_covered = meter.readings.front().time.at <= window->begin->at &&
                                    meter.readings.back().time.at >= window->end->at;
            run.remarks.push_back(fmt::format("from `power_begin` to `power_end` of {}{}",
                                              shown(window->name),
                                              is_covered ? "" : ", only partly covered by the meter"));
        } else {
            run.remarks.emplace_back(
                "all readings: no mlperf_log_detail.txt gives the time of the benchmark");
        }
        BoardEnergy energy;
        for (const MeterReading& one : part) energy.add(one.time.at, one.watts, one.line);
        const BoardEnergy::Result result = energy.result();
        if (result.seconds == 0)
            return diagnostics.error(meter.place, "only one reading, but energy needs two",
                                     "two readings or more");
        for (const BoardEnergy::Gap& gap : result.widest_gaps) {
            logs.notes.push_back(
                {meter.name, fmt::format("rows {} and {}", gap.from, gap.to),
                 fmt::format("no reading for {:.6g} s between them, more than 10 times the median "
                             "step; treated as a gap and excluded",
                             gap.seconds)});
        }
        run.id = "measured_system";
        run.title = "a system measured for MLPerf Power";
        run.file = meter.name;
        run.rows = fmt::format("rows {} to {}", part.front().line, part.back().line);
        run.begin = part.front().time;
        run.seconds = std::chrono::duration<double>(energy.end() - energy.begin()).count();
        run.energies = {{"", result.joules, "J"}};
        logs.runs.push_back(std::move(run));
    }

    std::vector<MeterFile> files_;
};

constexpr LogFormat mlperf_power_format = {
    .name = "mlperf-power",
    .help = "MLPerf Power: spl.txt of the meter, and mlperf_log_detail.txt",
    .is_one =
        [](const LogHead& head) {
            return (head.first.starts_with("Time,") &&
                    head.first.find(",Watts,") != std::string_view::npos) ||
                   head.first.starts_with(":::MLLOG");
        },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<MlperfReader>()); }};

}  // namespace

const LogFormat& mlperf_power_log() {
    return mlperf_power_format;
}

}  // namespace lca
