#pragma once
// The input numbers of a calculation, which explanations show and which samples and sweeps vary. A large file
// has tens of thousands of them, so their memory is kept small: a text that many inputs have is stored once.

#include <cstddef>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/math/distribution.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

/// Where an input number comes from.
enum class Origin : std::uint8_t { file, catalogue, default_value, argument, code };
std::string_view to_string(Origin origin);  // "file", "catalogue", "default", "argument", "code"

/// One input number of the calculation. If an Inputs returned it, its texts live as long as that Inputs.
struct Input {
    std::string_view path =
        {};            // "systems.jean_zay.lifetime"; from the catalogue: "nvidia-a100-sxm4-80gb.embodied"
    double value = 0;  // in base units
    Dimension dimension = {};
    double written = 0;          // the number as written, such as 6
    std::string_view unit = {};  // the unit as written, such as "yr"; "" if none
    double unit_factor = 1;      // one such unit in base units
    Origin origin = Origin::file;
    Place place = {};              // unknown for a default
    std::string_view source = {};  // one line; "" if none was given
    std::string_view note = {};    // also: the reason for a default
    std::string_view status = {};  // "" (as in the source), "inferred", "fitted", "assumed"
    std::shared_ptr<const Distribution> uncertainty = {};  // null if none is stated
};

/// Stores inputs compactly. Input objects are put together on each access, so copies should be kept.
class Inputs {
public:
    class Iterator;

    std::size_t size() const { return kept_.size(); }
    bool empty() const { return kept_.empty(); }
    /// The input at an index, which must be below size().
    Input operator[](std::size_t index) const;
    double value(std::size_t index) const { return kept_[index].value; }
    bool is_uncertain(std::size_t index) const { return kept_[index].uncertainty != none; }
    std::string_view path(std::size_t index) const;
    Iterator begin() const;
    Iterator end() const;
    /// The index of the first input at a path, by linear search; empty if there is none.
    std::optional<std::size_t> find(std::string_view path) const;

    void reserve(std::size_t count);
    /// Adds an input, with copies of its texts, and returns its index.
    std::size_t add(const Input& input);

private:
    static constexpr std::uint32_t none = 0xffffffff;

    struct Unit {
        std::uint32_t text;
        Dimension dimension;
        double factor;
    };
    struct Kept {
        double value, written;
        Place place;
        std::uint32_t path_end;  // end of its path in paths_; the path before it ends at its start
        std::uint32_t unit, source, note, status, uncertainty;
        Origin origin;
    };
    /// Stores each different text once, by number.
    class Texts {
    public:
        std::uint32_t number_of(std::string_view text);
        std::string_view operator[](std::uint32_t number) const { return texts_[number]; }

    private:
        std::deque<std::string> texts_;
        std::unordered_map<std::string_view, std::uint32_t> numbers_;
    };

    std::uint32_t unit_of(const Input& input);

    std::vector<Kept> kept_;
    std::vector<char> paths_;
    Texts texts_;
    std::vector<Unit> units_;
    std::unordered_multimap<std::uint32_t, std::uint32_t> unit_of_text_;
    std::vector<std::shared_ptr<const Distribution>> uncertainties_;
};

/// Iterates over the inputs.
class Inputs::Iterator {
public:
    using value_type = Input;
    using difference_type = std::ptrdiff_t;

    Iterator() = default;
    Iterator(const Inputs& inputs, std::size_t at) : inputs_(&inputs), at_(at) {}
    Input operator*() const { return (*inputs_)[at_]; }
    Iterator& operator++() {
        ++at_;
        return *this;
    }
    bool operator==(const Iterator&) const = default;

private:
    const Inputs* inputs_ = nullptr;
    std::size_t at_ = 0;
};

inline Inputs::Iterator Inputs::begin() const {
    return {*this, 0};
}
inline Inputs::Iterator Inputs::end() const {
    return {*this, size()};
}

/// One entry of `correlations` in a file: the rank correlation of two uncertain values.
struct Correlation {
    std::string first, second;  // paths of the two values
    double r = 0;               // from -1 to 1
    Place place = {};           // the place of `r` in the file
    Place first_place = {}, second_place = {};
};

}  // namespace lca
