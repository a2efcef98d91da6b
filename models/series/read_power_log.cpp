#include "models/series/read_power_log.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"
#include "models/edit/extends.hpp"
#include "models/logs/replayed_bytes.hpp"
#include "models/series/power_integral.hpp"
#include "models/series/series_zone.hpp"
#include "models/values/data_files.hpp"
#include "models/values/read_once.hpp"

namespace lca {
namespace {

constexpr std::string_view own_table = "csv";
constexpr std::string_view usual_times[] = {"timestamp", "time", "datetime", "date", "utc"};
constexpr std::string_view usual_powers[] = {"power"};
constexpr std::string_view usual_boards[] = {"device", "board", "gpu"};

std::string_view key_of(Node log, std::string_view name) {
    const Node node = log.find(name);
    return node && node.is_text() ? node.text() : std::string_view();
}

/// The given keys of `power_log` with their values, as one text that identifies a result read before.
std::string cache_key(Node log, std::initializer_list<std::string_view> keys) {
    std::string all = "power_log";
    for (const std::string_view key : keys) {
        const Node node = log.find(key);
        all += fmt::format("\n{}=", key);
        if (!node) continue;
        if (node.is_text()) all += node.text();
        for (const Node child : node.children()) all += fmt::format("\n {}={}", child.key(), child.text());
    }
    return all;
}

class PowerLogReader {
public:
    PowerLogReader(Node log, std::uint32_t file, const Sources& sources, Diagnostics& diagnostics)
        : log_(log), file_(file), sources_(sources), diagnostics_(diagnostics) {}

    std::shared_ptr<const PowerLog> read() {
        const auto zone = series::zone_of(log_.find("zone"), sources_, diagnostics_);
        if (!zone.good) return nullptr;
        zone_ = zone.zone ? &*zone.zone : nullptr;
        if (!take_window()) return nullptr;
        std::optional<series::IntegratedLog> read;
        try {
            read = series::integrate_power(window_,
                                           [this](const ReadingVisit& visit) { return next_pass(visit); });
        } catch (const FileError& error) {
            return fault("file",
                         fmt::format("cannot read `{}`: {}", shown(sources_[file_].name), reason_of(error)),
                         "a file, relative to this file");
        }
        if (!read || !fits(read->boards)) return nullptr;
        series::PowerIntegral& made = read->integral;
        if (!made.fault.empty()) return refuse(made);
        made.log.file = sources_[file_].name;
        made.log.is_instant = read->boards.is_instant;
        if (zone_ && made.log.is_instant) made.log.ahead = ahead_at(made.log.begin);
        if (made.gap.count > 0) warn_of(made.gap);
        return std::make_shared<const PowerLog>(std::move(made.log));
    }

private:
    std::nullptr_t fault(std::string_view key, std::string message, std::string expected,
                         std::string hint = {}) {
        const Node written = log_.written(key);
        const Node at = written ? written : log_.written("file");
        diagnostics_.add({.place = at.place(),
                          .message = std::move(message),
                          .expected = std::move(expected),
                          .hint = std::move(hint),
                          .width = at.width()});
        return nullptr;
    }

    /// Reads the log once more; after the first pass, errors are not reported again. Reports an
    /// error if the file has changed since it was read first, for this phase or for another.
    std::optional<BoardReadings> next_pass(const ReadingVisit& visit) {
        Diagnostics said_before;
        std::optional<BoardReadings> read = read_table(visit, passes_++ == 0 ? diagnostics_ : said_before);
        if (!read && !diagnostics_.has_errors()) {
            diagnostics_.error({file_, 1, 0}, "the file changed while it was read",
                               "a completed log, or a copy of it");
        }
        return read;
    }

    std::nullptr_t refuse(const series::PowerIntegral& made) {
        const std::string message = fmt::format("`{}`: {}", sources_[file_].name, made.fault);
        if (made.of_baseline) {
            const Node baseline = log_.written("baseline");
            diagnostics_.error(baseline.place(), message, "a time in which the boards were on but idle");
            return nullptr;
        }
        return fault("devices", message, "readings in the requested time, of the requested boards");
    }

    void warn_of(const series::PowerGap& gap) {
        diagnostics_.warning(
            log_.written("file").place(),
            fmt::format(
                "`{}` has {} of more than 10 times its median step without a reading, {:.6g} s in all "
                "boards: nothing is counted in {}. The first is of board {}, from {} to {}",
                sources_[file_].name, gap.count == 1 ? "a gap" : fmt::format("{} gaps", gap.count),
                gap.seconds, gap.count == 1 ? "it" : "them", in_quotes(gap.board), to_text(gap.from),
                to_text(gap.to)));
    }

    double ahead_at(double time) const {
        const auto at = std::chrono::round<std::chrono::microseconds>(std::chrono::duration<double>(time));
        return static_cast<double>(zone_->ahead_at(Instant(at)).count());
    }

    /// The columns of the log's format; null for `format: csv`, where the scenario names the columns.
    const BoardColumns* known_columns(const LogHead& head, Diagnostics& found, bool& good) const {
        const std::string_view stated = key_of(log_, "format");
        if (stated == own_table) return nullptr;
        const LogFormat* other = nullptr;
        std::vector<std::string> names{std::string(own_table)};
        for (const LogFormat* format : log_formats()) {
            if (format->boards) names.emplace_back(format->name);
            if (stated.empty() ? !format->is_one(head) : format->name != stated) continue;
            if (format->boards) return format->boards;
            other = format;
        }
        if (stated.empty() && other == nullptr) return nullptr;
        good = false;
        const Node at = log_.written(stated.empty() ? "file" : "format");
        found.add({.place = at.place(),
                   .message = other ? fmt::format("a log of {} has no time series of power", other->name)
                                    : fmt::format("unknown power-log format `{}`", shown(stated)),
                   .expected = listed(names, "or"),
                   .hint = other ? "`lca import` reads it" : did_you_mean(stated, names),
                   .width = at.width()});
        return nullptr;
    }

    std::optional<BoardReadings> read_table(const ReadingVisit& visit, Diagnostics& found) const {
        FileBytes file(sources_[file_].name);
        ReplayedBytes bytes(file);
        bool good = true;
        BoardColumns columns = {.stamp = usual_times,
                                .power = usual_powers,
                                .board = usual_boards,
                                .watts = 0,
                                .has_unix_times = true,
                                .example = "2026-03-04T10:00:00Z"};
        if (const BoardColumns* const known = known_columns(bytes.head(), found, good)) columns = *known;
        if (!good) return std::nullopt;
        const std::string_view time = key_of(log_, "time"), column = key_of(log_, "column");
        if (!time.empty()) columns.stamp = std::span(&time, 1);
        if (!column.empty()) columns.power = std::span(&column, 1);
        if (!take_unit(columns, found)) return std::nullopt;
        const BoardInput input{.bytes = bytes,
                               .file = file_,
                               .zone = zone_,
                               .diagnostics = found,
                               .visit = &visit,
                               .zone_option = "zone"};
        const auto note = [&](const std::string& rows, const std::string& reason) {
            found.warning({file_, 1, 0}, fmt::format("{} {}", rows, reason));
        };
        std::optional<BoardReadings> read = read_boards(input, columns, note);
        if (!read) return std::nullopt;
        if (!read->duplicates.empty())
            note(read->duplicates.text(), "repeats the reading above it: counted once");
        bytes.skip_rest();
        if (!keep_log_digest(sources_, file_, file.sha256())) return std::nullopt;
        return read;
    }

    bool take_unit(BoardColumns& columns, Diagnostics& found) const {
        const Node node = log_.find("unit");
        if (!node) return true;
        const Parsed<UnitText> parsed = parse_unit(node.text());
        const auto* const unit = std::get_if<UnitText>(&parsed);
        if (unit && unit->dimension == dimension_of<unit::Power>()) {
            columns.watts = unit->factor;
            return true;
        }
        found.add(
            {.place = node.place(),
             .message = unit ? fmt::format("`{}` is {}, not power", shown(node.text()), name(unit->dimension))
                             : std::get<TextFault>(parsed).message,
             .expected = "a unit of power such as W",
             .hint = unit ? "" : std::get<TextFault>(parsed).hint,
             .width = node.width()});
        return false;
    }

    bool time_fault(Node node, std::string message) {
        diagnostics_.add(
            {.place = node.place(),
             .message = std::move(message),
             .expected = "a time such as 2026-03-04T10:00:00, and `zone` where the log states none",
             .width = node.width()});
        return false;
    }

    /// Reads a time that the scenario states, in the log's time zone if it has none; false after an error.
    bool take_time(Node node, std::optional<Instant>& to) {
        if (!node || !node.is_text()) return true;
        Moment moment;
        if (std::string wrong = read_moment(node.text(), zone_, nullptr, std::nullopt, moment);
            !wrong.empty())
            return time_fault(node, std::move(wrong));
        to = moment.at;
        times_.emplace_back(node, moment.is_instant);
        return true;
    }

    bool take_window() {
        if (key_of(log_, "between") == "step") window_.between = series::BetweenReadings::step;
        bool good = take_time(log_.find("start"), window_.start);
        good = take_time(log_.find("end"), window_.end) && good;
        if (const Node baseline = log_.find("baseline")) {
            good = take_time(baseline.find("start"), window_.idle_start) && good;
            good = take_time(baseline.find("end"), window_.idle_end) && good;
            good = good && window_.idle_start && window_.idle_end;
        }
        const Node devices = log_.find("devices");
        if (!devices) return good;
        if (devices.is_text()) boards_.push_back(devices);
        for (const Node child : devices.children()) boards_.push_back(child);
        for (const Node board : boards_) {
            if (board.faulty() || !board.is_text()) return false;
            window_.boards.emplace_back(board.text());
        }
        return good;
    }

    /// Checks that stated times have a time zone if those of the log have
    /// one, and none otherwise, and that the log has the stated boards.
    bool fits(const BoardReadings& readings) {
        bool good = true;
        for (const auto& [node, is_instant] : times_) {
            if (is_instant == readings.is_instant) continue;
            good = time_fault(
                node,
                is_instant
                    ? fmt::format("`{}` has a time zone, but the times of the log have none", node.key())
                    : fmt::format("`{}` has no time zone, but the times of the log have one", node.key()));
        }
        return good && has_boards(readings);
    }

    bool has_boards(const BoardReadings& readings) {
        std::vector<std::string> known;
        for (const LoggedBoard& board : readings.boards) known.push_back(board.key);
        for (const Node text : boards_) {
            if (std::find(known.begin(), known.end(), text.text()) != known.end()) continue;
            constexpr std::size_t few = 8;
            const std::string hint = did_you_mean(text.text(), known);
            if (known.size() > few) known.resize(few);
            diagnostics_.add(
                {.place = text.place(),
                 .message = fmt::format("`{}` has no board {}", sources_[file_].name, in_quotes(text.text())),
                 .expected = "the names of boards in the log: " + listed(known, "or"),
                 .hint = hint,
                 .width = text.width()});
            return false;
        }
        return true;
    }

    Node log_;
    std::uint32_t file_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    const TimeZone* zone_ = nullptr;
    int passes_ = 0;
    series::LogWindow window_;
    std::vector<std::pair<Node, bool>> times_;  // times in the scenario, and whether each has a time zone
    std::vector<Node> boards_;
};

}  // namespace

std::shared_ptr<const PowerLog> read_power_log(Node log, const Sources& sources, Diagnostics& diagnostics) {
    const Node name = log.find("file");
    const auto file = name ? data_file(name, sources) : std::nullopt;
    if (!file) return nullptr;  // the error has been reported already
    const std::string all = "result of " + cache_key(log, {"format", "zone", "time", "column", "unit",
                                                           "devices", "start", "end", "between", "baseline"});
    return read_once<PowerLog>(sources, *file, all, diagnostics, [&](Diagnostics& found) {
        return PowerLogReader(log, *file, sources, found).read();
    });
}

}  // namespace lca
