// Looking things up in a finished recording.

#include "lca/calc/calculation.hpp"

#include <algorithm>
#include <numeric>

namespace lca {

std::string_view to_string(Origin origin) {
    switch (origin) {
        case Origin::file:
            return "file";
        case Origin::catalogue:
            return "catalogue";
        case Origin::default_value:
            return "default";
        case Origin::argument:
            return "argument";
    }
    return "";
}

void Calculation::settle() {
    by_path_.resize(inputs_.size());
    std::iota(by_path_.begin(), by_path_.end(), 0U);
    std::stable_sort(by_path_.begin(), by_path_.end(),
                     [&](std::uint32_t a, std::uint32_t b) { return inputs_[a].path < inputs_[b].path; });
    results_.settle();
}

const Label* Calculation::label(StepId step) const {
    const std::uint32_t place = step < label_of_.size() ? label_of_[step] : 0;
    return place == 0 ? nullptr : &labels_[place - 1];
}

const Input* Calculation::input(std::string_view path) const {
    auto place = std::lower_bound(
        by_path_.begin(), by_path_.end(), path,
        [&](std::uint32_t index, std::string_view wanted) { return inputs_[index].path < wanted; });
    return place != by_path_.end() && inputs_[*place].path == path ? &inputs_[*place] : nullptr;
}

}  // namespace lca
