// What an unknown unit may have meant. Hints only: nothing here is ever accepted.

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/units/unit_table.hpp"

namespace lca {

namespace {

struct Word {
    std::string_view spelling, hint;
};

constexpr std::string_view ambiguous_ton =
    "a ton is 1000 kg, 907.18474 kg (US) or 1016.0469088 kg (UK): write `t` for 1000 kg, else kg";
constexpr std::string_view only_co2 =
    "CO2 is one gas, CO2e all of them weighed by their warming: write `kgCO2e` if equivalents are meant";
constexpr std::string_view carbon = "1 kg of carbon is 3.664 kg of CO2: convert, and write `kgCO2e`";
constexpr std::string_view rate =
    "FLOPS is read both as operations and as operations per second: write `FLOP` or `FLOP/s`";
constexpr std::string_view month = "a month has no fixed length: write days, such as `30 d`";
constexpr std::string_view lone_prefix =
    "a prefix alone is no unit: write it before one, such as `MW` or `MB`";
constexpr std::string_view apparent =
    "apparent power is not what a meter bills: write the active power in `W`";
constexpr std::string_view money = "money is out of scope";
constexpr std::string_view hours = "write `h`";
constexpr std::string_view years = "write `yr`";
constexpr std::string_view bits = "write bytes: 8 bit are 1 `B`, 8 Gbit are 1 `GB`";
constexpr std::string_view square = "write `m2`";

/// Words that people write, by their exact spelling.
constexpr auto words = std::to_array<Word>({
    {"hr", hours},
    {"hrs", hours},
    {"hour", hours},
    {"hours", hours},
    {"H", hours},
    {"sec", "write `s`"},
    {"secs", "write `s`"},
    {"second", "write `s`"},
    {"seconds", "write `s`"},
    {"minute", "write `min`"},
    {"minutes", "write `min`"},
    {"mins", "write `min`"},
    {"day", "write `d`"},
    {"days", "write `d`"},
    {"week", "write `wk`"},
    {"weeks", "write `wk`"},
    {"w", "write `wk` for weeks, `W` for watts"},
    {"year", years},
    {"years", years},
    {"yrs", years},
    {"y", years},
    {"a", years},
    {"mo", month},
    {"month", month},
    {"months", month},
    {"mon", month},
    {"ms", "write seconds: `0.001 s`"},
    {"us", "write seconds: `1e-6 s`"},
    {"ns", "write seconds: `1e-9 s`"},
    {"watt", "write `W`"},
    {"watts", "write `W`"},
    {"Watt", "write `W`"},
    {"Watts", "write `W`"},
    {"kilowatt", "write `kW`"},
    {"kilowatts", "write `kW`"},
    {"joule", "write `J`"},
    {"joules", "write `J`"},
    {"kilowatthours", "write `kWh`"},
    {"kilowatthour", "write `kWh`"},
    {"gram", "write `g`"},
    {"grams", "write `g`"},
    {"kilogram", "write `kg`"},
    {"kilograms", "write `kg`"},
    {"kilo", "write `kg`"},
    {"kgs", "write `kg`"},
    {"lbs", "write `lb`"},
    {"pound", "write `lb`"},
    {"pounds", "write `lb`"},
    {"ton", ambiguous_ton},
    {"tons", ambiguous_ton},
    {"T", ambiguous_ton},
    {"mt", ambiguous_ton},
    {"MT", ambiguous_ton},
    {"Mt", ambiguous_ton},
    {"tonne", "write `t`"},
    {"tonnes", "write `t`"},
    {"l", "write `L`"},
    {"liter", "write `L`"},
    {"liters", "write `L`"},
    {"litre", "write `L`"},
    {"litres", "write `L`"},
    {"meter", "write `m`"},
    {"meters", "write `m`"},
    {"metre", "write `m`"},
    {"metres", "write `m`"},
    {"um", "write `nm` or `mm`"},
    {"\xC2\xB5m", "write `nm` or `mm`"},
    {"\xCE\xBCm", "write `nm` or `mm`"},
    {"m\xC2\xB2", square},
    {"sqm", square},
    {"m\xC2\xB3", "write `m3`"},
    {"byte", "write `B`"},
    {"bytes", "write `B`"},
    {"bits", "write `bit`"},
    {"kb", bits},
    {"Mb", bits},
    {"Gb", bits},
    {"Tb", bits},
    {"kbit", bits},
    {"Mbit", bits},
    {"Gbit", bits},
    {"Tbit", bits},
    {"FLOPS", rate},
    {"FLOPs", rate},
    {"flops", rate},
    {"MFLOPS", rate},
    {"GFLOPS", rate},
    {"TFLOPS", rate},
    {"PFLOPS", rate},
    {"EFLOPS", rate},
    {"MFLOPs", rate},
    {"GFLOPs", rate},
    {"TFLOPs", rate},
    {"PFLOPs", rate},
    {"EFLOPs", rate},
    {"ZFLOPs", rate},
    {"CO2", only_co2},
    {"gCO2", only_co2},
    {"kgCO2", only_co2},
    {"tCO2", only_co2},
    {"ktCO2", only_co2},
    {"MtCO2", only_co2},
    {"lbCO2", only_co2},
    {"CO2e", "the mass belongs to it, without a blank: `gCO2e`, `kgCO2e`, `tCO2e`"},
    {"CO2eq", "the mass belongs to it, without a blank: `gCO2e`, `kgCO2e`, `tCO2e`"},
    {"CO2-eq", "the mass belongs to it, without a blank: `gCO2e`, `kgCO2e`, `tCO2e`"},
    {"gC", carbon},
    {"kgC", carbon},
    {"tC", carbon},
    {"kgCe", carbon},
    {"tCe", carbon},
    {"MtC", carbon},
    {"kgSb", "write `kgSbe`"},
    {"kgSb-eq", "write `kgSbe`"},
    {"kgSbeq", "write `kgSbe`"},
    {"MJ-eq", "for primary energy write `MJp`"},
    {"MJeq", "for primary energy write `MJp`"},
    {"M", lone_prefix},
    {"k", lone_prefix},
    {"K", lone_prefix},
    {"G", lone_prefix},
    {"P", lone_prefix},
    {"E", lone_prefix},
    {"c", lone_prefix},
    {"n", lone_prefix},
    {"VA", apparent},
    {"kVA", apparent},
    {"MVA", apparent},
    {"USD", money},
    {"EUR", money},
    {"\xE2\x82\xAC", money},
    {"percent", "write `%`"},
    {"pct", "write `%`"},
});

std::string_view known_word(std::string_view spelling) {
    auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.spelling == spelling; });
    return found == words.end() ? std::string_view{} : found->hint;
}

std::string lower(std::string_view text) {
    std::string result(text);
    for (char& c : result) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return result;
}

std::string quoted_list(const std::vector<std::string>& spellings, std::string_view conjunction) {
    std::vector<std::string> quoted;
    for (const std::string& spelling : spellings) quoted.push_back("`" + spelling + "`");
    return listed(quoted, conjunction);
}

std::string other_case(std::string_view spelling) {
    std::vector<std::string> same;
    for (const Unit& unit : unit_table()) {
        if (lower(unit.spelling) == lower(spelling)) same.emplace_back(unit.spelling);
    }
    return same.empty() ? "" : "case matters: write " + quoted_list(same, "or");
}

/// "h" for "hours" and for "h": the unit that a part of a run-together word means, or nothing.
std::string_view meant(std::string_view part) {
    if (const Unit* unit = find_unit(part)) return unit->spelling;
    std::string_view hint = known_word(part);
    if (hint.size() > 8 && hint.starts_with("write `") && hint.find('`', 7) == hint.size() - 1) {
        return hint.substr(7, hint.size() - 8);
    }
    return {};
}

/// `GPUh`, `GPU-hours`, `h-1`, `h2`.
std::string run_together(std::string_view spelling) {
    for (std::size_t cut = 1; cut < spelling.size(); ++cut) {
        std::string_view left = spelling.substr(0, cut), right = spelling.substr(cut);
        bool hyphen = right.size() > 1 && right[0] == '-';
        if (hyphen) right.remove_prefix(1);
        std::string_view first = meant(left);
        if (first.empty()) continue;
        bool digit = right.size() == 1 && right[0] >= '1' && right[0] <= '9';
        if (digit)
            return "raise with `^`: `" + std::string(first) + "^" + (hyphen ? "-" : "") + std::string(right) +
                   "`";
        std::string_view second = left.size() > 1 || hyphen ? meant(right) : std::string_view{};
        if (!second.empty())
            return "units multiply with `*`: write `" + std::string(first) + "*" + std::string(second) + "`";
    }
    return "";
}

/// `hWh`, `mW`: a unit of the table under a prefix that the table does not have.
std::string foreign_prefix(std::string_view spelling) {
    constexpr std::array<std::string_view, 6> stems = {"Wh", "FLOP", "J", "W", "B", "g"};
    constexpr std::string_view prefixes = "yzafpnumcdhkKMGTPEZY";
    for (std::string_view stem : stems) {
        if (!spelling.ends_with(stem) || spelling.size() == stem.size() || spelling.size() > stem.size() + 2)
            continue;
        std::string_view prefix = spelling.substr(0, spelling.size() - stem.size());
        if (prefix.find_first_not_of(prefixes) != std::string_view::npos) continue;
        std::vector<std::string> known;
        for (const Unit& unit : unit_table()) {
            if (unit.dimension == find_unit(stem)->dimension && unit.spelling.ends_with(stem))
                known.emplace_back(unit.spelling);
        }
        return "there is no prefix `" + std::string(prefix) + "` here: write " + quoted_list(known, "or");
    }
    return "";
}

std::string near(std::string_view spelling) {
    std::vector<std::string_view> spellings;
    for (const Unit& unit : unit_table()) spellings.push_back(unit.spelling);
    return did_you_mean(spelling, spellings);
}

}  // namespace

std::string unit_hint(std::string_view spelling) {
    if (spelling.size() > 64) return "";
    if (std::string_view hint = known_word(spelling); !hint.empty()) return std::string(hint);
    std::string hint = other_case(spelling);
    if (hint.empty()) hint = run_together(spelling);
    if (hint.empty()) hint = foreign_prefix(spelling);
    if (hint.empty()) hint = known_word(lower(spelling));
    if (hint.empty()) hint = near(spelling);
    return hint;
}

}  // namespace lca
