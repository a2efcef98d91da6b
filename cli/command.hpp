#pragma once
// A subcommand as a table: what it takes, and the function that runs it. The parser's options, the help, the
// completions and the reference page are all made from it.

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "cli/arguments.hpp"
#include "cli/io.hpp"

namespace lca::cli {

/// The kind of value of an argument, offered by completions.
enum class Takes : unsigned char {
    nothing,
    text,
    number,
    file,
    folder,
    choice,
    format,
    row_format,   // the same, for a command whose answer is rows
    page_format,  // the same, for a command whose answer has a page for a browser
    log_format,   // of logs that other tools wrote
    export_form,
    hardware,
    grid,
    datacentre,
    task
};

/// An option ("--format") or a positional argument ("FILE").
struct Argument {
    std::string_view name;
    Takes takes = Takes::nothing;
    std::string_view value = {};  // of an option: what its value is called in the help, "PATH=VALUE"
    std::string_view help = {};
    std::span<const std::string_view> choices = {};
    bool repeatable = false;
    bool required = false;
};

/// The values of an argument that has a closed list of them: its own, or the formats there are. Empty where
/// any text is allowed.
std::vector<std::string_view> choices_of(const Argument& argument);

/// "--set PATH=VALUE" and "FILE": an argument as the usage writes it.
std::string spelled(const Argument& argument);
/// The help of an argument, with its choices and whether it may be repeated.
std::string meaning(const Argument& argument);

/// A command line that is shown in the help, and what it does.
struct Example {
    std::string_view line;  // "lca evaluate training.yaml --set sites.idris.pue=1.2"
    std::string_view does;
};

/// Under which heading the list of commands names one.
enum class Group : unsigned char { start, ask, compare, measure, catalogue, papers };
struct GroupTitle {
    Group group;
    std::string_view title;
};
/// The headings of the groups, in the order they are listed.
std::span<const GroupTitle> group_titles();

struct Command {
    std::string_view name;
    std::string_view summary;      // one line, no full stop
    std::string_view description;  // a paragraph
    std::span<const Argument> positionals = {};
    std::span<const Argument> options = {};
    std::span<const Example> examples = {};
    /// Returns 0: done; 1: ran, but a check failed (replicate); 2: bad input, already reported on stderr.
    /// Throws InputError (2) and FileError (3).
    int (*run)(const Arguments& arguments, Io& io) = nullptr;
    Group group = Group::ask;
};

/// All commands, in alphabetical order (generated from the files in cli/commands).
std::span<const Command* const> commands();
const Command* find_command(std::string_view name);

/// `lca --help`, and `lca NAME --help`.
std::string help();
std::string help(const Command& command);
/// "usage: lca evaluate [options] FILE".
std::string usage(const Command& command);
/// "0 done, 1 a check did not hold …": every exit code, as one sentence without its full stop.
std::string exit_codes();

/// Runs a command line without the program's name; returns the exit code. Throws what Command::run throws.
int run(std::span<const std::string> words, Io& io);

}  // namespace lca::cli
