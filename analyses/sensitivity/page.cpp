// The answer of `lca sensitivity` for people: which inputs matter most, so that better data is worthwhile.
#include <algorithm>
#include <cmath>

#include "analyses/sensitivity/sensitivity.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/number.hpp"
#include "lca/calc/written_unit.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::size_t max_rows = 15, max_on_screen = 4;  // rows of a table, at most
constexpr double max_bar = 16;
constexpr double rounding = 1e-13;  // a smaller elasticity is only rounding of terms that cancel

/// Builds the page for people.
class SensitivityPage {
public:
    SensitivityPage(const Sensitivity& sensitivity, const PageOptions& options)
        : sensitivity_(sensitivity),
          details_(options.details),
          max_rows_(options.details ? max_rows : max_on_screen),
          calculation_(sensitivity.evaluation.result->calculation()) {}

    Page build() {
        const Evaluation& evaluation = sensitivity_.evaluation;
        page_.title = evaluation.title;
        if (!evaluation.variant.empty()) page_.paragraph("What if `" + evaluation.variant + "`");
        for (const auto& [path, text] : evaluation.changes) page_.paragraph("Set " + path + " = " + text);
        for (const ResultSensitivity& result : sensitivity_.results) {
            add(result);
            if (!details_) break;
        }
        const std::size_t left = sensitivity_.results.size() - 1;
        if (!details_ && !sensitivity_.results.empty() && left > 0)
            page_.paragraph("and " + std::to_string(left) + (left == 1 ? " more result" : " more results") +
                                ": --details, or --of RESULT",
                            Tone::faint);
        return std::move(page_);
    }

private:
    Input input(std::size_t index) const { return calculation_.inputs()[index]; }

    static const std::string& title(const ResultSensitivity& result) {
        return result.requested.title.empty() ? result.requested.name : result.requested.title;
    }

    void add(const ResultSensitivity& result) {
        page_.heading("What " + title(result) + " depends on");
        if (result.requested.step == no_step) {
            const std::string& why = result.requested.reason;
            page_.paragraph(why.empty() ? "It is not assessed." : "It is not assessed: " + why + ".",
                            Tone::warning);
            return;
        }
        const double point = *sensitivity_.evaluation.result->value(result.requested.step);
        page_.paragraph(title(result) + " is " + with_unit(point, result.requested.dimension) + ".");
        shares(result);
        tornado(result, point);
        elasticities(result);
    }

    void shares(const ResultSensitivity& result) {
        if (!sensitivity_.no_shares_reason.empty()) {
            page_.paragraph("Shares of variance: " + sensitivity_.no_shares_reason, Tone::warning);
            return;
        }
        if (!result.shares) {
            page_.paragraph("No uncertain figure makes the result vary: there is no variance to share out.");
            return;
        }
        Table table;
        table.columns = {{"share of the variance", false, true},
                         {"alone", true},
                         {"±", true},
                         {"total", true},
                         {"±", true},
                         {""}};
        std::size_t left = result.shares->inputs.size();
        for (const VarianceShare& share : result.shares->inputs) {
            if (table.rows.size() == max_rows_) break;
            --left;
            Table::Row row;
            row.rule_above = table.rows.empty();
            row.cells = {std::string(calculation_.inputs().path(share.input)), percent(share.first),
                         percent(share.first_error * VarianceShare::ci90),     percent(share.total),
                         percent(share.total_error * VarianceShare::ci90),     bar(share.total, 1)};
            table.rows.push_back(std::move(row));
        }
        page_.table(std::move(table));
        rest(left);
        const double explained = result.shares->explained;
        if (!details_) {
            page_.paragraph(
                "Alone: the reduction if this input were known exactly. Total: alone and in interaction with "
                "other inputs. ±: half of the 90 % confidence interval.",
                Tone::faint);
            return;
        }
        page_.paragraph(
            "Alone: the average reduction if this input were known exactly; together " + percent(explained) +
                ", the rest is interaction. Total: alone and in interaction with other inputs. ±: half of "
                "the 90 % confidence interval, from " +
                readable(static_cast<double>(sensitivity_.sampling.samples), 10) +
                (sensitivity_.sampling.sampling == Sampling::sobol ? " Sobol points" : " samples") + " (" +
                readable(static_cast<double>(result.shares->evaluations), 10) + " evaluations), seed " +
                std::to_string(sensitivity_.sampling.seed) + ".",
            Tone::faint);
    }

    void tornado(const ResultSensitivity& result, double point) {
        if (result.swings.empty()) return;
        std::vector<double> values = {point};
        for (const Swing& swing : result.swings) values.insert(values.end(), {swing.low, swing.high});
        const Scale scale = scale_for(result.requested.dimension, values);
        const std::string unit = scale.unit.empty() ? "" : ", " + scale.unit;
        Table table;
        table.columns = {{"one figure alone", false, true},
                         {"from its 5th to its 95th percentile", false, true},
                         {"result" + unit, true},
                         {""}};
        const double widest = result.swings.front().width();
        std::size_t left = result.swings.size();
        for (const Swing& swing : result.swings) {
            if (table.rows.size() == max_rows_) break;
            --left;
            Table::Row row;
            row.rule_above = table.rows.empty();
            const Input one = input(swing.input);
            row.cells = {std::string(one.path),
                         readable(swing.low_input / one.unit_factor, 3) + " to " +
                             in_written_unit(swing.high_input, one, 3),
                         scale.text(swing.low) + " to " + scale.text(swing.high), bar(swing.width(), widest)};
            table.rows.push_back(std::move(row));
        }
        page_.table(std::move(table));
        rest(left);
        if (details_) page_.paragraph("One figure alone: all others keep their point values.", Tone::faint);
    }

    void elasticities(const ResultSensitivity& result) {
        if (result.slopes.empty()) {
            page_.paragraph("It depends on no input.");
            return;
        }
        Table table;
        table.columns = {{"1 % more of", false, true},
                         {"is", true},
                         {"changes the result by", true},
                         {"in absolute terms", true}};
        std::size_t left = result.slopes.size();
        for (const Slope& slope : result.slopes) {
            if (table.rows.size() == max_rows_ || std::fabs(slope.elasticity) < rounding) break;
            --left;
            const Input one = input(slope.input);
            Table::Row row;
            row.rule_above = table.rows.empty();
            const double change = slope.derivative * one.value / 100;
            row.cells = {std::string(one.path), as_written(one), readable(slope.elasticity, 3) + " %",
                         with_unit(change, result.requested.dimension, 3)};
            table.rows.push_back(std::move(row));
        }
        page_.table(std::move(table));
        rest(left);
    }

    void rest(std::size_t left) {
        if (left > 0)
            page_.paragraph(
                "and " + std::to_string(left) + " more: " + (details_ ? "" : "--details, ") + "--format csv",
                Tone::faint);
    }

    static std::string bar(double value, double of) {
        if (!(of > 0) || !(value > 0)) return "";
        std::string text;
        const long length = std::lround(std::min(value / of, 1.0) * max_bar);
        for (long i = 0; i < length; ++i) text += "█";
        return text;
    }

    const Sensitivity& sensitivity_;
    bool details_;
    std::size_t max_rows_;
    const Calculation& calculation_;
    Page page_;
};

}  // namespace

Page page_of(const Sensitivity& sensitivity, const PageOptions& options) {
    return SensitivityPage(sensitivity, options).build();
}

}  // namespace lca
