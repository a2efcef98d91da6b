// Life-cycle stages by impact categories, as ITU-T L.1801 (ETSI ES 204 135) asks a life-cycle assessment of
// an AI system to report. Written from public summaries, not from the text of the standard. The stages are
// those that lca knows. Embodied impacts that are not stated by stage have a row of their own, except figures
// from cradle to gate: raw materials and manufacture are one stage here.
#include <algorithm>

#include "analyses/export/export.hpp"
#include "analyses/export/table_cell.hpp"
#include "analyses/shared/json.hpp"
#include "lca/base/text.hpp"
#include "models/results/breakdown.hpp"

namespace lca {
namespace {

constexpr std::string_view manufacturing = "manufacturing", use = "use",
                           not_by_stage = "embodied.not_by_stage";
constexpr std::string_view stages[] = {manufacturing, "transport", use, "end_of_life"};

class LifeCycleStageTable {
public:
    explicit LifeCycleStageTable(const ExportInput& input)
        : evaluation_(input.evaluation),
          items_(input.items),
          result_(*input.evaluation.result),
          results_(result_.results()) {
        for (std::size_t i = 0; i < results_.rows.size(); ++i) {
            if (life_cycle_stage(results_, i) != not_by_stage) continue;
            const std::string hardware = to_gate(results_.rows[i]);
            (hardware.empty() ? rest_ : to_gate_).push_back(&results_.rows[i]);
            const bool known = std::find(names_.begin(), names_.end(), hardware) != names_.end();
            if (!hardware.empty() && !known) names_.push_back(hardware);
        }
    }

    std::string text() {
        begin_answer(json_, evaluation_);
        json_.entry("standard", "ITU-T L.1801 / ETSI ES 204 135");
        json_.entry("table", "life-cycle stage x impact category");
        functional_unit();
        json_.key("impact_categories").begin_array();
        for (const ImpactCategory& impact : impacts())
            json_.begin_object()
                .entry("key", impact.json_key)
                .entry("name", impact.name)
                .entry("unit", impact.unit)
                .end_object();
        json_.end_array().key("life_cycle_stages").begin_array();
        for (const std::string_view stage : stages) row(stage, rows_of(stage));
        for (const BreakdownItem& item : items_) {
            if (item.name == not_by_stage && rest_.empty()) continue;
            if (!is_stage(item.name)) row(item.name, rows_of(item.name));
        }
        row("total", {results_.find("total")});
        json_.end_array();
        write_files(json_, *evaluation_.sources);
        json_.end_object();
        return std::move(json_).take();
    }

private:
    static bool is_stage(std::string_view name) {
        return std::find(std::begin(stages), std::end(stages), name) != std::end(stages);
    }

    /// The hardware of an embodied figure that covers cradle to gate, which is the stage of manufacturing; ""
    /// for any other figure.
    std::string to_gate(const Result& row) const {
        std::optional<std::uint32_t> line;
        if (const auto* of = row.get_if<LineRow>()) line = of->line;
        if (const auto* of = row.get_if<UnallocatedLineRow>()) line = of->line;
        for (const HardwareBasis& one : results_.hardware) {
            if (line && one.of == results_.line_names.at(*line) && one.basis.covers == "cradle_to_gate")
                return one.of;
        }
        return {};
    }

    /// The rows of results whose sum a row of the table shows.
    std::vector<const Result*> rows_of(std::string_view name) const {
        if (name == not_by_stage) return rest_;
        std::vector<const Result*> rows;
        if (name == manufacturing) rows = to_gate_;
        for (const BreakdownItem& item : items_) {
            if (item.name == name) rows.push_back(results_.find(item.result));
        }
        return rows;
    }

    void functional_unit() {
        if (const std::optional<double> amount = result_.value(results_.functional_amount)) {
            json_.key("functional_unit").begin_object().entry("amount", *amount);
            json_.entry("name", results_.functional_unit).end_object();
        }
    }

    void row(std::string_view name, const std::vector<const Result*>& rows) {
        json_.begin_object().entry("stage", name).key("cells").begin_object();
        for (std::size_t i = 0; i < impact_count; ++i) {
            json_.key(impacts()[i].json_key).begin_object();
            cell(name, rows, i);
            json_.end_object();
        }
        json_.end_object();
        if (name == manufacturing && !to_gate_.empty())
            json_.entry("note",
                        "with figures that are cradle to gate, raw materials included: " + listed(names_));
        json_.end_object();
    }

    /// Whether some of these rows are, or may be, more than zero.
    bool any(const std::vector<const Result*>& rows, std::size_t impact) const {
        return std::any_of(rows.begin(), rows.end(),
                           [&](const Result* row) { return !is_nothing(*row, impact); });
    }

    bool is_nothing(const Result& row, std::size_t impact) const {
        return result_.value(row, impact) == 0 && !results_.has_gap(row, impact);
    }

    /// Writes a cell. For a stage without rows the value is zero if all embodied impact is zero, else not
    /// assessed. A stage of hardware is partial if part of the embodied impact is not stated by stage.
    void cell(std::string_view name, const std::vector<const Result*>& rows, std::size_t impact) {
        const Result* embodied = results_.find("embodied");
        export_detail::TableCell sum;
        for (const Result* row : rows)
            sum.add({result_.value(*row, impact), missing_from(results_, *row, impact)});
        if (rows.empty() && embodied && is_nothing(*embodied, impact)) sum.value = 0;
        if (is_stage(name) && name != use) {
            if (any(rest_, impact))
                sum.reasons.push_back("part of the embodied impact is not given by stage: " +
                                      std::string(not_by_stage));
            if (name != manufacturing && any(to_gate_, impact))
                sum.reasons.push_back("cradle to gate does not cover it: " + listed(names_));
        }
        if (!sum.value && sum.reasons.empty()) sum.reasons.push_back("no figure is stated for this stage");
        export_detail::write_cell(json_, sum, measure(impact).unit_in_base);
    }

    const Evaluation& evaluation_;
    std::span<const BreakdownItem> items_;
    const PointResult& result_;
    const Results& results_;
    std::vector<const Result*> to_gate_, rest_;  // figures not stated by stage: cradle to gate, and others
    std::vector<std::string> names_;             // hardware with such a figure to the gate
    JsonWriter json_{5};
};

constexpr ExportForm table = {"itu-l1801",
                              "life-cycle stages by impact categories, as ITU-T L.1801 asks (JSON)", false,
                              [](const ExportInput& input) { return LifeCycleStageTable(input).text(); },
                              BreakdownKey::life_cycle_stage};

}  // namespace

const ExportForm& itu_l1801_form() {
    return table;
}

}  // namespace lca
