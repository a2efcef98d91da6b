// Finds the command that the command line names, and runs it.
#include <vector>

#include "analyses/export/export.hpp"
#include "analyses/import/import.hpp"
#include "cli/command.hpp"
#include "cli/session_options.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/page/report.hpp"

namespace lca::cli {
namespace {

[[noreturn]] void unknown_command(const std::string& word) {
    std::vector<std::string_view> names;
    for (const Command* command : commands()) names.push_back(command->name);
    std::string text = "error: ";
    text += word[0] == '-' ? "unknown option `" : "unknown command `";
    text += shown(word) + "`\n";
    const std::optional<std::string> near = nearest(word, names);
    if (near) text += "did you mean `lca " + *near + "`?\n";
    throw InputError(text + "usage: lca COMMAND [options] [arguments]\nSee `lca --help`.");
}

}  // namespace

std::vector<std::string_view> choices_of(const Argument& argument) {
    std::vector<std::string_view> choices(argument.choices.begin(), argument.choices.end());
    if (argument.takes == Takes::log_format) return import_formats();
    if (argument.takes == Takes::export_form) return export_form_names();
    const bool has_rows = argument.takes == Takes::row_format,
               has_page = argument.takes == Takes::page_format;
    if (argument.takes != Takes::format && !has_rows && !has_page) return choices;
    for (const Format* format : formats()) {
        if (has_rows || !format->of_rows) choices.push_back(format->name);
    }
    if (has_page) choices.push_back("html");
    return choices;
}

const Command* find_command(std::string_view name) {
    for (const Command* command : commands()) {
        if (command->name == name) return command;
    }
    return nullptr;
}

int run(std::span<const std::string> words, Io& io) {
    if (words.empty()) {
        io.err(help());
        return 2;
    }
    const std::string& first = words.front();
    if (first == "--help" || first == "-h" || first == "help") {
        const Command* about = words.size() > 1 ? find_command(words[1]) : nullptr;
        if (words.size() > 1 && !about) unknown_command(words[1]);
        io.out(about ? help(*about) : help());
        return 0;
    }
    if (first == "--version") {
        io.out(version_line() + "\n");
        return 0;
    }
    const Command* command = find_command(first);
    if (!command) unknown_command(first.empty() ? std::string(" ") : first);
    const Arguments arguments = parse(*command, words.subspan(1));
    if (arguments.has("--help")) {
        io.out(help(*command));
        return 0;
    }
    return command->run(arguments, io);
}

}  // namespace lca::cli
