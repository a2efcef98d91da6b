// Looking things up in a finished recording.

#include "lca/calc/calculation.hpp"

namespace lca {

const Label* Calculation::label(StepId step) const {
    const std::uint32_t place = step < label_of_.size() ? label_of_[step] : 0;
    return place == 0 ? nullptr : &labels_[place - 1];
}

std::optional<Input> Calculation::input(std::string_view path) const {
    const std::optional<std::size_t> index = inputs_.find(path);
    return index ? std::optional(inputs_[*index]) : std::nullopt;
}

}  // namespace lca
