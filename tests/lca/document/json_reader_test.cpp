// JSON as events: which events a text gives, their places, and what is rejected.

#include "lca/document/json_reader.hpp"

#include <doctest/doctest.h>
#include <fmt/core.h>

#include <string>

namespace {

/// Writes down its events: "{@1:1 k:a@1:2 7@1:6 }".
class Events final : public lca::JsonVisitor {
public:
    bool null(lca::Place place) override { return add("null", place); }
    bool boolean(bool value, lca::Place place) override { return add(value ? "true" : "false", place); }
    bool number(double value, std::string_view written, lca::Place place) override {
        return add(fmt::format("{}={}", value, written), place);
    }
    bool text(std::string_view value, lca::Place place) override {
        return value != "stop" && add(fmt::format("\"{}\"", value), place);
    }
    bool enter_object(lca::Place place) override { return add("{", place); }
    bool key(std::string_view name, lca::Place place) override {
        return add(fmt::format("{}:", name), place);
    }
    bool leave_object() override { return add("}", {}); }
    bool enter_list(lca::Place place) override { return add("[", place); }
    bool leave_list() override { return add("]", {}); }

    std::string events;

private:
    bool add(std::string_view what, lca::Place place) {
        if (!events.empty()) events += ' ';
        events += what;
        if (place.known()) events += fmt::format("@{}:{}", place.line, place.column);
        return true;
    }
};

struct Read {
    bool good = false;
    std::string events, messages;
};

Read read(const std::string& text, const lca::JsonLimits& limits = {}) {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    lca::TextBytes bytes(text);
    Events events;
    Read read;
    read.good = lca::read_json(bytes, sources.add({.name = "t.json", .text = {}, .sha256 = {}}), events,
                               diagnostics, limits);
    read.events = events.events;
    read.messages = lca::render(diagnostics, sources);
    return read;
}

bool says(const std::string& text, std::string_view message, const lca::JsonLimits& limits = {}) {
    const Read found = read(text, limits);
    INFO(found.messages);
    CHECK_FALSE(found.good);
    return found.messages.find(message) != std::string::npos;
}

}  // namespace

TEST_CASE("events and the places where things start") {
    const Read found = read("{\"a\": [1.50, -2e3, \"x\\n\"],\n \"é\" : true, \"b\":null}\n");
    CHECK(found.good);
    CHECK(found.messages.empty());
    CHECK(
        found.events ==
        "{@1:1 a:@1:2 [@1:7 1.5=1.50@1:8 -2000=-2e3@1:14 \"x\n\"@1:20 ] é:@2:2 true@2:8 b:@2:14 null@2:18 }");
    CHECK(read("\xef\xbb\xbf[]").events == "[@1:1 ]");
    CHECK(read("7").events == "7=7@1:1");
}

TEST_CASE("texts longer than a block of the file") {
    const std::string text(200'000, 'x');
    CHECK(read("[\"" + text + "\"]").events == "[@1:1 \"" + text + "\"@1:2 ]");
}

TEST_CASE("JSON that is none, with the place") {
    CHECK(says("", "t.json:1:1: error: the file is empty"));
    CHECK(says("{\"a\": 1,\n  b: 2}", "t.json:2:3: error: no key in double quotes here"));
    CHECK(says("{\"a\" 1}", "no colon after a key"));
    CHECK(says("[1 2]", "t.json:1:4: error: a list goes on without a comma"));
    CHECK(says("{\"a\": 1 \"b\": 2}", "an object goes on without a comma"));
    CHECK(says("[\"a", "a text that is not closed"));
    CHECK(says("[\"\xff\"]", "a text that is not UTF-8"));
    CHECK(says("[\"\\q\"]", "no such escape"));
    CHECK(says("[NaN]", "no value is allowed here"));
    CHECK(says("[01]", "without a comma"));
    CHECK(says("[1", "a list goes on without a comma"));
    CHECK(says("{} {}", "text after the end of the JSON"));
    CHECK(says(std::string("[1,\0 2]", 7), "t.json:1:4: error: a NUL byte"));
    CHECK(says(std::string("[1]\0", 4), "a NUL byte"));
}

TEST_CASE("a key that appears twice, in its own object only") {
    CHECK(says("{\"a\": 1, \"a\": 2}", "t.json:1:10: error: duplicate key `a`"));
    CHECK(read("[{\"a\": 1}, {\"a\": {\"a\": 2}}]").good);
    std::string many = "{";
    for (int i = 0; i < 1000; ++i) many += fmt::format("\"k{}\": {}, ", i, i);
    CHECK(read(many + "\"z\": 0}").good);
    CHECK(says(many + "\"k777\": 0}", "duplicate key `k777`"));
}

TEST_CASE("limits") {
    CHECK(says("[1e400]", "t.json:1:2: error: a number that is out of range"));
    CHECK(says("[1, " + std::string(400, '9') + "]", "t.json:1:5: error: a number that is out of range"));
    CHECK(says(std::string(100'000, '['), "t.json:1:65: error: nested too deep"));
    CHECK(says("[\"" + std::string(20, 'x') + "\"]", "at most 10 bytes", {.text_bytes = 10}));
    CHECK(says("[1, 2, 3, 4, 5, 6]", "the file is too large", {.bytes = 10}));
    CHECK(says("{\"a\": 1, \"b\": 2, \"c\": 3}", "too many keys in one object", {.keys = 2}));
}

TEST_CASE("the visitor may stop") {
    const Read found = read("[1, \"stop\", 2]");
    CHECK_FALSE(found.good);
    CHECK(found.messages.empty());
    CHECK(found.events == "[@1:1 1=1@1:2");
}
