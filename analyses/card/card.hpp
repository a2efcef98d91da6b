#pragma once
// The emissions of a scenario for a model card: front matter as Hugging Face reads it, and a paragraph.

#include <optional>
#include <string>

#include "analyses/shared/evaluation.hpp"

namespace lca {

struct CardOptions {
    std::string result = {};  // name of a result or a stage; "": training or fine-tuning, else the total
};

struct Card {
    Evaluation evaluation = {};
    std::string result = {};         // name of the result: "stage.training"
    const Result* row = nullptr;     // the result, owned by `evaluation`
    double emissions = 0;            // kgCO2e
    std::string training_type = {};  // "pre-training" or "fine-tuning"; "" for other results
};

/// Empty after an error, which is in `session.diagnostics()`. Throws FileError, and InputError where there
/// is no such result or it is not assessed.
std::optional<Card> make_card(Session& session, const ScenarioSource& source,
                              const CardOptions& options = {});

/// The card as Markdown with front matter, to be merged into a README.md.
std::string text_of(const Card& card);

}  // namespace lca
