#pragma once
// The catalogue that is compiled into this program, its kinds of entries, entries as lists and pages show
// them, and models of AI as they were rated.

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/units/impact.hpp"

namespace lca {

struct EmbeddedCatalogue;

/// Made at build time from hardware_db/.
const EmbeddedCatalogue& embedded_catalogue();

/// The kinds of entries that the catalogue has.
enum class Section : std::uint8_t { hardware, grid, region, datacentre, source, model, rating };
inline constexpr std::size_t section_count = 7;
std::string_view to_string(Section section);  // "hardware", "grid", …

/// One entry in a list.
struct Listed {
    std::string id, kind,
        name;            // kind of hardware ("accelerator"), else "grid", "datacentre", "source", "model"
    int year = 0;        // 0: not stated
    std::string source;  // one line
    std::vector<std::string> aliases;
    /// What a list shows of it: of a grid "41.44 gCO2e/kWh" (or "as FRA") and "life_cycle", of a data centre
    /// its PUE and its water, of anything else its kind.
    std::vector<std::string> shown;
};

/// One figure of an entry, as the file gives it.
struct ShownFigure {
    std::string path;         // "power.idle", "embodied", "alternatives.0.embodied"
    std::string value;        // "50 W"
    std::string uncertainty;  // "triangular, low 45 W, high 50 W"; "" where none is stated
    std::string note, status;
    std::string source, licence, year;  // of the publication: one line, and two of its parts
    Place place;
};

/// One entry: what it is, and its figures.
struct ShownEntry {
    Listed entry;
    std::vector<std::pair<std::string, std::string>>
        facts;  // texts that are not figures: vendor, basis, url, note
    std::vector<ShownFigure> figures;
    Place place;
};

/// One part: its impacts in base units, or why there are none.
struct EmbodiedComponent {
    std::string name;  // the id of the hardware
    std::array<std::optional<double>, impact_count> impact = {};
    std::string missing;
};

/// A model as it was rated.
struct RatedModel {
    std::string name;
    double energy = 0;  // J of 1,000 queries
    int stars = 0;      // as published
};

/// Models of one task (and class) that were rated together, least energy first; never empty.
struct Rating {
    std::string id;    // "text_generation/A"
    std::string task;  // "text_generation"
    std::string rated_class, name, note, source, url;
    std::vector<RatedModel> models;
};

/// The rule of the AI Energy Score: w = (most - least) / 5, stars = 5 - min(4, floor((energy - least) / w)).
/// Its page also speaks of "the highest 20 % of models", but the published stars follow equal widths.
class StarScale {
public:
    /// Throws std::invalid_argument for an empty rating or one without a range.
    explicit StarScale(const Rating& rating);

    double least() const { return least_; }
    double most() const { return most_; }
    /// Below the least it is 5, above the most 1.
    int stars(double energy) const;
    /// The energy in J, of 1,000 queries, where the band of this number of stars begins.
    double from(int stars) const;
    double width() const { return (most_ - least_) / 5; }

private:
    double least_, most_;
};

}  // namespace lca
