// Recognises words that consist of a prefix and a unit but are not in the table of units. Hints keep the
// prefix as written: another one would change the value by a factor of a thousand or more.

#include <algorithm>
#include <array>
#include <optional>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "lca/units/quantity.hpp"
#include "lca/units/unit_hint.hpp"

namespace lca::units {
namespace {

struct Prefix {
    std::string_view written, symbol;
    int exponent;
};

constexpr auto prefixes = std::to_array<Prefix>({
    {"", "", 0},           {"n", "n", -9},     {"nano", "n", -9}, {"u", "u", -6},     {"\xC2\xB5", "u", -6},
    {"\xCE\xBC", "u", -6}, {"micro", "u", -6}, {"m", "m", -3},    {"milli", "m", -3}, {"c", "c", -2},
    {"centi", "c", -2},    {"d", "d", -1},     {"h", "h", 2},     {"k", "k", 3},      {"K", "k", 3},
    {"kilo", "k", 3},      {"M", "M", 6},      {"mega", "M", 6},  {"G", "G", 9},      {"g", "G", 9},
    {"giga", "G", 9},      {"T", "T", 12},     {"tera", "T", 12}, {"P", "P", 15},     {"peta", "P", 15},
    {"E", "E", 18},        {"exa", "E", 18},   {"Z", "Z", 21},
});

/// A word for a unit that may follow a prefix, in lower case, and that unit.
struct Stem {
    std::string_view written, unit;
    std::string_view base =
        {};  // if `unit` is not in the table: one that is; one `base` is 10^exponent of `unit`
    int exponent = 0;
};

constexpr auto stems = std::to_array<Stem>({
    {"w", "W"},
    {"watt", "W"},
    {"watts", "W"},
    {"wh", "Wh"},
    {"whr", "Wh"},
    {"whrs", "Wh"},
    {"watthour", "Wh"},
    {"watthours", "Wh"},
    {"watt-hour", "Wh"},
    {"watt-hours", "Wh"},
    {"j", "J"},
    {"joule", "J"},
    {"joules", "J"},
    {"jp", "Jp", "MJp", 6},
    {"j-eq", "Jp", "MJp", 6},
    {"jeq", "Jp", "MJp", 6},
    {"g", "g"},
    {"gram", "g"},
    {"grams", "g"},
    {"gramme", "g"},
    {"grammes", "g"},
    {"t", "t"},
    {"tonne", "t"},
    {"tonnes", "t"},
    {"b", "B"},
    {"byte", "B"},
    {"bytes", "B"},
    {"bits", "bit"},
    {"flop", "FLOP"},
    {"l", "L"},
    {"liter", "L"},
    {"liters", "L"},
    {"litre", "L"},
    {"litres", "L"},
    {"m", "m"},
    {"meter", "m"},
    {"meters", "m"},
    {"metre", "m"},
    {"metres", "m"},
    {"s", "s"},
    {"token", "token"},
    {"tokens", "token"},
    {"tok", "token"},
    {"toks", "token"},
    {"request", "request"},
    {"requests", "request"},
    {"req", "request"},
    {"reqs", "request"},
    {"query", "request"},
    {"queries", "request"},
    {"prompt", "request"},
    {"prompts", "request"},
    {"inference", "request"},
    {"inferences", "request"},
    {"image", "image"},
    {"images", "image"},
    {"user", "user"},
    {"users", "user"},
    {"gpu", "GPU"},
    {"gpus", "GPU"},
    {"node", "node"},
    {"nodes", "node"},
    {"gsbe", "gSbe"},
    {"gsb", "gSbe"},
    {"gsb-eq", "gSbe"},
    {"gsbeq", "gSbe"},
});

constexpr std::string_view equivalents[] = {"co2-eq", "co2eq", "co2-e", "co2e", "co2"};
constexpr std::string_view only_co2 = "CO2 is one gas, CO2e all greenhouse gases weighted by their warming";

std::string folded(std::string_view text) {
    std::string result;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text.substr(at).starts_with("\xE2\x82\x82")) {  // the subscript two of CO₂
            result += '2';
            at += 2;
        } else {
            result += lower(text[at]);
        }
    }
    return result;
}

/// A power of ten as text: "1e6", "1000", "0.001".
std::string power_of_ten(int exponent) {
    if (exponent == 2) return "100";
    if (exponent == 3) return "1000";
    if (exponent < 0 && exponent >= -3)
        return "0." + std::string(static_cast<std::size_t>(-exponent - 1), '0') + "1";
    return "1e" + std::to_string(exponent);
}

/// A word split into prefix and unit.
struct Split {
    const Prefix* prefix;
    std::string unit;  // the unit without its prefix: "Wh", "tCO2e"
    std::string base;  // a unit of the table; one `base` is 10^exponent of `unit`
    int exponent = 0;

    std::string text() const { return std::string(prefix->symbol) + unit; }
};

const Stem* stem_of(std::string_view word) {
    const auto found =
        std::find_if(stems.begin(), stems.end(), [&](const Stem& s) { return s.written == word; });
    return found == stems.end() ? nullptr : &*found;
}

/// Splits a word whose text after the prefix is `rest`; empty if `rest` is not a unit.
std::optional<Split> unit_behind(const Prefix& prefix, std::string_view rest) {
    for (const std::string_view ending : equivalents) {
        if (!rest.ends_with(ending)) continue;
        const std::string_view mass = rest.substr(0, rest.size() - ending.size());
        const Stem* stem = mass == "lb" || mass == "lbs" ? nullptr : stem_of(mass);
        if (mass.starts_with("lb") && prefix.symbol.empty()) return Split{&prefix, "lbCO2e", "lbCO2e"};
        if (stem == nullptr || (stem->unit != "g" && stem->unit != "t")) return std::nullopt;
        const std::string unit = std::string(stem->unit) + "CO2e";
        return Split{&prefix, unit, unit};
    }
    const Stem* stem = stem_of(rest);
    if (stem == nullptr) return std::nullopt;
    const bool tonne = stem->unit == "t";
    if (tonne && prefix.exponent != 0 && prefix.exponent < 3)
        return std::nullopt;  // `ft` and `pt` do not mean tonnes
    if (rest.size() == 1 && (prefix.symbol == "d" || prefix.symbol == "h") && rest != "w" && rest != "l")
        return std::nullopt;
    if (!stem->base.empty())
        return Split{&prefix, std::string(stem->unit), std::string(stem->base), stem->exponent};
    return Split{&prefix, std::string(stem->unit), std::string(stem->unit)};
}

/// All ways to split a word into prefix and unit: as written, then, for a word in small letters, with a
/// capital prefix. `mwh` may be a thousandth of a `Wh` or a million.
std::vector<Split> readings(std::string_view spelling) {
    std::vector<Split> found;
    const std::string small = folded(spelling);
    for (const Prefix& prefix : prefixes) {
        const bool word = prefix.written.size() > 2;
        if (!(word ? std::string_view(small) : spelling).starts_with(prefix.written)) continue;
        const std::string rest = folded(spelling.substr(prefix.written.size()));
        if (auto split = unit_behind(prefix, rest)) found.push_back(std::move(*split));
    }
    const bool all_small =
        std::none_of(spelling.begin(), spelling.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
    for (const Prefix& prefix : prefixes) {
        const bool capital = prefix.written.size() == 1 && prefix.written[0] >= 'A' && prefix.written != "K";
        const bool letter =
            capital && prefix.written[0] <= 'Z' && small.starts_with(lower(prefix.written[0]));
        if (!all_small || !letter || prefix.written == "G") continue;
        auto split = unit_behind(prefix, std::string_view(small).substr(1));
        if (split && find_unit(split->text()) != nullptr) found.push_back(std::move(*split));
    }
    return found;
}

/// The hint for a unit such as `nW`, which the table lacks: its value in a unit of the table.
MeantUnit converted(const Split& split) {
    const int exponent = split.prefix->exponent - split.exponent;
    const std::string why = "there is no unit `" + split.text() + "`: 1 " + split.text() + " is " +
                            (exponent == 0 ? "1" : power_of_ten(exponent)) + " `" + split.base + "`";
    return {.why = why, .write = {}};
}

/// The hint for a unit with two prefixes, such as `kMW`; empty for other words.
MeantUnit two_prefixes(std::string_view spelling) {
    for (const Prefix& prefix : prefixes) {
        if (prefix.exponent == 0 || !spelling.starts_with(prefix.written)) continue;
        for (const Split& inner : readings(spelling.substr(prefix.written.size()))) {
            if (inner.prefix->exponent == 0 || inner.unit == "m" || inner.unit == "s") continue;
            if (inner.base != inner.unit || find_unit(inner.text()) == nullptr) continue;
            return {.why = "a unit takes one prefix: 1 " + std::string(spelling) + " would be " +
                           power_of_ten(prefix.exponent + inner.prefix->exponent) + " `" + inner.base + "`",
                    .write = {}};
        }
    }
    return {};
}

/// Whether a word such as `MTCO2e` may mean metric tons as well as megatonnes.
bool reads_as_metric(const std::vector<Split>& found, std::string_view spelling) {
    const bool tonnes =
        std::any_of(found.begin(), found.end(), [](const Split& s) { return s.unit == "tCO2e"; });
    return tonnes && (spelling.starts_with("MT") || spelling.starts_with("mT") || spelling.starts_with("mt"));
}

}  // namespace

MeantUnit meant_by_prefix(std::string_view spelling) {
    const std::vector<Split> found = readings(spelling);
    if (found.empty()) return two_prefixes(spelling);
    const std::string small = folded(spelling);
    const bool one_gas = small.ends_with("co2");
    MeantUnit meant;
    if (one_gas) {
        meant.why = only_co2;
        meant.where = " if equivalents are meant";
    }
    if (reads_as_metric(found, spelling)) {
        meant.write = {"tCO2e", "MtCO2e"};
        if (!one_gas)
            meant.why = "`" + std::string(spelling.substr(0, 2)) + "` is a metric ton or a megatonne";
        return meant;
    }
    for (const Split& split : found) {
        if (find_unit(split.text()) != nullptr &&
            std::find(meant.write.begin(), meant.write.end(), split.text()) == meant.write.end())
            meant.write.push_back(split.text());
    }
    if (meant.write.empty()) return converted(found.front());
    const bool kept = find_unit(found.front().text()) != nullptr;
    const bool same_letters = folded(meant.write.front()) == small && spelling.size() == small.size();
    if (!one_gas && !kept) meant.why = "case matters (`m` is a thousandth, `M` a million)";
    if (!one_gas && kept && same_letters) meant.why = "case matters";
    return meant;
}

std::string_view prefix_symbol(std::string_view spelling) {
    const auto found = std::find_if(prefixes.begin(), prefixes.end(), [&](const Prefix& prefix) {
        return !prefix.written.empty() && prefix.written == spelling;
    });
    return found == prefixes.end() ? std::string_view{} : found->symbol;
}

}  // namespace lca::units
