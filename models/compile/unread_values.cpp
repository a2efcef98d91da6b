#include "models/compile/unread_values.hpp"

#include <algorithm>
#include <tuple>
#include <vector>

#include "lca/document/node.hpp"
#include "lca/document/type_walk.hpp"
#include "models/language/dimensions.hpp"
#include "models/language/schema.hpp"
#include "models/values/value_reader.hpp"

namespace lca::compile_detail {
namespace {

/// The type of a place in the tree by the tables of keys and, if a key leads to the place, that key.
struct Stated {
    const Type* type = nullptr;
    const Key* key = nullptr;
    bool of_model = false;  // whether it is an input of a model
};

/// The type that a map chooses by its key, such as `model`; null if it chooses none.
const Type* chosen(const Type& type, Node map) {
    const Node name = type.variants != nullptr ? map.written(type.chosen_by) : Node();
    if (!name || !name.is_text()) return nullptr;
    const auto variants = type.variants();
    const auto found = std::find_if(variants.begin(), variants.end(),
                                    [&](const Type* one) { return one->name == name.text(); });
    return found == variants.end() ? nullptr : *found;
}

/// The entry of `vary` in the file's sweep that contains a value; an empty node if there is none.
Node axis_of(Node node) {
    for (Node map = node.parent(); map; node = map, map = node.parent()) {
        if (map.key() == "vary" && map.parent() && map.parent().key() == "sweep") return node;
    }
    return {};
}

/// Follows the tables of keys from the root to a value; the `value` of a long form has the type of its map.
Stated stated_at(Node node) {
    const Node map = node.parent();
    if (!map) return {&scenario_type()};
    const Stated around = stated_at(map);
    if (around.type == nullptr) return {};
    if (map.is_list()) return {around.type->items, around.key, around.of_model};
    if (around.type->long_form != nullptr && node.key() == value_key) return around;
    const Type* variant = chosen(*around.type, map);
    Type of = variant != nullptr ? *variant : *around.type;
    of.variants = nullptr;  // so that the keys of other models are not allowed
    return {type_below(of, node.key()), key_below(of, node.key()), variant != nullptr};
}

/// The dimensions that are valid at a place. For an input of a model whose type is `any`, the dimension of
/// the example for its key.
std::optional<WantedDimensions> wanted_at(const Stated& stated) {
    if (auto wanted = wanted_dimensions(*stated.type)) return wanted;
    if (!stated.of_model || stated.key == nullptr) return std::nullopt;
    const Parsed<Quantity> example = parse_quantity(stated.key->example);
    if (const auto* quantity = std::get_if<Quantity>(&example))
        return WantedDimensions{{quantity->unit.dimension.with(Category::none)}};
    return std::nullopt;
}

bool is_number(const Type& type) {
    return type.scalar == Scalar::quantity || type.scalar == Scalar::number;
}

class Walk {
public:
    explicit Walk(ValueRecorder& values) : values_(values), reader_(values.sources(), values.diagnostics()) {
        if (!values.diagnostics().has_errors()) return;
        for (const Fault& fault : values.diagnostics().sorted()) {
            if (fault.severity == Severity::error) faults_.push_back(in_order(fault.place));
        }
    }

    void look_at_section(Node section) {
        constexpr std::string_view looked_at[] = {"functional_unit", "parameters", "sites",   "systems",
                                                  "hardware",        "activities", "rebound", "sweep"};
        if (std::find(std::begin(looked_at), std::end(looked_at), section.key()) == std::end(looked_at))
            return;
        of_axis_ = section.key() == "sweep";
        look_at(section, of_axis_);
    }

private:
    /// Looks for expressions that nothing has read, and for literals if `literals`.
    void look_at(Node node, bool literals) {
        if (node.faulty() || node.key() == "uncertainty") return;  // may state only literals, which were read
        if (!node.is_text()) {
            const bool below = literals || (node.is_map() && node.find("model"));
            for (const Node child : node.children()) look_at(child, below);
        } else if (node.text().starts_with('=') || literals) {
            check(node);
        }
    }

    /// Checks a text that nothing has read, unless an error was reported at it. (Bounds are not checked: only
    /// the models know those of their inputs.)
    void check(Node text) {
        if (values_.has_recorded(text.place()) || is_fault(text)) return;
        const Node axis = of_axis_ ? axis_of(text) : Node();
        if (axis && axis.is_map() && text.text().starts_with('=')) return;  // the reader requires literals
        const Stated stated = axis ? Stated{type_at(scenario_type(), axis.key())} : stated_at(text);
        if (stated.type == nullptr || !is_number(*stated.type)) return;
        const std::optional<WantedDimensions> wanted = wanted_at(stated);
        const AnyValue value = reader_.read_any(owner(text));
        if (!value || (axis && value->literal && value->literal->bare)) return;  // its unit is the last one
        values_.check_unrecorded(value, wanted ? &*wanted : nullptr);
    }

    /// Whether an error has been reported at a text or within it.
    bool is_fault(Node text) const {
        const Ordered begin = in_order(text.place());
        Ordered end = begin;
        std::get<2>(end) += Location(text).width();
        const auto at = std::lower_bound(faults_.begin(), faults_.end(), begin);
        return at != faults_.end() && *at < end;
    }

    using Ordered = std::tuple<std::size_t, std::size_t, std::size_t>;  // file, line, column
    static Ordered in_order(Place place) { return {place.file, place.line, place.column}; }

    static Node owner(Node text) {
        const bool in_long_form = text.key() == value_key && text.parent().is_map();
        return in_long_form ? text.parent() : text;
    }

    ValueRecorder& values_;
    ValueReader reader_;
    std::vector<Ordered> faults_;  // places of errors, sorted
    bool of_axis_ = false;
};

}  // namespace

void check_unread_values(const Document& document, ValueRecorder& values) {
    Walk walk(values);
    if (!document.root()) return;
    for (const Node section : document.root().children()) walk.look_at_section(section);
}

}  // namespace lca::compile_detail
