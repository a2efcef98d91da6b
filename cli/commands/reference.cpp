#include "analyses/catalogue/inventory_page.hpp"
#include "analyses/language/language.hpp"
#include "cli/commands_page.hpp"
#include "cli/session_options.hpp"
#include "models/catalog/embedded.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view pages[] = {"language", "commands", "catalogue"};
constexpr Argument positionals[] = {{"PAGE", Takes::choice, {}, "which page; default language", pages}};
constexpr Example examples[] = {{"lca reference | less", "every key, unit and limit"},
                                {"lca reference commands", "every command with its options"},
                                {"lca reference catalogue", "what the catalogue holds, counted"}};

int run(const Arguments& arguments, Io& io) {
    const std::string_view page = arguments.one("PAGE", "language");
    io.out(page == "catalogue"  ? inventory_page(embedded_catalogue())
           : page == "commands" ? commands_page()
                                : language_reference());
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
    run,
    Group::start};

}  // namespace

const Command& reference_command() {
    return command;
}

}  // namespace lca::cli
