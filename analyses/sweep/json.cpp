// The points of a sweep as JSON: one object each.
#include "analyses/sweep/writers.hpp"
#include "lca/base/number.hpp"
#include "lca/page/json_writer.hpp"

namespace lca::sweep_detail {
namespace {

std::string json_of_gaps(const std::vector<std::string>& gaps) {
    if (gaps.empty()) return {};
    std::string text = ", \"gaps\": [";
    for (const std::string& gap : gaps) text += (text.back() == '[' ? "" : ", ") + json_text(gap);
    return text + "]";
}

std::string json_of_reason(const std::string& reason) {
    return reason.empty() ? std::string() : ", \"why_not\": " + json_text(reason);
}

std::string json_of_value(const Axis& axis, std::uint64_t i) {
    return json_text(axis.path()) + ": " + json_text(axis.text(i));
}

}  // namespace

void JsonRows::begin(const SweepPlan& plan) {
    plan_ = &plan;
    units_ = units_of(plan);
    for (const Axis& axis : plan.axes) {
        std::vector<std::string>& texts = kept_.emplace_back();
        for (std::uint64_t i = 0; axis.size() <= max_kept && i < axis.size(); ++i)
            texts.push_back(json_of_value(axis, i));
    }
    for (std::size_t j = 0; j < units_.size(); ++j) {
        before_.push_back((j > 0 ? ", " : "") + json_text(plan.results[j].name) + ": {\"value\": ");
        unit_.push_back(", \"unit\": " + json_text(units_[j].unit));
    }
}

void JsonRows::append_axis(std::string& out, std::size_t axis, std::uint64_t i) const {
    out += kept_[axis].empty() ? json_of_value(plan_->axes[axis], i) : kept_[axis][i];
}

void JsonRows::append_point(std::string& out, const SweepRows& rows, std::size_t row,
                            const std::vector<std::string>& after) const {
    out += "{\"set\": {";
    for (std::size_t k = 0; k < rows.choices.size(); ++k) {
        if (k > 0) out += ", ";
        append_axis(out, k, rows.choices[k][row]);
    }
    out += "}, \"results\": {";
    for (std::size_t j = 0; j < units_.size(); ++j) {
        out += before_[j];
        if (rows.assessed[j])
            append_exact(out, rows.results[j][row] / units_[j].factor);
        else
            out += "null";
        out += after[j];
    }
    out += "}}";
}

bool JsonRows::rows(const SweepRows& rows) {
    std::string out;
    std::vector<std::string> after;
    for (std::size_t j = 0; j < units_.size(); ++j)
        after.push_back(unit_[j] + json_of_gaps(rows.gaps[j]) + json_of_reason(rows.reasons[j]) + "}");
    for (std::size_t i = 0; i < rows.count; ++i) {
        if (array_) out += empty_ ? "[\n  " : ",\n  ";
        empty_ = false;
        append_point(out, rows, i, after);
        if (!array_) out += '\n';
    }
    sink_(out);
    return true;
}

void JsonRows::end() {
    sink_(empty_ ? "[]\n" : "\n]\n");
}

}  // namespace lca::sweep_detail
