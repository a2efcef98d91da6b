#include "lca/base/time_zone.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <utility>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/base/posix_zone.hpp"
#include "lca/base/utf8.hpp"

namespace lca {

namespace {

using std::chrono::microseconds;
using std::chrono::seconds;

constexpr std::int64_t cycle = 146'097LL * 86'400;  // seconds in 400 years; then the calendar repeats
constexpr int cycle_years = 400;
constexpr std::size_t max_zone_bytes = 1'000'000;
constexpr auto widest = std::chrono::hours(26);  // larger than any offset from UTC
constexpr Instant earliest = Instant(seconds(-200'000'000'000)), latest = Instant(seconds(400'000'000'000));

TextFault no_zone(std::string message) {
    return {.message = std::move(message),
            .expected = "a zone such as `Europe/Paris`, or a fixed offset such as `+01:00`"};
}

/// Letters, digits, `_`, `+` and `-`, with single `/` between; so no `..` that leads out of the zone folder.
bool is_zone_name(std::string_view name) {
    if (name.empty() || name.size() > 64 || name.front() == '/' || name.back() == '/') return false;
    if (name.find("//") != std::string_view::npos) return false;
    // Links to this machine's own setting: the same scenario would mean another zone on another machine.
    if (name == "localtime" || name == "posixrules") return false;
    return std::all_of(name.begin(), name.end(), [](char c) {
        return is_letter(c) || is_digit(c) || c == '_' || c == '+' || c == '-' || c == '/';
    });
}

}  // namespace

/// Parses the second block of a TZif file, the one with 64-bit times, and the rule that follows the block.
class TzifReader {
public:
    TzifReader(std::string name, std::string_view bytes) : bytes_(bytes) { zone_.name_ = std::move(name); }

    std::optional<TimeZone> read() {
        Header first = header(), second;
        if (!ok_ || first.version < '2') return std::nullopt;
        skip(first.length(4));
        second = header();
        if (!ok_ || second.types == 0 || second.leaps != 0) return std::nullopt;
        if (bytes_.size() - at_ < second.length(8)) return std::nullopt;
        read_changes(second);
        if (!ok_ || !read_rule()) return std::nullopt;
        return zone_;
    }

private:
    struct Header {
        char version = 0;
        std::size_t ut = 0, standard = 0, leaps = 0, times = 0, types = 0, characters = 0;
        std::size_t length(std::size_t width) const {
            return times * (width + 1) + types * 6 + characters + leaps * (width + 4) + standard + ut;
        }
    };

    void skip(std::size_t count) {
        ok_ = ok_ && count <= bytes_.size() - at_;
        if (ok_) at_ += count;
    }
    std::uint64_t big_endian(std::size_t at, std::size_t width) const {
        std::uint64_t value = 0;
        for (std::size_t i = 0; i < width; ++i)
            value = value << 8U | static_cast<unsigned char>(bytes_[at + i]);
        return value;
    }

    Header header() {
        constexpr std::size_t header_bytes = 44;
        Header read;
        ok_ = ok_ && bytes_.size() - at_ >= header_bytes && bytes_.substr(at_, 4) == "TZif";
        if (!ok_) return read;
        read.version = bytes_[at_ + 4];
        std::size_t* const counts[] = {&read.ut,    &read.standard, &read.leaps,
                                       &read.times, &read.types,    &read.characters};
        std::size_t from = at_ + 20;
        for (std::size_t* count : counts) {
            *count = std::min<std::size_t>(big_endian(from, 4), max_zone_bytes);
            from += 4;
        }
        at_ += header_bytes;
        return read;
    }

    void read_changes(const Header& header) {
        const std::size_t kinds = at_ + header.times * 8, types = kinds + header.times;
        const auto ahead_of = [&](std::size_t type) {
            return static_cast<std::int32_t>(static_cast<std::uint32_t>(big_endian(types + type * 6, 4)));
        };
        zone_.first_ahead_ = ahead_of(0);
        for (std::size_t i = 0; i < header.times; ++i) {
            const auto type = static_cast<unsigned char>(bytes_[kinds + i]);
            const auto time = static_cast<std::int64_t>(big_endian(at_ + i * 8, 8));
            ok_ = ok_ && type < header.types && (i == 0 || time > last_);
            if (!ok_) return;
            last_ = time;
            has_times_ = true;
            add({time, ahead_of(type)});
        }
        skip(header.length(8));
    }

    /// Adds a change, unless the offset stays the same (if only the zone's abbreviation changes, say).
    void add(TimeZone::Change change) {
        const std::int32_t before = zone_.changes_.empty() ? zone_.first_ahead_ : zone_.changes_.back().ahead;
        if (change.ahead != before) zone_.changes_.push_back(change);
    }

    bool read_rule() {
        if (at_ + 2 > bytes_.size() || bytes_[at_] != '\n') return false;
        const std::size_t end = bytes_.find('\n', at_ + 1);
        if (end == std::string_view::npos) return false;
        const std::string_view text = bytes_.substr(at_ + 1, end - at_ - 1);
        if (text.empty()) return true;  // without a rule the last offset of the table holds for ever
        const std::optional<base::PosixZone> rule = base::PosixZone::parse(text);
        if (!rule) return false;
        if (rule->changes()) follow(*rule);
        return true;
    }

    void follow(const base::PosixZone& rule) {
        const int from = has_times_ ? year_of(last_) : 1970;
        std::vector<TimeZone::Change> changes;
        for (int year = from; year <= from + cycle_years + 1; ++year) {
            for (const auto& [at, ahead] : rule.changes_of(year)) changes.push_back({at, ahead});
        }
        // If summer time lasts all year, it ends at the very instant at which the next one starts.
        std::stable_sort(changes.begin(), changes.end(),
                         [](const auto& a, const auto& b) { return a.at < b.at; });
        const std::size_t in_table = zone_.changes_.size();
        for (std::size_t i = 0; i < changes.size(); ++i) {
            const bool replaced = i + 1 < changes.size() && changes[i + 1].at == changes[i].at;
            if (!replaced && (!has_times_ || changes[i].at > last_)) add(changes[i]);
        }
        zone_.repeats_ = zone_.changes_.size() > in_table + 2 * cycle_years;
    }

    static int year_of(std::int64_t time) {
        const auto day = std::chrono::floor<std::chrono::days>(std::chrono::sys_seconds(seconds(time)));
        return static_cast<int>(std::chrono::year_month_day(day).year());
    }

    std::string_view bytes_;
    std::size_t at_ = 0;
    bool ok_ = true, has_times_ = false;
    std::int64_t last_ = 0;  // time of the last change in the table
    TimeZone zone_;
};

TimeZone TimeZone::fixed(seconds ahead, std::string name) {
    TimeZone zone;
    zone.name_ = std::move(name);
    zone.first_ahead_ = static_cast<std::int32_t>(ahead.count());
    return zone;
}

Parsed<TimeZone> TimeZone::from_tzif(std::string name, std::string_view bytes) {
    std::string quoted = in_quotes(name);
    if (std::optional<TimeZone> zone = TzifReader(std::move(name), bytes).read()) return *std::move(zone);
    return no_zone(
        fmt::format("the file of the zone {} is none of a zone (TZif, version 2 or later, without "
                    "leap seconds)",
                    quoted));
}

TimeZone::Period TimeZone::period(std::size_t number) const {
    Period found{.begin = earliest, .end = latest, .ahead = seconds(first_ahead_)};
    if (number > 0) {
        found.begin = Instant(seconds(changes_[number - 1].at));
        found.ahead = seconds(changes_[number - 1].ahead);
    }
    if (number < changes_.size()) found.end = Instant(seconds(changes_[number].at));
    return found;
}

TimeZone::Period TimeZone::at(Instant instant) const {
    const auto time = std::chrono::floor<seconds>(instant).time_since_epoch().count();
    std::int64_t shift = 0;
    // After the last stored change, the changes of the last 400 years repeat.
    if (repeats_ && !changes_.empty() && time >= changes_.back().at) {
        shift = ((time - changes_.back().at) / cycle + 1) * cycle;
    }
    const auto next = std::upper_bound(changes_.begin(), changes_.end(), time - shift,
                                       [](std::int64_t t, const Change& change) { return t < change.at; });
    Period found = period(static_cast<std::size_t>(next - changes_.begin()));
    found.begin += seconds(shift);
    found.end += seconds(shift);
    return found;
}

TimeZone::Found TimeZone::find(LocalTime clock) const {
    const Instant as_utc(clock.time_since_epoch());
    Found found;
    int count = 0;
    std::optional<Period> before;
    std::optional<std::pair<Period, Period>> gap;
    for (Instant at_time = as_utc - widest;;) {
        const Period here = at(at_time);
        const Instant instant = as_utc - here.ahead;
        if (instant >= here.begin && instant < here.end) {
            (count == 0 ? found.first : found.second) = instant;
            ++count;
        }
        if (before && as_utc - before->ahead >= here.begin && instant < here.begin)
            gap.emplace(*before, here);
        if (here.end > as_utc + widest) break;
        before = here;
        at_time = here.end;
    }
    if (count > 1) found.kind = Found::Kind::repeated;
    if (count == 0 && gap) {
        found = {Found::Kind::skipped, as_utc - gap->first.ahead, as_utc - gap->second.ahead};
    }
    return found;
}

TimeZone::Found LocalClock::find(LocalTime clock) {
    if (clock >= begin_ && clock < end_)
        return {TimeZone::Found::Kind::unique, Instant(clock.time_since_epoch() - ahead_), {}};
    const TimeZone::Found found = zone_.find(clock);
    if (found.kind != TimeZone::Found::Kind::unique) return found;
    const TimeZone::Period here = zone_.at(found.first);
    const TimeZone::Period before = zone_.at(here.begin - microseconds(1)), after = zone_.at(here.end);
    // If two changes are close together, nothing is remembered, and each time is looked up.
    if (here.end - here.begin < 4 * widest || before.end - before.begin < 4 * widest ||
        after.end - after.begin < 4 * widest)
        return found;
    ahead_ = here.ahead;
    begin_ = LocalTime(here.begin.time_since_epoch() + std::max(here.ahead, before.ahead));
    end_ = LocalTime(here.end.time_since_epoch() + std::min(here.ahead, after.ahead));
    return found;
}

Parsed<ZoneFile> find_zone(std::string_view name, const std::string& folder) {
    if (const auto ahead = read_offset(name))
        return ZoneFile{TimeZone::fixed(*ahead, std::string(name)), {}, {}};
    if (!is_zone_name(name)) return no_zone(fmt::format("{} is not a time zone", in_quotes(name)));
    ZoneFile file{.zone = TimeZone::fixed({}, {}), .path = folder + '/' + std::string(name), .bytes = {}};
    try {
        file.bytes = read_file(file.path, max_zone_bytes, Pipes::rejected);
    } catch (const FileError&) {
        return no_zone(fmt::format("this machine knows no time zone {} (there is no file {})",
                                   in_quotes(name), in_quotes(file.path)));
    } catch (const InputError&) {
        return no_zone(fmt::format("{} is not a time zone", in_quotes(name)));
    }
    Parsed<TimeZone> zone = TimeZone::from_tzif(std::string(name), file.bytes);
    if (auto* fault = std::get_if<TextFault>(&zone)) return std::move(*fault);
    file.zone = std::get<TimeZone>(std::move(zone));
    return file;
}

}  // namespace lca
