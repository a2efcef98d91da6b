#pragma once
// The catalogue compiled into this program, its kinds of entries, entries as lists and pages show them, and
// the energy ratings of AI models.

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

/// Generated from hardware_db/ when the program is built.
const EmbeddedCatalogue& embedded_catalogue();

/// The sections of the catalogue: kinds of entries.
enum class Section : std::uint8_t { hardware, grid, region, datacentre, source, model, rating };
inline constexpr std::size_t section_count = 7;
std::string_view to_string(Section section);  // "hardware", "grid", …

/// One entry as a list of entries shows it.
struct Listed {
    std::string id, kind,
        name;            // kind: of hardware ("accelerator"), else "grid", "datacentre", "source", "model"
    int year = 0;        // 0: the entry states no year
    std::string source;  // citation in one line
    std::vector<std::string> aliases;
    /// Texts for the list: for a grid "41.44 gCO2e/kWh" (or "as FRA") and "life_cycle", for a data centre its
    /// PUE and water per energy, for all others their kind.
    std::vector<std::string> shown;
    std::string access = {};  // how the publication `source` was read: "quoted from other documents"
};

/// One figure of an entry, as written in the catalogue file.
struct ShownFigure {
    std::string path;         // "power.idle", "embodied", "alternatives.0.embodied"
    std::string value;        // "50 W"
    std::string uncertainty;  // "triangular, low 45 W, high 50 W"; "" where none is stated
    std::string note, status;
    std::string source, licence, year;  // of the publication: citation in one line, its licence and its year
    Place place;
    std::string access = {};  // how the publication was read
};

/// One entry as a page shows it: its description and its figures.
struct ShownEntry {
    Listed entry;
    std::vector<std::pair<std::string, std::string>>
        facts;  // descriptions, not figures: vendor, basis, url, note
    std::vector<ShownFigure> figures;
    Place place;
};

/// One component of an embodied figure: its impacts in base units, or in `reason` why they are not known.
struct EmbodiedComponent {
    std::string name;  // id of the hardware
    std::array<std::optional<double>, impact_count> impact = {};
    std::string reason;
};

/// An AI model with its published rating.
struct RatedModel {
    std::string name;
    double energy = 0;  // in J per 1,000 queries
    int stars = 0;      // as published
};

/// AI models that were rated together for one task (and class), sorted by energy, lowest first; never empty.
struct Rating {
    std::string id;    // "text_generation/A"
    std::string task;  // "text_generation"
    std::string rated_class, name, note, source, url;
    std::vector<RatedModel> models;
};

/// The rule of the AI Energy Score: w = (highest - lowest) / 5, stars = 5 - min(4, floor((energy - lowest) /
/// w)). Its web page also speaks of "the highest 20 % of models", but the published stars follow equal
/// widths.
class StarScale {
public:
    /// Throws std::invalid_argument for a rating that is empty or whose models all have the same energy.
    explicit StarScale(const Rating& rating);

    double lowest() const { return lowest_; }
    double highest() const { return highest_; }
    /// Stars for an energy in J per 1,000 queries: 5 below `lowest`, 1 above `highest`.
    int stars(double energy) const;
    /// The lowest energy, in J per 1,000 queries, that gets this number of stars.
    double from(int stars) const;
    double width() const { return (highest_ - lowest_) / 5; }

private:
    double lowest_, highest_;
};

}  // namespace lca
