#pragma once
// Points in time as files write them: ISO 8601 with a zone, nothing else, never normalised.

#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// What is wrong with a time such as "2022-03-11T10:00:00Z" ("…:00", "…:00.5" and "+01:00" are valid, too);
/// "" where nothing is.
std::string_view fault_of_time(std::string_view text);

/// Seconds since 1970 in the local time of the text's own zone: midnight of a day is a multiple of 86,400 in
/// any zone; parts of a second do not count. Nothing for a text with a fault.
std::optional<double> seconds_of_time(std::string_view text);
/// Seconds since 1970 in UTC: which of two texts is later, whatever their zones. Likewise.
std::optional<double> instant_of_time(std::string_view text);

/// "2022-03-11 10:00 UTC" for seconds since 1970 UTC; seconds are shown where they are not zero.
std::string utc_text(double seconds);

/// The year in the local time of the text's own zone; nothing for a text with a fault.
std::optional<int> year_of_time(std::string_view text);

/// What instant_of_time() and year_of_time() give, read once.
struct DatedInstant {
    double instant = 0;
    int year = 0;
};
std::optional<DatedInstant> dated_instant(std::string_view text);

}  // namespace lca
