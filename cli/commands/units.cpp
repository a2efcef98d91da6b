#include "analyses/units/units.hpp"

#include "cli/deliver.hpp"
#include "lca/base/diagnostics.hpp"

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

int run(const Arguments& arguments, Io& io) {
    const std::vector<const Sources*> nothing_read;
    const bool has_value = arguments.has("VALUE");
    const bool has_unit = arguments.has("--to");
    if (arguments.one("ACTION", "list") == "convert") {
        if (!has_value)
            throw InputError("convert: give a value, as in `lca units convert \"3 MWh\" --to kWh`");
        std::optional<std::string> unit;
        if (has_unit) unit = arguments.one("--to");
        deliver(report_of(convert(arguments.one("VALUE"), unit)), arguments, nothing_read, io);
        return 0;
    }
    if (has_value || has_unit) throw InputError("VALUE and --to are allowed only with `convert`");
    deliver(report_of(list_units()), arguments, nothing_read, io);
    return 0;
}

constexpr Command command = {"units",
                             "the units of the language, and conversions",
                             "Prints the table of all units, or converts a value. Each spelling has exactly "
                             "one meaning, and values are never converted to another dimension.",
                             positionals,
                             options,
                             examples,
                             run,
                             Group::catalogue};

}  // namespace

const Command& units_command() {
    return command;
}

}  // namespace lca::cli
