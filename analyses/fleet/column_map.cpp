// Parses the option values of `--map` and `--by`.
#include "analyses/fleet/fleet.hpp"
#include "lca/base/text.hpp"
#include "lca/document/csv_reader.hpp"

namespace lca {

Parsed<FleetColumn> FleetColumn::parse(std::string_view text) {
    constexpr std::string_view form =
        "COLUMN=PATH [UNIT], such as `energy=activities.job.dynamic.energy [kWh]`";
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos)
        return TextFault{0, text.size(), "there is no `=`", std::string(form)};
    const HeadingText heading = split_heading(trimmed(text.substr(equals + 1)));
    FleetColumn column{std::string(trimmed(text.substr(0, equals))), std::string(heading.name),
                       std::string(heading.unit)};
    if (column.column.empty()) return TextFault{0, equals, "no column is named", std::string(form)};
    if (column.path.empty())
        return TextFault{equals, text.size() - equals, "no path is named", std::string(form)};
    return column;
}

FleetKey FleetKey::parse(std::string_view text) {
    constexpr std::string_view month = ":month";
    if (!text.ends_with(month)) return {std::string(text)};
    return {std::string(text.substr(0, text.size() - month.size())), true};
}

}  // namespace lca
