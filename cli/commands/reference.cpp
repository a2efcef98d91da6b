#include "analyses/catalogue/inventory_page.hpp"
#include "analyses/language/language.hpp"
#include "cli/commands_page.hpp"
#include "cli/man_page.hpp"
#include "cli/session_options.hpp"
#include "lca/base/text.hpp"
#include "models/catalog/embedded.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view pages[] = {"language", "commands", "catalogue", "man"};
constexpr Argument positionals[] = {
    {"PAGE", Takes::choice, {}, "which page; default language", pages},
    {"COMMAND",
     Takes::text,
     {},
     "of the page man: whose manual page to print; default a list of all commands"}};
constexpr Example examples[] = {
    {"lca reference | less", "every key, unit and limit"},
    {"lca reference commands", "every command with its options"},
    {"lca reference catalogue", "number of catalogue entries by kind"},
    {"lca reference man evaluate | man -l -", "a command, as a page of the manual"}};

std::string man_page_of(std::string_view name) {
    if (name.empty()) return man_page();
    if (const Command* command = find_command(name)) return man_page(*command);
    throw InputError("there is no command `" + shown(name) + "`: `lca --help` lists them");
}

int run(const Arguments& arguments, Io& io) {
    const std::string_view page = arguments.one("PAGE", "language");
    const std::string_view name = arguments.one("COMMAND");
    if (!name.empty() && page != "man") throw InputError("only the page `man` takes a COMMAND");
    io.out(page == "man"         ? man_page_of(name)
           : page == "catalogue" ? inventory_page(embedded_catalogue())
           : page == "commands"  ? commands_page()
                                 : language_reference());
    return 0;
}

constexpr Command command = {"reference",
                             "the language, the commands or the catalogue's contents, as a page to read",
                             "Prints a page of the reference in Markdown: the language with its rules, keys, "
                             "units and limits, the commands, or the contents of the catalogue by kind, "
                             "licence and age; or a page of the manual of Unix in its own markup.",
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
