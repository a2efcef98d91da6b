#pragma once
// What an unknown unit may have meant. Hints only: nothing here is ever accepted. Internal to lca/units.

#include <string>
#include <string_view>
#include <vector>

namespace lca::units {

/// The readings keep the magnitude that was written; where there are two, both are named.
struct MeantUnit {
    std::string why;                 // "case matters"; alone where there is nothing to write
    std::vector<std::string> write;  // unit texts that parse
    std::string_view where = {};     // " if equivalents are meant"

    bool known() const { return !why.empty() || !write.empty(); }
};

MeantUnit meant_unit(std::string_view spelling);

/// "case matters: write `kW`".
std::string hint_text(const MeantUnit& meant);

/// The units meant by an unknown word that is made of a prefix and a unit, in this or another case: `KWH`,
/// `kilowatthours`, `nW`, `gCO2`. Empty if the word is not one.
MeantUnit meant_by_prefix(std::string_view spelling);

/// The prefix that stands alone, as in `3 M tokens`: "M" of `M`, "k" of `K` and `kilo`; "" for all else.
std::string_view prefix_symbol(std::string_view spelling);

}  // namespace lca::units
