#pragma once
// The parts of a card: front matter between two lines `---`, and prose.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"

namespace lca::card_detail {

struct CardParts {
    std::string front_matter;  // on the lines that it has in the card: the first line is empty
    std::string prose;
};

/// The parts of a card. Empty if it has no front matter, which is a fault.
std::optional<CardParts> parts_of(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics);

/// The number before a unit, where the text has exactly one such: 689842 for "kWh" in "689,842 kWh". `57
/// gCO2e/kWh` is not in kWh.
std::optional<double> quantity_before(std::string_view text, std::string_view unit);

}  // namespace lca::card_detail
