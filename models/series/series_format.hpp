#pragma once
// The formats of series of intensities: one reader each.

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

/// The keys of a grid with a series, and the text of the file.
struct SeriesRequest {
    Node grid;
    std::uint32_t file = 0;  // index in sources
    const Sources& sources;
    Diagnostics& diagnostics;
    const TimeZone* zone = nullptr;  // of times that carry none; null: not stated

    std::string_view text() const { return sources[file].text; }
    /// A key of the grid as text; "" where it is not written.
    std::string_view key(std::string_view name) const;
    /// A fault at a key of the grid, or at `series` where it is not written.
    void fault(std::string_view key, std::string message, std::string expected, std::string hint = {}) const;
};

/// What a format's reader gives: readings in `unit`.
struct SeriesReadings {
    std::vector<series::SeriesReading> readings;
    std::string unit;
    double unit_factor = 1;
    IntensityBasis basis;  // what the format implies; keys of the grid take precedence
    std::string note;      // what was chosen by default: "life cycle"
};

/// One format. A new one is one file, format_NAME.cpp, that defines `const SeriesFormat& NAME_series()`;
/// CMake lists it.
struct SeriesFormat {
    std::string_view name;
    /// Recognises a file by its first kilobytes. Null for a table of the user's own: what no other format
    /// recognises.
    bool (*recognises)(std::string_view beginning);
    /// The keys of a grid that it reads beside those of every series.
    std::span<const std::string_view> keys;
    /// Empty after an error, which is in the diagnostics.
    std::optional<SeriesReadings> (*read)(const SeriesRequest& request);
};

/// All formats, by name (a generated table).
std::span<const SeriesFormat* const> series_formats();
/// The format recognised from the start of the file, or null.
const SeriesFormat* recognised_series(std::string_view beginning);

/// Reads times of a series as instants: a time without a zone is in the grid's zone; one that occurs twice as
/// clocks go back is the later one where the first would not be later than the time before.
class StampReader {
public:
    explicit StampReader(const SeriesRequest& request) : request_(request) {
        if (request.zone) clock_.emplace(*request.zone);
    }
    /// Seconds since 1970 UTC; a fault at `place` where it is not a time.
    std::optional<double> read(std::string_view text, Place place);

private:
    std::optional<Instant> local(LocalTime clock, std::string_view text, Place place);

    const SeriesRequest& request_;
    std::optional<LocalClock> clock_;
    std::optional<Instant> last_;
};

/// Which columns of a table hold what.
struct SeriesColumns {
    std::size_t time = 0, value = 0;
    std::optional<std::size_t> estimated = {};  // "true" where the source estimated
};
/// Reads all rows of a table; an empty cell gives a reading without a value. False after an error.
bool read_rows(CsvReader& table, const SeriesColumns& columns, const SeriesRequest& request,
               std::vector<series::SeriesReading>& readings);

/// The factor of a unit of climate change per energy to base units. A fault is at `place`, or at the key
/// `unit` where that is unknown.
std::optional<double> intensity_unit(std::string_view text, Place place, const SeriesRequest& request);

}  // namespace lca
