#pragma once
// Time zones: what instant a local time is. Read from the system's files (TZif, RFC 8536), including the rule
// for years after their tables.

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lca/base/instant.hpp"
#include "lca/base/diagnostics.hpp"

namespace lca {

/// How a zone's clocks run. Immutable.
class TimeZone {
public:
    /// A time in which clocks are ahead of UTC by the same amount.
    struct Period {
        Instant begin = {}, end = {};
        std::chrono::seconds ahead = {};
    };

    /// A zone whose clocks are always ahead of UTC by the same amount.
    static TimeZone fixed(std::chrono::seconds ahead, std::string name);
    /// From the bytes of a TZif file of version 2 or later. The fault says what is wrong with them.
    static Parsed<TimeZone> from_tzif(std::string name, std::string_view bytes);

    const std::string& name() const { return name_; }
    bool is_fixed() const { return changes_.empty(); }
    Period at(Instant instant) const;
    std::chrono::seconds ahead_at(Instant instant) const { return at(instant).ahead; }

    /// What instant a clock's time is: `first` where it is unique; both where the hour is repeated, `first`
    /// before the change; where it is skipped, what it would be by the clock before (`first`) and after it.
    struct Found {
        enum class Kind : unsigned char { unique, repeated, skipped };
        Kind kind = Kind::unique;
        Instant first = {}, second = {};
    };
    Found find(LocalTime clock) const;

private:
    struct Change {
        std::int64_t at = 0;  // seconds since 1970, UTC
        std::int32_t ahead = 0;
    };
    friend class TzifReader;

    Period period(std::size_t number) const;

    std::string name_;
    std::int32_t first_ahead_ = 0;  // before the first change
    std::vector<Change> changes_;   // by time, each to another offset; 401 years of the rule at the end
    bool repeats_ = false;          // whether those 400 years go on for ever
};

/// A zone and the file that it was read from.
struct ZoneFile {
    TimeZone zone;
    std::string path, bytes;  // "" for an offset such as "+01:00"
};

/// Where the system keeps its zones, a file each.
inline constexpr std::string_view zone_folder = "/usr/share/zoneinfo";

/// Reads "+01:00", "UTC" and "Z", or finds a name like `Europe/Paris` in the system's zones. A fault suggests
/// to write an offset.
Parsed<ZoneFile> find_zone(std::string_view name, const std::string& folder = std::string(zone_folder));

/// Local times of one zone, most of them in order: remembers where the last one was.
class LocalClock {
public:
    explicit LocalClock(const TimeZone& zone) : zone_(zone) {}
    TimeZone::Found find(LocalTime clock);

private:
    const TimeZone& zone_;
    LocalTime begin_ = {}, end_ = {};  // between them times are unique
    std::chrono::seconds ahead_ = {};
};

}  // namespace lca
