// What holds for every command: its table is whole, and the parser takes every example of its help.
#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "analyses/import/import.hpp"
#include "cli/command.hpp"
#include "lca/base/diagnostics.hpp"

using namespace lca::cli;

namespace {

/// The words of a line as a shell would split it, quotes included; up to a pipe, a redirection or the end of
/// a substitution.
std::vector<std::string> words_of(std::string_view line) {
    std::vector<std::string> words;
    std::string word;
    char quote = 0;
    bool inside = false;
    const auto end_word = [&] {
        if (inside) words.push_back(word);
        word.clear();
        inside = false;
    };
    for (const char c : line) {
        if (quote) {
            if (c == quote)
                quote = 0;
            else
                word += c;
        } else if (c == '\'' || c == '"') {
            quote = c;
            inside = true;
        } else if (c == '|' || c == '>' || c == ')') {
            break;
        } else if (c == ' ') {
            end_word();
        } else {
            word += c;
            inside = true;
        }
    }
    end_word();
    return words;
}

}  // namespace

TEST_CASE("the parser takes every example of every command") {
    for (const Command* command : commands()) {
        CHECK_MESSAGE(!command->examples.empty(), command->name);
        for (const Example& example : command->examples) {
            CAPTURE(example.line);
            const std::size_t start = example.line.find("lca ");
            REQUIRE(start != example.line.npos);
            const std::vector<std::string> words = words_of(example.line.substr(start));
            const Command* shown = find_command(words.at(1));
            REQUIRE(shown);
            CHECK_NOTHROW(parse(*shown, std::span(words).subspan(2)));
        }
    }
}

TEST_CASE("names of commands rise, a summary is one line without a full stop, every argument has a help") {
    std::string_view before;
    for (const Command* command : commands()) {
        CAPTURE(command->name);
        CHECK(before < command->name);
        before = command->name;
        CHECK(find_command(command->name) == command);
        CHECK(command->summary.find('\n') == command->summary.npos);
        CHECK(command->summary.back() != '.');
        CHECK(command->description.back() == '.');
        std::set<std::string_view> seen;
        for (const auto& table : {command->positionals, command->options}) {
            for (const Argument& argument : table) {
                CHECK_MESSAGE(seen.insert(argument.name).second, argument.name);
                CHECK_MESSAGE(!argument.help.empty(), argument.name);
            }
        }
    }
    CHECK(find_command("nothing") == nullptr);
}

TEST_CASE("import offers every format of logs there is") {
    const Command* const command = find_command("import");
    REQUIRE(command != nullptr);
    const auto from = std::find_if(command->options.begin(), command->options.end(),
                                   [](const Argument& option) { return option.name == "--from"; });
    REQUIRE(from != command->options.end());
    CHECK(choices_of(*from) == lca::import_formats());
}
