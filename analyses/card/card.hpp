#pragma once
// What a model card states of emissions: Hugging Face's front matter, and a paragraph for people.

#include <optional>
#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca {

struct CardOptions {
    std::string result = {};  // a name of `lca evaluate`, or a stage; "": training, else the total
};

struct Card {
    Evaluation evaluation = {};
    std::string result = {};         // "stage.training"
    const Result* row = nullptr;     // in the evaluation
    double emissions = 0;            // kgCO2e
    std::string training_type = {};  // "pre-training" or "fine-tuning"; "" where it is neither
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where there
/// is no such result or it is not assessed.
std::optional<Card> make_card(Session& session, const ScenarioSource& source,
                              const CardOptions& options = {});

/// Markdown with front matter, to be merged into a README.md.
std::string text_of(const Card& card);

}  // namespace lca
