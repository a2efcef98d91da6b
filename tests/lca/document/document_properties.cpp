// Laws of trees: what is written is read, what is set is found, laying over is what it says.

#include <doctest/doctest.h>
#include <rapidcheck.h>

#include <string>
#include <utility>
#include <vector>

#include "lca/base/text.hpp"
#include "lca/document/edit.hpp"
#include "tests/lca/document/reading.hpp"

using namespace lca;

namespace {

/// A tree as a test makes it up.
struct Value {
    Kind kind = Kind::text;
    std::string text;
    std::vector<std::string> keys;  // of a map, one for each item
    std::vector<Value> items;
};

std::string any_word() {
    return *rc::gen::nonEmpty(rc::gen::container<std::string>(rc::gen::elementOf(std::string("abcxyz019_"))));
}

/// Texts with all that has to be quoted.
std::string any_text() {
    const auto pieces = *rc::gen::container<std::vector<std::string>>(
        rc::gen::elementOf(std::vector<std::string>{"a", " ", ": ", "#", "'", "\"", "{", "]", "é", "中",
                                                    "null", "~", "-", "1.5 kg", ",", "\\", "%"}));
    std::string text;
    for (const auto& piece : pieces) text += piece;
    return text;
}

Value any_value(int depth) {
    Value value;
    value.kind = depth == 0 ? Kind::text : *rc::gen::element(Kind::text, Kind::list, Kind::map);
    if (value.kind == Kind::text) value.text = any_text();
    const int size = value.kind == Kind::text ? 0 : *rc::gen::inRange(0, 5);
    for (int i = 0; i < size; ++i) {
        if (value.kind == Kind::map) value.keys.push_back("k" + std::to_string(i) + any_word());
        value.items.push_back(any_value(depth - 1));
    }
    return value;
}

std::string quoted(const std::string& text) {
    std::string result = "'";
    for (const char c : text) result += c == '\'' ? std::string("''") : std::string(1, c);
    return result + "'";
}

/// As flow style in one line.
std::string flow(const Value& value) {
    if (value.kind == Kind::text) return quoted(value.text);
    std::string result = value.kind == Kind::list ? "[" : "{";
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        if (value.kind == Kind::map) result += value.keys[i] + ": ";
        result += flow(value.items[i]) + ", ";
    }
    return result + (value.kind == Kind::list ? "]" : "}");
}

/// As block style, indented.
std::string block(const Value& value, std::size_t indent) {
    if (value.items.empty()) return " " + flow(value) + "\n";
    std::string result = "\n";
    for (std::size_t i = 0; i < value.items.size(); ++i) {
        result += std::string(indent, ' ');
        result += value.kind == Kind::list ? "-" : quoted(value.keys[i]) + ":";
        result += block(value.items[i], indent + 2);
    }
    return result;
}

bool same(const Value& value, Node node) {
    if (value.kind != node.kind()) return false;
    if (value.kind == Kind::text) return value.text == node.text();
    if (node.size() != value.items.size()) return false;
    std::size_t at = 0;
    for (const Node child : node.children()) {
        if (!same(value.items[at], child)) return false;
        if (value.kind == Kind::map && (child.key() != value.keys[at] || node.find(child.key()) != child))
            return false;
        ++at;
    }
    return true;
}

Value any_map() {
    Value value = any_value(3);
    if (value.kind == Kind::map && !value.items.empty()) return value;
    Value outer;
    outer.kind = Kind::map;
    outer.keys.emplace_back("top");
    outer.items.push_back(std::move(value));
    return outer;
}

/// Each node's place holds what the node is: its key, its quote, its bracket.
void check_places(Node node, const Sources& sources) {
    for (const Node child : node.children()) {
        if (node.is_map()) {
            const std::string_view line = sources.line(child.key_place());
            RC_ASSERT(characters(line) >= child.key_place().column);
            std::size_t offset = 0;
            for (std::uint32_t i = 1; i < child.key_place().column; ++i) {
                do {
                    ++offset;
                } while ((static_cast<unsigned char>(line[offset]) & 0xc0U) == 0x80U);
            }
            const std::size_t quote = line[offset] == '\'' ? 1 : 0;
            RC_ASSERT(line.substr(offset + quote, child.key().size()) == child.key());
        }
        RC_ASSERT(child.parent() == node);
        check_places(child, sources);
    }
}

std::string dump(Node node) {
    if (node.is_text()) return quoted(std::string(node.text()));
    std::string result = node.is_map() ? "{" : "[";
    for (const Node child : node.children()) {
        result += (node.is_map() ? std::string(child.key()) + ": " : "") + dump(child) + ", ";
    }
    return result + (node.is_map() ? "}" : "]");
}

}  // namespace

TEST_CASE("document: a tree is read as it was written, in flow and in block style, at its places") {
    CHECK(rc::check([] {
        const Value value = any_map();
        for (const std::string& text : {flow(value) + "\n", "---" + block(value, 0)}) {
            const ReadText read(text);
            if (!read.document) RC_FAIL(text + read.messages());
            RC_ASSERT(read.messages().empty());
            RC_ASSERT(same(value, read.root()));
            check_places(read.root(), read.sources);
        }
    }));
}

TEST_CASE("document: comments, blank lines and CRLF change nothing") {
    CHECK(rc::check([] {
        const Value value = any_map();
        std::string text;
        for (const char c : "---" + block(value, 0))
            text += c == '\n' ? std::string("\r\n# c\r\n\r\n") : std::string(1, c);
        const ReadText read(text);
        if (!read.document) RC_FAIL(text + read.messages());
        RC_ASSERT(same(value, read.root()));
    }));
}

TEST_CASE("document: a copy equals what it was made of, and neither changes the other") {
    CHECK(rc::check([] {
        const ReadText one(flow(any_map()));
        const ReadText two(flow(any_map()));
        const std::string before = dump(one.root());
        const auto copy = one.document->clone();
        RC_ASSERT(dump(copy->root()) == before);
        copy->replace(*copy->root().children().begin(), two.root());
        copy->insert(copy->root(), "added", {}, two.root());
        RC_ASSERT(dump(one.root()) == before);
        RC_ASSERT(dump(copy->root().find("added")) == dump(two.root()));
    }));
}

TEST_CASE("document: merging nothing, itself, and twice") {
    CHECK(rc::check([] {
        const Value base = any_map();
        const Value over = any_map();
        const int levels = *rc::gen::inRange(0, 5);
        const ReadText one(flow(base));
        const ReadText two(flow(over));
        const std::string before = dump(one.root());

        const auto with_itself = one.document->clone();
        merge(*with_itself, with_itself->root(), one.root(), levels);
        RC_ASSERT(dump(with_itself->root()) == before);

        const auto once = one.document->clone();
        merge(*once, once->root(), two.root(), levels);
        const auto twice = once->clone();
        merge(*twice, twice->root(), two.root(), levels);
        RC_ASSERT(dump(twice->root()) == dump(once->root()));

        for (const Node child : two.root().children()) {
            if (levels == 1) RC_ASSERT(dump(once->root().find(child.key())) == dump(child));
        }
        for (const Node child : one.root().children()) {
            const bool kept = levels > 0 && !two.root().find(child.key());
            if (kept) RC_ASSERT(dump(once->root().find(child.key())) == dump(child));
        }
    }));
}

TEST_CASE("document: what is set at a path is found there, and nothing else has changed") {
    static constexpr Type anything{.name = "anything",
                                   .scalar = Scalar::any,
                                   .entries = &anything,
                                   .items = &anything,
                                   .free_keys = true};
    CHECK(rc::check([] {
        const ReadText one(flow(any_map()));
        const ReadText two(flow(any_map()));
        std::vector<std::string> paths;
        std::vector<Node> open{one.root()};
        while (!open.empty()) {
            const Node node = open.back();
            open.pop_back();
            for (const Node child : node.children()) {
                paths.push_back(child.path());
                open.push_back(child);
            }
        }
        const std::string path = *rc::gen::elementOf(paths);
        const auto copy = one.document->clone();
        Diagnostics diagnostics;
        RC_ASSERT(set(*copy, path, two.root(), {0, 1, 1}, anything, diagnostics));
        std::string_view rest = path;
        Node at = copy->root();
        while (!rest.empty()) {
            const std::string_view step = rest.substr(0, rest.find('.'));
            rest.remove_prefix(std::min(rest.size(), step.size() + 1));
            for (const Node child : at.children()) {
                const std::string last = child.path().substr(child.path().rfind('.') + 1);
                if (last == step) {
                    at = child;
                    break;
                }
            }
        }
        RC_ASSERT(at.path() == path);
        RC_ASSERT(dump(at) == dump(two.root()));
        RC_ASSERT(copy->root().size() == one.root().size());
    }));
}
