#pragma once
// A text read as far as the scenario, for tests of the reader.

#include <memory>
#include <string>
#include <vector>

#include "lca/document/load.hpp"
#include "lca/document/schema.hpp"
#include "models/language/schema.hpp"
#include "models/scenario/activity_reader.hpp"
#include "models/scenario/scenario.hpp"

namespace test {

/// Everything that a reading leaves behind.
struct Read {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    std::unique_ptr<lca::Document> document;
    lca::Scenario scenario;
    std::vector<lca::Activity> activities = {};  // those of the scenario, read once more

    std::string messages() const { return lca::render(diagnostics, sources); }
    /// Whether a message holds a text.
    bool says(const std::string& text) const { return messages().find(text) != std::string::npos; }
};

inline std::unique_ptr<Read> read(const std::string& text) {
    auto result = std::make_unique<Read>();
    const std::uint32_t file = result->sources.add({.name = "t.yaml", .text = text, .sha256 = {}});
    result->document = lca::load_text(file, result->sources, result->diagnostics);
    if (!result->document || !result->document->root()) return result;
    lca::check(*result->document, lca::scenario_type(), result->diagnostics);
    result->scenario = lca::read_scenario(*result->document, result->sources, result->diagnostics);
    lca::ActivityReader reader(result->scenario, result->sources);
    for (std::size_t i = 0; i < reader.size(); ++i) result->activities.push_back(reader.read(i));
    return result;
}

/// A file with one site and one activity, whose keys are given as lines of YAML without indentation.
inline std::string activity(const std::string& lines) {
    std::string text =
        "lca: 1\ntitle: T\nsites: {here: {grid: {intensity: 57 gCO2e/kWh}}}\nactivities:\n  run:\n"
        "    stage: training\n    site: here\n    ";
    for (const char c : lines) text += c == '\n' ? std::string("\n    ") : std::string(1, c);
    return text + "\n";
}

/// A file with one parameter `x`.
inline std::string parameter(const std::string& value) {
    return "lca: 1\ntitle: T\nparameters:\n  x: " + value + "\n";
}

}  // namespace test
