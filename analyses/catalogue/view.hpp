#pragma once
// What the page, the records and the JSON of an entry have in common.

#include <span>
#include <string>
#include <string_view>

#include "analyses/catalogue/catalogue.hpp"

namespace lca::catalogue {

/// The place of an entry: "hardware_db/servers.yaml:11".
std::string line_of(Place place, const Sources& sources);

std::string joined(std::span<const std::string> words, std::string_view between);

/// A figure by which similar entries are compared, where any of them has it.
struct ComparedFigure {
    std::string_view path, heading;
};
std::span<const ComparedFigure> compared_figures();

/// The figure at a path, "989.4 TFLOP/s"; "" where the entry has none.
std::string_view value_at(const ShownEntry& entry, std::string_view path);

}  // namespace lca::catalogue
