// Makes the help from the tables of commands.
#include <algorithm>

#include "cli/command.hpp"
#include "lca/page/text_block.hpp"

namespace lca::cli {
namespace {

constexpr std::size_t width = 80;

constexpr GroupTitle titles[] = {{Group::start, "start"},
                                 {Group::ask, "ask"},
                                 {Group::compare, "compare"},
                                 {Group::measure, "measure"},
                                 {Group::catalogue, "catalogue and units"},
                                 {Group::papers, "papers and ratings"}};

/// One entry of the help, in two columns: what to type, and what it does.
void entry(std::string& out, std::string_view left, std::string_view right, std::size_t column) {
    std::string line = "  " + std::string(left);
    if (line.size() + 2 > column) {
        out += line + "\n";
        line.clear();
    }
    for (const std::string& part : wrapped(right, width - column)) {
        out += padded(line, column) + part + "\n";
        line.clear();
    }
}

std::size_t column_for(std::size_t max_width) {
    return std::min<std::size_t>(max_width + 4, 26);
}

void section(std::string& out, std::string_view title, std::span<const Argument> arguments,
             std::size_t column) {
    if (arguments.empty()) return;
    out += "\n" + std::string(title) + "\n";
    for (const Argument& argument : arguments) {
        entry(out, spelled(argument), meaning(argument), column);
    }
}

void paragraph(std::string& out, std::string_view text) {
    for (const std::string& line : wrapped(text, width)) out += line + "\n";
}

}  // namespace

std::span<const GroupTitle> group_titles() {
    return titles;
}

std::string exit_codes() {
    return "0 done, 1 a check did not hold (`replicate`, `card`, `check`), 2 bad input or usage, 3 a file "
           "could not be read or written, 70 a fault of the program itself, 130 interrupted, 129 and 143 "
           "hung up and terminated";
}

std::string spelled(const Argument& argument) {
    std::string text(argument.name);
    if (!argument.value.empty()) text += " " + std::string(argument.value);
    return text;
}

std::string meaning(const Argument& argument) {
    std::string text(argument.help);
    std::string choices;
    for (const std::string_view choice : choices_of(argument))
        choices += (choices.empty() ? "" : ", ") + std::string(choice);
    if (!choices.empty()) text += " (" + choices + ")";
    if (argument.repeatable) text += "; may be repeated";
    return text;
}

std::string usage(const Command& command) {
    std::string text = "usage: lca " + std::string(command.name);
    if (!command.options.empty()) text += " [options]";
    for (const Argument& positional : command.positionals) {
        std::string word(positional.name);
        if (positional.repeatable) word += "...";
        text += positional.required ? " " + word : " [" + word + "]";
    }
    return text;
}

std::string help(const Command& command) {
    std::string out = usage(command) + "\n\n";
    paragraph(out, command.description);
    std::size_t max_width = 0;
    for (const auto* arguments : {&command.positionals, &command.options}) {
        for (const Argument& one : *arguments) max_width = std::max(max_width, spelled(one).size());
    }
    const std::size_t column = column_for(max_width);
    section(out, "arguments", command.positionals, column);
    section(out, "options", command.options, column);
    if (!command.examples.empty()) out += "\nexamples\n";
    for (const Example& example : command.examples) {
        out += "  " + std::string(example.line) + "\n";
        for (const std::string& line : wrapped(example.does, width - 6)) out += "      " + line + "\n";
    }
    return out;
}

std::string help() {
    std::string out =
        "lca: embodied, idle and dynamic emissions of an AI system, from one YAML file\n\n"
        "usage: lca COMMAND [options] [arguments]\n";
    std::size_t max_width = 0;
    for (const Command* command : commands()) max_width = std::max(max_width, command->name.size());
    for (const auto& [group, title] : titles) {
        out += "\n" + std::string(title) + "\n";
        for (const Command* command : commands()) {
            if (command->group == group) entry(out, command->name, command->summary, column_for(max_width));
        }
    }
    out +=
        "\nlca COMMAND --help explains a command; lca --version names the version and\n"
        "the catalogue. To start: lca init my.yaml, then lca evaluate my.yaml\n\n"
        "exit codes: 0 done, 1 a check did not hold (replicate, card, check), 2 bad\n"
        "input or usage, 3 a file could not be read or written\n";
    return out;
}

}  // namespace lca::cli
