// Faults as text: every character of it.

#include "lca/base/diagnostics.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace lca;

namespace {

struct OneText {
    Sources sources;
    Diagnostics diagnostics;

    explicit OneText(std::string text, std::string name = "a.yaml", std::uint32_t first_line = 1) {
        sources.add({std::move(name), std::move(text), {}, first_line});
    }
    std::string shown(std::size_t limit = 20) const { return render(diagnostics, sources, limit); }
};

}  // namespace

TEST_CASE("render: place, message, line, caret, what was expected, a way out, the other place") {
    OneText text("a: 1\nactivities:\n  powr: 400 W\n");
    text.diagnostics.add({.place = {0, 3, 3},
                          .message = "unknown key `powr`",
                          .expected = "one of: energy or power",
                          .hint = "did you mean `power`?",
                          .related = {{{0, 1, 1}, "it is here"}},
                          .width = 4});
    CHECK(text.shown() ==
          "a.yaml:3:3: error: unknown key `powr`\n"
          "    powr: 400 W\n"
          "    ^~~~\n"
          "  expected: one of: energy or power\n"
          "  hint: did you mean `power`?\n"
          "a.yaml:1:1: note: it is here\n");
}

TEST_CASE("render: warnings and faults without a place") {
    OneText text("a: 1\n");
    text.diagnostics.warning({0, 1, 4}, "a small number", "is it meant?");
    text.diagnostics.error({}, "no scenario was named");
    CHECK(text.shown() ==
          "error: no scenario was named\n"
          "a.yaml:1:4: warning: a small number\n"
          "  a: 1\n"
          "     ^\n"
          "  hint: is it meant?\n");
    CHECK(text.diagnostics.errors() == 1);
    CHECK(text.diagnostics.has_errors());
}

TEST_CASE("render: columns are characters, the caret stands below what a terminal shows") {
    OneText text("a\tb: 中中é: x\n");
    text.diagnostics.error({0, 1, 9}, "here");
    CHECK(text.shown() ==
          "a.yaml:1:9: error: here\n"
          "  a\\tb: 中中é: x\n"
          "             ^\n");
}

TEST_CASE("render: a caret behind the end of the line, an empty line, a line that is not there") {
    OneText text("ab\n\n");
    text.diagnostics.error({0, 1, 3}, "end");
    text.diagnostics.error({0, 2, 1}, "empty");
    text.diagnostics.error({0, 9, 1}, "beyond");
    text.diagnostics.error({0, 1, 0}, "line");
    CHECK(text.shown() ==
          "a.yaml:1: error: line\n"
          "a.yaml:1:3: error: end\n"
          "  ab\n"
          "    ^\n"
          "a.yaml:2:1: error: empty\n"
          "a.yaml:9:1: error: beyond\n");
}

TEST_CASE("render: long lines are cut around the caret") {
    const std::string line = std::string(300, 'a') + "X" + std::string(300, 'b');
    OneText text(line + "\n");
    text.diagnostics.error({0, 1, 301}, "in the middle");
    text.diagnostics.error({0, 1, 2}, "at the start");
    CHECK(text.shown() ==
          "a.yaml:1:2: error: at the start\n"
          "  " +
              std::string(110, 'a') +
              "…\n"
              "   ^\n"
              "a.yaml:1:301: error: in the middle\n"
              "  …" +
              std::string(59, 'a') + "X" + std::string(50, 'b') +
              "…\n"
              "  " +
              std::string(60, ' ') + "^\n");
}

TEST_CASE("render: control characters of texts, names and messages are escaped") {
    OneText text("a: \x1b[31m\xff\n", "evil\x1b]0;x\x07\n.yaml");
    text.diagnostics.error({0, 1, 4}, "bad \x1b[0m value");
    CHECK(text.shown() ==
          "evil\\x1b]0;x\\x07\\n.yaml:1:4: error: bad \\x1b[0m value\n"
          "  a: \\x1b[31m\\xff\n"
          "     ^~~~\n");
}

TEST_CASE("render: sorted by file, line and column; equal faults once") {
    OneText text("a\nb\n");
    text.sources.add({"b.yaml", "c\n", {}});
    text.diagnostics.error({1, 1, 1}, "third");
    text.diagnostics.error({0, 2, 1}, "second");
    text.diagnostics.error({0, 1, 1}, "first");
    text.diagnostics.error({0, 2, 1}, "second");
    const auto sorted = text.diagnostics.sorted();
    REQUIRE(sorted.size() == 3);
    CHECK(sorted[0].message == "first");
    CHECK(sorted[1].message == "second");
    CHECK(sorted[2].message == "third");
}

TEST_CASE("render: twenty errors and a count of the rest") {
    OneText text("x\n");
    for (int i = 0; i < 1000; ++i) text.diagnostics.error({0, 1, 0}, "fault " + std::to_string(1000 + i));
    const std::string shown = text.shown();
    CHECK(shown.find("fault 1019\n") != std::string::npos);
    CHECK(shown.find("fault 1020\n") == std::string::npos);
    CHECK(shown.ends_with("… and 980 more errors\n"));
    CHECK(text.shown(999).ends_with("… and 1 more error\n"));
}

TEST_CASE("diagnostics: no input fills the memory with complaints, and none goes uncounted") {
    OneText text("x\n");
    for (int i = 0; i < 30'000; ++i)
        text.diagnostics.error({0, 1, 0}, "fault " + std::to_string(100'000 + i));
    CHECK(text.diagnostics.errors() == 30'000);
    CHECK(text.diagnostics.sorted().size() == 10'000);
    CHECK(text.shown().ends_with("… and 29980 more errors\n"));
}

TEST_CASE("sources: lines, slices, places in words") {
    OneText text("one\r\ntwo\nthree", "hardware_db/x.yaml", 40);
    CHECK(text.sources.line({0, 40, 1}) == "one");
    CHECK(text.sources.line({0, 42, 1}) == "three");
    CHECK(text.sources.line({0, 43, 1}).empty());
    CHECK(text.sources.line({0, 39, 1}).empty());
    CHECK(text.sources.line({7, 40, 1}).empty());
    CHECK(to_string({0, 41, 2}, text.sources) == "hardware_db/x.yaml:41:2");
    CHECK(to_string({0, 41, 0}, text.sources) == "hardware_db/x.yaml:41");
    CHECK(to_string({}, text.sources).empty());
    CHECK(to_string({3, 1, 1}, text.sources).empty());
}

TEST_CASE("a line is found wherever it stands, in slices too") {
    for (const std::uint32_t first : {1U, 1000U}) {
        lca::Sources sources;
        std::string text;
        for (int i = 0; i < 200; ++i) text += "line " + std::to_string(i) + "\n";
        sources.add({.name = "long", .text = text + "end", .sha256 = {}, .first_line = first});
        for (std::uint32_t i = 0; i < 200; ++i)
            CHECK(sources.line({0, first + i, 1}) == "line " + std::to_string(i));
        CHECK(sources.line({0, first + 200, 1}) == "end");
        CHECK(sources.line({0, first + 201, 1}).empty());
        CHECK(sources.line({0, first + 5000, 1}).empty());
        CHECK(sources.line({0, first - 1, 1}).empty());
    }
}

TEST_CASE("near spellings are worth their time in the first hundred faults") {
    lca::Diagnostics diagnostics;
    for (std::uint32_t i = 0; i < 99; ++i) diagnostics.error({0, i + 1, 1}, "wrong");
    CHECK(diagnostics.worth_a_hint());
    diagnostics.error({0, 100, 1}, "wrong");
    CHECK_FALSE(diagnostics.worth_a_hint());
}
