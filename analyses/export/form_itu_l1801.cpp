// Life-cycle stages by impact categories, as ITU-T L.1801 (ETSI ES 204 135) asks a life-cycle assessment of
// an AI system to report. Written from public summaries, not from the text of the standard. The stages are
// those that lca knows; embodied impacts that are not stated by stage have a row of their own.
#include <algorithm>

#include "analyses/export/export.hpp"
#include "analyses/export/table_cell.hpp"
#include "analyses/shared/json.hpp"

namespace lca {
namespace {

constexpr std::string_view use = "use", not_by_stage = "embodied.not_by_stage";
constexpr std::string_view stages[] = {"manufacturing", "transport", use, "end_of_life"};

class LifeCycleStageTable {
public:
    explicit LifeCycleStageTable(const ExportInput& input)
        : evaluation_(input.evaluation),
          items_(input.items),
          result_(*input.evaluation.result),
          results_(result_.results()) {}

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
        for (const std::string_view stage : stages) row(stage, row_of(stage));
        for (const BreakdownItem& item : items_) {
            if (!is_stage(item.name)) row(item.name, results_.find(item.result));
        }
        row("total", results_.find("total"));
        json_.end_array();
        write_files(json_, *evaluation_.sources);
        json_.end_object();
        return std::move(json_).take();
    }

private:
    static bool is_stage(std::string_view name) {
        return std::find(std::begin(stages), std::end(stages), name) != std::end(stages);
    }

    const Result* row_of(std::string_view stage) const {
        for (const BreakdownItem& item : items_) {
            if (item.name == stage) return results_.find(item.result);
        }
        return nullptr;
    }

    void functional_unit() {
        if (const std::optional<double> amount = result_.value(results_.functional_amount)) {
            json_.key("functional_unit").begin_object().entry("amount", *amount);
            json_.entry("name", results_.functional_unit).end_object();
        }
    }

    void row(std::string_view name, const Result* result) {
        json_.begin_object().entry("stage", name).key("cells").begin_object();
        for (std::size_t i = 0; i < impact_count; ++i) {
            json_.key(impacts()[i].json_key).begin_object();
            cell(result, i, is_stage(name) && name != use && has_rest(i));
            json_.end_object();
        }
        json_.end_object().end_object();
    }

    /// Whether some embodied impact is, or may be, not stated by stage: that row is neither empty nor zero.
    bool has_rest(std::size_t impact) const {
        const Result* rest = row_of(not_by_stage);
        return rest && !is_nothing(*rest, impact);
    }

    bool is_nothing(const Result& row, std::size_t impact) const {
        return result_.value(row, impact) == 0 && !results_.has_gap(row, impact);
    }

    /// Writes a cell. For a stage without a row the value is zero if all embodied impact is zero, else not
    /// assessed. `lacks`: the stage is partial, as part of the embodied impact is not stated by stage.
    void cell(const Result* row, std::size_t impact, bool lacks) {
        const Result* embodied = results_.find("embodied");
        std::optional<double> value = row ? result_.value(*row, impact) : std::nullopt;
        if (!row && embodied && is_nothing(*embodied, impact)) value = 0;
        std::vector<std::string> reasons =
            row ? missing_from(results_, *row, impact) : std::vector<std::string>();
        if (lacks)
            reasons.push_back("part of the embodied impact is not given by stage: " +
                              std::string(not_by_stage));
        if (!value && reasons.empty()) reasons.push_back("no figure is stated for this stage");
        export_detail::write_cell(json_, {value, std::move(reasons)}, measure(impact).unit_in_base);
    }

    const Evaluation& evaluation_;
    std::span<const BreakdownItem> items_;
    const PointResult& result_;
    const Results& results_;
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
