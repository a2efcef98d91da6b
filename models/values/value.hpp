#pragma once
// A number of a scenario: literal or expression, with uncertainty, source and where it is stated.

#include <array>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "lca/base/diagnostics.hpp"
#include "lca/math/distribution.hpp"
#include "lca/units/impact.hpp"
#include "lca/units/quantities.hpp"
#include "lca/units/quantity.hpp"

namespace lca {

class Document;
class Node;

/// Where something is stated. A small handle, valid while its document lives; default-constructed it refers
/// to nothing and converts to false.
class Location {
public:
    Location() = default;
    Location(const Node& node);  // not explicit: readers pass nodes
    /// At a path of a scenario made in a program, where `text` is written.
    static Location in_code(std::string path, std::shared_ptr<const std::string> text = {});

    explicit operator bool() const { return document_ || code_; }
    bool is_in_code() const { return static_cast<bool>(code_); }
    /// The same text at another path, for values made in C++.
    Location at_path(std::string path) const;

    /// A place that is not known() for what a program states.
    Place place() const;
    Place key_place() const;
    /// "sites.idris.pue".
    std::string path() const;
    std::string_view key() const;
    /// The text of a scalar; empty for lists and maps.
    std::string_view text() const;
    /// Whether `text` is in quotes.
    bool quoted() const;
    /// Characters under the caret of a message that marks all of the text, at least 1.
    std::size_t width() const;

    /// Empty for what a program states. Callers include lca/document/node.hpp.
    Node node() const;

private:
    struct Code {
        std::string path;
        std::shared_ptr<const std::string> text;
    };
    const Document* document_ = nullptr;
    std::uint32_t index_ = 0;
    std::shared_ptr<const Code> code_;
};

/// The id of something else (hardware, a grid, a data centre), or another text; converts to false where none
/// is given.
struct Reference {
    std::string text;
    Location location;

    Reference() = default;
    Reference(const Node& node);
    // Not explicit: `part.hardware = "nvidia-a100-sxm4-80gb"`.
    Reference(std::string id) : text(std::move(id)) {}
    Reference(const char* id) : text(id) {}
    explicit operator bool() const { return location || !text.empty(); }
};

class Expression;

/// What a number may physically be. Checked for literals when read and for expressions when recorded.
enum class Bounds : unsigned char {
    any,  // expectations; credits of end_of_life
    not_negative,
    positive,        // lifetimes, nodes
    share,           // 0 to 1
    positive_share,  // above 0, at most 1: utilisation, efficiency
    at_least_one,    // PUE
};
/// "at least 1", "above 0 and at most 100 %": for messages.
std::string_view to_string(Bounds bounds);
bool within(Bounds bounds, double value);

/// No time in a file is longer: 1000 yr, in seconds.
inline constexpr double max_time = 1000 * 365.0 * 86400.0;

/// What is stated about a number. Immutable once it is in a value.
struct Statement {
    Location text;   // of the number or expression itself
    Location owner;  // of the value as a whole: the long form's map, or the same as `text`
    Bounds bounds = Bounds::not_negative;
    std::optional<Quantity> literal;  // or else:
    std::shared_ptr<const Expression> expression;
    std::shared_ptr<const Distribution> uncertainty;  // null: none stated
    std::string source = {}, note = {}, status = {};
};

/// A value stated in C++ in the language of files: "118 d", "=gpu_time * 2". Throws InputError for a text
/// that is not a number, or has none of these dimensions (any, if empty).
std::shared_ptr<const Statement> state(std::string_view text, std::span<const Dimension> dimensions = {});

/// A number of any dimension, or nothing where none is stated. Copies share what is stated.
class AnyValue {
public:
    AnyValue() = default;
    explicit AnyValue(std::shared_ptr<const Statement> stated) : stated_(std::move(stated)) {}
    AnyValue(const char* text) : stated_(state(text)) {}  // not explicit: `line.power = "400 W"`
    explicit operator bool() const { return stated_ != nullptr; }
    const Statement& operator*() const { return *stated_; }
    const Statement* operator->() const { return stated_.get(); }

    /// The same with something changed: `value.with([](Statement& stated) { stated.source = "IDRIS"; })`.
    template <class Change>
    AnyValue with(const Change& change) const {
        auto changed = std::make_shared<Statement>(*stated_);
        change(*changed);
        return AnyValue(std::move(changed));
    }

private:
    std::shared_ptr<const Statement> stated_;
};

/// A number of a dimension the compiler knows.
template <class Unit>
class Value : public AnyValue {
public:
    Value() = default;
    explicit Value(AnyValue value) : AnyValue(std::move(value)) {}
    /// Not explicit: `activity.duration = "118 d"`. Throws InputError for another dimension.
    Value(const char* text) : AnyValue(state(text, std::span<const Dimension>(&dimension, 1))) {}

private:
    static constexpr Dimension dimension = dimension_of<Unit>();
};

/// One number per impact category, or nothing.
using ByCategory = std::array<AnyValue, impact_count>;

/// What a program states of an impact (or of one per something; `dimension` has no category): each of `texts`
/// under its category. Throws InputError for another dimension, or two of one category.
ByCategory state_impacts(std::initializer_list<const char*> texts, Dimension dimension);

/// An impact, or an impact per something: one number per category, at least one where it converts to true.
/// `Unit` is the C++ unit (unit::Impact, unit::ImpactPerEnergy); water is written as a volume.
template <class Unit>
struct ImpactValues {
    ByCategory of = {};

    ImpactValues() = default;
    ImpactValues(ByCategory values) : of(std::move(values)) {}
    /// For C++ callers: `grid.intensity = "57 gCO2e/kWh"`, or several.
    ImpactValues(const char* text) : ImpactValues({text}) {}
    ImpactValues(std::initializer_list<const char*> texts) : of(state_impacts(texts, dimension_of<Unit>())) {}
    explicit operator bool() const {
        for (const AnyValue& one : of) {
            if (one) return true;
        }
        return false;
    }
    const AnyValue& operator[](std::size_t impact) const { return of[impact]; }
};

}  // namespace lca
