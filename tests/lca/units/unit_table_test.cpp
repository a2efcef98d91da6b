// The closed table of units against docs/reference/language.md, and against definitions from outside.

#include <doctest/doctest.h>

#include <map>
#include <set>
#include <string>

#include "lca/units/impact.hpp"
#include "lca/units/quantity.hpp"

namespace {

struct Row {
    const char* spelling;
    double factor;  // in m, kg, s, kgCO2e, kgSbe, MJp, B, FLOP and one of each count
};

}  // namespace

TEST_CASE("the table has the units of the language page with these sizes, and no others") {
    // From the SI brochure (prefixes, W = J/s, h = 3600 s), IEC 80000-13 (Ki = 2^10), the international pound
    // of 1959 (0.45359237 kg), and the language page (yr = 365 d).
    const Row rows[] = {
        {"s", 1},
        {"min", 60},
        {"h", 3600},
        {"d", 86400},
        {"wk", 604800},
        {"yr", 31536000},
        {"J", 1},
        {"kJ", 1e3},
        {"MJ", 1e6},
        {"GJ", 1e9},
        {"Wh", 3600},
        {"kWh", 3.6e6},
        {"MWh", 3.6e9},
        {"GWh", 3.6e12},
        {"TWh", 3.6e15},
        {"W", 1},
        {"kW", 1e3},
        {"MW", 1e6},
        {"GW", 1e9},
        {"g", 1e-3},
        {"kg", 1},
        {"t", 1e3},
        {"lb", 0.45359237},
        {"nm", 1e-9},
        {"mm", 1e-3},
        {"cm", 1e-2},
        {"m", 1},
        {"km", 1e3},
        {"mm2", 1e-6},
        {"cm2", 1e-4},
        {"m2", 1},
        {"mL", 1e-6},
        {"L", 1e-3},
        {"m3", 1},
        {"kL", 1},
        {"ML", 1e3},
        {"bit", 0.125},
        {"B", 1},
        {"kB", 1e3},
        {"MB", 1e6},
        {"GB", 1e9},
        {"TB", 1e12},
        {"PB", 1e15},
        {"KiB", 1024},
        {"MiB", 1048576},
        {"GiB", 1073741824},
        {"TiB", 1099511627776.0},
        {"FLOP", 1},
        {"MFLOP", 1e6},
        {"GFLOP", 1e9},
        {"TFLOP", 1e12},
        {"PFLOP", 1e15},
        {"EFLOP", 1e18},
        {"ZFLOP", 1e21},
        {"GPU", 1},
        {"GPUs", 1},
        {"TPU", 1},
        {"TPUs", 1},
        {"chip", 1},
        {"chips", 1},
        {"accelerator", 1},
        {"accelerators", 1},
        {"device", 1},
        {"devices", 1},
        {"node", 1},
        {"nodes", 1},
        {"server", 1},
        {"servers", 1},
        {"request", 1},
        {"requests", 1},
        {"query", 1},
        {"queries", 1},
        {"prompt", 1},
        {"prompts", 1},
        {"inference", 1},
        {"inferences", 1},
        {"token", 1},
        {"tokens", 1},
        {"image", 1},
        {"images", 1},
        {"user", 1},
        {"users", 1},
        {"gCO2e", 1e-3},
        {"kgCO2e", 1},
        {"tCO2e", 1e3},
        {"ktCO2e", 1e6},
        {"MtCO2e", 1e9},
        {"lbCO2e", 0.45359237},
        {"gCO2eq", 1e-3},
        {"kgCO2eq", 1},
        {"tCO2eq", 1e3},
        {"ktCO2eq", 1e6},
        {"MtCO2eq", 1e9},
        {"lbCO2eq", 0.45359237},
        {"gCO2-eq", 1e-3},
        {"kgCO2-eq", 1},
        {"tCO2-eq", 1e3},
        {"ktCO2-eq", 1e6},
        {"MtCO2-eq", 1e9},
        {"lbCO2-eq", 0.45359237},
        {"mgSbe", 1e-6},
        {"gSbe", 1e-3},
        {"kgSbe", 1},
        {"uJ", 1e-6},
        {"\xC2\xB5"
         "J",
         1e-6},
        {"\xCE\xBC"
         "J",
         1e-6},
        {"mJ", 1e-3},
        {"uWh", 3.6e-3},
        {"\xC2\xB5"
         "Wh",
         3.6e-3},
        {"\xCE\xBC"
         "Wh",
         3.6e-3},
        {"mWh", 3.6},
        {"uW", 1e-6},
        {"\xC2\xB5"
         "W",
         1e-6},
        {"\xCE\xBC"
         "W",
         1e-6},
        {"mW", 1e-3},
        {"ugCO2e", 1e-9},
        {"\xC2\xB5"
         "gCO2e",
         1e-9},
        {"\xCE\xBC"
         "gCO2e",
         1e-9},
        {"mgCO2e", 1e-6},
        {"ugCO2eq", 1e-9},
        {"\xC2\xB5"
         "gCO2eq",
         1e-9},
        {"\xCE\xBC"
         "gCO2eq",
         1e-9},
        {"mgCO2eq", 1e-6},
        {"ugCO2-eq", 1e-9},
        {"\xC2\xB5"
         "gCO2-eq",
         1e-9},
        {"\xCE\xBC"
         "gCO2-eq",
         1e-9},
        {"mgCO2-eq", 1e-6},
        {"krequest", 1e3},
        {"Mrequest", 1e6},
        {"krequests", 1e3},
        {"Mrequests", 1e6},
        {"ktoken", 1e3},
        {"Mtoken", 1e6},
        {"ktokens", 1e3},
        {"Mtokens", 1e6},
        {"MJp", 1},
        {"GJp", 1e3},
    };
    std::set<std::string_view> listed;
    for (const Row& row : rows) {
        CAPTURE(row.spelling);
        listed.insert(row.spelling);
        const lca::Unit* unit = lca::find_unit(row.spelling);
        REQUIRE(unit != nullptr);
        CHECK(unit->factor == row.factor);
    }
    for (const lca::Unit& unit : lca::unit_table()) {
        CAPTURE(unit.spelling);
        CHECK(listed.count(unit.spelling) == 1);
    }
}

TEST_CASE("each spelling stands once, is found, and parses to its own row") {
    std::set<std::string_view> seen;
    for (const lca::Unit& unit : lca::unit_table()) {
        CAPTURE(unit.spelling);
        CHECK(seen.insert(unit.spelling).second);
        CHECK(lca::find_unit(unit.spelling) == &unit);
        auto parsed = lca::parse_unit(unit.spelling);
        REQUIRE(std::holds_alternative<lca::UnitText>(parsed));
        CHECK(std::get<lca::UnitText>(parsed).dimension == unit.dimension);
        CHECK(std::get<lca::UnitText>(parsed).factor == unit.factor);
        CHECK(unit.factor == unit.multiple / unit.divisor);
        CHECK_FALSE(unit.definition.empty());
        CHECK_FALSE(unit.kind.empty());
    }
}

TEST_CASE("canonical spellings are rows of the same size and dimension") {
    for (const lca::Unit& unit : lca::unit_table()) {
        CAPTURE(unit.spelling);
        const lca::Unit* canonical = lca::find_unit(unit.canonical);
        REQUIRE(canonical != nullptr);
        CHECK(canonical->canonical == canonical->spelling);
        CHECK(canonical->dimension == unit.dimension);
        CHECK(canonical->factor == unit.factor);
    }
}

TEST_CASE("kinds stand together and have one dimension each") {
    std::map<std::string_view, lca::Dimension> dimension;
    std::set<std::string_view> ended;
    std::string_view current;
    for (const lca::Unit& unit : lca::unit_table()) {
        if (unit.kind != current) {
            ended.insert(current);
            current = unit.kind;
            CHECK(ended.count(current) == 0);
        }
        auto [place, is_new] = dimension.emplace(unit.kind, unit.dimension);
        CHECK(place->second == unit.dimension);
    }
    std::set<std::string> names;
    for (const auto& [kind, of] : dimension) names.insert(name(of));
    CHECK(names.size() == dimension.size());
}

TEST_CASE("near misses are not units") {
    for (const char* text : {"",    "Kg",     "KG", "kw",  "KWh", "kWH", "hr",   "sec",  "CO2e", "kgCO2",
                             "M",   "k",      "T",  "ton", "mt",  "mo",  "a",    "y",    "GPUh", "%",
                             "m^2", "kgco2e", "Gb", "KB",  "kb",  "l",   "flop", "FLOPS"}) {
        CAPTURE(text);
        CHECK(lca::find_unit(text) == nullptr);
    }
}

TEST_CASE("hints know what people write") {
    auto hint = [](std::string_view spelling) { return lca::unit_hint(spelling); };
    CHECK(hint("kw") == "case matters: write `kW`");
    CHECK(hint("ml") == "case matters: write `mL` or `ML`");
    CHECK(hint("GPUh") == "units multiply with `*`: write `GPU*h`");
    CHECK(hint("GPU-hours") == "units multiply with `*`: write `GPU*h`");
    CHECK(hint("GPUhours") == "units multiply with `*`: write `GPU*h`");
    CHECK(hint("h-1") == "raise with `^`: write `h^-1`");
    CHECK(hint("h2") == "raise with `^`: write `h^2`");
    CHECK(hint("kgCO2").find("CO2 is one gas, CO2e all greenhouse gases") == 0);
    CHECK(hint("tC").find("3.664 t of CO2") != std::string::npos);
    CHECK(hint("ton").find("907.18474 kg (US)") != std::string::npos);
    for (const char* ton : {"tons", "T"}) CHECK(hint(ton) == hint("ton"));
    for (const char* ton : {"mt", "MT", "Mt"})
        CHECK(hint(ton).find("a metric ton is 1 `t`, a megatonne 1e6 `t`") == 0);
    CHECK(hint("mo").find("no fixed length") != std::string::npos);
    CHECK(hint("M").find("a prefix alone is not a unit") == 0);
    CHECK(hint("hWh") == "there is no unit `hWh`: 1 hWh is 100 `Wh`");
    CHECK(hint("kMW") == "a unit takes one prefix: 1 kMW would be 1e9 `W`");
    CHECK(hint("TFLOPS").find("FLOP/s") != std::string::npos);
    CHECK(hint("Gbit").find("`GB`") != std::string::npos);
    CHECK(hint("hours") == "write `h`");
    CHECK(hint("EUR") == "money is out of scope");
    CHECK(hint("gpu") == "case matters: write `GPU`");
    CHECK(hint("acelerator") == "did you mean `accelerator`?");
    CHECK(hint("zzzzqqqqxxxx").empty());
    CHECK(hint(std::string(100'000, 'k')).empty());
}

TEST_CASE("hints keep the magnitude, or name both readings") {
    auto hint = [](std::string_view spelling) { return lca::unit_hint(spelling); };
    CHECK(hint("mj") == "case matters: write `mJ` or `MJ`");
    CHECK(hint("mwh") == "case matters: write `mWh` or `MWh`");
    CHECK(hint("MWH") == "case matters: write `MWh`");
    CHECK(hint("MTCO2e") == "`MT` is a metric ton or a megatonne: write `tCO2e` or `MtCO2e`");
    CHECK(hint("mtco2e").ends_with("write `tCO2e` or `MtCO2e`"));
    CHECK(hint("MTCO2").ends_with("write `tCO2e` or `MtCO2e` if equivalents are meant"));
    CHECK(hint("KTCO2eq") == "write `ktCO2e`");
    CHECK(hint("TCO2e") == "case matters: write `tCO2e`");
    CHECK(hint("gCO2").ends_with("write `gCO2e` if equivalents are meant"));
    CHECK(hint("mgCO2").ends_with("write `mgCO2e` if equivalents are meant"));
    CHECK(hint("lbsCO2").ends_with("write `lbCO2e` if equivalents are meant"));
    CHECK(hint("gCO\xE2\x82\x82"
               "e") == "write `gCO2e`");
    CHECK(hint("GtCO2e") == "there is no unit `GtCO2e`: 1 GtCO2e is 1e9 `tCO2e`");
    CHECK(hint("nW") == "there is no unit `nW`: 1 nW is 1e-9 `W`");
    CHECK(hint("ms") == "there is no unit `ms`: 1 ms is 0.001 `s`");
    CHECK(hint("um") == "there is no unit `um`: 1 um is 1e-6 `m`");
    CHECK(hint("mJp") == "there is no unit `mJp`: 1 mJp is 1e-9 `MJp`");  // 1e-3 of 1e-6 MJp
    CHECK(hint("GJ-eq") == "write `GJp`");
    CHECK(hint("ugSbe") == "there is no unit `ugSbe`: 1 ugSbe is 1e-6 `gSbe`");
    CHECK(hint("kilowatthours") == "write `kWh`");
    CHECK(hint("kVA").ends_with("write `kW`"));
    CHECK(hint("gC") == "1 g of carbon is 3.664 g of CO2: convert it, and write `gCO2e`");
    CHECK(hint("PFLOPS").ends_with("write `PFLOP` or `PFLOP/s`"));
    CHECK(hint("kquery") == "write `krequest`");
    CHECK(hint("mtok") == "case matters (`m` is a thousandth, `M` a million): write `Mtoken`");
    CHECK(hint("G") == "a prefix alone is not a unit: write it before a unit, such as `GW`");
    for (const char* unknown : {"ft", "pt", "furlong", "kcal", "mm5x"}) {
        CAPTURE(unknown);
        CHECK(hint(unknown).empty());
    }
}

TEST_CASE("impacts are rows, their JSON units are units of the table") {
    REQUIRE(lca::impacts().size() == lca::impact_count);
    for (const lca::ImpactCategory& impact : lca::impacts()) {
        const lca::Unit* unit = lca::find_unit(impact.unit);
        REQUIRE(unit != nullptr);
        CHECK(unit->dimension == impact.dimension);
        CHECK(unit->factor == impact.unit_in_base);
    }
    CHECK(lca::impacts()[lca::index_of::climate].json_key == "gwp_kgco2e");
    CHECK(lca::impacts()[lca::index_of::water].suffix == "water");
    CHECK(lca::impacts()[lca::index_of::abiotic_depletion].suffix == "adpe");
    CHECK(lca::impacts()[lca::index_of::primary_energy].suffix == "primary_energy");
}
