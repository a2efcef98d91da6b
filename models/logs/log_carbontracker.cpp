// carbontracker: its output log has the energy of a run, its standard log the names of the devices.

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "lca/base/number.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/document/line_reader.hpp"
#include "models/logs/log.hpp"

namespace lca {
namespace {

constexpr std::string_view actual = "Actual consumption for ", predicted = "Predicted consumption for ";
constexpr std::string_view of_gpus = "GPU with device(s) ", of_pue = "PUE coefficient of ";

/// One file: an output log has energies, a standard log does not.
struct CarbonLog {
    std::string file;
    std::optional<Moment> begin;
    std::uint32_t first = 0, last = 0;  // rows of the last "Actual consumption"
    std::vector<std::uint32_t> earlier;
    std::optional<double> kwh, seconds;  // of the last "Actual consumption" that is complete
    double pue = 0;                      // 0: not stated
    std::vector<LoggedDevices> devices;
    Place place = {};
};

/// Seconds of a text such as "0:12:02.5" or "1 day, 0:04:00"; empty for another text.
std::optional<double> seconds_of_clock(std::string_view text) {
    double days = 0;
    if (const std::size_t at = text.find(" day"); at != std::string_view::npos) {
        const Parsed<double> parsed = parse_number(text.substr(0, at));
        const std::size_t comma = text.find(", ");
        if (!std::holds_alternative<double>(parsed) || comma == std::string_view::npos) return std::nullopt;
        days = std::get<double>(parsed);
        text.remove_prefix(comma + 2);
    }
    double seconds = 0;
    for (int part = 0; part < 3; ++part) {
        const std::size_t end = part < 2 ? text.find(':') : text.size();
        if (end == std::string_view::npos || end == 0) return std::nullopt;
        double value = 0;
        for (const char c : text.substr(0, end)) {
            if (!is_digit(c) && c != '.') return std::nullopt;
        }
        // Leading zeros are removed, because parse_number rejects them.
        std::string_view digits = text.substr(0, end);
        while (digits.size() > 1 && digits[0] == '0' && is_digit(digits[1])) digits.remove_prefix(1);
        const Parsed<double> parsed = parse_number(digits);
        if (!std::holds_alternative<double>(parsed)) return std::nullopt;
        value = std::get<double>(parsed);
        seconds = seconds * 60 + value;
        if (part < 2) text.remove_prefix(end + 1);
    }
    return seconds + days * 86400;
}

class CarbonLogReader {
public:
    explicit CarbonLogReader(LogInput& input)
        : input_(input), lines_(input.bytes, input.file, input.diagnostics) {}

    std::optional<CarbonLog> read() {
        log_.file = input_.name;
        log_.place = {input_.file, 1, 0};
        while (lines_.next() && !is_truncated()) {
            if (!take(trimmed(lines_.text()))) return std::nullopt;
        }
        if (!lines_.good()) return std::nullopt;
        return std::move(log_);
    }

private:
    bool take(std::string_view line) {
        if (!take_begin(line)) return false;
        take_devices(line);
        take_pue(line);
        if (line.starts_with(actual)) {
            first_ = lines_.number();
            seconds_.reset();
            in_actual_ = true;
        } else if (line.starts_with(predicted)) {
            in_actual_ = false;
        }
        if (!in_actual_) return true;
        if (line.starts_with("Time:")) return take_time(trimmed(line.substr(5)));
        if (line.starts_with("Energy:")) return take_energy(trimmed(line.substr(7)));
        return true;
    }

    /// Notes an incomplete last line, as in the log of a tracker that was killed.
    bool is_truncated() {
        if (lines_.has_end() || trimmed(lines_.text()).empty()) return false;
        input_.note(rows_text({lines_.number()}),
                    "has no line end: it was cut off while it was written; excluded");
        return true;
    }

    /// Reads the start of the run from the first line with a time: "2025-11-18 15:53:54 - CarbonTracker: ".
    bool take_begin(std::string_view line) {
        const std::size_t stamp = line.find(" - ");
        if (log_.begin || stamp == std::string_view::npos || !is_digit(line[0])) return true;
        Moment moment;
        const std::string wrong =
            read_moment(line.substr(0, stamp), input_.zone, nullptr, std::nullopt, moment);
        if (!wrong.empty()) return fault(wrong, "a time such as 2025-11-18 15:53:54");
        log_.begin = moment;
        return true;
    }

    void take_devices(std::string_view line) {
        std::size_t at = line.find(of_gpus);
        if (at == std::string_view::npos || !log_.devices.empty()) return;
        std::string_view names = line.substr(at + of_gpus.size());
        names = names.substr(0, names.find(". "));
        if (names.ends_with('.')) names.remove_suffix(1);
        while (!names.empty()) {
            const std::size_t end = std::min(names.find(", "), names.size());
            log_.devices.push_back({std::string(names.substr(0, end)), 1, {input_.file, lines_.number(), 0}});
            names.remove_prefix(std::min(end + 2, names.size()));
        }
    }

    void take_pue(std::string_view line) {
        const std::size_t at = line.find(of_pue);
        if (at == std::string_view::npos) return;
        std::string_view text = line.substr(at + of_pue.size());
        text = text.substr(0, text.find(' '));
        if (text.ends_with('.')) text.remove_suffix(1);
        const Parsed<double> parsed = parse_number(text);
        const double* const pue = std::get_if<double>(&parsed);
        if (pue && *pue >= 1) log_.pue = *pue;
    }

    bool fault(std::string message, std::string expected) {
        input_.diagnostics.error(lines_.place(0), std::move(message), std::move(expected));
        return false;
    }

    bool take_time(std::string_view text) {
        seconds_ = seconds_of_clock(text);
        return seconds_ || fault(fmt::format("{} is not a duration", in_quotes(text)), "such as 0:12:02");
    }

    bool take_energy(std::string_view text) {
        constexpr std::string_view unit = " kWh";
        if (!text.ends_with(unit)) return fault(fmt::format("the energy is {}", in_quotes(text)), "kWh");
        const Parsed<double> parsed = parse_number(text.substr(0, text.size() - unit.size()));
        const double* const kwh = std::get_if<double>(&parsed);
        if (!kwh || *kwh < 0)
            return fault(fmt::format("{} is not an energy", in_quotes(text)), "such as 0.1273 kWh");
        if (log_.kwh) log_.earlier.push_back(log_.first);
        log_.kwh = *kwh;
        log_.seconds = seconds_;
        log_.first = first_;
        log_.last = lines_.number();
        return true;
    }

    LogInput& input_;
    LineReader lines_;
    CarbonLog log_;
    bool in_actual_ = false;
    std::uint32_t first_ = 0;        // first row of the "Actual consumption" being read
    std::optional<double> seconds_;  // and its duration
};

class CarbontrackerReader final : public LogReader {
public:
    void read(LogInput& input) override {
        auto log = CarbonLogReader(input).read();
        if (log) files_.push_back(std::move(*log));
    }

    /// Joins the two logs of each run, which begin in the same second.
    void finish(Logs& logs, Diagnostics& diagnostics) override {
        if (diagnostics.has_errors()) return;
        for (const CarbonLog& log : files_) {
            if (!log.kwh) continue;
            const CarbonLog* other = nullptr;
            for (const CarbonLog& one : files_) {
                if (!one.kwh && one.begin && log.begin && one.begin->at == log.begin->at) other = &one;
            }
            add(log, other, logs);
        }
        for (const CarbonLog& log : files_) {
            if (log.kwh) continue;
            const bool paired = std::any_of(files_.begin(), files_.end(), [&](const CarbonLog& one) {
                return one.kwh && one.begin && log.begin && one.begin->at == log.begin->at;
            });
            if (paired) {
                logs.notes.push_back(
                    {log.file, "all rows", "belong to the run whose energy is in the other log"});
            } else {
                diagnostics.error(
                    log.place, "the log contains no `Actual consumption`",
                    "the log that ends in `_carbontracker_output.log`, of a run that has ended");
            }
        }
    }

private:
    static void add(const CarbonLog& log, const CarbonLog* other, Logs& logs) {
        LoggedRun run;
        run.id = "tracked_run";
        run.title = "a run tracked by carbontracker";
        run.file = log.file;
        run.rows = fmt::format("rows {} to {}", log.first, log.last);
        run.begin = log.begin;
        run.seconds = log.seconds;
        run.energies = {{"", *log.kwh}};
        run.pue = log.pue > 0 ? log.pue : other ? other->pue : 0;
        run.devices = !log.devices.empty() || !other ? log.devices : other->devices;
        if (!log.earlier.empty())
            logs.notes.push_back(
                {log.file, rows_text(log.earlier), "consumption up to then, included in the last report"});
        logs.runs.push_back(std::move(run));
    }

    std::vector<CarbonLog> files_;
};

constexpr LogFormat carbontracker_format = {
    .name = "carbontracker",
    .help = "the logs of carbontracker: the output log, and the standard log beside it",
    .is_one =
        [](const LogHead& head) {
            return head.has(" - CarbonTracker: ") || head.has(" - carbontracker version ");
        },
    .reader = [] { return std::unique_ptr<LogReader>(std::make_unique<CarbontrackerReader>()); }};

}  // namespace

const LogFormat& carbontracker_log() {
    return carbontracker_format;
}

}  // namespace lca
