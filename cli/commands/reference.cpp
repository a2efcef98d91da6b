#include "models/language/reference.hpp"
#include "cli/catalogue_page.hpp"
#include "cli/commands_page.hpp"
#include "cli/session_options.hpp"
#include "models/language/reference_page.hpp"
#include "models/language/schema.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view pages[] = {"language", "commands", "catalogue"};
constexpr Argument positionals[] = {{"PAGE", Takes::choice, {}, "which page; default language", pages}};
constexpr Example examples[] = {{"lca reference | less", "every key, unit and limit"},
                                {"lca reference commands", "every command with its options"},
                                {"lca reference catalogue", "what the catalogue holds, counted"}};

int run(const Arguments& arguments, Io& io) {
    if (arguments.one("PAGE") == "catalogue") {
        io.out(catalogue_page(embedded_catalogue()));
        return 0;
    }
    if (arguments.one("PAGE") == "commands") {
        io.out(commands_page());
        return 0;
    }
    io.out(reference_page(scenario_type(), common_keys(), language_rules(), language_tables()));
    return 0;
}

constexpr Command command = {
    "reference",
    "the language, all commands or the catalogue's contents, as a page to read",
    "Prints a page of the reference in Markdown: the language with its rules, keys, "
    "units and limits, the commands, or what the catalogue holds by kind, licence and age.",
    positionals,
    {},
    examples,
    run};

}  // namespace

const Command& reference_command() {
    return command;
}

}  // namespace lca::cli
