#include "cli/session_options.hpp"
#include "lca/page/json_writer.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/units/quantity.hpp"
#include "lca/units/unit_table.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view actions[] = {"convert", "list"};
constexpr Argument to = {"--to", Takes::text, "UNIT", "the unit to convert into"};
constexpr Argument positionals[] = {{"ACTION", Takes::choice, {}, "what to do; default list", actions},
                                    {"VALUE", Takes::text, {}, "what to convert: \"57 gCO2e/kWh\""}};
constexpr Argument options[] = {to, option::format, option::output};
constexpr Example examples[] = {
    {"lca units", "every unit there is"},
    {"lca units convert \"57 gCO2e/kWh\" --to tCO2e/MWh", "0.057 tCO2e/MWh"},
};

/// Units that are the same thing spelled differently, in the order of the table.
struct Entry {
    const Unit* unit;
    std::string also;
};

std::vector<Entry> entries() {
    std::vector<Entry> found;
    for (const Unit& unit : unit_table()) {
        bool known = false;
        for (Entry& entry : found) {
            if (entry.unit->canonical != unit.canonical || entry.unit->dimension != unit.dimension) continue;
            entry.also += (entry.also.empty() ? "" : ", ") + std::string(unit.spelling);
            known = true;
        }
        if (!known) found.push_back({&unit, {}});
    }
    return found;
}

Page list_page() {
    Page page;
    page.title = "Units: the closed table. Letter case matters.";
    Table table;
    table.columns = {{"unit"}, {"is", false, true}, {"also written", false, true}};
    std::string_view kind;
    for (const Entry& entry : entries()) {
        if (entry.unit->kind != kind) {
            kind = entry.unit->kind;
            table.rows.push_back({{std::string(kind)}, 0, Tone::strong, true});
        }
        Table::Row row;
        row.cells = {std::string(entry.unit->spelling), std::string(entry.unit->definition), entry.also};
        row.indent = 1;
        table.rows.push_back(std::move(row));
    }
    page.table(std::move(table));
    page.paragraph(
        "Units multiply with `*`, `·` or a space, divide with `/`, raise with `^`; after `/` stands one unit "
        "or one "
        "bracket: kgCO2e/(GPU*h). `%` is a hundredth.");
    return page;
}

Records list_records() {
    Records records;
    records.columns = {"unit", "kind", "dimension", "factor", "base", "canonical", "definition"};
    for (const Unit& unit : unit_table()) {
        records.rows.push_back({std::string(unit.spelling), std::string(unit.kind), name(unit.dimension),
                                unit.factor, coherent_unit(unit.dimension), std::string(unit.canonical),
                                std::string(unit.definition)});
    }
    return records;
}

/// The text, a caret under what is wrong, and what was expected.
[[noreturn]] void refuse(std::string_view text, const TextFault& fault) {
    std::string message = fault.message + "\n  " + shown(text, 200) + "\n  ";
    message += std::string(characters(text.substr(0, std::min(fault.offset, text.size()))), ' ') + "^";
    if (!fault.expected.empty()) message += "\nexpected: " + fault.expected;
    if (!fault.hint.empty()) message += "\n" + fault.hint;
    throw InputError(message);
}

template <class T>
T parsed(std::string_view text, const Parsed<T>& result) {
    if (const auto* fault = std::get_if<TextFault>(&result)) refuse(text, *fault);
    return std::get<T>(result);
}

int convert(const Arguments& arguments, Io& io) {
    const std::string_view value = arguments.one("VALUE");
    if (!arguments.has("VALUE"))
        throw InputError("convert: which value? As in `lca units convert \"3 MWh\" --to kWh`");
    const Quantity quantity = parsed(value, parse_quantity(value));
    const std::string target(arguments.one("--to", customary_unit(quantity.unit.dimension)));
    const UnitText unit = parsed(target, parse_unit(target));
    if (unit.dimension != quantity.unit.dimension) {
        std::string message = in_quotes(value) + " is of dimension " + name(quantity.unit.dimension) + ", `" +
                              shown(target) + "` of dimension " + name(unit.dimension);
        const std::string hint = mix_up(unit.dimension, quantity.unit.dimension);
        throw InputError(hint.empty() ? message : message + "\n" + hint);
    }
    const double converted = quantity.value / unit.factor;
    // Fifteen digits: what two factors of a double can promise.
    const std::string number = readable(converted, 15);
    const Report report = {[&] {
                               Page page;
                               page.title = number + (target.empty() ? "" : " " + target);
                               return page;
                           },
                           [&] {
                               return Records{{"value", "unit"}, {{converted, target}}};
                           },
                           at_once([&] {
                               JsonWriter json;
                               json.begin_object().entry("value", converted).entry("unit", target);
                               return std::move(json.end_object()).take();
                           })};
    deliver(report, arguments, {}, io);
    return 0;
}

int run(const Arguments& arguments, Io& io) {
    if (arguments.one("ACTION", "list") == "convert") return convert(arguments, io);
    if (arguments.has("VALUE") || arguments.has("--to")) throw InputError("VALUE and --to go with `convert`");
    const Report report = {list_page, list_records,
                           at_once([] { return write_json_records(list_records()); })};
    deliver(report, arguments, {}, io);
    return 0;
}

constexpr Command command = {
    "units",
    "the units of the language, and conversions",
    "Prints the closed table of units, or converts a value. Each spelling has exactly one "
    "reading, and what has another dimension is never converted.",
    positionals,
    options,
    examples,
    run};

}  // namespace

const Command& units_command() {
    return command;
}

}  // namespace lca::cli
