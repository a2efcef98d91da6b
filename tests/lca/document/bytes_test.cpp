// Bytes that are refused before anything is read.

#include <doctest/doctest.h>

#include <string>

#include "tests/lca/document/reading.hpp"

using namespace lca;
using namespace std::string_literals;

TEST_CASE("bytes: what is not UTF-8") {
    CHECK(faults_of("a: caf\xe9\n") ==
          "f.yaml:1:7: error: bytes that are not UTF-8: 0xe9\n"
          "  a: caf\\xe9\n"
          "        ^~~~\n"
          "  hint: save the file as UTF-8\n");
    CHECK(fault_of("a: 1\nb: \xc0\xaf\n") == "f.yaml:2:4: error: bytes that are not UTF-8: 0xc0 0xaf");
    CHECK(fault_of("a: \xed\xa0\x80\n") == "f.yaml:1:4: error: bytes that are not UTF-8: 0xed 0xa0 0x80");
    CHECK(fault_of("a: \xf5\x80\x80\x80\n") ==
          "f.yaml:1:4: error: bytes that are not UTF-8: 0xf5 0x80 0x80 0x80");
    CHECK(fault_of("a: x # \xc3") == "f.yaml:1:8: error: bytes that are not UTF-8: 0xc3");
}

TEST_CASE("bytes: other encodings") {
    const auto* const only = "; only UTF-8 is read";
    CHECK(fault_of("\xff\xfe"s + "a\0:\0"s) == "f.yaml:1:1: error: this text is UTF-16"s + only);
    CHECK(fault_of("\xfe\xff"s + "\0a\0:"s) == "f.yaml:1:1: error: this text is UTF-16"s + only);
    CHECK(fault_of("a\0:\0 \0"s) == "f.yaml:1:1: error: this text is UTF-16"s + only);
    CHECK(fault_of("\xff\xfe\0\0a\0\0\0"s) == "f.yaml:1:1: error: this text is UTF-32"s + only);
    CHECK(fault_of("\0\0\0a\0\0\0:"s) == "f.yaml:1:1: error: this text is UTF-32"s + only);
    CHECK(fault_of("+/v8-a: 1\n") == "f.yaml:1:1: error: this text is UTF-7"s + only);
}

TEST_CASE("bytes: control characters, also in comments") {
    CHECK(faults_of("a: x\0y\n"s) ==
          "f.yaml:1:5: error: the control character U+0000 (NUL byte) (byte 0x00)\n"
          "  a: x\\x00y\n"
          "      ^~~~\n"
          "  hint: delete it\n");
    for (const char c : {'\x04', '\x1a', '\x1b', '\x07', '\x08', '\x0c', '\x0b', '\x7f'}) {
        CHECK(fault_of("a: 1 # "s + c + "\n").find("f.yaml:1:8: error: the control character U+00") == 0);
    }
    CHECK(fault_of("a: \xc2\x85\n") == "f.yaml:1:4: error: the invisible character U+0085 (next line)");
    CHECK(fault_of("a: x\rb: 1\n") == "f.yaml:1:5: error: a carriage return (0x0d) that does not end a line");
    CHECK(fault_of("a: 1\r\n\r\nb: 2\r").empty());
}

TEST_CASE("bytes: what cannot be seen") {
    CHECK(fault_of("a: \u2028\n") == "f.yaml:1:4: error: the invisible character U+2028 (line separator)");
    CHECK(fault_of("a: \u202ex\n") == "f.yaml:1:4: error: the invisible character U+202E");
    CHECK(fault_of("a: \u2066x\n") == "f.yaml:1:4: error: the invisible character U+2066");
    CHECK(fault_of("p\u200bue: 1\n") ==
          "f.yaml:1:2: error: the invisible character U+200B (zero-width space)");
    CHECK(fault_of("a: x\ufeff\n") ==
          "f.yaml:1:5: error: a byte-order mark (U+FEFF) that does not start the file");
    CHECK(fault_of("é中: ß ° 😀 ×\n").empty());
}

TEST_CASE("bytes: every line with such a fault, each once") {
    const ReadText read("a: \x01\x02\nb: 1\nc: \xff\n");
    CHECK(read.diagnostics.errors() == 2);
    CHECK_FALSE(read.document);
}

TEST_CASE("bytes: tabs and odd spaces in the indentation") {
    CHECK(faults_of("a:\n\tb: 1\n") ==
          "f.yaml:2:1: error: a tab in the indentation\n"
          "  \\tb: 1\n"
          "  ^~\n"
          "  hint: replace each tab by spaces\n");
    CHECK(fault_of("a:\n  \tb: 1\n") == "f.yaml:2:3: error: a tab in the indentation");
    CHECK(fault_of("a: |\n\tb\n") == "f.yaml:2:1: error: a tab in the indentation");
    CHECK(fault_of("a:\n\u00a0b: 1\n") ==
          "f.yaml:2:1: error: the character U+00A0 (no-break space) in the indentation");
    CHECK(fault_of("a:\t1\t# c\n\t\nb: 2\n").empty());
}

TEST_CASE("bytes: files that are not text") {
    CHECK(fault_of("\x1f\x8b\x08") == "f.yaml:1:1: error: this looks like a gzip file, not like a YAML text");
    CHECK(fault_of("PK\x03\x04xx") ==
          "f.yaml:1:1: error: this looks like a zip archive (or a spreadsheet), not like a YAML text");
    CHECK(fault_of("%PDF-1.4\n") ==
          "f.yaml:1:1: error: this looks like a PDF document, not like a YAML text");
    CHECK(fault_of("\x7f"
                   "ELF\x02") == "f.yaml:1:1: error: this looks like a program, not like a YAML text");
    CHECK(fault_of("\x89PNG\r\n") ==
          "f.yaml:1:1: error: this looks like a PNG picture, not like a YAML text");
    std::string noise;
    for (int i = 0; i < 600; ++i) noise += static_cast<char>(i * 37 % 251);
    CHECK(fault_of("x" + noise) == "f.yaml:1:1: error: this looks like a binary file, not like a YAML text");
}

TEST_CASE("bytes: marks of a merge that was not finished; directives") {
    CHECK(faults_of("a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> other\n") ==
          "f.yaml:2:1: error: a mark of an unresolved merge conflict: `<<<<<<< HEAD`\n"
          "  <<<<<<< HEAD\n"
          "  ^\n"
          "  hint: choose one of the two versions and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`\n");
    CHECK(fault_of("a: 1\n>>>>>>> other\n").find("f.yaml:2:1: error: a mark of an unresolved merge") == 0);
    CHECK(fault_of("a: 1\n=======\nb: 2\n").find("f.yaml:2:1: error: a mark of an unresolved merge") == 0);
    CHECK(fault_of("%YAML 3.0\n---\na: 1\n") ==
          "f.yaml:1:1: error: YAML directives such as `%YAML 3.0` are not part of the language");
    CHECK(fault_of("# c\n%FOO\n---\na: 1\n").find("f.yaml:2:1: error: YAML directives") == 0);
}

TEST_CASE("bytes: a file of a word processor") {
    CHECK(fault_of("{\\rtf1 x}") ==
          "f.yaml:1:1: error: this looks like an RTF document, not like a YAML text");
}
