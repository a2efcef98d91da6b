#pragma once
// What inputs and lines of a scenario are called on a page.

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/compile/session.hpp"

namespace lca::report {

/// The name of an input and what it belongs to: "GPU time" and "parameter"; "Grid intensity" and "idris".
struct InputName {
    std::string label, context;
};

/// A piece of a sentence: words, or an input with its noun ("nodes"; "" for its own unit).
struct Phrase {
    std::string words;
    std::size_t input = 0;
    std::string noun = {};
    bool is_input = false;
};

class Wording {
public:
    /// Refers to the model and the session.
    Wording(const Model& model, Session& session);

    InputName name_of(const Input& input, std::size_t index);
    /// "NVIDIA A100 SXM4 80 GB" for an id of hardware; else the id in words.
    std::string line(std::string_view id);
    /// The title that the file gives it, else its name in words.
    std::string output(const Output& output) const;
    /// The main assumptions, where there are one site and one system; only with the inputs in `shown`.
    std::vector<Phrase> rests_on(const std::vector<std::size_t>& shown) const;

private:
    std::string hardware(std::string_view id);
    std::string key_in_words(std::string_view path) const;
    std::size_t input_of(StepId step) const;
    bool is_series(std::size_t input) const;

    const Model& model_;
    Session& session_;
    std::vector<double> values_;
};

/// "final_training" in words: "final training"; abbreviations in capitals.
std::string in_plain_words(std::string_view id);
std::string capitalised(std::string text);

}  // namespace lca::report
