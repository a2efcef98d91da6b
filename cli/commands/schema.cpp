#include "analyses/language/language.hpp"
#include "cli/deliver.hpp"

namespace lca::cli {
namespace {

constexpr Argument options[] = {option::output};
constexpr Example examples[] = {
    {"lca schema --output lca.schema.json", "for an editor: it then completes keys and marks wrong ones"}};

int run(const Arguments& arguments, Io& io) {
    deliver_text(language_schema(), arguments, {}, io);
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
