#include "analyses/report/body.hpp"

#include "analyses/report/recording.hpp"
#include "lca/base/number.hpp"
#include "lca/page/html.hpp"
#include "lca/page/scale.hpp"

namespace lca::report {
namespace {

constexpr int body_digits = 3;

/// An HTML element that shows a result; its attribute has the value in the unit of JSON, "" if not assessed.
std::string element(std::string_view tag, const std::string& name, std::optional<double> value,
                    std::size_t index) {
    const Measure& of = measure(index);
    std::string text = "<";
    text.append(tag).append(" data-result=\"").append(html_text(name)).append("\" data-value=\"");
    text += (value ? exact(*value / of.unit_in_base) : "") + "\">";
    text += html_text(value ? with_unit(*value, of.dimension, body_digits) : "not assessed");
    return text.append("</").append(tag).append(">");
}

std::string table_of(const InteractiveReport& report) {
    const PointResult& point = *report.evaluation.result;
    std::string rows;
    for (const Result* row : shown_rows(point.results(), true)) {
        if (!row->is<TotalRow>() && !row->is<PhaseRow>()) continue;
        const std::string name = point.results().name(*row);
        rows += "<tr><th>" + html_text(name) + "</th>";
        for (const std::size_t index : {index_of::climate, energy_measure})
            rows += element("td", with_suffix(name, index), point.value(*row, index), index);
        rows += "</tr>\n";
    }
    if (rows.empty()) return {};
    return "<table>\n<tr><td></td><th>" + std::string(measure(index_of::climate).name) + "</th><th>" +
           std::string(measure(energy_measure).name) + "</th></tr>\n" + rows + "</table>\n";
}

std::string outputs_of(const InteractiveReport& report) {
    const PointResult& point = *report.evaluation.result;
    std::string rows;
    for (const Output& output : point.results().outputs) {
        const InUnit shown = in_customary_unit(point.value(output.step), output.dimension);
        rows += "<tr><th>" + html_text(output.name) + "</th><td data-result=\"outputs." +
                html_text(output.name) + "\" data-value=\"" + (shown.value ? exact(*shown.value) : "") +
                "\">";
        rows +=
            html_text(shown.value ? readable(*shown.value, body_digits) + " " + shown.unit : "not assessed");
        rows += "</td></tr>\n";
    }
    return rows.empty() ? "" : "<table>\n" + rows + "</table>\n";
}

std::string paragraph(const std::string& text) {
    return text.empty() ? "" : "<p dir=\"auto\">" + html_text(text) + "</p>\n";
}

}  // namespace

std::string body_of(const InteractiveReport& report) {
    const Evaluation& evaluation = report.evaluation;
    std::string text = "<main id=\"page\">\n<h1 dir=\"auto\">" + html_text(evaluation.title) + "</h1>\n";
    text += paragraph(evaluation.source) + paragraph(evaluation.note);
    text += table_of(report) + outputs_of(report);
    text += "<noscript><p>The charts and sliders need the script of this page.</p></noscript>\n";
    return text + "</main>\n";
}

}  // namespace lca::report
