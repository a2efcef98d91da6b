// The only file that uses CLI11. Only the options of the named command are declared, because declaring those
// of all commands would take most of the time.
#include "cli/arguments.hpp"

#include <CLI/CLI.hpp>
#include <algorithm>

#include "cli/command.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace lca::cli {
namespace {

constexpr std::string_view help_option = "--help";

bool asks_for_help(std::span<const std::string> words) {
    for (const std::string& word : words) {
        if (word == "--") return false;
        if (word == help_option || word == "-h") return true;
    }
    return false;
}

[[noreturn]] void refuse(const Command& command, const std::string& message, const std::string& hint = {}) {
    std::string text = "error: " + message + "\n";
    if (!hint.empty()) text += hint + "\n";
    throw InputError(text + usage(command) + "\nSee `lca " + std::string(command.name) + " --help`.");
}

std::string nearest_option(const Command& command, std::string_view word) {
    std::vector<std::string_view> names = {help_option};
    for (const Argument& option : command.options) names.push_back(option.name);
    return did_you_mean(word.substr(0, word.find('=')), names);
}

/// The message "--by needs a value: KEY".
std::string missing_value(const Command& command, const std::string& name) {
    for (const Argument& option : command.options) {
        if (option.name == name) return name + " needs a value: " + std::string(option.value);
    }
    return shown(name) + " needs a value";
}

/// What is wrong with a value of an argument that has a fixed list, with the nearest allowed value; else "".
std::string check_choice(const Argument& argument, const std::string& value) {
    const std::vector<std::string_view> choices = choices_of(argument);
    if (std::find(choices.begin(), choices.end(), value) != choices.end()) return {};
    const std::vector<std::string> known(choices.begin(), choices.end());
    std::string near = did_you_mean(value, choices);
    const bool can_search = std::find(choices.begin(), choices.end(), "search") != choices.end();
    if (near.empty() && can_search) near = "`search " + shown(value) + "` looks for it";
    return in_quotes(value) + " is not a value of " + std::string(argument.name) +
           "\nexpected: " + listed(known, "or") + (near.empty() ? "" : "; " + near);
}

CLI::Option* declare(CLI::App& app, const Argument& argument) {
    const std::string name(argument.name);
    if (argument.takes == Takes::nothing)
        return app.add_flag(name)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    CLI::Option* option = app.add_option(name);
    option->type_size(1)->required(argument.required);
    if (!choices_of(argument).empty())
        option->check([&argument](const std::string& value) { return check_choice(argument, value); });
    const bool positional = argument.name[0] != '-';
    if (positional && argument.repeatable) {
        option->expected(1, CLI::detail::expected_max_vector_size)->allow_extra_args();
    } else {
        // One value for each occurrence; take() checks how many there are.
        option->expected(1)->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
        if (!positional) option->allow_extra_args(false);
    }
    return option;
}

void take(const Command& command, const Argument& argument, const CLI::Option& option, Arguments& result) {
    if (option.count() == 0) return;
    if (argument.takes == Takes::nothing) {
        result.add(argument.name, {});
        return;
    }
    std::vector<std::string> values = option.results();
    if (!argument.repeatable && values.size() > 1)
        refuse(command, std::string(argument.name) + " may be given only once");
    result.add(argument.name, std::move(values));
}

/// Reports an unknown option before other errors, which it may cause: its value was taken for an argument.
void refuse_extras(const Command& command, const CLI::App& app) {
    if (app.remaining_size() == 0) return;  // does not count `--`, which remaining() contains
    const std::string word = app.remaining().front();
    if (word.size() > 1 && word[0] == '-')
        refuse(command, "unknown option `" + shown(word) + "`", nearest_option(command, word));
    refuse(command, "`" + shown(word) + "` is one argument too many");
}

/// Reports CLI11's "FILE is required" and "--format: FAULT" in the words of this program.
[[noreturn]] void refuse_value(const Command& command, const CLI::ParseError& error) {
    const std::string said = error.what();
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::RequiredError))
        refuse(command, "missing " + said.substr(0, said.find(' ')));
    if (error.get_exit_code() == static_cast<int>(CLI::ExitCodes::ValidationError))
        refuse(command, said.substr(said.find(": ") + 2));
    refuse(command, shown(said, 200));
}

}  // namespace

std::span<const std::string> Arguments::all(std::string_view name) const {
    const auto found = values_.find(name);
    return found == values_.end() ? std::span<const std::string>()
                                  : std::span<const std::string>(found->second);
}

std::string_view Arguments::one(std::string_view name, std::string_view otherwise) const {
    const std::span<const std::string> values = all(name);
    return values.empty() ? otherwise : std::string_view(values.back());
}

void Arguments::add(std::string_view name, std::vector<std::string> values) {
    values_[std::string(name)] = std::move(values);
}

Arguments parse(const Command& command, std::span<const std::string> words) {
    Arguments result;
    if (asks_for_help(words)) {
        result.add(help_option, {});
        return result;
    }
    CLI::App app;
    app.set_help_flag();
    std::vector<std::pair<const Argument*, CLI::Option*>> declared;
    for (const Argument& one : command.options) declared.emplace_back(&one, declare(app, one));
    for (const Argument& one : command.positionals) declared.emplace_back(&one, declare(app, one));
    try {
        app.parse(std::vector<std::string>(words.rbegin(), words.rend()));  // CLI11 expects reverse order
    } catch (const CLI::ArgumentMismatch& error) {
        const std::string said = error.what();  // such as "--by: 1 required  missing"
        refuse(command, missing_value(command, said.substr(0, said.find(':'))));
    } catch (const CLI::ParseError& error) {
        refuse_extras(command, app);
        refuse_value(command, error);
    }
    for (const auto& [argument, option] : declared) take(command, *argument, *option, result);
    return result;
}

}  // namespace lca::cli
