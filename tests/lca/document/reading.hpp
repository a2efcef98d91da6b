#pragma once
// A text read for a test, with all that came of it.

#include <memory>
#include <string>
#include <utility>

#include "lca/base/diagnostics.hpp"
#include "lca/document/load.hpp"

/// Keeps what a document points into.
struct ReadText {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    std::unique_ptr<lca::Document> document;

    explicit ReadText(std::string text, std::string name = "f.yaml") {
        const std::uint32_t file = sources.add({std::move(name), std::move(text), {}});
        document = lca::load_text(file, sources, diagnostics);
    }
    lca::Node root() const { return document->root(); }
    std::string messages() const { return render(diagnostics, sources); }
};

/// The messages about a text.
inline std::string faults_of(std::string text) {
    return ReadText(std::move(text)).messages();
}

/// The first line of them: place and message.
inline std::string fault_of(std::string text) {
    const std::string all = faults_of(std::move(text));
    return all.substr(0, all.find('\n'));
}
