// A frozen tree is the tree that its text gives, places and all.
#include "lca/document/prebuilt_tree.hpp"

#include <doctest/doctest.h>

#include <stdexcept>
#include <string>

#include "lca/document/load.hpp"

namespace {

using namespace lca;

struct Loaded {
    Sources sources;
    Diagnostics diagnostics;
    std::unique_ptr<Document> document;
    explicit Loaded(std::string text, std::uint32_t first_line = 1) {
        const auto file =
            sources.add({.name = "a", .text = std::move(text), .sha256 = {}, .first_line = first_line});
        document = load_text(file, sources, diagnostics);
        REQUIRE(document);
        REQUIRE_FALSE(diagnostics.has_errors());
    }
    Node entry() const { return *document->root().children().begin(); }
};

/// One line for each value: path, kind, place, key's place and text.
std::string described(Node node) {
    const auto at = [](Place place) {
        return std::to_string(place.file) + ":" + std::to_string(place.line) + ":" +
               std::to_string(place.column);
    };
    std::string all = node.path() + " " + std::string(to_string(node.kind())) + " " + at(node.place()) + " " +
                      at(node.key_place()) + " ";
    all += node.is_text() ? std::string(node.text()) + (node.quoted() ? " quoted" : "")
                          : std::to_string(node.size());
    all += "\n";
    if (node.is_text()) return all;
    for (const Node child : node.children()) all += described(child);
    return all;
}

struct Pool {
    std::string text = "something before";
    PlaceText place() {
        return [this](std::string_view part) {
            text += part;
            return static_cast<std::uint32_t>(text.size() - part.size());
        };
    }
};

}  // namespace

TEST_CASE("a tree that was frozen comes back with every text, kind and place") {
    const Loaded loaded(
        "gpu:\n"
        "  name: \"A \\\"100\\\"\"\n"
        "  note: one text\n"
        "    in two lines\n"
        "  power: {max: 400 W, idle: '50 W'}\n"
        "  aliases: [a, [b, c], {d: e}]\n"
        "  none: []\n"
        "  \xc3\xa9t\xc3\xa9: 1\n",
        7);
    Pool pool;
    const std::vector<FrozenNode> nodes = freeze(loaded.entry(), pool.place());
    const std::unique_ptr<Document> again = thaw(nodes, pool.text, loaded.entry().place().file, 7);
    CHECK(again->root().size() == 1);
    CHECK(described(*again->root().children().begin()) == described(loaded.entry()));
    CHECK(again->root().find("gpu").find("note").text() == "one text in two lines");
}

TEST_CASE("what a frozen node cannot hold is refused, not cut") {
    std::string large = "all:\n";
    for (int i = 0; i < 65'536; ++i) large += " - a\n";
    const Loaded loaded(std::move(large));
    Pool pool;
    CHECK_THROWS_AS(freeze(loaded.entry(), pool.place()), std::length_error);
}
