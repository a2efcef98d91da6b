#pragma once
// The rule of a time zone in POSIX notation (`CET-1CEST,M3.5.0,M10.5.0/3`), the last line of a TZif file: RFC
// 8536, section 3.3, including its hours from -167 to 167.

#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace lca::base {

class PosixZone {
public:
    static std::optional<PosixZone> parse(std::string_view text);

    /// Whether the rule has summer time.
    bool changes() const { return changes_; }
    /// Seconds by which clocks are ahead of UTC outside summer time.
    std::int32_t standard() const { return standard_; }
    /// The changes to and from summer time in a year: when (seconds since 1970 UTC), and how many seconds
    /// clocks are ahead of UTC from then on.
    std::vector<std::pair<std::int64_t, std::int32_t>> changes_of(int year) const;

private:
    /// A day of the year as the rule gives it, and the time of day in seconds at which clocks change.
    struct Day {
        enum class Kind : unsigned char { weekday, julian, of_year };
        Kind kind = Kind::weekday;
        int month = 0, week = 0, day = 0;
        std::int32_t time = 7200;
    };
    friend class PosixZoneParser;

    static std::int64_t local_seconds(const Day& day, int year);

    std::int32_t standard_ = 0, summer_ = 0;
    bool changes_ = false;
    Day begin_, end_;
};

}  // namespace lca::base
