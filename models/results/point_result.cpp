#include "models/results/point_result.hpp"

#include <array>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>

#include "lca/calc/evaluate.hpp"

namespace lca {
namespace {

constexpr std::string_view output_prefix = "outputs.";

/// The figures an activity has beside its results: "serving.requests".
struct ActivityFigure {
    std::string_view name;
    StepId ActivityInfo::*step;
    Dimension dimension;
};

Dimension product(Dimension a, Dimension b) {
    return multiply(a, b).value_or(Dimension{});
}

const std::array<ActivityFigure, 6>& activity_figures() {
    static const std::array<ActivityFigure, 6> table = {{
        {"device_time", &ActivityInfo::device_time,
         product(Dimension::of(Base::accelerator), Dimension::of(Base::time))},
        {"node_time", &ActivityInfo::node_time,
         product(Dimension::of(Base::node), Dimension::of(Base::time))},
        {"duration", &ActivityInfo::duration, Dimension::of(Base::time)},
        {"work", &ActivityInfo::work, Dimension::of(Base::operation)},
        {"requests", &ActivityInfo::requests, Dimension::of(Base::request)},
        {"tokens", &ActivityInfo::tokens, Dimension::of(Base::token)},
    }};
    return table;
}

const Output* find_output(const Results& results, std::string_view name) {
    if (name.substr(0, output_prefix.size()) != output_prefix) return nullptr;
    name.remove_prefix(output_prefix.size());
    for (const Output& output : results.outputs) {
        if (output.name == name) return &output;
    }
    return nullptr;
}

/// "serving" and "requests" of "serving.requests"; nothing where no activity is called so.
std::pair<const ActivityInfo*, std::string_view> split_activity(const Results& results,
                                                                std::string_view name) {
    const std::size_t dot = name.find('.');
    if (dot == std::string_view::npos) return {nullptr, {}};
    for (const ActivityInfo& activity : results.activities) {
        if (activity.id == name.substr(0, dot)) return {&activity, name.substr(dot + 1)};
    }
    return {nullptr, {}};
}

}  // namespace

PointResult::PointResult(const Assessment& assessment)
    : assessment_(&assessment), values_(evaluate(assessment.calculation)) {}

PointResult::PointResult(const Assessment& assessment, std::vector<double> values)
    : assessment_(&assessment), values_(std::move(values)) {
    if (values_.size() != assessment.calculation.steps().size())
        throw std::logic_error("Reading: one value per step");
}

std::optional<double> PointResult::value(StepId step) const {
    if (step == no_step) return std::nullopt;
    return values_.at(step);
}

std::optional<double> PointResult::value(const Result& row, std::size_t measure) const {
    return value(row.steps.at(measure));
}

std::optional<PointResult::Found> PointResult::find(std::string_view name) const {
    if (const Output* output = find_output(results(), name)) return Found{output->step, output->dimension};
    const Results& results = this->results();
    if (const std::optional<ResultRef> asked = find_result(results, name)) {
        return Found{asked->row->steps.at(asked->measure), measure(asked->measure).dimension};
    }
    const auto [activity, rest] = split_activity(results, name);
    if (!activity) return std::nullopt;
    for (const ActivityFigure& figure : activity_figures()) {
        if (rest == figure.name) return Found{activity->*figure.step, figure.dimension};
    }
    return std::nullopt;
}

std::optional<StepId> PointResult::step(std::string_view name) const {
    const std::optional<Found> found = find(name);
    return found ? std::optional(found->step) : std::nullopt;
}

std::optional<PointResult::Named> PointResult::look_up(std::string_view name) const {
    if (const std::optional<Found> found = find(name)) return Named{value(found->step), found->dimension};
    const auto [activity, rest] = split_activity(results(), name);
    if (activity && rest == "per_request") return per(activity->id + ".energy", "request");
    if (activity && rest == "per_token") return per(activity->id + ".energy", "token");
    return std::nullopt;
}

PointResult::Named PointResult::value(std::string_view name) const {
    std::optional<Named> found = look_up(name);
    if (!found) throw std::out_of_range("no result is called `" + std::string(name) + "`");
    return *found;
}

bool PointResult::has(std::string_view name) const {
    return look_up(name).has_value();
}

std::optional<double> PointResult::share(std::string_view name) const {
    const Results& results = this->results();
    const std::optional<ResultRef> asked = find_result(results, name);
    if (!asked) return std::nullopt;
    const Result* total = results.find("total");
    if (!total) return std::nullopt;
    const std::optional<double> part = value(*asked->row, asked->measure);
    const std::optional<double> whole = value(*total, asked->measure);
    if (!part || !whole || *whole == 0) return std::nullopt;
    return *part / *whole;
}

std::optional<double> PointResult::amount(const Result& row, std::string_view what) const {
    const Results& results = this->results();
    if (what == "functional_unit") return value(results.functional_amount);
    StepId ActivityInfo::*const counted = what == "token" ? &ActivityInfo::tokens : &ActivityInfo::requests;
    if (of_one_activity(row)) return value(results.activities.at(row.activity).*counted);
    std::optional<double> sum;
    for (const ActivityInfo& activity : results.activities) {
        const std::optional<double> one = activity.included ? value(activity.*counted) : std::nullopt;
        if (one) sum = sum.value_or(0) + *one;
    }
    return sum;
}

std::optional<PointResult::Named> PointResult::per(std::string_view name, std::string_view what) const {
    const std::optional<ResultRef> asked = find_result(results(), name);
    if (!asked || (what != "request" && what != "token" && what != "functional_unit")) return std::nullopt;
    Dimension counted;
    if (what == "request") counted = Dimension::of(Base::request);
    if (what == "token") counted = Dimension::of(Base::token);
    Named result;
    result.dimension = divide(measure(asked->measure).dimension, counted).value_or(Dimension{});
    const std::optional<double> part = value(*asked->row, asked->measure);
    const std::optional<double> whole = amount(*asked->row, what);
    if (part && whole && *whole != 0) result.value = *part / *whole;
    return result;
}

std::vector<std::string> PointResult::names() const {
    const Results& results = this->results();
    std::vector<std::string> names;
    for (const Result& row : results.rows) {
        const std::string name = results.name(row);
        names.push_back(name);
        for (std::size_t i = 0; i < measure_count; ++i) {
            if (row.steps[i] != no_step && !measure(i).suffix.empty()) {
                names.push_back(name + "." + std::string(measure(i).suffix));
            }
        }
    }
    for (const ActivityInfo& activity : results.activities) {
        for (const ActivityFigure& figure : activity_figures()) {
            if (activity.*figure.step != no_step)
                names.push_back(activity.id + "." + std::string(figure.name));
        }
        if (activity.requests != no_step) names.push_back(activity.id + ".per_request");
        if (activity.tokens != no_step) names.push_back(activity.id + ".per_token");
    }
    for (const Output& output : results.outputs) {
        names.push_back(std::string(output_prefix) + output.name);
    }
    return names;
}

}  // namespace lca
