#include "models/resolve/values.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "lca/base/number.hpp"
#include "models/scenario/place_in_text.hpp"

namespace lca {
namespace {

/// The source written in an entry, or nothing.
std::string_view source_in(Node entry) {
    if (!entry.is_map()) return {};
    const Node source = entry.find("source");
    if (source && source.is_text()) return source.text();
    return source && source.is_map() && source.find("title") ? source.find("title").text()
                                                             : std::string_view();
}

/// The nearest source written at the figure or at an entry around it. The file's own source stands for the
/// file, not for a figure, and the keys of its sections (`sites`, `activities`) are names, `source` too.
std::string_view source_around(const Given& given, Node file) {
    if (!given.source.empty()) return given.source;
    for (Node at = given.owner.parent(); at && at.parent() && at.parent() != file; at = at.parent()) {
        const std::string_view source = source_in(at);
        if (!source.empty()) return source;
    }
    return {};
}

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

/// A file that two scenarios extend is read twice; its figures are the same all the same.
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

Values::Values(Recorder& recorder, SharedInputs& inputs, const Scenario& scenario, Catalog& catalog,
               const Sources& sources, Diagnostics& diagnostics)
    : recorder_(recorder),
      inputs_(inputs),
      scenario_(scenario),
      catalog_(catalog),
      sources_(sources),
      diagnostics_(diagnostics) {
    for (const Parameter& parameter : scenario_.parameters) parameters_.emplace(parameter.id, &parameter);
}

Values::Written Values::written(const Given& given) {
    const Place place = given.node.place();
    return place.known() ? Written{place, nullptr} : Written{place, &given};
}

std::size_t Values::WrittenHash::operator()(const Written& written) const {
    const std::uint64_t place = (std::uint64_t{written.place.file} << 52) ^
                                (std::uint64_t{written.place.line} << 20) ^ written.place.column;
    return std::hash<std::uint64_t>()(place) ^ std::hash<const Given*>()(written.given);
}

void Values::scale(Node text, Expr<unit::None> factor) {
    scaled_.emplace(Written{text.place(), nullptr}, factor.value());
}

void Values::forget(const Figures& figures) {
    for (const Given& given : figures.all()) {
        known_.erase(written(given));
        faulty_.erase(written(given));
    }
}

Term Values::scaled(const Given& given, Term term) const {
    if (!scaled_ || scaled_->first != written(given)) return term;
    return {term.step * scaled_->second, term.dimension};
}

Step Values::given_by_default(const Default& otherwise, Dimension dimension) {
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

Input Values::described(const Given& given) {
    Input input;
    path_ = given.owner.path();
    input.path = path_;
    input.place = given.node.place();
    input.origin = origin_of(sources_[input.place.file]);
    const std::string_view source = source_around(given, scenario_.document->root());
    source_ = source.empty() ? std::string() : catalog_.source_line(source);
    input.source = source_;
    input.note = given.note;
    input.status = given.status;
    return input;
}

/// What a figure may be when it is drawn, or made of what is drawn.
void Values::limit(const Given& given, const Term& term) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    if (given.bounds == Bounds::any) return;
    const bool share = given.bounds == Bounds::share || given.bounds == Bounds::positive_share;
    recorder_.limit({.step = term.step.id(),
                     .path = given.owner.path(),
                     .place = given.node.place(),
                     .dimension = term.dimension,
                     .low = given.bounds == Bounds::at_least_one ? 1.0 : 0.0,
                     .high = share ? 1.0 : infinity,
                     .above_low = given.bounds == Bounds::positive || given.bounds == Bounds::positive_share,
                     .expected = std::string(to_string(given.bounds))});
}

Term Values::literal(const Given& given) {
    const Quantity& quantity = *given.literal;
    const Step step = inputs_.at(given.node.place(), [&] {
        Input input = described(given);
        input.value = quantity.value;
        input.dimension = quantity.unit.dimension;
        input.written = quantity.written;
        input.unit = quantity.unit.text;
        input.unit_factor = quantity.unit.factor;
        if (given.uncertainty) input.uncertainty = given.uncertainty;
        const Term term{recorder_.input(input), quantity.unit.dimension};
        if (given.uncertainty) limit(given, term);
        return term.step;
    });
    return {step, quantity.unit.dimension};
}

/// An expression's own uncertainty is relative: a factor of 1 that varies.
Term Values::with_uncertainty(const Given& given, Term term) {
    if (!given.uncertainty) return term;
    const Step factor = inputs_.at(given.node.place(), [&] {
        Input input = described(given);
        input.value = input.written = 1;
        input.uncertainty = given.uncertainty;
        return recorder_.input(input);
    });
    return {term.step * factor, term.dimension};
}

/// Keeps the source, note and status of an expression. Equal constants share a step, so `=[0.28 kWh]` becomes
/// an input of its own.
Term Values::stated(const Given& given, Term term) {
    if (given.source.empty() && given.note.empty() && given.status.empty()) return term;
    Input about = described(given);
    about.dimension = term.dimension;
    about.value = recorder_.value(term.step);
    about.written = about.value;
    const std::string unit = coherent_unit(term.dimension);
    about.unit = unit;
    if (recorder_.operation(term.step) == Operation::constant)
        return {inputs_.at(given.node.place(), [&] { return recorder_.input(about); }), term.dimension};
    recorder_.state(term.step, about);
    return term;
}

Parsed<Term> Values::parameter(Expression::Name name) {
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
    if (!parameter.given) return TextFault{};
    record(parameter);
    if (faulty_.contains(written(*parameter.given))) return TextFault{};
    return term(*parameter.given);
}

void Values::record(const Parameter& parameter) {
    if (!parameter.given) return;
    open_.push_back(parameter.id);
    term(*parameter.given);
    open_.pop_back();
}

/// A fault without words has been reported at its cause.
void Values::fault(const Given& given, const TextFault& fault) {
    faulty_.insert(written(given));
    if (fault.message.empty()) return;
    const std::size_t at = fault.offset + 1;  // behind the `=`
    diagnostics_.add({.place = place_in(given.node, at, sources_),
                      .message = fmt::format("`{}`: {}", given.owner.path(), fault.message),
                      .expected = fault.expected,
                      .hint = fault.hint,
                      .width = width_in(given.node, at, fault.length)});
}

void Values::check_bounds(const Given& given, const Term& term) {
    if (faulty_.contains(written(given))) return;
    const double value = recorder_.value(term.step);
    if (!std::isfinite(value)) {
        diagnostics_.error(
            given.node.place(),
            fmt::format("`{}` is not a finite number: it divides by zero or overflows", given.owner.path()));
    } else if (term.dimension == Dimension::of(Base::time) && std::abs(value) > max_time) {
        diagnostics_.error(given.node.place(),
                           fmt::format("`{}` comes out as {} s", given.owner.path(), exact(value)),
                           "at most 1000 yr");
    } else if (!within(given.bounds, value)) {
        diagnostics_.error(given.node.place(),
                           fmt::format("`{}` comes out as {} {}", given.owner.path(), exact(value),
                                       customary_unit(term.dimension)),
                           std::string(to_string(given.bounds)));
    }
}

Term Values::expression(const Given& given, const Expression::Resolve& more) {
    const auto resolve = [&](Expression::Name name) -> Parsed<Term> {
        if (more && !parameters_.contains(name.text)) return more(name);
        return parameter(name);
    };
    Parsed<Term> recorded = given.expression->record(recorder_, resolve);
    if (const auto* wrong = std::get_if<TextFault>(&recorded)) {
        fault(given, *wrong);
        return {recorder_.constant(1), Dimension{}};
    }
    return stated(given, with_uncertainty(given, std::get<Term>(recorded)));
}

Term Values::term(const Given& given) {
    const auto found = known_.find(written(given));
    if (found != known_.end()) return found->second;
    if (given.literal) return known_.emplace(written(given), scaled(given, literal(given))).first->second;
    const Term term = expression(given, {});
    check_bounds(given, term);
    if (!faulty_.contains(written(given))) limit(given, term);
    return known_.emplace(written(given), scaled(given, term)).first->second;
}

void Values::note_unused_parameters() {
    for (const Parameter& parameter : scenario_.parameters) {
        if (!parameter.given || used_.contains(parameter.id)) continue;
        diagnostics_.add({.place = parameter.given->owner.key_place(),
                          .message = fmt::format("parameter `{}` is not used", parameter.id),
                          .width = parameter.id.size(),
                          .severity = Severity::note});
    }
}

Values::Alternative Values::one_of(const Given& given, std::span<const Dimension> dimensions) {
    const Term term = this->term(given);
    for (std::size_t i = 0; i < dimensions.size(); ++i) {
        if (term.dimension == dimensions[i]) return {term.step, i};
    }
    if (!faulty_.contains(written(given))) {
        std::vector<std::string> names;
        for (const Dimension& dimension : dimensions)
            names.push_back(fmt::format("{} ({})", name(dimension), customary_unit(dimension)));
        diagnostics_.add({.place = given.node.place(),
                          .message = fmt::format("`{}` is {} ({})", given.owner.path(), name(term.dimension),
                                                 customary_unit(term.dimension)),
                          .expected = listed(names, "or"),
                          .hint = mix_up(dimensions.front(), term.dimension),
                          .width = width_in(given.node, 0, given.node.text().size())});
    }
    return {recorder_.constant(1), 0};
}

Step Values::checked(const Given& given, Dimension dimension) {
    return one_of(given, std::span<const Dimension>(&dimension, 1)).step;
}

}  // namespace lca
