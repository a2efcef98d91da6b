#pragma once
// A number in a scenario: a literal or an expression, with uncertainty, source and where it is stated.

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

/// The place where something is stated. Small and cheap to copy; valid as long as its document exists. A
/// default-constructed one refers to nothing and converts to false.
class Location {
public:
    Location() = default;
    Location(const Node& node);  // implicit: readers pass nodes
    /// For a scenario made in a program: the path of a value, and the text that the program gives it.
    static Location in_code(std::string path, std::shared_ptr<const std::string> text = {});

    explicit operator bool() const { return document_ || code_; }
    bool is_in_code() const { return static_cast<bool>(code_); }
    /// The same text at another path; only for values made in a program.
    Location at_path(std::string path) const;

    /// The place in a file; not known() for what a program states.
    Place place() const;
    Place key_place() const;
    /// The path, such as "sites.idris.pue".
    std::string path() const;
    std::string_view key() const;
    /// The text of a single value; empty for lists and maps.
    std::string_view text() const;
    /// Whether the file has the text in quotes.
    bool quoted() const;
    /// How many characters a message should underline to mark the whole text, at least 1.
    std::size_t width() const;

    /// The node in the document; empty for what a program states. Callers must include lca/document/node.hpp.
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

/// The id of hardware, a grid, a data centre and the like, or another text; converts to false if there is
/// none.
struct Reference {
    std::string text;
    Location location;

    Reference() = default;
    Reference(const Node& node);
    // Implicit, for `part.hardware = "nvidia-a100-sxm4-80gb"`.
    Reference(std::string id) : text(std::move(id)) {}
    Reference(const char* id) : text(id) {}
    explicit operator bool() const { return location || !text.empty(); }
};

class Expression;

/// Which numbers are possible for a value. Checked for literals when read, for expressions when recorded.
enum class Bounds : unsigned char {
    any,  // for expected results, credits of end_of_life
    not_negative,
    positive,        // lifetimes, number of nodes
    share,           // 0 to 1
    positive_share,  // above 0, at most 1: utilisation, efficiency
    at_least_one,    // PUE
};
/// "at least 1", "above 0 and at most 100 %": for messages.
std::string_view to_string(Bounds bounds);
bool within(Bounds bounds, double value);

/// The longest time that a file may state: 1000 yr, in seconds.
inline constexpr double max_time = 1000 * 365.0 * 86400.0;

/// All that is stated about a number. Must not be changed once an AnyValue refers to it.
struct Statement {
    Location text;   // place of the number or expression
    Location owner;  // place of the whole value: the map of a long form, or the same as `text`
    Bounds bounds = Bounds::not_negative;
    std::optional<Quantity> literal;  // empty: the value is `expression`
    std::shared_ptr<const Expression> expression;
    std::shared_ptr<const Distribution> uncertainty;  // null: none stated
    std::string source = {}, note = {}, status = {};
};

/// A value stated in C++, written as in files: "118 d", "=gpu_time * 2". Throws InputError if the text is not
/// a number, or has none of these dimensions (if empty, any is accepted).
std::shared_ptr<const Statement> state(std::string_view text, std::span<const Dimension> dimensions = {});

/// A number of any dimension; empty if none is stated. Copies refer to the same statement.
class AnyValue {
public:
    AnyValue() = default;
    explicit AnyValue(std::shared_ptr<const Statement> stated) : stated_(std::move(stated)) {}
    AnyValue(const char* text) : stated_(state(text)) {}  // implicit, for `line.power = "400 W"`
    explicit operator bool() const { return stated_ != nullptr; }
    const Statement& operator*() const { return *stated_; }
    const Statement* operator->() const { return stated_.get(); }

    /// A changed copy: `value.with([](Statement& stated) { stated.source = "IDRIS"; })`.
    template <class Change>
    AnyValue with(const Change& change) const {
        auto changed = std::make_shared<Statement>(*stated_);
        change(*changed);
        return AnyValue(std::move(changed));
    }

private:
    std::shared_ptr<const Statement> stated_;
};

/// A number whose dimension is known to the compiler.
template <class Unit>
class Value : public AnyValue {
public:
    Value() = default;
    explicit Value(AnyValue value) : AnyValue(std::move(value)) {}
    /// Implicit, for `activity.duration = "118 d"`. Throws InputError for another dimension.
    Value(const char* text) : AnyValue(state(text, std::span<const Dimension>(&dimension, 1))) {}

private:
    static constexpr Dimension dimension = dimension_of<Unit>();
};

/// One number for each impact category, each of which may be empty.
using ByCategory = std::array<AnyValue, impact_count>;

/// Impacts that a program states (or impacts per unit; `dimension` is without a category): puts each of
/// `texts` under its category. Throws InputError for another dimension, and for two texts of one category.
ByCategory state_impacts(std::initializer_list<const char*> texts, Dimension dimension);

/// An impact, or an impact per unit, with one number for each category; converts to false if it has none.
/// `Unit` is a C++ type such as unit::Impact or unit::ImpactPerEnergy; water is written as a volume.
template <class Unit>
struct ImpactValues {
    ByCategory of = {};

    ImpactValues() = default;
    ImpactValues(ByCategory values) : of(std::move(values)) {}
    /// For values stated in C++: `grid.intensity = "57 gCO2e/kWh"`, or a list of such texts.
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
