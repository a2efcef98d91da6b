// Reading: what is accepted, what YAML would drop or guess, limits, files and arguments.

#include "lca/document/load.hpp"
#include "lca/base/digest.hpp"

#include <doctest/doctest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "tests/lca/document/reading.hpp"

using namespace lca;

namespace {

std::string nested(std::size_t depth, const std::string& open, const std::string& close) {
    std::string text = "a: ";
    for (std::size_t i = 0; i < depth; ++i) text += open;
    text += "x";
    for (std::size_t i = 0; i < depth; ++i) text += close;
    return text + "\n";
}

double seconds_for(const std::string& text) {
    const auto start = std::chrono::steady_clock::now();
    const ReadText read(text);
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace

TEST_CASE("load: comments, markers, byte-order mark and line ends change nothing") {
    for (const std::string text :
         {"a: 1\nb: [2]\n", "# c\n---\na: 1 # c\n\nb:\n- 2\n...\n", "a: 1\r\nb: [2]\r\n", "{a: 1, b: [2]}",
          "{\"a\":1,\"b\":[2]}", "'a': \"1\"\n\"b\": ['2']"}) {
        const ReadText read(text);
        REQUIRE_MESSAGE(read.document, read.messages());
        CHECK(read.messages().empty());
        CHECK(read.root().find("a").text() == "1");
        CHECK((*read.root().find("b").children().begin()).text() == "2");
    }
}

TEST_CASE("load: a key twice, far apart, quoted or not: both places") {
    CHECK(faults_of("a: 1\nb: 2\n\"a\": 3\n") ==
          "f.yaml:3:1: error: duplicate key `a`\n"
          "  \"a\": 3\n"
          "  ^~~\n"
          "  hint: delete or rename one of them\n"
          "f.yaml:1:1: note: the first is here\n");
    CHECK(fault_of("x: {a: 1, b: 2, a: 3}\n") == "f.yaml:1:17: error: duplicate key `a`");
    std::string many;
    for (int i = 0; i < 100; ++i) many += "k" + std::to_string(i) + ": 1\n";
    CHECK(fault_of(many + "k3: 2\n") == "f.yaml:101:1: error: duplicate key `k3`");
    CHECK(fault_of("a: 1\nA: 2\n").empty());
}

TEST_CASE("load: no value is not a value, in whatever way it is written") {
    CHECK(faults_of("a:\nb: 1\n") ==
          "f.yaml:1:1: error: `a` has no value\n"
          "  a:\n"
          "  ^\n"
          "  hint: an empty value, `null` and `~` are not values: write one, or leave the key out\n");
    for (const auto* value : {"~", "null", "Null", "NULL", "# comment", "{b: }", "{b}", "[1, ]x"}) {
        if (std::string(value) == "[1, ]x") continue;
        CHECK(fault_of("a: " + std::string(value) + "\nz: 1\n").find("has no value") != std::string::npos);
    }
    CHECK(fault_of("a: [1,,2]\n") == "f.yaml:1:7: error: an empty item in a list");
    CHECK(fault_of("a:\n  -\n  - 1\n") == "f.yaml:2:3: error: an empty item in a list");
    CHECK(fault_of("a: [~]\n") == "f.yaml:1:5: error: an empty item in a list");
    CHECK(fault_of("null\n") == "f.yaml:1:1: error: the file has no value");
    CHECK(fault_of("a: 'null'\n").empty());
}

TEST_CASE("load: a missing space is named") {
    CHECK(faults_of("a: 1\nb:2\n") ==
          "f.yaml:2:1: error: `b:2` has no value\n"
          "  b:2\n"
          "  ^~~\n"
          "  hint: a space is missing after the colon: `b: 2`\n");
    CHECK(faults_of("a:\n- 1\n-2\n") ==
          "f.yaml:3:1: error: `-2` has no value\n"
          "  -2\n"
          "  ^~\n"
          "  hint: a space is missing after the dash: `- 2`\n");
}

TEST_CASE("load: anchors, aliases, merge keys and tags are not part of the language") {
    CHECK(fault_of("a: &x 1\nb: 2\n") == "f.yaml:1:4: error: anchors (`&`) are not part of the language");
    CHECK(fault_of("a: *x\n") ==
          "f.yaml:1:4: error: anchors (`&`) and aliases (`*`) are not part of the language");
    CHECK(
        faults_of("a: &x 1\nb: *x\n").find("f.yaml:2:4: error: aliases (`*`) are not part of the language") !=
        std::string::npos);
    CHECK(faults_of("a: &x [*x]\n").find("1:8: error: aliases") != std::string::npos);
    CHECK(fault_of("<<: {a: 1}\n") == "f.yaml:1:1: error: merge keys (`<<`) are not part of the language");
    for (const auto* text :
         {"a: !!int 3\n", "a: !include x\n", "a: ! 3\n", "a: !foo {b: 1}\n", "a: !!python/x []\n"}) {
        CHECK(fault_of(text) == "f.yaml:1:4: error: tags (`!`) are not part of the language");
    }
    CHECK(fault_of("a: {<<: x}\n") == "f.yaml:1:5: error: merge keys (`<<`) are not part of the language");
}

TEST_CASE("load: keys are texts") {
    CHECK(fault_of("? [a, b]\n: 1\n") == "f.yaml:1:3: error: a list is where a key is expected");
    CHECK(fault_of("{{a: 1}: 2}\n") == "f.yaml:1:2: error: a map is where a key is expected");
    CHECK(fault_of("~: 1\n") == "f.yaml:1:1: error: a key is missing here");
    CHECK(fault_of(": 1\n") == "f.yaml:1:1: error: a key is missing here");
}

TEST_CASE("load: all such faults of a file at once; what is sound stays in the tree") {
    const ReadText read("a: 1\nb:\na: 2\nc: !x 3\nd: 4\n");
    CHECK(read.diagnostics.errors() == 3);
    REQUIRE(read.document);
    CHECK(read.root().find("a").text() == "1");
    CHECK_FALSE(read.root().find("b"));
    CHECK(read.root().written("b"));
    CHECK(read.root().find("d").text() == "4");
}

TEST_CASE("load: escapes make no invisible characters") {
    CHECK(fault_of("a: \"x\\0\"\n") ==
          "f.yaml:1:4: error: an escape in this text makes the invisible character U+0000 (NUL byte)");
    CHECK(fault_of("a: \"\\u202e\"\n") ==
          "f.yaml:1:4: error: an escape in this text makes the invisible character U+202E");
    CHECK(fault_of("\"\\e\": 1\n") ==
          "f.yaml:1:1: error: an escape in this text makes the invisible character U+001B (escape)");
    CHECK(fault_of("a: \"x\\n\\ty\"\n").empty());
}

TEST_CASE("load: limits are named") {
    CHECK(fault_of(nested(63, "[", "]")).empty());
    CHECK(fault_of(nested(64, "[", "]")) ==
          "f.yaml:1:67: error: lists and maps are nested more than 64 deep");
    for (const std::size_t depth : {501U, 100'000U}) {
        CHECK(fault_of(nested(depth, "[", "]")).find("nested more than 64 deep") != std::string::npos);
        CHECK(fault_of("a: '" + std::string(depth, '[') + "'").empty() == (depth < 64 * 1024));
        CHECK(fault_of(nested(depth, "{b: ", "}")).find("nested more than 64 deep") != std::string::npos);
        CHECK(fault_of(std::string(depth, '[')).find("nested more than 64 deep") != std::string::npos);
    }
    const std::string long_text(64 * 1024, 'x');
    CHECK(fault_of("a: " + long_text + "\n").empty());
    CHECK(faults_of("a: '" + long_text + "x'\n").find("f.yaml:1:4: error: a text of 65537 bytes\n") == 0);
    CHECK(fault_of(std::string(256, 'k') + ": 1\n").empty());
    CHECK(fault_of(std::string(257, 'k') + ": 1\n") ==
          "f.yaml:1:1: error: a key of 257 bytes: `kkkkkkkkkkkkkkkkkkkk…`");
    CHECK(fault_of(std::string(5000, 'k') + ": 1\n") == "f.yaml:1:1: error: a key of 5000 bytes");
    std::string nodes = "a: [";
    for (int i = 0; i < 2'000'010; ++i) nodes += ",";
    CHECK(faults_of(nodes + "]").find("more than 2000000 values in one file") != std::string::npos);
}

TEST_CASE("load: a megabyte of anything is read in time that grows with it") {
    const auto repeated = [](const std::string& piece) {
        std::string text;
        while (text.size() < 500'000) text += piece;
        return text;
    };
    CHECK(seconds_for("a: [" + repeated("é,") + "1]") < 10);
    CHECK(seconds_for(repeated("- ")) < 10);
    CHECK(seconds_for(repeated("? ")) < 10);
    CHECK(seconds_for(repeated("\n") + "a: [") < 10);
    CHECK(seconds_for(repeated("a:\n") + "b: {") < 10);
    CHECK(seconds_for(repeated("\"")) < 10);
    CHECK(seconds_for("a: " + repeated("{}, ")) < 10);
}

TEST_CASE("load: the line of a fault behind a hundred thousand empty ones") {
    CHECK(fault_of(std::string(100'000, '\n') + "a: [1\n") == "f.yaml:100001:4: error: `[` is never closed");
}

TEST_CASE("load: a slice of a file keeps the file's lines") {
    Sources sources;
    Diagnostics diagnostics;
    const auto file = sources.add({"db.yaml", "name: x\npower:\n", {}, 120});
    const auto document = load_text(file, sources, diagnostics);
    CHECK(document->root().find("name").place() == Place{0, 120, 7});
    CHECK(render(diagnostics, sources)
              .find("db.yaml:121:1: error: `power` has no value\n  power:\n  ^~~~~\n") == 0);
}

TEST_CASE("load: a file's bytes are hashed as they are; one byte-order mark is none of the text") {
    const std::string path = (std::filesystem::temp_directory_path() / "lca-load-test.yaml").string();
    write_file(path,
               "\xef\xbb\xbf"
               "a: 1\n");
    Sources sources;
    Diagnostics diagnostics;
    const auto document = load_file(path, sources, diagnostics);
    REQUIRE(document);
    CHECK(document->root().find("a").place() == Place{0, 1, 4});
    CHECK(sources[0].name == path);
    CHECK(sources[0].sha256 == sha256("\xef\xbb\xbf"
                                      "a: 1\n"));
    CHECK_THROWS_AS(load_file(path, sources, diagnostics, {.limit = 5}), InputError);
    CHECK_THROWS_AS(load_file(path + ".missing", sources, diagnostics), FileError);
    std::filesystem::remove(path);
}

TEST_CASE("load: arguments are texts as they are, unless they start like a list, a map or a quote") {
    const auto load = [](std::string text) {
        Sources sources;
        Diagnostics diagnostics;
        const auto document = load_argument("--set", std::move(text), sources, diagnostics);
        if (!document) return render(diagnostics, sources);
        const Node root = document->root();
        return std::string(to_string(root.kind())) + ": " + std::string(root.text());
    };
    CHECK(load("WLD") == "a text: WLD");
    CHECK(load("57 gCO2e/kWh") == "a text: 57 gCO2e/kWh");
    CHECK(load("a: b # c") == "a text: a: b # c");
    CHECK(load("=[400 W] * 2") == "a text: =[400 W] * 2");
    CHECK(load("-3 kg") == "a text: -3 kg");
    CHECK(load("'a b'") == "a text: a b");
    CHECK(load("[1, 2]") == "a list: ");
    CHECK(load("{intensity: 57 gCO2e/kWh}") == "a map: ");
    CHECK(load("{a: 1") == "--set:1:1: error: `{` is never closed\n  {a: 1\n  ^\n  hint: a `}` is missing\n");
    CHECK(load("") ==
          "--set:1:1: error: the value is missing\n"
          "  hint: an empty value, `null` and `~` are not values\n");
    CHECK(load("~").find("--set:1:1: error: the value is missing") == 0);
    CHECK(load("a\x1b").find("--set:1:2: error: the control character U+001B (escape) (byte 0x1b)") == 0);
    CHECK(load("\xff").find("--set:1:1: error: bytes that are not UTF-8: 0xff") == 0);
}
