#pragma once
// Guesses what an unknown unit may mean. Only for hints: no guess is ever accepted. Internal to lca/units.

#include <string>
#include <string_view>
#include <vector>

namespace lca::units {

/// What an unknown unit may mean. Suggested units keep the magnitude as written; there may be two of them.
struct MeantUnit {
    std::string why;                 // "case matters"; the whole hint if `write` is empty
    std::vector<std::string> write;  // suggested units, all of them valid
    std::string_view where = {};     // condition, such as " if equivalents are meant"

    bool known() const { return !why.empty() || !write.empty(); }
};

MeantUnit meant_unit(std::string_view spelling);

/// The hint as text: "case matters: write `kW`".
std::string hint_text(const MeantUnit& meant);

/// The units that an unknown word may mean which consists of a prefix and a unit, perhaps in the wrong case:
/// `KWH`, `kilowatthours`, `nW`, `gCO2`. Empty for any other word.
MeantUnit meant_by_prefix(std::string_view spelling);

/// The symbol of a prefix without a unit, as in `3 M tokens`: "M" for `M`, "k" for `K` and `kilo`; else "".
std::string_view prefix_symbol(std::string_view spelling);

}  // namespace lca::units
