#pragma once
// Time zones: conversion of local times to instants. Read from the system's files (TZif, RFC 8536), including
// the rule for the years after a file's table.

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

/// The offsets of a time zone from UTC, and when they change. Immutable.
class TimeZone {
public:
    /// A time during which clocks are ahead of UTC by the same amount.
    struct Period {
        Instant begin = {}, end = {};
        std::chrono::seconds ahead = {};
    };

    /// A zone whose clocks are always ahead of UTC by the same amount.
    static TimeZone fixed(std::chrono::seconds ahead, std::string name);
    /// From the bytes of a TZif file of version 2 or later; or what is wrong with the bytes.
    static Parsed<TimeZone> from_tzif(std::string name, std::string_view bytes);

    const std::string& name() const { return name_; }
    bool is_fixed() const { return changes_.empty(); }
    Period at(Instant instant) const;
    std::chrono::seconds ahead_at(Instant instant) const { return at(instant).ahead; }

    /// The instants at which the zone's clocks show a time: `first` if there is one; `first` and `second`,
    /// earlier and later, if it is repeated; by the offset before and after the gap, if it is skipped.
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
    std::int32_t first_ahead_ = 0;  // offset in seconds before the first change
    std::vector<Change> changes_;   // in order of time; the table, then the rule for over 400 years
    bool repeats_ = false;          // whether the changes of the last 400 years repeat for ever
};

/// A zone and the file that it was read from.
struct ZoneFile {
    TimeZone zone;
    std::string path, bytes;  // path and content of the zone's file; "" for an offset such as "+01:00"
};

/// The folder in which the system keeps one file for each zone.
inline constexpr std::string_view zone_folder = "/usr/share/zoneinfo";

/// Parses "+01:00", "UTC" or "Z", or finds a name like `Europe/Paris` among the system's zones. If neither
/// works, the fault suggests writing an offset.
Parsed<ZoneFile> find_zone(std::string_view name, const std::string& folder = std::string(zone_folder));

/// Converts local times of one zone; fast if most come in order, as it remembers the period of the last one.
class LocalClock {
public:
    explicit LocalClock(const TimeZone& zone) : zone_(zone) {}
    TimeZone::Found find(LocalTime clock);

private:
    const TimeZone& zone_;
    LocalTime begin_ = {}, end_ = {};  // local times in this range are unique and ahead of UTC by ahead_
    std::chrono::seconds ahead_ = {};
};

}  // namespace lca
