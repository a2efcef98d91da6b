#pragma once
// Functions that the page, the records and the JSON of the catalogue share.

#include <span>
#include <string>
#include <string_view>

#include "analyses/catalogue/catalogue.hpp"

namespace lca::catalogue {

/// File and line of an entry or figure: "hardware_db/servers.yaml:11".
std::string line_of(Place place, const Sources& sources);

std::string joined(std::span<const std::string> words, std::string_view between);

/// A figure in which similar hardware is compared: its path in an entry, and the heading of its column.
struct ComparedFigure {
    std::string_view path, heading;
};
std::span<const ComparedFigure> compared_figures();

/// The figure at a path, "989.4 TFLOP/s"; "" where the entry has none.
std::string_view value_at(const ShownEntry& entry, std::string_view path);

}  // namespace lca::catalogue
