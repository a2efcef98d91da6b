// Pages of the manual: whole, and of letters that roff leaves as they are. How they look is tested in
// tests/packaging.
#include "cli/man_page.hpp"

#include <doctest/doctest.h>

#include <cstdlib>

using namespace lca::cli;

namespace {

constexpr Argument positionals[] = {{"FILE", Takes::file, {}, "what to read", {}, false, true}};
constexpr Argument options[] = {
    {"--set", Takes::text, "PATH=VALUE", "a `code` and 'quotes' ~ ^ \\ end", {}, true}};
constexpr Example examples[] = {{".lca x --set a=b", "does it"}};
constexpr Command command = {"try-it", "a summary", ".begins with a stop", positionals, options,
                             examples, nullptr};

}  // namespace

TEST_CASE("man page: one command, from its table") {
    ::unsetenv("SOURCE_DATE_EPOCH");
    CHECK(man_page(command) == ".TH LCA\\-TRY\\-IT 1 \"\" \"lca " LCA_VERSION
                               "\" \"User Commands\"\n"
                               ".SH NAME\nlca\\-try\\-it \\- a summary\n"
                               ".SH SYNOPSIS\nlca try\\-it [options] FILE\n"
                               ".SH DESCRIPTION\n\\&.begins with a stop\n"
                               ".SH ARGUMENTS\n.TP\n\\fIFILE\\fR\nwhat to read\n"
                               ".SH OPTIONS\n.TP\n\\fB\\-\\-set\\fR \\fIPATH=VALUE\\fR\n"
                               "a \\fBcode\\fR and \\(aqquotes\\(aq \\(ti \\(ha \\e end; may be repeated\n"
                               ".SH EXAMPLES\n.TP\n\\fB.lca x \\-\\-set a=b\\fR\ndoes it\n"
                               ".SH EXIT STATUS\n" +
                                   [] {
                                       const std::string all = man_page();
                                       const std::size_t from = all.find(".SH EXIT STATUS\n") + 16;
                                       return all.substr(from, all.find(".SH ENVIRONMENT") - from);
                                   }() +
                                   ".SH SEE ALSO\n.BR lca (1)\n");
}

TEST_CASE("man page: dated by the sources") {
    ::setenv("SOURCE_DATE_EPOCH", "1709287200", 1);  // 2024-03-01T10:00:00Z
    CHECK(man_page(command).starts_with(".TH LCA\\-TRY\\-IT 1 \"2024-03-01\" "));
    ::setenv("SOURCE_DATE_EPOCH", "today", 1);
    CHECK(man_page(command).starts_with(".TH LCA\\-TRY\\-IT 1 \"\" "));
    ::unsetenv("SOURCE_DATE_EPOCH");
}

TEST_CASE("man page: the list names every command, each with its own page") {
    const std::string all = man_page();
    for (const Command* one : commands()) {
        std::string name;
        for (const char c : one->name) name += c == '-' ? std::string("\\-") : std::string(1, c);
        CHECK_MESSAGE(all.find(".BR lca\\-" + name + " (1)\n") != std::string::npos, one->name);
        for (const Argument& option : one->options) {
            std::string spelled_so;
            for (const char c : option.name) spelled_so += c == '-' ? std::string("\\-") : std::string(1, c);
            CHECK(man_page(*one).find("\\fB" + spelled_so + "\\fR") != std::string::npos);
        }
    }
}
