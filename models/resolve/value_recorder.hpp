#pragma once
// Records values of the file and the catalogue as steps of a calculation, and resolves expressions.

#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "lca/base/diagnostics.hpp"
#include "lca/calc/expression.hpp"
#include "lca/calc/recorder.hpp"
#include "models/catalog/catalog.hpp"
#include "models/language/dimensions.hpp"
#include "models/scenario/scenario.hpp"
#include "models/values/keyed_values.hpp"

namespace lca {

/// A default value of the language, shown in each result that uses it.
struct Default {
    std::string path = {};  // "sites.idris.pue"
    double value = 0;       // in base units
    std::string unit = {};  // as shown in results: "" or "%"
    double unit_factor = 1;
    std::string why = {};  // "the language's default"
};

/// The inputs of one recording, by the place where they are written. Scenarios with values in common (such as
/// a file and its what-if) share this object: a value that is written once is one input with one sample.
class SharedInputs {
public:
    /// `several`: whether more than one scenario will use this object; otherwise nothing is shared.
    SharedInputs(const Sources& sources, bool several) : sources_(sources), several_(several) {}

    /// The step of the input that is written at a place, or of a default; `record` creates it the first time.
    template <class Record>
    Step at(Place place, const Record& record) {
        if (!several_ || !place.known()) return record();
        const std::tuple key(first_reading_of(place.file), place.line, place.column);
        const auto found = written_.find(key);
        return found != written_.end() ? found->second : written_.emplace(key, record()).first->second;
    }
    template <class Record>
    Step by_default(const Default& given, const Record& record) {
        const std::pair key(given.path, given.value);
        const auto found = defaults_.find(key);
        return found != defaults_.end() ? found->second : defaults_.emplace(key, record()).first->second;
    }

private:
    std::uint32_t first_reading_of(std::uint32_t file);

    const Sources& sources_;
    bool several_;
    std::map<std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>, Step> written_;
    std::map<std::pair<std::string, double>, Step> defaults_;
    std::vector<std::uint32_t> files_;
};

/// Records the values of one scenario. An error in a value is reported once, at its place; the number 1 is
/// used in its place, so that the rest can be checked as well.
class ValueRecorder {
public:
    ValueRecorder(Recorder& recorder, SharedInputs& inputs, const Scenario& scenario, Catalog& catalog,
                  const Sources& sources, Diagnostics& diagnostics);

    /// From now on, the value written at `text` counts as `factor` times the number in the file.
    void scale(const Location& text, Expr<unit::None> factor);
    /// Frees what was stored about the values of an activity; nothing else may refer to them.
    void forget(const Activity& activity);

    /// The values under the keys of a map; errors in them are reported to the diagnostics of this recorder.
    KeyedValues keyed(const Location& map) const { return {map, sources_, diagnostics_}; }

    /// Records a value; empty if the file does not state it.
    template <class Unit>
    std::optional<Expr<Unit>> operator()(const Value<Unit>& value) {
        if (!value) return std::nullopt;
        return unchecked<Unit>(checked(value, dimension_of<Unit>()));
    }
    template <class Unit>
    Expr<Unit> or_default(const Value<Unit>& value, const Default& otherwise) {
        return value ? unchecked<Unit>(checked(value, dimension_of<Unit>()))
                     : unchecked<Unit>(recorded_default(otherwise, dimension_of<Unit>()));
    }
    template <class Unit>
    Expr<Unit> constant(double value) {
        return unchecked<Unit>(recorder_.constant(value));
    }

    /// Records a parameter, whether or not any expression uses it.
    void record(const Parameter& parameter);
    /// Records a value of any dimension.
    Term term(const AnyValue& value) { return term(value, {}); }
    /// A value that must have one of several dimensions: its step, and the index of that dimension.
    struct Alternative {
        Step step;
        std::size_t which = 0;
    };
    Alternative one_of(const AnyValue& value, std::span<const Dimension> dimensions);
    /// Records a value that must have exactly this dimension.
    Step checked(const AnyValue& value, Dimension dimension);

    /// Records an expression with names other than parameters (results, outputs), which `more` resolves.
    Term expression(const AnyValue& value, const Expression::Resolve& more);

    /// Whether 1 is used in place of a value, because of an error in it or in a value that it names.
    bool is_faulty(const AnyValue& value) const { return value && faulty_.contains(written(value)); }
    /// Whether the expression that is written at a place has been recorded.
    bool has_recorded(Place place) const;
    /// Checks a value that nothing uses. Errors: unknown names, and a dimension that is not one of those
    /// wanted (null: any). Nothing is recorded.
    void check_unrecorded(const AnyValue& value, const WantedDimensions* wanted);

    /// Reports an error in an expression, once for each value.
    void fault(const AnyValue& value, const TextFault& fault);

    /// Reports a note for each parameter that nothing uses.
    void note_unused_parameters();
    /// Reports edits of figures of the catalogue that the scenario does not use.
    void refuse_unused_figures();

    /// The current value of a step; for checks while the scenario is compiled.
    double now(Step step) const { return recorder_.value(step); }

    Recorder& recorder() { return recorder_; }
    Diagnostics& diagnostics() { return diagnostics_; }
    Catalog& catalog() { return catalog_; }
    /// The sources of recorded values, each in one line, that were not read but are quoted elsewhere.
    const std::set<std::string, std::less<>>& quoted() const { return quoted_; }
    const Sources& sources() const { return sources_; }

private:
    /// Does not check the range of a value whose dimension is not among those wanted (any, if empty).
    Term term(const AnyValue& value, std::span<const Dimension> wanted);
    Step recorded_default(const Default& otherwise, Dimension dimension);
    Term literal(const AnyValue& value);
    Term with_uncertainty(const AnyValue& value, Term term);
    Term stated(const AnyValue& value, Term term);
    Term named(const Parameter& parameter, Term term);
    /// The texts in the returned input are valid until the next call.
    Input described(const AnyValue& value);
    Parsed<Term> parameter(Expression::Name name);
    AnyValue in_place_of(const AnyValue& value);
    Term scaled(const AnyValue& value, Term term) const;
    void check_bounds(const AnyValue& value, const Term& term);
    void fault_of_dimension(const AnyValue& value, Dimension found, std::span<const Dimension> wanted);
    void limit(const AnyValue& value, const Term& term);

    Recorder& recorder_;
    SharedInputs& inputs_;
    const Scenario& scenario_;
    Catalog& catalog_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    /// Identifies a value: it is one input however often it is read. Two are equal if written at the same
    /// place (or, for values made in code, if they are the same object).
    struct Written {
        Place place;
        const Statement* stated = nullptr;
        friend bool operator==(const Written&, const Written&) = default;
    };
    struct WrittenHash {
        std::size_t operator()(const Written& written) const;
    };
    static Written written(const AnyValue& value);
    std::unordered_map<Written, Term, WrittenHash> known_;
    std::unordered_map<std::string_view, const Parameter*> parameters_;
    std::unordered_map<std::string, Step> defaults_;
    std::optional<std::pair<Written, Step>> scaled_;
    std::string path_, source_;                                  // of the last call of described()
    std::set<std::string, std::less<>> known_sources_, quoted_;  // ids; citations in one line
    std::unordered_set<Written, WrittenHash> faulty_;
    std::unordered_set<Written, WrittenHash> recorded_;  // expressions, even of forgotten activities
    std::unordered_set<std::string_view> used_;          // parameters that an expression names
    std::set<std::string, std::less<>> replaced_;  // figures of the catalogue that an edit put a value in for
    std::vector<std::string_view> open_;  // parameters being resolved, outermost first: a repeat is a cycle
};

/// The constants that the catalogue has for a model, or a table of factors; empty if it has none.
KeyedValues constants_of(std::string_view model, ValueRecorder& values);

}  // namespace lca
