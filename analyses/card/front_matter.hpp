#pragma once
// The two parts of a model card: front matter between two lines `---`, and the prose below.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca::card_detail {

struct CardParts {
    std::string front_matter;  // begins with an empty line: lines are numbered as in the card
    std::string prose;
};

/// Splits a card into its parts. Empty if it has no front matter, which is reported as an error.
std::optional<CardParts> parts_of(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics);

/// The number in front of a unit, if the text has exactly one: 689842 for "kWh" in "689,842 kWh". `57
/// gCO2e/kWh` does not count as kWh.
std::optional<double> quantity_before(std::string_view text, std::string_view unit);

}  // namespace lca::card_detail
