#include "models/language/schema_json.hpp"

#include "cli/session_options.hpp"
#include "lca/base/file.hpp"
#include "models/language/schema.hpp"

namespace lca::cli {
namespace {

constexpr Argument options[] = {option::output};
constexpr Example examples[] = {
    {"lca schema --output lca.schema.json", "for an editor: it then completes keys and marks wrong ones"}};

int run(const Arguments& arguments, Io& io) {
    const std::string text = json_schema(scenario_type(), "lca scenario, version 1");
    if (arguments.has("--output")) {
        write_file(std::string(arguments.one("--output")), text);
    } else {
        io.out(text);
    }
    return 0;
}

constexpr Command command = {"schema",
                             "a JSON Schema of the scenario language",
                             "Prints a JSON Schema (draft 7) made from the tables that the reader uses. It "
                             "knows keys, kinds and closed "
                             "lists; units and ranges are checked by `lca validate`.",
                             {},
                             options,
                             examples,
                             run};

}  // namespace

const Command& schema_command() {
    return command;
}

}  // namespace lca::cli
