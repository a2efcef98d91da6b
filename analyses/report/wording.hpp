#pragma once
// Names of inputs and results in words, as a page shows them.

#include <cstddef>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "models/compile/session.hpp"

namespace lca::report {

/// An input's name, and what it belongs to: "Grid intensity" of "idris"; "GPU time", a "parameter".
struct InputName {
    std::string label, context;
};

/// A piece of a sentence: words, or the value of an input followed by `noun` ("nodes"; "" for its unit).
struct Phrase {
    std::string words;
    std::size_t input = 0;
    std::string noun = {};
    bool is_input = false;
};

class Wording {
public:
    /// Keeps references to the model and the session.
    Wording(const Model& model, Session& session);

    InputName name_of(const Input& input, std::size_t index);
    /// The name of hardware with this id, "NVIDIA A100 SXM4 80 GB"; else the id in words.
    std::string line(std::string_view id);
    /// The title of the output in the file; else its id in words.
    std::string output(const Output& output) const;
    /// A sentence of the main assumptions, for one site and one system; uses only inputs in `shown`.
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

/// An id in words: "final training" for "final_training"; abbreviations are in capitals.
std::string in_plain_words(std::string_view id);
std::string capitalised(std::string text);

}  // namespace lca::report
