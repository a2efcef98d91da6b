#include "models/scenario/reference.hpp"
#include "cli/shared.hpp"
#include "lca/report/reference_page.hpp"
#include "models/scenario/schema.hpp"

namespace lca::cli {
namespace {

constexpr Example examples[] = {{"lca reference | less", "every key, unit and limit"}};

int run(const Arguments&, Io& io) {
    io.out(reference_page(scenario_type(), common_keys(), language_rules(), language_tables()));
    return 0;
}

constexpr Command command = {
    "reference",
    "the whole scenario language, as a page to read",
    "Prints the reference page of the language in Markdown: rules, keys with examples, units and limits.",
    {},
    {},
    examples,
    run};

}  // namespace

const Command& reference_command() {
    return command;
}

}  // namespace lca::cli
