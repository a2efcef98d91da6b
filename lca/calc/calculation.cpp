// Looking things up in a finished recording.

#include "lca/calc/calculation.hpp"

#include <algorithm>

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

const Label* Calculation::label(StepId step) const {
    const std::uint32_t place = step < label_of_.size() ? label_of_[step] : 0;
    return place == 0 ? nullptr : &labels_[place - 1];
}

const Input* Calculation::input(std::string_view path) const {
    const auto found = std::find_if(inputs_.begin(), inputs_.end(),
                                    [path](const Input& input) { return input.path == path; });
    return found == inputs_.end() ? nullptr : &*found;
}

}  // namespace lca
