// The values that the input at one path takes in a sweep: a range of numbers, or texts as written in a file.
#include "models/edit/edit.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/units/last_unit.hpp"

namespace lca {
namespace {

constexpr int digits_of_points = 15;

std::string with_unit_text(const std::string& number, const std::string& unit) {
    return unit.empty() ? number : number + (unit == "%" ? "%" : " " + unit);
}

double rounded(double value) {
    std::array<char, 40> buffer{};
    const auto end = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value,
                                   std::chars_format::scientific, digits_of_points - 1);
    double result = value;
    std::from_chars(buffer.data(), end.ptr, result);
    return result;
}

/// An error about `word`, which is a part of `text`.
TextFault at(std::string_view text, std::string_view word, std::string message, std::string expected) {
    return {static_cast<std::size_t>(word.data() - text.data()), word.size(), std::move(message),
            std::move(expected), ""};
}

std::string_view without_blanks(std::string_view text) {
    while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

/// Splits a text at commas that are not inside brackets or quotes.
std::vector<std::string_view> items_of(std::string_view text) {
    std::vector<std::string_view> items;
    std::size_t depth = 0, start = 0;
    char quote = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != 0) {
            if (c == quote) quote = 0;
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '[' || c == '{' || c == '(') {
            ++depth;
        } else if ((c == ']' || c == '}' || c == ')') && depth > 0) {
            --depth;
        } else if (c == ',' && depth == 0) {
            items.push_back(without_blanks(text.substr(start, i - start)));
            start = i + 1;
        }
    }
    items.push_back(without_blanks(text.substr(start)));
    return items;
}

std::uint64_t whole_steps(std::string_view text) {
    const Parsed<double> parsed = parse_number(without_blanks(text));
    const double* number = std::get_if<double>(&parsed);
    const bool good = number && *number >= 1 && *number <= 0x1p53 && std::trunc(*number) == *number;
    return good ? static_cast<std::uint64_t>(*number) : 0;
}

Parsed<Quantity> quantity_of(std::string_view text, std::string_view end) {
    Parsed<Quantity> parsed = parse_quantity(end);
    if (auto* fault = std::get_if<TextFault>(&parsed))
        fault->offset += static_cast<std::size_t>(end.data() - text.data());
    return parsed;
}

}  // namespace

Parsed<Axis> Axis::range(std::string path, std::string_view from, std::string_view to, std::uint64_t steps) {
    Parsed<Quantity> first = quantity_of(from, from), last = quantity_of(to, to);
    if (const auto* fault = std::get_if<TextFault>(&first)) return *fault;
    if (const auto* fault = std::get_if<TextFault>(&last)) return *fault;
    const Quantity &low = std::get<Quantity>(first), &high = std::get<Quantity>(last);
    const bool borrowed = low.bare && !high.bare;
    if (high.bare && !low.bare)
        return at(to, to, "the last value of the range has no unit",
                  "a unit after the last value, for both ends");
    if (!borrowed && low.unit.dimension != high.unit.dimension) {
        return at(
            from, from,
            "the ends of the range are " + name(low.unit.dimension) + " and " + name(high.unit.dimension),
            "two values of the same dimension");
    }
    Axis axis;
    axis.path_ = std::move(path);
    axis.numeric_ = axis.one_unit_ = true;
    axis.unit_ = std::string((borrowed ? high : low).unit.text);
    const bool same_unit = borrowed || low.unit.text == high.unit.text;
    axis.from_ = axis.unit_.empty() ? low.value : low.written;
    axis.to_ = axis.unit_.empty() ? high.value : (same_unit ? high.written : high.value / low.unit.factor);
    axis.steps_ = steps;
    if (steps == 0) return at(from, from, "a range without points", "steps of 1 or more");
    if (steps == 1 && axis.from_ != axis.to_)
        return at(from, from, "one point for two different ends", "steps of 2 or more: both ends are points");
    if (steps > 1 && axis.from_ == axis.to_)
        return at(from, from, "an empty range: its ends are equal", "two different ends, or one step");
    return axis;
}

Axis Axis::list(std::string path, std::vector<std::string> items) {
    Axis axis;
    axis.path_ = std::move(path);
    axis.items_ = with_last_unit(std::move(items));
    axis.describe_items();
    return axis;
}

Place Axis::place(std::uint64_t i) const {
    if (places_.empty()) return {};
    return places_[std::min<std::uint64_t>(i, places_.size() - 1)];
}

Axis Axis::stated_at(std::vector<Place> places) && {
    places_ = std::move(places);
    return std::move(*this);
}

void Axis::describe_items() {
    numeric_ = one_unit_ = !items_.empty();
    Dimension dimension;
    for (std::size_t i = 0; i < items_.size(); ++i) {
        const Parsed<Quantity> parsed = parse_quantity(items_[i]);
        const Quantity* quantity = std::get_if<Quantity>(&parsed);
        const bool fits = quantity && (i == 0 || quantity->unit.dimension == dimension);
        if (!fits) {
            numeric_ = one_unit_ = false;
            unit_.clear();
            return;
        }
        if (i == 0) {
            dimension = quantity->unit.dimension;
            unit_ = std::string(quantity->unit.text);
        }
        one_unit_ = one_unit_ && quantity->terms == 1 && quantity->unit.text == unit_;
    }
}

Parsed<Axis> Axis::parse(std::string_view text) {
    constexpr std::string_view form = "PATH=FROM..TO:STEPS or PATH=VALUE,VALUE,…";
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos || equals == 0)
        return at(text, text, "expected PATH=VALUES", std::string(form));
    const std::string path(without_blanks(text.substr(0, equals)));
    const std::string_view values = without_blanks(text.substr(equals + 1));
    if (values.empty()) return at(text, values, "no values for `" + shown(path) + "`", std::string(form));
    const std::size_t dots = values.find("..");
    const std::size_t colon = values.rfind(':');
    const bool is_range =
        dots != std::string_view::npos && values.find_first_of("{[\"'") == std::string_view::npos;
    if (is_range) {
        if (colon == std::string_view::npos || colon < dots)
            return at(text, values, "a range without a number of steps", std::string(form));
        const std::uint64_t steps = whole_steps(values.substr(colon + 1));
        if (steps == 0)
            return at(text, values.substr(colon + 1), in_quotes(values.substr(colon + 1)) + " steps",
                      "a whole number of 1 or more");
        const std::string_view from = without_blanks(values.substr(0, dots));
        const std::string_view to = without_blanks(values.substr(dots + 2, colon - dots - 2));
        Parsed<Axis> axis = range(path, from, to, steps);
        if (auto* fault = std::get_if<TextFault>(&axis))
            fault->offset += static_cast<std::size_t>(from.data() - text.data());
        return axis;
    }
    std::vector<std::string> items;
    for (const std::string_view item : items_of(values)) {
        if (item.empty())
            return at(text, item, "an empty value for `" + shown(path) + "`", std::string(form));
        items.emplace_back(item);
    }
    return list(path, std::move(items));
}

double Axis::written(std::uint64_t i) const {
    if (i == 0) return from_;
    if (i + 1 == steps_) return to_;
    const double share = static_cast<double>(i) / static_cast<double>(steps_ - 1);
    return rounded(from_ * (1 - share) + to_ * share);
}

std::string Axis::text(std::uint64_t i) const {
    return is_range() ? with_unit_text(exact(written(i)), unit_) : items_.at(i);
}

std::string Axis::cell(std::uint64_t i) const {
    if (is_range()) return exact(written(i));
    if (!has_unit()) return items_.at(i);
    return exact(std::get<Quantity>(parse_quantity(items_.at(i))).written);
}

double Axis::value(std::uint64_t i) const {
    return std::get<Quantity>(parse_quantity(text(i))).value;
}

}  // namespace lca
