#pragma once
// File formats for series of grid intensities, each with its own reader.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/base/time_zone.hpp"
#include "lca/document/csv_reader.hpp"
#include "lca/document/node.hpp"
#include "models/series/timeline.hpp"

namespace lca {

/// What a format's reader gets: the keys of a grid that has a series, and the text of the file.
struct SeriesRequest {
    Node grid;
    std::uint32_t file = 0;  // index of the file in `sources`
    const Sources& sources;
    Diagnostics& diagnostics;
    const TimeZone* zone = nullptr;  // for times without a zone; null if the grid states none

    std::string_view text() const { return sources[file].text; }
    /// The text of a key of the grid; "" if the grid does not have it.
    std::string_view key(std::string_view name) const;
    /// Reports an error at a key of the grid, or at `series` if the grid does not have that key.
    void fault(std::string_view key, std::string message, std::string expected, std::string hint = {}) const;
};

/// What a format's reader returns: the readings, in `unit`.
struct SeriesReadings {
    std::vector<series::SeriesReading> readings;
    std::string unit;
    double unit_factor = 1;
    IntensityBasis basis;  // as the format implies, unless keys of the grid state it
    std::string note;      // what was chosen because no key states it: "life cycle"
};

/// One file format. To add one, write a file format_NAME.cpp that defines `const SeriesFormat& NAME_series()`
/// and list it in CMake.
struct SeriesFormat {
    std::string_view name;
    /// Whether a file has this format, judged by its first kilobytes. Null for the format
    /// of users' own tables, which is assumed if no other format recognises the file.
    bool (*recognises)(std::string_view beginning);
    /// The keys of a grid that this format reads in addition to those for all series.
    std::span<const std::string_view> keys;
    /// Reads the file. Empty after an error, which has been reported to the diagnostics.
    std::optional<SeriesReadings> (*read)(const SeriesRequest& request);
};

/// All formats, sorted by name (a table that the build generates).
std::span<const SeriesFormat* const> series_formats();
/// The format that recognises the file by its beginning, or null.
const SeriesFormat* recognised_series(std::string_view beginning);

/// Reads the times of a series in order. One without a zone is in the grid's time zone. One that occurs twice
/// as clocks go back means the first, or the second if the first is not later than the time before.
class StampReader {
public:
    explicit StampReader(const SeriesRequest& request) : request_(request) {
        if (request.zone) clock_.emplace(*request.zone);
    }
    /// Seconds since 1970 UTC; reports an error at `place` if `text` is not a time.
    std::optional<double> read(std::string_view text, Place place);

private:
    std::optional<Instant> local(LocalTime clock, std::string_view text, Place place);

    const SeriesRequest& request_;
    std::optional<LocalClock> clock_;
    std::optional<Instant> last_;
};

/// The indices of the columns of a table.
struct SeriesColumns {
    std::size_t time = 0, value = 0;
    std::optional<std::size_t> estimated = {};  // "true" where the source estimated
};
/// Reads all rows of a table. An empty cell becomes a reading without a value. False after an error.
bool read_rows(CsvReader& table, const SeriesColumns& columns, const SeriesRequest& request,
               std::vector<series::SeriesReading>& readings);

/// The factor from a unit of climate change per energy to base units. If the unit is not known, the error is
/// reported at `place`, or at the key `unit` if `place` is not set.
std::optional<double> intensity_unit(std::string_view text, Place place, const SeriesRequest& request);

}  // namespace lca
