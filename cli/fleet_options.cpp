#include "cli/fleet_options.hpp"

#include "cli/interrupt.hpp"
#include "cli/sweep_options.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view default_format = "csv";

FleetColumn column_of(const std::string& text) {
    Parsed<FleetColumn> parsed = FleetColumn::parse(text);
    if (auto* column = std::get_if<FleetColumn>(&parsed)) return std::move(*column);
    const TextFault& fault = std::get<TextFault>(parsed);
    throw InputError("--map `" + shown(text, 200) + "`: " + fault.message + "\nexpected " + fault.expected);
}

}  // namespace

FleetOptions fleet_options(const Arguments& arguments) {
    FleetOptions options;
    for (const std::string& text : arguments.all("--map")) options.map.push_back(column_of(text));
    if (options.map.empty()) throw InputError("--map is missing: it connects columns with paths");
    options.of = each_once(arguments, "--of");
    options.id = arguments.one("--id");
    for (const std::string& text : each_once(arguments, "--by")) options.by.push_back(FleetKey::parse(text));
    options.cluster = arguments.one("--cluster");
    options.shard = shard_of(arguments, default_format);
    options.strict = arguments.has("--strict");
    return options;
}

std::string table_name(const Arguments& arguments) {
    const std::string name(arguments.one("TABLE"));
    if (name != "-") return name;
    if (arguments.one("TEMPLATE") == "-")
        throw InputError("TEMPLATE and TABLE cannot both be standard input");
    for (const char* twice : {"--shard", "--cluster"}) {
        if (arguments.has(twice))
            throw InputError(std::string(twice) + " reads the table twice: name a file in place of -");
    }
    return "/dev/stdin";
}

int answer_fleet(PreparedFleet& fleet, const FleetOptions& options, Session& session,
                 const Arguments& arguments, Io& io) {
    RowsDelivered ended;
    try {
        ended = deliver_rows([&](GoesOn goes_on) { return report_of(fleet, std::move(goes_on)); },
                             options.shard.is_first(), arguments, session, io, default_format);
    } catch (const InputError&) {
        report_faults(session, arguments, io);
        throw;
    }
    report_faults(session, arguments, io);
    if (ended.signal != 0) {
        ended.report(readable(static_cast<double>(ended.done), 12) + " rows", io);
        throw Interrupted{ended.signal};
    }
    if (!arguments.has("--quiet")) io.err(write_text(fleet.summary(), {}));
    return 0;
}

}  // namespace lca::cli
