#pragma once
// A command as a table: its arguments, and the function that runs it. Parser, help, completions and reference
// page are made from it.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/io.hpp"

namespace lca::cli {

/// What the value of an argument is, for completions.
enum class Takes : unsigned char {
    nothing,
    text,
    number,
    file,
    folder,
    choice,
    format,
    row_format,   // a format of a command whose result consists of rows
    page_format,  // a format of a command whose result also has an HTML page
    log_format,   // a format of logs from other tools
    export_form,
    hardware,
    grid,
    datacentre,
    task
};

/// An option ("--format") or a positional argument ("FILE") of a command.
struct Argument {
    std::string_view name;
    Takes takes = Takes::nothing;
    std::string_view value = {};  // the name of an option's value in the help, "PATH=VALUE"
    std::string_view help = {};
    std::span<const std::string_view> choices = {};
    bool repeatable = false;
    bool required = false;
};

/// The allowed values of an argument, if there is a fixed list of them (also formats). Empty if any text is
/// allowed.
std::vector<std::string_view> choices_of(const Argument& argument);

/// An argument as the usage shows it: "--set PATH=VALUE" or "FILE".
std::string spelled(const Argument& argument);
/// The help text of an argument, with its allowed values and whether it may be repeated.
std::string meaning(const Argument& argument);

/// A command line shown in the help, and what it does.
struct Example {
    std::string_view line;  // such as "lca evaluate training.yaml --set sites.idris.pue=1.2"
    std::string_view does;
};

/// The group of commands to which a command belongs in the list of commands.
enum class Group : unsigned char { start, ask, compare, measure, catalogue, papers };
struct GroupTitle {
    Group group;
    std::string_view title;
};
/// The groups and their headings, in the order of the list of commands.
std::span<const GroupTitle> group_titles();

struct Command {
    std::string_view name;
    std::string_view summary;      // one line without a full stop
    std::string_view description;  // one paragraph
    std::span<const Argument> positionals = {};
    std::span<const Argument> options = {};
    std::span<const Example> examples = {};
    /// Returns the exit code: 0 for success; 1 if a check failed (as in `replicate`); 2 for wrong input,
    /// which was reported to standard error. Throws InputError (exit code 2) and FileError (3).
    int (*run)(const Arguments& arguments, Io& io) = nullptr;
    Group group = Group::ask;
};

/// All commands in alphabetical order (generated from the files in cli/commands).
std::span<const Command* const> commands();
const Command* find_command(std::string_view name);

/// The output of `lca --help`, and of `lca NAME --help`.
std::string help();
std::string help(const Command& command);
/// The usage line: "usage: lca evaluate [options] FILE".
std::string usage(const Command& command);
/// All exit codes in one sentence without a full stop: "0 done, 1 a check did not hold …".
std::string exit_codes();

/// Runs a command line without the program's name; returns the exit code. Throws what Command::run throws.
int run(std::span<const std::string> words, Io& io);

}  // namespace lca::cli
