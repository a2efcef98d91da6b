// The table of units, in the order in which the language reference lists them, and an index for look-up.

#include "lca/units/quantity.hpp"

#include <algorithm>
#include <array>

#include "lca/units/impact.hpp"

namespace lca {

namespace {

constexpr Dimension product(int mass, int length, int time) {
    std::array<int, base_count> exponents{};
    exponents[static_cast<std::size_t>(Base::mass)] = mass;
    exponents[static_cast<std::size_t>(Base::length)] = length;
    exponents[static_cast<std::size_t>(Base::time)] = time;
    return Dimension::with_exponents(exponents);
}

constexpr Dimension time = Dimension::of(Base::time);
constexpr Dimension energy = product(1, 2, -2);
constexpr Dimension power = product(1, 2, -3);
constexpr Dimension mass = Dimension::of(Base::mass);
constexpr Dimension length = Dimension::of(Base::length);
constexpr Dimension area = Dimension::of(Base::length, 2);
constexpr Dimension volume = Dimension::of(Base::length, 3);
constexpr Dimension information = Dimension::of(Base::information);
constexpr Dimension operation = Dimension::of(Base::operation);
constexpr Dimension accelerator = Dimension::of(Base::accelerator);
constexpr Dimension node = Dimension::of(Base::node);
constexpr Dimension request = Dimension::of(Base::request);
constexpr Dimension token = Dimension::of(Base::token);
constexpr Dimension image = Dimension::of(Base::image);
constexpr Dimension user = Dimension::of(Base::user);

/// A row of the table; the factor is multiple / divisor, both exact, so that it is rounded only once.
constexpr Unit row(std::string_view spelling, std::string_view kind, Dimension dimension, double multiple,
                   double divisor, std::string_view canonical, std::string_view definition) {
    return {spelling, kind, dimension, multiple / divisor, canonical, definition, multiple, divisor};
}

// clang-format off
constexpr auto other_units = std::to_array<Unit>({
    row("s", "time", time, 1, 1, "s", "base unit"),
    row("min", "time", time, 60, 1, "min", "60 s (exact)"),
    row("h", "time", time, 3600, 1, "h", "60 min (exact)"),
    row("d", "time", time, 86400, 1, "d", "24 h (exact)"),
    row("wk", "time", time, 604800, 1, "wk", "7 d (exact)"),
    row("yr", "time", time, 31536000, 1, "yr", "365 d = 8760 h (exact, by this language)"),
    row("uJ", "energy", energy, 1, 1e6, "uJ", "1e-6 J (exact)"),
    row("\xC2\xB5" "J", "energy", energy, 1, 1e6, "uJ", "another spelling of uJ"),
    row("\xCE\xBC" "J", "energy", energy, 1, 1e6, "uJ", "another spelling of uJ"),
    row("mJ", "energy", energy, 1, 1e3, "mJ", "1e-3 J (exact)"),
    row("J", "energy", energy, 1, 1, "J", "kg m2/s2 (exact)"),
    row("kJ", "energy", energy, 1e3, 1, "kJ", "1e3 J (exact)"),
    row("MJ", "energy", energy, 1e6, 1, "MJ", "1e6 J (exact)"),
    row("GJ", "energy", energy, 1e9, 1, "GJ", "1e9 J (exact)"),
    row("uWh", "energy", energy, 3600, 1e6, "uWh", "3.6e-3 J (exact)"),
    row("\xC2\xB5" "Wh", "energy", energy, 3600, 1e6, "uWh", "another spelling of uWh"),
    row("\xCE\xBC" "Wh", "energy", energy, 3600, 1e6, "uWh", "another spelling of uWh"),
    row("mWh", "energy", energy, 3600, 1e3, "mWh", "3.6 J (exact)"),
    row("Wh", "energy", energy, 3600, 1, "Wh", "3600 J (exact)"),
    row("kWh", "energy", energy, 3.6e6, 1, "kWh", "3.6e6 J (exact)"),
    row("MWh", "energy", energy, 3.6e9, 1, "MWh", "3.6e9 J (exact)"),
    row("GWh", "energy", energy, 3.6e12, 1, "GWh", "3.6e12 J (exact)"),
    row("TWh", "energy", energy, 3.6e15, 1, "TWh", "3.6e15 J (exact)"),
    row("uW", "power", power, 1, 1e6, "uW", "1e-6 W (exact)"),
    row("\xC2\xB5" "W", "power", power, 1, 1e6, "uW", "another spelling of uW"),
    row("\xCE\xBC" "W", "power", power, 1, 1e6, "uW", "another spelling of uW"),
    row("mW", "power", power, 1, 1e3, "mW", "1e-3 W (exact)"),
    row("W", "power", power, 1, 1, "W", "J/s (exact)"),
    row("kW", "power", power, 1e3, 1, "kW", "1e3 W (exact)"),
    row("MW", "power", power, 1e6, 1, "MW", "1e6 W (exact)"),
    row("GW", "power", power, 1e9, 1, "GW", "1e9 W (exact)"),
    row("g", "mass", mass, 1, 1e3, "g", "1e-3 kg (exact)"),
    row("kg", "mass", mass, 1, 1, "kg", "base unit"),
    row("t", "mass", mass, 1e3, 1, "t", "1000 kg (exact)"),
    row("lb", "mass", mass, 45359237, 1e8, "lb", "0.45359237 kg (exact, international pound)"),
    row("nm", "length", length, 1, 1e9, "nm", "1e-9 m (exact)"),
    row("mm", "length", length, 1, 1e3, "mm", "1e-3 m (exact)"),
    row("cm", "length", length, 1, 1e2, "cm", "1e-2 m (exact)"),
    row("m", "length", length, 1, 1, "m", "base unit"),
    row("km", "length", length, 1e3, 1, "km", "1e3 m (exact)"),
    row("mm2", "area", area, 1, 1e6, "mm2", "1e-6 m2 (exact)"),
    row("cm2", "area", area, 1, 1e4, "cm2", "1e-4 m2 (exact)"),
    row("m2", "area", area, 1, 1, "m2", "m^2 (exact)"),
    row("mL", "volume", volume, 1, 1e6, "mL", "1e-6 m3 (exact)"),
    row("L", "volume", volume, 1, 1e3, "L", "1e-3 m3 (exact)"),
    row("m3", "volume", volume, 1, 1, "m3", "m^3 (exact)"),
    row("kL", "volume", volume, 1, 1, "kL", "1 m3 (exact)"),
    row("ML", "volume", volume, 1e3, 1, "ML", "1e3 m3 (exact)"),
    row("bit", "information", information, 1, 8, "bit", "1/8 B (exact)"),
    row("B", "information", information, 1, 1, "B", "base unit: the byte of 8 bit"),
    row("kB", "information", information, 1e3, 1, "kB", "1e3 B (exact)"),
    row("MB", "information", information, 1e6, 1, "MB", "1e6 B (exact)"),
    row("GB", "information", information, 1e9, 1, "GB", "1e9 B (exact)"),
    row("TB", "information", information, 1e12, 1, "TB", "1e12 B (exact)"),
    row("PB", "information", information, 1e15, 1, "PB", "1e15 B (exact)"),
    row("KiB", "information", information, 1024, 1, "KiB", "2^10 B (exact)"),
    row("MiB", "information", information, 1048576, 1, "MiB", "2^20 B (exact)"),
    row("GiB", "information", information, 1073741824, 1, "GiB", "2^30 B (exact)"),
    row("TiB", "information", information, 1099511627776, 1, "TiB", "2^40 B (exact)"),
    row("FLOP", "operations", operation, 1, 1, "FLOP", "base unit: one floating-point operation"),
    row("MFLOP", "operations", operation, 1e6, 1, "MFLOP", "1e6 FLOP (exact)"),
    row("GFLOP", "operations", operation, 1e9, 1, "GFLOP", "1e9 FLOP (exact)"),
    row("TFLOP", "operations", operation, 1e12, 1, "TFLOP", "1e12 FLOP (exact)"),
    row("PFLOP", "operations", operation, 1e15, 1, "PFLOP", "1e15 FLOP (exact)"),
    row("EFLOP", "operations", operation, 1e18, 1, "EFLOP", "1e18 FLOP (exact)"),
    row("ZFLOP", "operations", operation, 1e21, 1, "ZFLOP", "1e21 FLOP (exact)"),
    row("GPU", "accelerators", accelerator, 1, 1, "GPU", "base unit: one accelerator"),
    row("GPUs", "accelerators", accelerator, 1, 1, "GPU", "plural of GPU"),
    row("TPU", "accelerators", accelerator, 1, 1, "GPU", "another word for GPU"),
    row("TPUs", "accelerators", accelerator, 1, 1, "GPU", "plural of TPU"),
    row("chip", "accelerators", accelerator, 1, 1, "GPU", "another word for GPU"),
    row("chips", "accelerators", accelerator, 1, 1, "GPU", "plural of chip"),
    row("accelerator", "accelerators", accelerator, 1, 1, "GPU", "another word for GPU"),
    row("accelerators", "accelerators", accelerator, 1, 1, "GPU", "plural of accelerator"),
    row("device", "accelerators", accelerator, 1, 1, "GPU", "another word for GPU"),
    row("devices", "accelerators", accelerator, 1, 1, "GPU", "plural of device"),
    row("node", "machines", node, 1, 1, "node", "base unit: one machine"),
    row("nodes", "machines", node, 1, 1, "node", "plural of node"),
    row("server", "machines", node, 1, 1, "node", "another word for node"),
    row("servers", "machines", node, 1, 1, "node", "plural of server"),
    row("request", "requests", request, 1, 1, "request", "base unit: one request"),
    row("requests", "requests", request, 1, 1, "request", "plural of request"),
    row("query", "requests", request, 1, 1, "request", "another word for request"),
    row("queries", "requests", request, 1, 1, "request", "plural of query"),
    row("prompt", "requests", request, 1, 1, "request", "another word for request"),
    row("prompts", "requests", request, 1, 1, "request", "plural of prompt"),
    row("inference", "requests", request, 1, 1, "request", "another word for request"),
    row("inferences", "requests", request, 1, 1, "request", "plural of inference"),
    row("krequest", "requests", request, 1e3, 1, "krequest", "1e3 requests (exact)"),
    row("krequests", "requests", request, 1e3, 1, "krequest", "plural of krequest"),
    row("Mrequest", "requests", request, 1e6, 1, "Mrequest", "1e6 requests (exact)"),
    row("Mrequests", "requests", request, 1e6, 1, "Mrequest", "plural of Mrequest"),
    row("token", "tokens", token, 1, 1, "token", "base unit: one token"),
    row("tokens", "tokens", token, 1, 1, "token", "plural of token"),
    row("ktoken", "tokens", token, 1e3, 1, "ktoken", "1e3 tokens (exact)"),
    row("ktokens", "tokens", token, 1e3, 1, "ktoken", "plural of ktoken"),
    row("Mtoken", "tokens", token, 1e6, 1, "Mtoken", "1e6 tokens (exact)"),
    row("Mtokens", "tokens", token, 1e6, 1, "Mtoken", "plural of Mtoken"),
    row("image", "images", image, 1, 1, "image", "base unit: one image"),
    row("images", "images", image, 1, 1, "image", "plural of image"),
    row("user", "users", user, 1, 1, "user", "base unit: one user"),
    row("users", "users", user, 1, 1, "user", "plural of user"),
});
// clang-format on

constexpr std::size_t impact_units = [] {
    std::size_t count = 0;
    for (const ImpactCategory& impact : impacts()) count += impact.units.size();
    return count;
}();

constexpr auto table = [] {
    std::array<Unit, other_units.size() + impact_units> all{};
    auto next = std::copy(other_units.begin(), other_units.end(), all.begin());
    for (const ImpactCategory& impact : impacts()) {
        for (const ImpactUnit& unit : impact.units)
            *next++ = row(unit.spelling, impact.name, impact.dimension, unit.multiple, unit.divisor,
                          unit.canonical, unit.definition);
    }
    return all;
}();

/// Indices of the rows in order of their spellings.
constexpr auto sorted_rows = [] {
    std::array<unsigned char, table.size()> index{};
    static_assert(table.size() <= 256);
    for (std::size_t i = 0; i < table.size(); ++i) index[i] = static_cast<unsigned char>(i);
    std::sort(index.begin(), index.end(),
              [](unsigned char a, unsigned char b) { return table[a].spelling < table[b].spelling; });
    return index;
}();

constexpr bool each_spelling_once() {
    for (std::size_t i = 1; i < sorted_rows.size(); ++i) {
        if (table[sorted_rows[i - 1]].spelling == table[sorted_rows[i]].spelling) return false;
    }
    return true;
}
static_assert(each_spelling_once());

}  // namespace

std::span<const Unit> unit_table() {
    return table;
}

const Unit* find_unit(std::string_view spelling) {
    auto place = std::lower_bound(
        sorted_rows.begin(), sorted_rows.end(), spelling,
        [](unsigned char row_index, std::string_view wanted) { return table[row_index].spelling < wanted; });
    if (place == sorted_rows.end() || table[*place].spelling != spelling) return nullptr;
    return &table[*place];
}

}  // namespace lca
