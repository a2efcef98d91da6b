#include "cli/man_page.hpp"

#include <cstdlib>

#include "lca/base/instant.hpp"

namespace lca::cli {
namespace {

/// A text that roff prints unchanged; also its hyphens, so that commands can be copied.
std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '\\':
                out += "\\e";
                break;
            case '-':
                out += "\\-";
                break;
            case '`':
                out += "\\(ga";
                break;
            case '\'':
                out += "\\(aq";
                break;
            case '"':
                out += "\\(dq";
                break;
            case '^':
                out += "\\(ha";
                break;
            case '~':
                out += "\\(ti";
                break;
            default:
                out += c;
        }
    }
    return out;
}

/// One line of output; roff would take a full stop at its beginning for a request.
std::string plain(std::string_view text) {
    return (text.starts_with('.') ? "\\&" : "") + escaped(text) + "\n";
}

/// A paragraph in which text between back quotes is bold.
std::string prose(std::string_view text) {
    std::string out;
    bool code = false;
    std::size_t from = 0;
    for (std::size_t tick; (tick = text.find('`', from)) != std::string_view::npos; from = tick + 1) {
        out += escaped(text.substr(from, tick - from)) + (code ? "\\fR" : "\\fB");
        code = !code;
    }
    out += escaped(text.substr(from));
    if (out.starts_with('.')) out.insert(0, "\\&");
    return out + "\n";
}

/// The day in SOURCE_DATE_EPOCH, in which builds state the date of their sources; "" if it is not set.
std::string source_day() {
    const char* const seconds = std::getenv("SOURCE_DATE_EPOCH");
    Instant instant;
    if (!seconds || !read_epoch_seconds(seconds, instant).empty()) return {};
    return to_text(instant).substr(0, std::string_view("2026-01-31").size());
}

std::string heading(std::string_view page) {
    std::string name;
    for (const char c : page) name += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return ".TH " + escaped(name) + " 1 \"" + source_day() + "\" \"" + escaped("lca " LCA_VERSION) +
           "\" \"User Commands\"\n";
}

std::string title(std::string_view name) {
    return ".SH " + std::string(name) + "\n";
}

/// An argument in a man page: what is typed literally in bold, what a value replaces in italics.
std::string tag(const Argument& argument) {
    const bool option = argument.name.starts_with('-');
    std::string text = (option ? "\\fB" : "\\fI") + escaped(argument.name) + "\\fR";
    if (!argument.value.empty()) text += " \\fI" + escaped(argument.value) + "\\fR";
    return ".TP\n" + text + "\n";
}

std::string arguments(std::string_view name, std::span<const Argument> list) {
    if (list.empty()) return {};
    std::string text = title(name);
    for (const Argument& argument : list) text += tag(argument) + prose(meaning(argument));
    return text;
}

std::string exit_status() {
    return title("EXIT STATUS") + prose(exit_codes() + ".");
}

std::string page_of(const Command& command) {
    return "lca-" + std::string(command.name);
}

}  // namespace

std::string man_page(const Command& command) {
    std::string text = heading(page_of(command));
    text += title("NAME") + plain(page_of(command) + " - " + std::string(command.summary));
    constexpr std::string_view prefix = "usage: ";
    text += title("SYNOPSIS") + plain(usage(command).substr(prefix.size()));
    text += title("DESCRIPTION") + prose(command.description);
    text += arguments("ARGUMENTS", command.positionals) + arguments("OPTIONS", command.options);
    if (!command.examples.empty()) text += title("EXAMPLES");
    for (const Example& example : command.examples)
        text += ".TP\n\\fB" + escaped(example.line) + "\\fR\n" + prose(example.does);
    return text + exit_status() + title("SEE ALSO") + ".BR lca (1)\n";
}

std::string man_page() {
    std::string text = heading("lca");
    text += title("NAME") + plain("lca - emissions of an AI system over its whole life, from one YAML file");
    text += title("SYNOPSIS") + plain("lca COMMAND [options] [arguments]") + ".br\n" +
            plain("lca COMMAND --help") + ".br\n" + plain("lca --version");
    text += title("DESCRIPTION") +
            prose(
                "What an AI system costs the climate: making its hardware (embodied), the power drawn while "
                "nothing is computed (idle), and the energy of training and inference (dynamic), in one "
                "calculation of one scenario. Results go to standard output, messages to standard error. "
                "`lca init my.yaml` writes a scenario that runs, `lca evaluate my.yaml` answers.");
    text += title("COMMANDS");
    for (const GroupTitle& group : group_titles()) {
        text += ".SS " + escaped(group.title) + "\n";
        for (const Command* command : commands()) {
            if (command->group != group.group) continue;
            text += ".TP\n.BR " + escaped(page_of(*command)) + " (1)\n" + prose(command->summary);
        }
    }
    text += exit_status();
    text += title("ENVIRONMENT") + ".TP\n.B NO_COLOR\n" +
            prose("Where it is set and not empty, answers on a terminal have no colours.");
    return text;
}

}  // namespace lca::cli
