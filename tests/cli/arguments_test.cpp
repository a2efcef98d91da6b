// The words after a command's name, read by its table.
#include "cli/arguments.hpp"

#include <doctest/doctest.h>

#include "cli/command.hpp"
#include "lca/base/diagnostics.hpp"

using namespace lca::cli;

namespace {

constexpr std::string_view colours[] = {"red", "blue"};
constexpr Argument options[] = {{"--set", Takes::text, "PATH=VALUE", "sets", {}, true},
                                {"--colour", Takes::choice, "NAME", "a colour", colours},
                                {"--quiet", Takes::nothing, {}, "no warnings"}};
constexpr Argument positionals[] = {{"FILE", Takes::file, {}, "a file", {}, false, true}};
const Command command = {"paint", "paints", "Paints.", positionals, options, {}, nullptr};

Arguments read(std::vector<std::string> words) {
    return parse(command, words);
}

}  // namespace

TEST_CASE("options and positionals are found by the names of the table, in any order") {
    const Arguments arguments = read({"--set", "a=1", "f.yaml", "--quiet", "--set=b=2", "--colour", "blue"});
    CHECK(arguments.one("FILE") == "f.yaml");
    CHECK(arguments.has("--quiet"));
    CHECK(arguments.one("--colour") == "blue");
    REQUIRE(arguments.all("--set").size() == 2);
    CHECK(arguments.all("--set")[0] == "a=1");
    CHECK(arguments.all("--set")[1] == "b=2");
    CHECK(arguments.one("--none", "otherwise") == "otherwise");
}

TEST_CASE("after `--` everything is a positional; `-` is one") {
    CHECK(read({"--", "--quiet"}).one("FILE") == "--quiet");
    CHECK(read({"-"}).one("FILE") == "-");
}

TEST_CASE("`--help` beats every fault before `--`") {
    const Arguments arguments = read({"--nonsense", "--help"});
    CHECK(arguments.has("--help"));
    CHECK_FALSE(arguments.has("FILE"));
}

TEST_CASE("faults name what was expected and the nearest option") {
    CHECK_THROWS_WITH_AS(read({}), doctest::Contains("FILE"), lca::InputError);
    CHECK_THROWS_WITH_AS(read({"a", "b"}), doctest::Contains("usage: lca paint"), lca::InputError);
    CHECK_THROWS_WITH_AS(read({"a", "--colur", "red"}), doctest::Contains("--colour"), lca::InputError);
    CHECK_THROWS_WITH_AS(read({"a", "--colour", "green"}), doctest::Contains("red"), lca::InputError);
    CHECK_THROWS_WITH_AS(read({"a", "--colour"}), doctest::Contains("--colour"), lca::InputError);
    CHECK_THROWS_AS(read({"a", "--colour", "red", "--colour", "blue"}), lca::InputError);
}
