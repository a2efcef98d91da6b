#pragma once
// Parsing and writing dates and times, and the instants they denote.

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// A point in time. In microseconds, so that every year a file can state fits (nanoseconds end in 2262);
/// loggers write at most six decimals of a second.
using Instant = std::chrono::sys_time<std::chrono::microseconds>;
/// Date and time of day as a clock shows them, without a time zone.
using LocalTime = std::chrono::local_time<std::chrono::microseconds>;

/// A date and time as written in a text, with its offset from UTC if that is written, too.
struct WrittenTime {
    LocalTime clock = {};
    std::optional<std::chrono::seconds> ahead = {};  // of UTC; empty if no zone is written

    /// The instant; empty if no zone is written.
    std::optional<Instant> instant() const {
        if (!ahead) return std::nullopt;
        return Instant(clock.time_since_epoch() - *ahead);
    }
};

/// Which ways of writing a date and time of day are accepted.
enum class TimeForms : unsigned char {
    iso,   // 2022-03-11T10:00:00.5+01:00, with `T` or a blank between date and time
    logs,  // as iso, and `-` between date and time, and 2022/03/11 10:00:00.5
};

/// Parses "2022-03-11T10:00:00Z" (also without seconds, with decimals of a second, with `+01`, `+0100` or
/// `+01:00`, or without a zone). Returns "" or what is wrong. Nothing is normalised: 24:00, second 60,
/// February 30 and a year of five digits are errors. Decimals of a second beyond the sixth are ignored.
std::string_view read_time(std::string_view text, TimeForms forms, WrittenTime& time);

/// Parses seconds since 1970 UTC ("1709287200.5"), years 1970 to 9999. Returns "" or what is wrong.
std::string_view read_epoch_seconds(std::string_view text, Instant& instant);
/// Parses whole milliseconds since 1970 UTC, years 1970 to 9999. Returns "" or what is wrong.
std::string_view read_epoch_milliseconds(std::string_view text, Instant& instant);
std::optional<Instant> instant_of_milliseconds(std::int64_t milliseconds);

/// How far a zone written as "+01:00", "-05", "Z", "UTC" or "GMT" is ahead of UTC; empty for any other text.
std::optional<std::chrono::seconds> read_offset(std::string_view text);

/// "2022-03-11T10:00:00.5Z": with as few decimals as are exact, for years 0 to 9999.
std::string to_text(Instant instant);
/// "2022-03-11T10:00:00.5": likewise, without a zone.
std::string to_text(LocalTime clock);
/// An offset from UTC as text: "+01:00".
std::string offset_text(std::chrono::seconds ahead);

}  // namespace lca
