// Splits inputs into a small record each and texts that many of them share, and puts them together again.

#include "lca/calc/inputs.hpp"

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
        case Origin::code:
            return "code";
    }
    return "";
}

std::uint32_t Inputs::Texts::number_of(std::string_view text) {
    const auto known = numbers_.find(text);
    if (known != numbers_.end()) return known->second;
    const auto number = static_cast<std::uint32_t>(texts_.size());
    numbers_.emplace(texts_.emplace_back(text), number);
    return number;
}

/// The unit's index. Its text alone is not enough: in "8 GPU" as a count of components, GPU has no dimension.
std::uint32_t Inputs::unit_of(const Input& input) {
    const std::uint32_t text = texts_.number_of(input.unit);
    const auto [first, last] = unit_of_text_.equal_range(text);
    const auto same = std::find_if(first, last, [&](const auto& entry) {
        const Unit& unit = units_[entry.second];
        return unit.dimension == input.dimension && unit.factor == input.unit_factor;
    });
    if (same != last) return same->second;
    const auto unit = static_cast<std::uint32_t>(units_.size());
    units_.push_back({text, input.dimension, input.unit_factor});
    unit_of_text_.emplace(text, unit);
    return unit;
}

void Inputs::reserve(std::size_t count) {
    constexpr std::size_t usual_path = 32;
    kept_.reserve(count);
    paths_.reserve(count * usual_path);
}

std::size_t Inputs::add(const Input& input) {
    paths_.insert(paths_.end(), input.path.begin(), input.path.end());
    Kept kept{.value = input.value,
              .written = input.written,
              .place = input.place,
              .path_end = static_cast<std::uint32_t>(paths_.size()),
              .unit = unit_of(input),
              .source = texts_.number_of(input.source),
              .note = texts_.number_of(input.note),
              .status = texts_.number_of(input.status),
              .uncertainty = none,
              .origin = input.origin};
    if (input.uncertainty) {
        kept.uncertainty = static_cast<std::uint32_t>(uncertainties_.size());
        uncertainties_.push_back(input.uncertainty);
    }
    kept_.push_back(kept);
    return kept_.size() - 1;
}

std::string_view Inputs::path(std::size_t index) const {
    const std::uint32_t begin = index == 0 ? 0 : kept_[index - 1].path_end;
    return {paths_.data() + begin, kept_[index].path_end - begin};
}

Input Inputs::operator[](std::size_t index) const {
    const Kept& kept = kept_[index];
    const Unit& unit = units_[kept.unit];
    return {.path = path(index),
            .value = kept.value,
            .dimension = unit.dimension,
            .written = kept.written,
            .unit = texts_[unit.text],
            .unit_factor = unit.factor,
            .origin = kept.origin,
            .place = kept.place,
            .source = texts_[kept.source],
            .note = texts_[kept.note],
            .status = texts_[kept.status],
            .uncertainty = is_uncertain(index) ? uncertainties_[kept.uncertainty] : nullptr};
}

std::optional<std::size_t> Inputs::find(std::string_view path) const {
    for (std::size_t i = 0; i < size(); ++i) {
        if (this->path(i) == path) return i;
    }
    return std::nullopt;
}

}  // namespace lca
