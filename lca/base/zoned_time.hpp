#pragma once
// Points in time as scenario files write them: only ISO 8601 with a zone, never normalised.

#include <optional>
#include <string>
#include <string_view>

namespace lca {

/// What is wrong with a time such as "2022-03-11T10:00:00Z"; "" if it is valid. Also valid are "…:00" without
/// seconds, "…:00.5", and offsets such as "+01:00".
std::string_view fault_of_time(std::string_view text);

/// Seconds since 1970 in the local time of the offset that the text states, so that midnight is a multiple of
/// 86,400; decimals of a second are ignored. Empty if the text is not a valid time.
std::optional<double> seconds_of_time(std::string_view text);
/// Seconds since 1970 UTC, by which times with different zones can be compared. Empty if the text is invalid.
std::optional<double> instant_of_time(std::string_view text);

/// "2022-03-11 10:00 UTC" for seconds since 1970 UTC; seconds are shown if they are not zero.
std::string utc_text(double seconds);

/// The year in the local time of the offset that the text states; empty if the text is not a valid time.
std::optional<int> year_of_time(std::string_view text);

/// The results of instant_of_time() and year_of_time(), from one parse of the text.
struct DatedInstant {
    double instant = 0;
    int year = 0;
};
std::optional<DatedInstant> dated_instant(std::string_view text);

}  // namespace lca
