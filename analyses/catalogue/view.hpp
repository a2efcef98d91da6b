#pragma once
// Functions that the page, the records and the JSON of the catalogue share.

#include <span>
#include <string>
#include <string_view>

#include "analyses/catalogue/catalogue.hpp"
#include "models/results/boundary.hpp"

namespace lca::catalogue {

/// File and line of an entry or figure: "hardware_db/servers.yaml:11".
std::string line_of(Place place, const Sources& sources);

/// A source with "(as quoted elsewhere)" behind it if its publication was not read itself.
std::string with_access(const std::string& source, std::string_view access);

std::string joined(std::span<const std::string> words, std::string_view between);

/// A figure in which similar hardware is compared: its path in an entry, and the heading of its column.
struct ComparedFigure {
    std::string_view path, heading;
};
std::span<const ComparedFigure> compared_figures();

/// The figure at a path, "989.4 TFLOP/s"; "" where the entry has none.
std::string_view value_at(const ShownEntry& entry, std::string_view path);

/// What the embodied figure of an entry covers, and its method; empty where not known.
EmbodiedBasis basis_of(const ShownEntry& entry);

}  // namespace lca::catalogue
