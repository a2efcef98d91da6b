#include "cli/completions.hpp"

#include "cli/command.hpp"

namespace lca::cli {
namespace {

std::string joined(const std::vector<std::string>& words) {
    std::string text;
    for (const std::string& word : words) text += (text.empty() ? "" : " ") + word;
    return text;
}

std::string joined(std::span<const std::string_view> words) {
    return joined(std::vector<std::string>(words.begin(), words.end()));
}

std::string command_names() {
    std::vector<std::string> names;
    for (const Command* command : commands()) names.emplace_back(command->name);
    return joined(names);
}

std::string option_names(const Command& command) {
    std::vector<std::string> names = {"--help"};
    for (const Argument& option : command.options) names.emplace_back(option.name);
    return joined(names);
}

/// A text in single quotes, which all shells take literally.
std::string quoted(std::string_view text) {
    std::string out = "'";
    for (const char c : text) {
        if (c == '\'') {
            out += "'\\''";
        } else {
            out += c;
        }
    }
    return out + "'";
}

/// The shell variable with the ids of this kind; "" if there is none.
std::string_view variable_of(Takes takes) {
    switch (takes) {
        case Takes::hardware:
            return "hardware";
        case Takes::grid:
            return "grids";
        case Takes::datacentre:
            return "datacentres";
        case Takes::task:
            return "tasks";
        default:
            return {};
    }
}

/// Options of `compgen` for the candidates of an argument, in bash and zsh.
std::string compgen(const Argument& argument) {
    const std::vector<std::string_view> choices = choices_of(argument);
    if (!choices.empty()) return "-W '" + joined(choices) + "'";
    if (argument.takes == Takes::file) return "-f";
    if (argument.takes == Takes::folder) return "-d";
    const std::string_view variable = variable_of(argument.takes);
    return variable.empty() ? std::string() : "-W \"$lca_" + std::string(variable) + "\"";
}

std::string positional_words(const Command& command) {
    std::string words;
    for (const Argument& positional : command.positionals) {
        const std::string one = compgen(positional);
        if (one.empty()) continue;
        words += " $(compgen " + one + " -- \"$word\")";
    }
    return words;
}

std::string bash_case(const Command& command) {
    std::string out = "    " + std::string(command.name) + ")\n        case \"$before\" in\n";
    for (const Argument& option : command.options) {
        if (option.takes == Takes::nothing) continue;
        const std::string words = compgen(option);
        out += "        " + std::string(option.name) + ") ";
        out += words.empty() ? "COMPREPLY=(); return;;\n"
                             : "COMPREPLY=($(compgen " + words + " -- \"$word\")); return;;\n";
    }
    out += "        esac\n        if [[ $word == -* ]]; then\n            COMPREPLY=($(compgen -W '" +
           option_names(command) + "' -- \"$word\"))\n        else\n            COMPREPLY=(" +
           positional_words(command) + ")\n        fi;;\n";
    return out;
}

std::string id_variables(const Ids& ids) {
    return "    local lca_hardware=" + quoted(joined(ids.hardware)) +
           "\n    local lca_grids=" + quoted(joined(ids.grids)) +
           "\n    local lca_datacentres=" + quoted(joined(ids.datacentres)) +
           "\n    local lca_tasks=" + quoted(joined(ids.tasks)) + "\n";
}

}  // namespace

std::string bash_completions(const Ids& ids) {
    std::string out =
        "# bash completion of lca: put it where bash-completion looks, or source it.\n_lca() {\n" +
        id_variables(ids) +
        "    local word=\"${COMP_WORDS[COMP_CWORD]}\" before=\"${COMP_WORDS[COMP_CWORD-1]}\"\n"
        "    if ((COMP_CWORD == 1)); then\n        COMPREPLY=($(compgen -W '" +
        command_names() +
        " --help --version' -- \"$word\"))\n        return\n    fi\n"
        "    case \"${COMP_WORDS[1]}\" in\n";
    for (const Command* command : commands()) out += bash_case(*command);
    return out + "    esac\n}\ncomplete -o filenames -F _lca lca\n";
}

std::string zsh_completions(const Ids& ids) {
    // zsh uses the function for bash, so that there is only one.
    return "#compdef lca\nautoload -U +X bashcompinit && bashcompinit\n" + bash_completions(ids);
}

namespace {

const std::vector<std::string>* ids_of(const Ids& ids, Takes takes) {
    switch (takes) {
        case Takes::hardware:
            return &ids.hardware;
        case Takes::grid:
            return &ids.grids;
        case Takes::datacentre:
            return &ids.datacentres;
        case Takes::task:
            return &ids.tasks;
        default:
            return nullptr;
    }
}

/// The options by which fish finds the candidates of an argument: " -a 'json text'", " -F" for files; "" if
/// there are none.
std::string fish_candidates(const Argument& argument, const Ids& ids) {
    const std::vector<std::string_view> choices = choices_of(argument);
    if (!choices.empty()) return " -a " + quoted(joined(choices));
    if (const auto* known = ids_of(ids, argument.takes)) return " -a " + quoted(joined(*known));
    if (argument.takes == Takes::folder) return " -a '(__fish_complete_directories)'";
    return argument.takes == Takes::file ? " -F" : "";
}

}  // namespace

std::string fish_completions(const Ids& ids) {
    std::string out = "# fish completion of lca\ncomplete -c lca -f\n";
    for (const Command* command : commands()) {
        const std::string name(command->name);
        out +=
            "complete -c lca -n __fish_use_subcommand -a " + name + " -d " + quoted(command->summary) + "\n";
        const std::string here = "complete -c lca -n '__fish_seen_subcommand_from " + name + "' ";
        for (const Argument& option : command->options) {
            out += here + "-l " + std::string(option.name.substr(2)) + " -d " + quoted(option.help);
            if (option.takes != Takes::nothing) out += " -r" + fish_candidates(option, ids);
            out += "\n";
        }
        for (const Argument& positional : command->positionals) {
            const std::string words = fish_candidates(positional, ids);
            if (!words.empty()) out += here + words.substr(1) + "\n";
        }
    }
    return out;
}

}  // namespace lca::cli
