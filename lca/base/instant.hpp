#pragma once
// Dates and times as files write them, and what instants they are.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// A point in time. Microseconds hold every year that a file can write; nanoseconds end in 2262, and loggers
/// write three or six decimals.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
/// What a clock shows, without its zone.
using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

/// A date and time as it is written.
struct WrittenTime {
    LocalTime clock = {};
    std::optional<std::chrono::seconds> ahead = {};  // of UTC, where a zone is written

    /// The instant, where a zone is written.
    std::optional<Instant> instant() const {
        if (!ahead) return std::nullopt;
        return Instant(clock.time_since_epoch() - *ahead);
    }
};

/// How a date and its time of day may be written.
enum class TimeForms : unsigned char {
    iso,   // 2022-03-11T10:00:00.5+01:00, `T` or a blank between them
    logs,  // the same, `-` between them and 2022/03/11 10:00:00.5, too
};

/// Reads "2022-03-11T10:00:00Z" (without seconds, with parts of them, with `+01`, `+0100` or `+01:00`, or
/// without a zone). "", or what is wrong. Never normalised: 24:00, second 60 and February 30 are wrong, and
/// so is a year of five digits. Parts of a second beyond the sixth decimal do not count.
std::string_view read_time(std::string_view text, TimeForms forms, WrittenTime& time);

/// Seconds since 1970 UTC ("1709287200.5"), years 1970 to 9999. "", or what is wrong.
std::string_view read_epoch_seconds(std::string_view text, Instant& instant);
/// Whole milliseconds since 1970, likewise.
std::string_view read_epoch_milliseconds(std::string_view text, Instant& instant);
std::optional<Instant> instant_of_milliseconds(std::int64_t milliseconds);

/// How far a zone written as "+01:00", "-05", "Z", "UTC" or "GMT" is ahead of UTC; nothing for another text.
std::optional<std::chrono::seconds> read_offset(std::string_view text);

/// "2022-03-11T10:00:00.5Z": as short as it is exact, for years 0 to 9999.
std::string to_text(Instant instant);
/// Formats a local time, without a zone.
std::string to_text(LocalTime clock);
/// An offset from UTC as text: "+01:00".
std::string offset_text(std::chrono::seconds ahead);

}  // namespace lca
