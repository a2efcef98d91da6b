#include "models/resolve/value_recorder.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/calc/expression.hpp"
#include "models/catalog/entries.hpp"
#include "models/scenario/bound_keys.hpp"
#include "models/values/place_in_text.hpp"
#include "models/values/source_text.hpp"

namespace lca {
namespace {

Origin origin_of(const Source& source) {
    switch (source.kind) {
        case Source::Kind::catalogue:
            return Origin::catalogue;
        case Source::Kind::argument:
            return Origin::argument;
        case Source::Kind::file:
            break;
    }
    return Origin::file;
}

}  // namespace

/// A file that two scenarios extend is loaded twice: returns its first index, so its values count as one.
std::uint32_t SharedInputs::first_reading_of(std::uint32_t file) {
    for (auto next = static_cast<std::uint32_t>(files_.size()); next < sources_.size(); ++next) {
        std::uint32_t first = next;
        for (std::uint32_t i = 0; i < next && !sources_[next].sha256.empty(); ++i) {
            if (sources_[i].name != sources_[next].name || sources_[i].sha256 != sources_[next].sha256)
                continue;
            first = i;
            break;
        }
        files_.push_back(first);
    }
    return files_.at(file);
}

ValueRecorder::ValueRecorder(Recorder& recorder, SharedInputs& inputs, const Scenario& scenario,
                             Catalog& catalog, const Sources& sources, Diagnostics& diagnostics)
    : recorder_(recorder),
      inputs_(inputs),
      scenario_(scenario),
      catalog_(catalog),
      sources_(sources),
      diagnostics_(diagnostics) {
    for (const Parameter& parameter : scenario_.parameters) parameters_.emplace(parameter.id, &parameter);
}

ValueRecorder::Written ValueRecorder::written(const AnyValue& value) {
    const Place place = value->text.place();
    return place.known() ? Written{place, nullptr} : Written{place, &*value};
}

std::size_t ValueRecorder::WrittenHash::operator()(const Written& written) const {
    const std::uint64_t place = (std::uint64_t{written.place.file} << 52) ^
                                (std::uint64_t{written.place.line} << 20) ^ written.place.column;
    return std::hash<std::uint64_t>()(place) ^ std::hash<const Statement*>()(written.stated);
}

void ValueRecorder::scale(const Location& text, Expr<unit::None> factor) {
    scaled_.emplace(Written{text.place(), nullptr}, factor.value());
}

void ValueRecorder::forget(const Activity& activity) {
    each_value(activity, [&](const AnyValue& value) {
        known_.erase(written(value));
        faulty_.erase(written(value));
    });
}

Term ValueRecorder::scaled(const AnyValue& value, Term term) const {
    if (!scaled_ || scaled_->first != written(value)) return term;
    return {term.step * scaled_->second, term.dimension};
}

Step ValueRecorder::recorded_default(const Default& otherwise, Dimension dimension) {
    const auto found = defaults_.find(otherwise.path);
    if (found != defaults_.end()) return found->second;
    const Step step = inputs_.by_default(otherwise, [&] {
        return recorder_.input({.path = otherwise.path,
                                .value = otherwise.value,
                                .dimension = dimension,
                                .written = otherwise.value / otherwise.unit_factor,
                                .unit = otherwise.unit,
                                .unit_factor = otherwise.unit_factor,
                                .origin = Origin::default_value,
                                .note = otherwise.why});
    });
    defaults_.emplace(otherwise.path, step);
    return step;
}

Input ValueRecorder::described(const AnyValue& value) {
    Input input;
    path_ = value->owner.path();
    input.path = path_;
    input.place = value->text.place();
    input.origin = input.place.known() ? origin_of(sources_[input.place.file]) : Origin::code;
    const std::string_view source = source_around(*value, scenario_.document);
    source_ = source.empty() ? std::string() : catalog_.source_line(source);
    if (!source.empty() && !known_sources_.contains(source)) {
        known_sources_.emplace(source);
        if (is_quoted(catalog_, source)) quoted_.insert(source_);
    }
    input.source = source_;
    input.note = value->note;
    input.status = value->status;
    return input;
}

/// Has samples of a value checked against its range, both of an input and of what is computed from inputs.
void ValueRecorder::limit(const AnyValue& value, const Term& term) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (value->bounds == Bounds::any) return;
    const bool share = value->bounds == Bounds::share || value->bounds == Bounds::positive_share;
    recorder_.limit(
        {.step = term.step.id(),
         .path = value->owner.path(),
         .place = value->text.place(),
         .dimension = term.dimension,
         .low = value->bounds == Bounds::at_least_one ? 1.0 : 0.0,
         .high = share ? 1.0 : infinity,
         .above_low = value->bounds == Bounds::positive || value->bounds == Bounds::positive_share,
         .expected = std::string(to_string(value->bounds))});
}

Term ValueRecorder::literal(const AnyValue& value) {
    const Quantity& quantity = *value->literal;
    const Step step = inputs_.at(value->text.place(), [&] {
        Input input = described(value);
        input.value = quantity.value;
        input.dimension = quantity.unit.dimension;
        input.written = quantity.written;
        input.unit = quantity.unit.text;
        input.unit_factor = quantity.unit.factor;
        if (value->uncertainty) input.uncertainty = value->uncertainty;
        const Term term{recorder_.input(input), quantity.unit.dimension};
        if (value->uncertainty) limit(value, term);
        return term.step;
    });
    return {step, quantity.unit.dimension};
}

/// The uncertainty of an expression is relative: it is multiplied by an input with the value 1 that varies.
Term ValueRecorder::with_uncertainty(const AnyValue& value, Term term) {
    if (!value->uncertainty) return term;
    const Step factor = inputs_.at(value->text.place(), [&] {
        Input input = described(value);
        input.value = input.written = 1;
        input.uncertainty = value->uncertainty;
        return recorder_.input(input);
    });
    return {term.step * factor, term.dimension};
}

/// Keeps source, note and status of an expression. As equal constants share one step, `=[0.28 kWh]` becomes
/// an input of its own.
Term ValueRecorder::stated(const AnyValue& value, Term term) {
    if (value->source.empty() && value->note.empty() && value->status.empty()) return term;
    Input about = described(value);
    about.dimension = term.dimension;
    about.value = recorder_.value(term.step);
    about.written = about.value;
    const std::string unit = coherent_unit(term.dimension);
    about.unit = unit;
    if (recorder_.operation(term.step) == Operation::constant)
        return {inputs_.at(value->text.place(), [&] { return recorder_.input(about); }), term.dimension};
    recorder_.state(term.step, about);
    return term;
}

Parsed<Term> ValueRecorder::parameter(Expression::Name name) {
    const auto found = parameters_.find(name.text);
    if (found == parameters_.end()) {
        std::vector<std::string_view> known;
        if (diagnostics().worth_a_hint()) {
            for (const Parameter& parameter : scenario_.parameters) known.push_back(parameter.id);
        }
        TextFault fault{name.offset, name.text.size(), fmt::format("unknown parameter `{}`", name.text)};
        if (scenario_.parameters.empty())
            fault.expected =
                "a name of `parameters` (this file has none), a number, or a literal such as [400 W]";
        fault.hint = did_you_mean(name.text, known);
        return fault;
    }
    const Parameter& parameter = *found->second;
    const auto ring = std::find(open_.begin(), open_.end(), parameter.id);
    if (ring != open_.end()) {
        std::string names;
        for (auto at = ring; at != open_.end(); ++at) names += fmt::format("{} -> ", *at);
        return TextFault{name.offset, name.text.size(),
                         fmt::format("`{}` refers to itself: {}{}", name.text, names, parameter.id)};
    }
    used_.insert(parameter.id);
    if (!parameter.value) return TextFault{};
    record(parameter);
    if (faulty_.contains(written(parameter.value))) return TextFault{};
    return term(parameter.value);
}

void ValueRecorder::record(const Parameter& parameter) {
    if (!parameter.value) return;
    if (known_.contains(written(parameter.value))) return;
    open_.push_back(parameter.id);
    const Term recorded = term(parameter.value);
    open_.pop_back();
    if (!faulty_.contains(written(parameter.value)))
        known_[written(parameter.value)] = named(parameter, recorded);
}

/// Labels an expression with the path of its parameter; if it only repeats an input, that keeps its own path.
Term ValueRecorder::named(const Parameter& parameter, Term term) {
    const double value = recorder_.value(term.step);
    const std::string path = fmt::format("parameters.{}", parameter.id);
    const Operation operation = recorder_.operation(term.step);
    if (operation == Operation::input || value == 0) return term;
    if (operation != Operation::constant) {
        recorder_.label(term.step, path, term.dimension);
        return term;
    }
    const std::string_view text = parameter.value->text.text();  // "=[12 h]"
    const bool literal = text.starts_with("=[") && text.find(']') + 1 == text.size();
    const std::string name = literal ? fmt::format("{} {}", path, text.substr(1)) : path;
    return {recorder_.constant(value, name, term.dimension), term.dimension};
}

/// Reports an error in an expression; one without a message has been reported already, at its cause.
void ValueRecorder::fault(const AnyValue& value, const TextFault& fault) {
    faulty_.insert(written(value));
    if (fault.message.empty()) return;
    const std::size_t at = fault.offset + 1;  // after the `=`
    diagnostics_.add({.place = place_in(value->text, at, sources_),
                      .message = fmt::format("`{}`: {}", value->owner.path(), fault.message),
                      .expected = fault.expected,
                      .hint = fault.hint,
                      .width = width_in(value->text, at, fault.length)});
}

void ValueRecorder::check_bounds(const AnyValue& value, const Term& term) {
    if (faulty_.contains(written(value))) return;
    const double now = recorder_.value(term.step);
    if (!within_range(now)) {
        diagnostics_.error(
            value->text.place(),
            fmt::format("`{}` is out of range: it divides by zero, or is too large", value->owner.path()));
    } else if (term.dimension == Dimension::of(Base::time) && std::abs(now) > max_time) {
        diagnostics_.error(value->text.place(),
                           fmt::format("`{}` amounts to {} s", value->owner.path(), exact(now)),
                           "at most 1000 yr");
    } else if (!within(value->bounds, now)) {
        diagnostics_.error(value->text.place(),
                           fmt::format("`{}` amounts to {} {}", value->owner.path(), exact(now),
                                       customary_unit(term.dimension)),
                           std::string(to_string(value->bounds)));
    }
}

Term ValueRecorder::expression(const AnyValue& value, const Expression::Resolve& more) {
    const auto resolve = [&](Expression::Name name) -> Parsed<Term> {
        if (more && !parameters_.contains(name.text)) return more(name);
        return parameter(name);
    };
    recorded_.insert(written(value));
    Parsed<Term> recorded = value->expression->record(recorder_, resolve);
    if (const auto* wrong = std::get_if<TextFault>(&recorded)) {
        fault(value, *wrong);
        return {recorder_.constant(1), Dimension{}};
    }
    return stated(value, with_uncertainty(value, std::get<Term>(recorded)));
}

/// The value that an edit states in place of a figure of the catalogue; without such an edit, the figure.
AnyValue ValueRecorder::in_place_of(const AnyValue& value) {
    if (!scenario_.replaced || !value->literal) return value;
    const std::string path = value->owner.path();
    const KeyedValues replaced = keyed(scenario_.replaced);
    if (!replaced.has(path)) return value;
    const AnyValue other = replaced.read(path, value->literal->unit.dimension, value->bounds);
    replaced_.insert(path);
    return other ? other : value;
}

void ValueRecorder::refuse_unused_figures() {
    if (!scenario_.replaced) return;
    const KeyedValues replaced = keyed(scenario_.replaced);
    for (const std::string_view path : replaced.keys()) {
        if (replaced_.contains(path)) continue;
        const Location at = replaced.location_of(path);
        diagnostics_.add(
            {.place = at.key_place(),
             .message = fmt::format("{} is not a catalogue figure used in this scenario", in_quotes(path)),
             .expected = "a path of the file, or one of its inputs: `lca evaluate --format json` lists them",
             .width = characters(path)});
    }
}

Term ValueRecorder::term(const AnyValue& given, std::span<const Dimension> wanted) {
    const AnyValue value = in_place_of(given);
    const auto found = known_.find(written(value));
    if (found != known_.end()) return found->second;
    if (value->literal) return known_.emplace(written(value), scaled(value, literal(value))).first->second;
    const Term term = expression(value, {});
    if (wanted.empty() || std::find(wanted.begin(), wanted.end(), term.dimension) != wanted.end())
        check_bounds(value, term);
    if (!faulty_.contains(written(value))) limit(value, term);
    return known_.emplace(written(value), scaled(value, term)).first->second;
}

void ValueRecorder::note_unused_parameters() {
    for (const Parameter& parameter : scenario_.parameters) {
        if (!parameter.value || used_.contains(parameter.id)) continue;
        diagnostics_.add({.place = parameter.value->owner.key_place(),
                          .message = fmt::format("parameter `{}` is not used", parameter.id),
                          .width = parameter.id.size(),
                          .severity = Severity::note});
    }
}

ValueRecorder::Alternative ValueRecorder::one_of(const AnyValue& value,
                                                 std::span<const Dimension> dimensions) {
    const Term term = this->term(value, dimensions);
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (term.dimension == dimensions[i]) return {term.step, i};
    }
    if (!faulty_.contains(written(value))) {
        fault_of_dimension(value, term.dimension, dimensions);
        faulty_.insert(written(value));
    }
    return {recorder_.constant(1), 0};
}

void ValueRecorder::fault_of_dimension(const AnyValue& value, Dimension found,
                                       std::span<const Dimension> wanted) {
    std::vector<std::string> names;
    for (const Dimension& dimension : wanted)
        names.push_back(dimension.dimensionless()
                            ? "a plain number"
                            : fmt::format("{} ({})", name(dimension), customary_unit(dimension)));
    diagnostics_.add(
        {.place = value->text.place(),
         .message = fmt::format("`{}` is {} ({})", value->owner.path(), name(found), customary_unit(found)),
         .expected = listed(names, "or"),
         .hint = mix_up(wanted.front(), found),
         .width = width_in(value->text, 0, value->text.text().size())});
}

bool ValueRecorder::has_recorded(Place place) const {
    return recorded_.contains(Written{place, nullptr});
}

/// Evaluates the value in a separate recording, with the current values of parameters.
void ValueRecorder::check_unrecorded(const AnyValue& value, const WantedDimensions* wanted) {
    if (faulty_.contains(written(value))) return;
    Dimension found;
    if (value->expression) {
        Recorder apart;
        const Parsed<Term> recorded =
            value->expression->record(apart, [&](Expression::Name name) -> Parsed<Term> {
                const Parsed<Term> known = parameter(name);
                if (const auto* fault = std::get_if<TextFault>(&known)) return *fault;
                const Term& term = std::get<Term>(known);
                return Term{apart.constant(recorder_.value(term.step)), term.dimension};
            });
        if (const auto* wrong = std::get_if<TextFault>(&recorded)) return fault(value, *wrong);
        found = std::get<Term>(recorded).dimension;
    } else {
        found = value->literal->unit.dimension;
    }
    if (wanted == nullptr || wanted->fits(found)) return;
    std::vector<Dimension> one_of = wanted->one_of;
    for (Dimension& dimension : one_of) {
        if (dimension.exponent(Base::impact) != 0) dimension = dimension.with(Category::climate);
    }
    fault_of_dimension(value, found, one_of);
}

Step ValueRecorder::checked(const AnyValue& value, Dimension dimension) {
    return one_of(value, std::span<const Dimension>(&dimension, 1)).step;
}

KeyedValues constants_of(std::string_view model, ValueRecorder& values) {
    const auto found = values.catalog().find(Section::model, model);
    return found ? values.keyed(found->entry) : KeyedValues();
}

}  // namespace lca
