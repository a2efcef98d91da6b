#pragma once
// Points in time as files write them: ISO 8601 with a zone, nothing else, never normalised.

#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// What is wrong with "2022-03-11T10:00:00Z" ("…:00", "…:00.5" and "+01:00" are right, too); "" where nothing
/// is.
std::string_view fault_of_time(std::string_view text);

/// Seconds since 1970 in the local time of the text's own zone: midnight of a day is a multiple of 86,400 in
/// any zone; parts of a second do not count. Nothing for a text with a fault.
std::optional<double> seconds_of_time(std::string_view text);
/// Seconds since 1970 in UTC: which of two texts is later, whatever their zones. Likewise.
std::optional<double> instant_of_time(std::string_view text);

/// "2022-03-11 10:00 UTC", with seconds where they are not zero, of seconds since 1970 UTC.
std::string utc_text(double seconds);

/// The year by those clocks; nothing for a text with a fault.
std::optional<int> year_of_time(std::string_view text);

/// Both, read once.
struct DatedInstant {
    double instant = 0;
    int year = 0;
};
std::optional<DatedInstant> dated_instant(std::string_view text);

}  // namespace lca
