// Where YAML ends: each fault of syntax in plain words, at the place where it is mended.

#include <doctest/doctest.h>

#include <string>

#include "tests/lca/document/reading.hpp"

using namespace lca;

TEST_CASE("syntax: brackets that are not closed, at the one that opened") {
    CHECK(faults_of("a: [1, 2\nb: 3\n") ==
          "f.yaml:1:4: error: `[` is never closed\n"
          "  a: [1, 2\n"
          "     ^\n"
          "  hint: a `]` is missing\n");
    CHECK(fault_of("a: {x: 1\nb: 3\n") == "f.yaml:1:4: error: `{` is never closed");
    CHECK(fault_of("a: [1, 2\n") == "f.yaml:1:4: error: `[` is never closed");
    CHECK(fault_of("a: {b: 1\nc: [2]\nd: {e: 3}\n") == "f.yaml:1:4: error: `{` is never closed");
    CHECK(fault_of("a: '[' # {\nb: \"{\"\nc: [x\nd: 1\n") == "f.yaml:3:4: error: `[` is never closed");
    CHECK(fault_of("note: |\n  [ {\nc: [x\nd: 1\n") == "f.yaml:3:4: error: `[` is never closed");
    CHECK(fault_of("note: |\n  a\n\n  [ {\nc: [x\nd: 1\n") == "f.yaml:5:4: error: `[` is never closed");
}

TEST_CASE("syntax: brackets that close nothing, or something else") {
    CHECK(fault_of("a: }\n") == "f.yaml:1:4: error: `}` closes nothing: no bracket is open here");
    CHECK(fault_of("x: {a: 1}}\n") == "f.yaml:1:10: error: `}` closes nothing: no bracket is open here");
    CHECK(faults_of("a: [1, 2}\n") ==
          "f.yaml:1:9: error: `}` is where `]` is expected\n"
          "  a: [1, 2}\n"
          "          ^\n"
          "f.yaml:1:4: note: `[` was opened here\n");
}

TEST_CASE("syntax: a comma that is missing, a bracket in a value") {
    CHECK(faults_of("a: {b: 1 c: 2}\n") ==
          "f.yaml:1:10: error: a comma is missing before `c`\n"
          "  a: {b: 1 c: 2}\n"
          "           ^\n"
          "f.yaml:1:4: note: `{` was opened here\n");
    CHECK(fault_of("a: [\"x\" \"y\"]\n") == "f.yaml:1:9: error: a comma is missing before `\"y\"`");
    CHECK(fault_of("a: [[1] [2]]\n").find("f.yaml:1:9: error: a comma is missing") == 0);
    CHECK(fault_of("a: {value: =x / [2 W]}\n") == "f.yaml:1:17: error: `[` in the middle of a value");
}

TEST_CASE("syntax: quotes that are not closed, at the one that opened") {
    CHECK(fault_of("a: \"foo\nb: 3\n") ==
          "f.yaml:1:4: error: the quote `\"` that opens here is never closed");
    CHECK(fault_of("a: 1\nb: 'it''s\nc: 3") ==
          "f.yaml:2:4: error: the quote `'` that opens here is never closed");
    CHECK(faults_of("a: \"foo\nb: \"x\"\nc: 1\n") ==
          "f.yaml:2:5: error: text after the closing quote\n"
          "  b: \"x\"\n"
          "      ^\n"
          "  hint: inside double quotes a quote is written `\\\"`\n"
          "f.yaml:1:4: note: the quote was opened here\n");
    CHECK(fault_of("a: 'don't'\n") == "f.yaml:1:9: error: text after the closing quote");
    CHECK(fault_of("a: [1] x\n") == "f.yaml:1:8: error: text after the closing `]`");
}

TEST_CASE("syntax: lines indented to nowhere, with the levels that exist") {
    CHECK(faults_of("a:\n    b: 1\n  c: 2\n") ==
          "f.yaml:3:3: error: an indentation of 2 spaces matches no enclosing level\n"
          "    c: 2\n"
          "    ^\n"
          "  expected: 0 or 4 spaces\n");
    CHECK(faults_of("a:\n  b: 1\n   c: 2\n") ==
          "f.yaml:3:4: error: this line is indented deeper than line 2, which has a value already\n"
          "     c: 2\n"
          "     ^\n"
          "  expected: an indentation of 2 spaces, as there, or no value in that line\n");
    CHECK(fault_of("a:\n  - b: 1\n   c: 2\n") ==
          "f.yaml:3:4: error: an indentation of 3 spaces matches no enclosing level");
    CHECK(fault_of("a: \"x\"\n  b: 1\n") ==
          "f.yaml:2:3: error: this line is indented deeper than line 1, which has a value already");
    CHECK(fault_of("a:\n  - x\n  b: 1\n") == "f.yaml:3:3: error: a key is among the items of a list");
    CHECK(fault_of("a:\n  b: 1\n  - x\n") == "f.yaml:3:3: error: a list item is among the keys of a map");
}

TEST_CASE("syntax: colons too many, too few, without a space") {
    CHECK(faults_of("a: x: y\nb: 1\n") ==
          "f.yaml:1:5: error: a second `: ` in one line\n"
          "  a: x: y\n"
          "      ^\n"
          "  expected: `a: \"x: y\"`\n"
          "  hint: put a value that contains `: ` in quotes\n");
    CHECK(faults_of("a: 1\nb:2\nc: 3\n") ==
          "f.yaml:2:2: error: a space is missing after the colon\n"
          "  b:2\n"
          "   ^\n"
          "  expected: `b: 2`\n");
    CHECK(fault_of("a:\n  - 1\n  -2\n") == "f.yaml:3:3: error: a space is missing after the dash");
    CHECK(fault_of("- 1\n-2\n") == "f.yaml:2:1: error: a space is missing after the dash");
    CHECK(faults_of("a: 1\nfoo\nc: 3\n") ==
          "f.yaml:2:1: error: `foo` is no `key: value`\n"
          "  foo\n"
          "  ^\n"
          "  hint: a text over several lines is written in quotes, or below `|` or `>`\n");
    CHECK(fault_of("a: - b\n") == "f.yaml:1:4: error: a list item (`- `) cannot start here");
    CHECK(faults_of("----\na: 1\n").find("this one has more") != std::string::npos);
}

TEST_CASE("syntax: characters that look like YAML's own are named") {
    CHECK(faults_of("a: 1\nb\uff1a2\nc: 3\n") ==
          "f.yaml:2:2: error: `b\uff1a2` is no `key: value`\n"
          "  b\uff1a2\n"
          "   ^~\n"
          "  hint: the line contains the character U+FF1A (full-width colon); YAML knows only `:`\n");
    CHECK(faults_of("a: \u201cx\u201d\n") ==
          "f.yaml:1:4: error: the text starts with the character U+201C (typographic quote)\n"
          "  a: \u201cx\u201d\n"
          "     ^\n"
          "  hint: YAML knows only straight quotes: `\"` and `'`\n");
    CHECK(faults_of("a: \u201cx: y\u201d\n").find("U+201C (typographic quote)") != std::string::npos);
    CHECK(fault_of("a: \"\u201cx\u201d\"\n").empty());
}

TEST_CASE("syntax: starts of values that YAML keeps to itself; escapes") {
    for (const auto* start : {"@x", "%x", "`x`"}) {
        CHECK(fault_of("a: " + std::string(start) + "\n")
                  .find("f.yaml:1:4: error: a value cannot start with `") == 0);
    }
    CHECK(faults_of("a: \"C:\\data\"\n") ==
          "f.yaml:1:7: error: `\\d` is not an escape in a text in double quotes\n"
          "  a: \"C:\\data\"\n"
          "        ^\n"
          "  hint: in single quotes a backslash is just a backslash: `'C:\\data'`\n");
    CHECK(fault_of("a: \"\\xzz\"\n").find("f.yaml:1:5: error: `\\x` is not an escape") == 0);
    CHECK(fault_of("a: \"\\ud800\"\n") == "f.yaml:1:5: error: the escape `\\ud800` is not a character");
    CHECK(fault_of("a: \"\\UFFFFFFFF\"\n") ==
          "f.yaml:1:5: error: the escape `\\UFFFFFFFF` is not a character");
    CHECK(fault_of("a: |x\n  foo\n") == "f.yaml:1:5: error: after `|` or `>` the line must end");
}

TEST_CASE("syntax: one file holds one document") {
    CHECK(fault_of("a: 1\n---\nb: 2\n") == "f.yaml:2:1: error: a second document starts here");
    CHECK(fault_of("a: 1\n---\n[broken\n") == "f.yaml:2:1: error: a second document starts here");
    CHECK(fault_of("a: 1\n...\nb: 2\n") == "f.yaml:3:1: error: text after `...`, which ends the document");
    CHECK(fault_of("- a\nb: 1\n") ==
          "f.yaml:2:1: error: text after the end of the document, which is a list");
    CHECK(fault_of("{a: 1}\n{b: 2}\n") ==
          "f.yaml:2:1: error: text after the end of the document, which ended with its closing bracket");
    CHECK(faults_of("  a: 1\nb: 2\n") ==
          "f.yaml:2:1: error: text after the end of the document: its first line is indented by 2 spaces, "
          "this one "
          "by 0 spaces\n"
          "  b: 2\n"
          "  ^\n"
          "  hint: let all lines of one level start in the same column\n");
    CHECK(fault_of("a: 1\n...\n").empty());
}

TEST_CASE("syntax: nothing at all") {
    CHECK(fault_of("") == "f.yaml:1:1: error: the file is empty");
    CHECK(fault_of(" \n\t\n") == "f.yaml:1:1: error: the file is empty");
    CHECK(fault_of("# only\n# comments\n") == "f.yaml:1:1: error: the file has only comments");
    CHECK_FALSE(fault_of("---\n").empty());
}

TEST_CASE("syntax: other languages under a YAML name") {
    const auto looks_like = [](const std::string& what) {
        return "f.yaml:1:1: error: this looks like " + what + ", not like YAML";
    };
    CHECK(fault_of("<!DOCTYPE html>\n<html lang=\"en\">\n") == looks_like("an HTML page"));
    CHECK(fault_of("<?xml version=\"1.0\"?>\n<a b=\"c: d\"/>\n") == looks_like("XML"));
    CHECK(fault_of("[tool]\nname = \"x\"\n") == looks_like("TOML or an INI file"));
    CHECK(fault_of("name = \"x\"\nother = 1\n") == looks_like("TOML or an INI file"));
    CHECK(fault_of("{\n  // comment\n  \"a\": 1\n}\n") == looks_like("JSON with comments"));
    CHECK(fault_of("time,value\n2020-01-01,1\n") == looks_like("a CSV table"));
    CHECK(fault_of("time;value\n2020-01-01;1\n") == looks_like("a CSV table"));
    CHECK(fault_of("a: [1, 2\nb, c\n") == "f.yaml:1:4: error: `[` is never closed");
}

TEST_CASE("syntax: what stands before the fault is reported, what follows from it is not") {
    const ReadText read("a: 1\na: 2\nb: [1, 2\nc:\n");
    CHECK(read.diagnostics.errors() == 2);
    CHECK_FALSE(read.document);
}

TEST_CASE("syntax: a text on which the parser itself never ends") {
    // Junk behind a text of several lines: reading all documents of such a file loops in the YAML library.
    const ReadText read("a: \"x\n  y\" z\n- b\n: c\n---\n- d\n");
    CHECK(read.diagnostics.has_errors());
}
