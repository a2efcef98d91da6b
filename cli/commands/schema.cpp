#include "analyses/language/language.hpp"
#include "cli/deliver.hpp"
#include "cli/session_options.hpp"

namespace lca::cli {
namespace {

constexpr Argument options[] = {option::output, option::hardware_db};
constexpr Example examples[] = {
    {"lca schema --output lca.schema.json", "for an editor, which then completes keys and marks errors"}};

int run(const Arguments& arguments, Io& io) {
    const std::unique_ptr<Session> session = open_session(arguments);
    if (report_faults(*session, arguments, io) != 0) return 2;
    deliver_text(language_schema(*session), arguments, {}, io);
    return 0;
}

constexpr Command command = {
    "schema",
    "a JSON Schema of the scenario language",
    "Prints a JSON Schema (draft 7) made from the tables that the reader uses. It "
    "knows keys, kinds, closed lists, the spellings of units, and the names of hardware and "
    "grids; dimensions and ranges are checked by `lca validate`.",
    {},
    options,
    examples,
    run,
    Group::start};

}  // namespace

const Command& schema_command() {
    return command;
}

}  // namespace lca::cli
