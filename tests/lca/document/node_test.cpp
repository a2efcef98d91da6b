// The tree: kinds, texts, places, paths, look-ups, copies.

#include "lca/document/node.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "tests/lca/document/reading.hpp"

using namespace lca;

namespace {

std::vector<std::string> keys_of(Node map) {
    std::vector<std::string> keys;
    for (const Node child : map.children()) keys.emplace_back(child.key());
    return keys;
}

/// Two texts whose place says which was made when.
std::string many_keys(int count) {
    std::string text;
    for (int i = 0; i < count; ++i) text += "k" + std::to_string(i) + ": v" + std::to_string(i) + "\n";
    return text;
}

}  // namespace

TEST_CASE("node: a tree as written") {
    const ReadText read(
        "lca: 1\n"
        "sites:\n"
        "  idris: {grid: FRA, pue: 1.0}\n"
        "list:\n"
        "  - one\n"
        "  - {two: 'zwei'}\n"
        "  - [3, \"4\"]\n");
    REQUIRE(read.document);
    CHECK(read.messages().empty());
    const Node root = read.root();
    CHECK(root.is_map());
    CHECK(root.size() == 3);
    CHECK(root.path().empty());
    CHECK_FALSE(root.parent());
    CHECK(root.key().empty());
    CHECK(keys_of(root) == std::vector<std::string>{"lca", "sites", "list"});

    const Node grid = root.find("sites").find("idris").find("grid");
    CHECK(grid.is_text());
    CHECK(grid.text() == "FRA");
    CHECK_FALSE(grid.quoted());
    CHECK(grid.path() == "sites.idris.grid");
    CHECK(grid.key() == "grid");
    CHECK(grid.place() == Place{0, 3, 17});
    CHECK(grid.key_place() == Place{0, 3, 11});
    CHECK(grid.parent() == root.find("sites").find("idris"));

    const Node list = root.find("list");
    CHECK(list.is_list());
    CHECK(list.size() == 3);
    std::vector<std::string> paths;
    for (const Node item : list.children()) paths.push_back(item.path());
    CHECK(paths == std::vector<std::string>{"list.0", "list.1", "list.2"});
    const Node second = *++list.children().begin();
    CHECK(second.find("two").quoted());
    CHECK(second.find("two").text() == "zwei");
    CHECK(second.find("two").path() == "list.1.two");
    CHECK(second.key().empty());
    CHECK(second.key_place() == Place{});
    CHECK_FALSE(root.find("nothing"));
    CHECK_FALSE(list.find("two"));
    CHECK_FALSE(grid.find("FRA"));
}

TEST_CASE("node: each kind has a name") {
    CHECK(to_string(Kind::text) == "a text");
    CHECK(to_string(Kind::list) == "a list");
    CHECK(to_string(Kind::map) == "a map");
}

TEST_CASE("node: columns count characters, lines of CRLF files are lines") {
    const ReadText read("é: ü\r\näöü: [ß, {œ: x}]\r\n");
    REQUIRE(read.document);
    CHECK(read.root().find("é").place() == Place{0, 1, 4});
    CHECK(read.root().find("é").text() == "ü");
    const Node list = read.root().find("äöü");
    CHECK(list.place() == Place{0, 2, 6});
    const Node last = *++list.children().begin();
    CHECK(last.find("œ").key_place() == Place{0, 2, 11});
    CHECK(last.find("œ").place() == Place{0, 2, 14});
}

TEST_CASE("node: columns of a line longer than any index stride") {
    std::string line = "a: [";
    for (int i = 0; i < 2000; ++i) line += "é, ";
    const ReadText read(line + "last]\n");
    REQUIRE(read.document);
    std::uint32_t column = 5;
    for (const Node item : read.root().find("a").children()) {
        REQUIRE(item.place().column == column);
        column += 3;
    }
    CHECK(column == 5 + 2001 * 3);
}

TEST_CASE("node: texts are what YAML makes of them") {
    const ReadText read(
        "plain: a b  c\n"
        "single: 'it''s'\n"
        "double: \"a\\tb\\n\\u00e9\"\n"
        "block: |\n"
        "  one\n"
        "  two\n"
        "folded: >-\n"
        "  one\n"
        "  two\n"
        "several: one\n"
        "  two\n"
        "empty: ''\n"
        "no: NO\n"
        "tilde: '~'\n"
        "octal: 010\n");
    REQUIRE_MESSAGE(read.document, read.messages());
    const auto text = [&](std::string_view key) { return std::string(read.root().find(key).text()); };
    CHECK(text("plain") == "a b  c");
    CHECK(text("single") == "it's");
    CHECK(text("double") == "a\tb\n\u00e9");
    CHECK(text("block") == "one\ntwo\n");
    CHECK(text("folded") == "one two");
    CHECK(text("several") == "one two");
    CHECK(text("empty").empty());
    CHECK(text("no") == "NO");
    CHECK(text("tilde") == "~");
    CHECK(text("octal") == "010");
    CHECK(read.messages().empty());
}

TEST_CASE("node: small and large maps find the same") {
    for (const int count : {1, 16, 17, 18, 1000}) {
        const ReadText read(many_keys(count));
        REQUIRE(read.document);
        for (int i = 0; i < count; ++i) {
            REQUIRE(read.root().find("k" + std::to_string(i)).text() == "v" + std::to_string(i));
        }
        CHECK_FALSE(read.root().find("k" + std::to_string(count)));
        CHECK_FALSE(read.root().find(""));
    }
}

TEST_CASE("node: a faulty value is written, but not found") {
    const ReadText read("a: 1\nb: 2\n");
    read.document->flag_faulty(read.root().find("a"));
    CHECK_FALSE(read.root().find("a"));
    CHECK(read.root().written("a").faulty());
    CHECK(read.root().find("b"));
    CHECK_FALSE(read.root().written("c"));
}

TEST_CASE("document: a copy is on its own") {
    const ReadText read("a: {b: 1}\nc: \"x\\ty\"\n");
    const auto copy = read.document->clone();
    const ReadText other("z: [\"p\\tq\", 2]\n");
    copy->replace(copy->root().find("a"), other.root().find("z"));
    CHECK(copy->root().find("a").is_list());
    CHECK((*copy->root().find("a").children().begin()).text() == "p\tq");
    CHECK(copy->root().find("a").path() == "a");
    CHECK((*copy->root().find("a").children().begin()).path() == "a.0");
    CHECK(copy->root().find("c").text() == "x\ty");
    CHECK(read.root().find("a").find("b").text() == "1");
}

TEST_CASE("document: replacing keeps the key, its neighbours and their order") {
    const ReadText read("a: 1\nb: 2\nc: 3\n");
    const ReadText other("x:\n  y: new\n");
    Document& document = *read.document;
    document.replace(read.root().find("b"), other.root().find("x"));
    CHECK(keys_of(read.root()) == std::vector<std::string>{"a", "b", "c"});
    CHECK(read.root().find("b").find("y").text() == "new");
    CHECK(read.root().find("b").find("y").path() == "b.y");
    CHECK(read.root().find("b").key_place() == Place{0, 2, 1});
    document.replace(read.root().find("b"), read.root().find("a"), Place{0, 9, 9});
    CHECK(read.root().find("b").text() == "1");
    CHECK(read.root().find("b").key_place() == Place{0, 9, 9});
}

TEST_CASE("document: a value may take the place of its own parent") {
    const ReadText read("a: {b: {c: deep}}\n");
    read.document->replace(read.root().find("a"), read.root().find("a").find("b"));
    CHECK(read.root().find("a").find("c").text() == "deep");
    CHECK(read.root().find("a").size() == 1);
}

TEST_CASE("document: large maps stay right while they are changed") {
    const ReadText read(many_keys(100));
    const ReadText other("x: new\n");
    Document& document = *read.document;
    document.replace(read.root().find("k50"), other.root().find("x"));
    document.insert(read.root(), "added", {}, other.root());
    document.remove(read.root().find("k0"));
    document.remove(read.root().find("k99"));
    CHECK(read.root().size() == 99);
    CHECK(read.root().find("k50").text() == "new");
    CHECK(read.root().find("added").find("x").text() == "new");
    CHECK_FALSE(read.root().find("k0"));
    CHECK_FALSE(read.root().find("k99"));
    CHECK(read.root().find("k98").text() == "v98");
    const auto copy = document.clone();
    document.replace(read.root(), other.root());
    CHECK_FALSE(read.root().find("k50"));
    CHECK(copy->root().find("k50").text() == "new");
    Document taken;
    taken.set_root(taken.add_collection(Kind::map, {}));
    taken.insert(taken.root(), "all", {}, copy->root());
    CHECK(taken.root().find("all").find("k98").text() == "v98");
    CHECK(taken.root().find("all").find("k98").path() == "all.k98");
}

TEST_CASE("document: a large map in place of a small value is searched like any other") {
    const ReadText read("a: 1\nb: 2\n");
    const ReadText large(many_keys(40));
    read.document->replace(read.root().find("a"), large.root());
    CHECK(read.root().find("a").size() == 40);
    CHECK(read.root().find("a").find("k0").text() == "v0");
    CHECK(read.root().find("a").find("k39").path() == "a.k39");
    read.document->insert(read.root().find("a"), "k40", {}, read.root().find("b"));
    CHECK(read.root().find("a").find("k40").text() == "2");
    CHECK(read.root().find("b").text() == "2");
}

TEST_CASE("document: items are numbered anew when one is taken away") {
    const ReadText read("a: [x, y, z]\n");
    read.document->remove(*read.root().find("a").children().begin());
    std::vector<std::string> items;
    for (const Node item : read.root().find("a").children())
        items.push_back(item.path() + "=" + std::string(item.text()));
    CHECK(items == std::vector<std::string>{"a.0=y", "a.1=z"});
}

TEST_CASE("document: kept texts outlive the text they came from") {
    Document document;
    const std::uint32_t map = document.add_collection(Kind::map, {});
    document.set_root(map);
    {
        const std::string key(30, 'k');
        const std::string value(100, 'v');
        document.append(map, document.add_text(document.keep(value), false, {}), document.keep(key), {});
    }
    const auto copy = document.clone();
    copy->keep("something else");
    CHECK(copy->root().find(std::string(30, 'k')).text() == std::string(100, 'v'));
    CHECK_FALSE(Document().root());
}
