#include "cli/commands_page.hpp"

#include "cli/command.hpp"
#include "lca/page/report.hpp"

namespace lca::cli {
namespace {

void add_table(Page& page, std::string heading, std::span<const Argument> arguments) {
    if (arguments.empty()) return;
    Table table;
    table.columns = {{std::move(heading)}, {"meaning", false, true}};
    for (const Argument& argument : arguments) {
        Table::Row row;
        row.cells = {spelled(argument), meaning(argument)};
        table.rows.push_back(std::move(row));
    }
    page.table(std::move(table));
}

/// The examples of a command as a code block, in which nothing is taken for markup.
std::string examples_of(const Command& command) {
    if (command.examples.empty()) return {};
    std::string text = "\n```sh\n";
    for (const Example& example : command.examples) {
        text += "# " + std::string(example.does) + "\n" + std::string(example.line) + "\n";
    }
    return text + "```\n";
}

std::string command_section(const Command& command) {
    Page page;
    page.heading("lca " + std::string(command.name));
    page.paragraph(std::string(command.description));
    std::string text = write_markdown(page);
    text += "\n```text\n" + usage(command) + "\n```\n";
    Page tables;
    add_table(tables, "argument", command.positionals);
    add_table(tables, "option", command.options);
    return text + write_markdown(tables) + examples_of(command);
}

}  // namespace

std::string commands_page() {
    std::string text =
        "# The commands\n\n"
        "Made by `lca reference commands` from the tables that the program reads its arguments by.\n\n"
        "Results go to standard output, messages to standard error. Exit codes: " +
        exit_codes() +
        ".\n`lca --help` lists the commands, `lca COMMAND --help` explains one, `lca --version` names the "
        "version and the\n"
        "digest of the catalogue. `lca reference man` prints the list, `lca reference man COMMAND` one "
        "command, as "
        "a page of the\n"
        "manual (`man -l`).\n";
    for (const Command* command : commands()) text += command_section(*command);
    return text;
}

}  // namespace lca::cli
