// For each key of the reference table and each way to miss its unit: the example in the message is one that
// the key takes, and nothing that the message proposes has another magnitude than what was written.

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <vector>

#include "lca/document/schema.hpp"
#include "lca/units/quantity.hpp"
#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/language/schema.hpp"

namespace {

struct Place {
    std::vector<std::string> steps;  // "<id>" and "<item>" among them
    const lca::Key* key;
};

/// Every key that holds a number with or without a unit, by one way that leads to it.
void collect(const lca::Type& type, const std::vector<std::string>& steps, std::set<const lca::Key*>& seen,
             std::vector<Place>& places) {
    for (const lca::Key& key : type.keys) {
        if (!seen.insert(&key).second || key.example.empty()) continue;
        std::vector<std::string> here = steps;
        here.emplace_back(key.name);
        const bool number =
            key.type->scalar == lca::Scalar::quantity || key.type->scalar == lca::Scalar::number;
        if (number && std::holds_alternative<lca::Quantity>(lca::parse_quantity(key.example)))
            places.push_back({here, &key});
        collect(*key.type, here, seen, places);
    }
    for (const auto& [below, step] : {std::pair(type.entries, "<id>"), std::pair(type.items, "<item>")}) {
        if (below == nullptr || below == &type) continue;
        std::vector<std::string> here = steps;
        here.emplace_back(step);
        collect(*below, here, seen, places);
    }
}

/// A file of nothing but the way to one value, which stands on its last line.
std::string file_with(const Place& place, const std::string& value) {
    std::string text = "lca: 1\ntitle: t\n", indent;
    bool item = false;
    for (const std::string& step : place.steps) {
        if (step == "<item>") {
            item = true;
            continue;
        }
        text += indent + (item ? "- " : "") + (step == "<id>" ? "x" : step) + ":";
        indent += item ? "    " : "  ";
        item = false;
        if (&step != &place.steps.back()) text += "\n";
    }
    return text + " \"" + value + "\"\n";
}

/// What is said of the last line, in one text; "" where nothing is.
std::string said(const Place& place, const std::string& value) {
    const std::string text = file_with(place, value);
    lca::Session session(lca::embedded_catalogue());
    if (const auto document = session.load_text("test.yaml", text)) session.validate(document);
    const auto last = static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n'));
    std::string all;
    for (const lca::Fault& fault : session.diagnostics().sorted()) {
        const bool of_value = fault.place.line == last && fault.place.column > place.key->name.size();
        const bool of_others = fault.message.find(" is missing") != std::string::npos ||
                               fault.message.find("` needs `") != std::string::npos;
        if (of_value && !of_others) all += fault.message + "\n" + fault.expected + "\n" + fault.hint + "\n";
    }
    return all;
}

/// The texts between back quotes behind the first line, which repeats what was written.
std::vector<std::string> quoted_in(const std::string& message) {
    std::vector<std::string> found;
    std::size_t at = message.find('\n');
    while (at != std::string::npos && (at = message.find('`', at)) != std::string::npos) {
        const std::size_t end = message.find('`', at + 1);
        if (end == std::string::npos) break;
        found.push_back(message.substr(at + 1, end - at - 1));
        at = end + 1;
    }
    return found;
}

std::string swapped_case(std::string text) {
    for (char& c : text) {
        if (c >= 'a' && c <= 'z') {
            c = static_cast<char>(c - 'a' + 'A');
        } else if (c >= 'A' && c <= 'Z') {
            c = static_cast<char>(c - 'A' + 'a');
        }
    }
    return text;
}

std::string small(std::string text) {
    for (char& c : text) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    return text;
}

/// Words of a faulty unit: of "an unknown unit or of one that is of another dimension".
bool about_unit(const std::string& message) {
    return message.find("without a unit") != std::string::npos ||
           message.find("unknown unit") != std::string::npos ||
           message.find(" belongs\n") != std::string::npos ||
           message.find("out of range") != std::string::npos;
}

std::vector<Place> places() {
    std::set<const lca::Key*> seen;
    std::vector<Place> found;
    collect(lca::scenario_type(), {}, seen, found);
    return found;
}

lca::Quantity example_of(const Place& place) {
    return std::get<lca::Quantity>(lca::parse_quantity(place.key->example));
}

constexpr const char* number = "108836";

}  // namespace

TEST_CASE("each key takes its own example") {
    const std::vector<Place> all = places();
    CHECK(all.size() > 60);
    for (const Place& place : all) {
        const std::string text = file_with(place, std::string(place.key->example));
        CAPTURE(text);
        CHECK_FALSE(about_unit(said(place, std::string(place.key->example))));
    }
}

TEST_CASE("a number without its unit, and one with a share's, are answered by the key's own example") {
    std::size_t answered = 0;
    for (const Place& place : places()) {
        const lca::Quantity example = example_of(place);
        if (example.unit.dimension.dimensionless()) continue;
        for (const std::string& wrong : {std::string(number), std::string(number) + " %"}) {
            const std::string message = said(place, wrong);
            CAPTURE(file_with(place, wrong));
            CAPTURE(message);
            if (message.empty()) continue;  // keys of any dimension, and keys that nothing reads alone
            ++answered;
            bool shown = false;
            for (const std::string& text : quoted_in(message)) {
                CHECK(text.find(number) == std::string::npos);
                const auto parsed = lca::parse_quantity(text);
                const auto* quantity = std::get_if<lca::Quantity>(&parsed);
                if (quantity == nullptr || quantity->bare) continue;
                CHECK_FALSE(about_unit(said(place, text)));
                shown = shown || text == place.key->example;
            }
            CHECK(shown);
        }
    }
    CHECK(answered > 70);
}

TEST_CASE("letters of the other case are answered by the unit, at the magnitude that was written") {
    std::size_t answered = 0;
    for (const Place& place : places()) {
        const lca::Quantity example = example_of(place);
        const std::string unit(example.unit.text);
        const std::string other = swapped_case(unit);
        if (unit.empty() || other == unit || std::holds_alternative<lca::UnitText>(lca::parse_unit(other)))
            continue;
        const std::string message = said(place, std::string(number) + " " + other);
        if (message.empty()) continue;
        CAPTURE(file_with(place, std::string(number) + " " + other));
        CAPTURE(message);
        ++answered;
        bool shown = false;
        for (const std::string& text : quoted_in(message)) {
            CHECK(text.find(number) == std::string::npos);
            shown = shown || small(other).find(small(text)) != std::string::npos;
        }
        CHECK(shown);
    }
    CHECK(answered > 30);
}

TEST_CASE("a prefix that the table does not have is converted, never replaced by another one") {
    for (const char* stem : {"W", "Wh", "J", "g", "B", "FLOP", "token", "request", "gCO2e", "gCO2", "gSbe"}) {
        for (const char* prefix : {"n", "c", "E", "Z", "h"}) {
            const std::string unit = std::string(prefix) + stem;
            const auto parsed = lca::parse_unit(unit);
            const auto* fault = std::get_if<lca::TextFault>(&parsed);
            if (fault == nullptr || unit == "cg" || unit == "hg") continue;
            CAPTURE(unit);
            CAPTURE(fault->hint);
            for (const std::string& text : quoted_in("\n" + fault->hint)) {
                if (text == "lca units") continue;
                const bool same = text == unit || text == stem || text == std::string(stem) + "e";
                const bool swapped = text.starts_with(prefix);
                CHECK((same || swapped));
            }
        }
    }
}
