// Look-ups in a recorded calculation.

#include "lca/calc/calculation.hpp"

namespace lca {

const Label* Calculation::label(StepId step) const {
    const std::uint32_t meaning = step < steps_.size() ? steps_[step].meaning : 0;
    return meaning == 0 ? nullptr : &labels_[meaning - 1];
}

std::optional<Input> Calculation::input(std::string_view path) const {
    const std::optional<std::size_t> index = inputs_.find(path);
    return index ? std::optional(inputs_[*index]) : std::nullopt;
}

}  // namespace lca
