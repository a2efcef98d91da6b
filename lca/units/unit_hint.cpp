#include "lca/units/unit_hint.hpp"

#include <algorithm>
#include <array>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/quantity.hpp"

namespace lca::units {
namespace {

struct Word {
    std::string_view spelling;
    std::string_view write;     // the unit that is meant; "" if `why` is the whole hint
    std::string_view why = {};  // an explanation
};

constexpr std::string_view ton =
    "a ton is 1000 kg, 907.18474 kg (US) or 1016.0469088 kg (UK): write `t` for 1000 kg, else kg";
constexpr std::string_view metric_or_mega =
    "a metric ton is 1 `t`, a megatonne 1e6 `t`: write the mass that is meant in `t`";
constexpr std::string_view rate = "FLOPS is read both as operations and as operations per second";
constexpr std::string_view month = "a month has no fixed length: write days, such as `30 d`";
constexpr std::string_view apparent = "apparent power is not what a meter bills";
constexpr std::string_view money = "money is out of scope";
constexpr std::string_view no_mass =
    "CO2e needs a unit of mass before it, without a space: `gCO2e`, `kgCO2e`, `tCO2e`";

/// Units that people write, in their exact spelling. Those with a prefix are in unit_prefix.cpp.
constexpr auto words = std::to_array<Word>({
    {"hr", "h"},
    {"hrs", "h"},
    {"hour", "h"},
    {"hours", "h"},
    {"H", "h"},
    {"sec", "s"},
    {"secs", "s"},
    {"second", "s"},
    {"seconds", "s"},
    {"minute", "min"},
    {"minutes", "min"},
    {"mins", "min"},
    {"day", "d"},
    {"days", "d"},
    {"week", "wk"},
    {"weeks", "wk"},
    {"w", "", "case matters: write `W` for watts, `wk` for weeks"},
    {"year", "yr"},
    {"years", "yr"},
    {"yrs", "yr"},
    {"y", "yr"},
    {"a", "yr"},
    {"mo", "", month},
    {"month", "", month},
    {"months", "", month},
    {"mon", "", month},
    {"kilo", "kg"},
    {"kilos", "kg"},
    {"kgs", "kg"},
    {"lbs", "lb"},
    {"pound", "lb"},
    {"pounds", "lb"},
    {"ton", "", ton},
    {"tons", "", ton},
    {"T", "", ton},
    {"mt", "", metric_or_mega},
    {"MT", "", metric_or_mega},
    {"Mt", "", metric_or_mega},
    {"m\xC2\xB2", "m2"},
    {"sqm", "m2"},
    {"m\xC2\xB3", "m3"},
    {"mb", "", "write `MB` for megabytes; 8 megabit are 1 `MB`"},
    {"kb", "", "write `kB` for kilobytes; 8 kilobit are 1 `kB`"},
    {"Mb", "", "write `MB` for megabytes; 8 megabit are 1 `MB`"},
    {"gb", "", "write `GB` for gigabytes; 8 gigabit are 1 `GB`"},
    {"Gb", "", "write `GB` for gigabytes; 8 gigabit are 1 `GB`"},
    {"tb", "", "write `TB` for terabytes; 8 terabit are 1 `TB`"},
    {"Tb", "", "write `TB` for terabytes; 8 terabit are 1 `TB`"},
    {"kbit", "", "write bytes: 8 kbit are 1 `kB`"},
    {"Mbit", "", "write bytes: 8 Mbit are 1 `MB`"},
    {"Gbit", "", "write bytes: 8 Gbit are 1 `GB`"},
    {"Tbit", "", "write bytes: 8 Tbit are 1 `TB`"},
    {"Kib", "", "write `KiB` for bytes; 8 kibibit are 1 `KiB`"},
    {"Mib", "", "write `MiB` for bytes; 8 mebibit are 1 `MiB`"},
    {"Gib", "", "write `GiB` for bytes; 8 gibibit are 1 `GiB`"},
    {"Tib", "", "write `TiB` for bytes; 8 tebibit are 1 `TiB`"},
    {"CO2", "",
     "CO2 is one gas, CO2e all greenhouse gases weighted by their warming: `gCO2e`, `kgCO2e`, `tCO2e`"},
    {"CO2e", "", no_mass},
    {"CO2eq", "", no_mass},
    {"CO2-eq", "", no_mass},
    {"VA", "W", apparent},
    {"kVA", "kW", apparent},
    {"MVA", "MW", apparent},
    {"USD", "", money},
    {"EUR", "", money},
    {"\xE2\x82\xAC", "", money},
    {"percent", "%"},
    {"pct", "%"},
});

const Word* known_word(std::string_view spelling) {
    const auto found =
        std::find_if(words.begin(), words.end(), [&](const Word& w) { return w.spelling == spelling; });
    return found == words.end() ? nullptr : &*found;
}

MeantUnit said_of(const Word& word) {
    if (word.write.empty()) return {.why = std::string(word.why), .write = {}};
    return {.why = std::string(word.why), .write = {std::string(word.write)}};
}

/// The hint for `PFLOPS`, which may mean operations or operations per second; its prefix is kept.
MeantUnit throughput(std::string_view spelling) {
    if (!lower_case(spelling).ends_with("flops")) return {};
    const std::string one = std::string(spelling.substr(0, spelling.size() - 5)) + "FLOP";
    if (find_unit(one) == nullptr) return {};
    return {.why = std::string(rate), .write = {one, one + "/s"}};
}

/// The hint for `tC`, a mass of carbon alone instead of CO2.
MeantUnit carbon(std::string_view spelling) {
    const std::size_t length = spelling.ends_with("Ce") ? 2 : spelling.ends_with("C") ? 1 : 0;
    const std::string_view mass = spelling.substr(0, spelling.size() - length);
    const std::string unit = std::string(mass) + "CO2e";
    if (length == 0 || find_unit(unit) == nullptr) return {};
    return {.why = "1 " + std::string(mass) + " of carbon is 3.664 " + std::string(mass) +
                   " of CO2: convert it, and write `" + unit + "`",
            .write = {}};
}

MeantUnit other_case(std::string_view spelling) {
    MeantUnit meant;
    for (const Unit& unit : unit_table()) {
        if (lower_case(unit.spelling) == lower_case(spelling)) meant.write.emplace_back(unit.spelling);
    }
    if (meant.known()) meant.why = "case matters";
    return meant;
}

/// The unit meant by a part of a word such as `GPUhours`: "h" for "hours" and for "h"; "" if not just one.
std::string meant_part(std::string_view part) {
    if (const Unit* unit = find_unit(part)) return std::string(unit->spelling);
    const Word* word = known_word(part);
    if (word != nullptr && word->why.empty()) return std::string(word->write);
    const MeantUnit meant = word == nullptr ? meant_by_prefix(part) : MeantUnit{};
    return meant.write.size() == 1 && meant.where.empty() ? meant.write.front() : std::string();
}

/// The hint for units or exponents written without an operator: `GPUh`, `GPU-hours`, `h-1`, `h2`.
MeantUnit run_together(std::string_view spelling) {
    for (std::size_t split = 1; split < spelling.size(); ++split) {
        const std::string_view left = spelling.substr(0, split);
        std::string_view right = spelling.substr(split);
        const bool hyphen = right.size() > 1 && right[0] == '-';
        if (hyphen) right.remove_prefix(1);
        const std::string first = meant_part(left);
        if (first.empty()) continue;
        if (right.size() == 1 && right[0] >= '1' && right[0] <= '9')
            return {.why = "raise with `^`",
                    .write = {first + "^" + (hyphen ? "-" : "") + std::string(right)}};
        const std::string second = left.size() > 1 || hyphen ? meant_part(right) : std::string();
        if (!second.empty()) return {.why = "units multiply with `*`", .write = {first + "*" + second}};
    }
    return {};
}

/// The hint for a prefix without a unit, such as `M` or `k`.
MeantUnit lone_prefix(std::string_view spelling) {
    const std::string_view symbol = prefix_symbol(spelling);
    if (symbol.empty()) return {};
    for (const std::string_view unit : {"W", "B", "FLOP", "m"}) {
        const std::string example = std::string(symbol) + std::string(unit);
        if (find_unit(example) == nullptr) continue;
        return {.why = "a prefix alone is not a unit: write it before a unit, such as `" + example + "`",
                .write = {}};
    }
    return {};
}

/// A hint with a similarly spelt unit. The first letter and number of digits must agree: the magnitude.
std::string near(std::string_view spelling) {
    constexpr std::size_t shortest = 4;
    const auto digits = [](std::string_view text) {
        return std::count_if(text.begin(), text.end(), is_digit);
    };
    if (spelling.size() < shortest) return "";
    std::vector<std::string_view> spellings;
    for (const Unit& unit : unit_table()) {
        if (unit.spelling.front() == spelling.front() && digits(unit.spelling) == digits(spelling))
            spellings.push_back(unit.spelling);
    }
    return did_you_mean(spelling, spellings);
}

}  // namespace

MeantUnit meant_unit(std::string_view spelling) {
    constexpr std::size_t max_length = 64;
    if (spelling.empty() || spelling.size() > max_length) return {};
    if (const Word* word = known_word(spelling)) return said_of(*word);
    MeantUnit meant = lone_prefix(spelling);
    if (!meant.known()) meant = throughput(spelling);
    if (!meant.known()) meant = carbon(spelling);
    if (!meant.known()) meant = meant_by_prefix(spelling);
    if (!meant.known()) meant = other_case(spelling);
    if (!meant.known()) meant = run_together(spelling);
    if (const Word* word = known_word(lower_case(spelling)); word != nullptr && !meant.known())
        return said_of(*word);
    if (!meant.known()) meant.why = near(spelling);
    return meant;
}

std::string hint_text(const MeantUnit& meant) {
    if (meant.write.empty()) return meant.why;
    std::vector<std::string> quoted;
    for (const std::string& text : meant.write) quoted.push_back("`" + text + "`");
    return meant.why + (meant.why.empty() ? "write " : ": write ") + listed(quoted, "or") +
           std::string(meant.where);
}

}  // namespace lca::units

namespace lca {

std::string unit_hint(std::string_view spelling) {
    return units::hint_text(units::meant_unit(spelling));
}

}  // namespace lca
