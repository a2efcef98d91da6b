// Scopes and categories of the GHG Protocol (Corporate Standard, Scope 2 Guidance, Scope 3 Standard), for the
// role that the scenario states. Location-based and market-based figures are separate columns and never
// added to each other; what a scenario does not state is not assessed, never zero.
#include <algorithm>

#include "analyses/export/export.hpp"
#include "analyses/export/table_cell.hpp"
#include "analyses/shared/json.hpp"
#include "models/results/scopes.hpp"

namespace lca {
namespace {

using export_detail::TableCell;

constexpr std::string_view within_scope_2 =
    "contained in scope 2, as the intensity is of the life cycle: `upstream_intensity` of the site gives "
    "the amount";

struct Row {
    std::string_view scope, category, name;
    TableCell location, market;
    std::optional<TableCell> year_of_purchase = {};
    std::string note = {};
    std::string elsewhere = {};  // the reason, if any, which says that another row counts this part
};

class ScopeTable {
public:
    explicit ScopeTable(const ExportInput& input)
        : evaluation_(input.evaluation),
          items_(input.items),
          result_(*input.evaluation.result),
          results_(result_.results()) {}

    std::string text() {
        results_.role == Role::owner ? add_owner() : add_customer();
        begin_answer(json_, evaluation_);
        json_.entry("standard", "GHG Protocol").entry("table", "scope x category");
        json_.entry("role", results_.role == Role::owner ? "owner" : "customer");
        json_.entry("unit", "kgCO2e").key("rows").begin_array();
        for (const Row& row : rows_) write(row);
        json_.end_array();
        write_totals();
        write_files(json_, *evaluation_.sources);
        json_.end_object();
        return std::move(json_).take();
    }

private:
    const Result* part(std::string_view name) const {
        for (const BreakdownItem& item : items_) {
            if (item.name == name) return results_.find(item.result);
        }
        return nullptr;
    }

    TableCell cell(const Result* row, std::size_t measure) const {
        if (measure == market_measure && !results_.has_market)
            return {.reasons = {"no site states a `market_intensity`"}};
        if (!row) return {.reasons = {"no part of the scenario belongs to it"}};
        TableCell found{result_.value(*row, measure), missing_from(results_, *row, measure)};
        if (!found.value && found.reasons.empty()) found.reasons.push_back("no figure is stated");
        return found;
    }
    static TableCell open(std::string reason) { return {.reasons = {std::move(reason)}}; }

    void add_owner() {
        rows_.push_back({"scope_1", "", "fuel burnt and refrigerants lost on the site",
                         open("the scenario language has no generators or refrigerants"),
                         open("the scenario language has no generators or refrigerants")});
        const Result* electricity = part(results::scope_2);
        Row scope_2{"scope_2", "", "electricity", cell(electricity, index_of::climate),
                    cell(electricity, market_measure)};
        Row upstream = category_3();
        if (basis_ == "life_cycle" && upstream_.empty())
            scope_2.note = "the intensity is of the life cycle: it contains what category 3 counts";
        rows_.push_back(std::move(scope_2));
        rows_.push_back({"scope_3", "category_1", "purchased goods and services",
                         open("what is bought beside hardware and electricity is outside the scenario"),
                         open("what is bought beside hardware and electricity is outside the scenario")});
        const Result* hardware = part(results::capital_goods);
        rows_.push_back({"scope_3", "category_2", "capital goods, over the time of use",
                         cell(hardware, index_of::climate), cell(hardware, market_measure), purchases()});
        rows_.push_back(std::move(upstream));
    }

    void add_customer() {
        add_of_provider("scope_1", "", "fuel burnt and refrigerants lost on the site");
        add_of_provider("scope_2", "", "electricity");
        const Result* all = part(results::purchased_services);
        rows_.push_back({"scope_3", "category_1", "purchased goods and services",
                         cell(all, index_of::climate), cell(all, market_measure)});
        add_of_provider("scope_3", "category_2", "capital goods");
        add_of_provider("scope_3", "category_3", "fuel- and energy-related activities");
    }

    void add_of_provider(std::string_view scope, std::string_view category, std::string_view name) {
        const std::string reason = "the provider's: within category 1 of its customer";
        rows_.push_back({scope, category, name, open(reason), open(reason), {}, {}, reason});
    }

    /// The embodied impacts of all hardware of the systems used, whatever part of its life is used here.
    TableCell purchases() const {
        results::YearOfPurchase bought = results::year_of_purchase(result_);
        return {bought.value, std::move(bought.missing)};
    }

    /// The row of scope 3, category 3: grid losses and what is upstream of the electricity.
    Row category_3() {
        const results::CommonBasis common = results::common_basis(results_.bases);
        basis_ = common.basis;
        bases_differ_ = common.differ;
        TableCell found;
        if (const Result* counted = part(results::upstream_of_energy))
            found = {result_.value(*counted, index_of::climate),
                     missing_from(results_, *counted, index_of::climate)};
        if (const std::optional<double> more = results::upstream_beside_total(result_))
            found.add({*more, {}});
        for (const Result& row : results_.rows) {
            const auto* phase = row.get_if<ActivityPhaseRow>();
            if (phase && phase->phase != PhaseKind::embodied) note_upstream(row, found);
            const auto* rest = row.get_if<UnallocatedPhaseRow>();
            if (rest && rest->phase == PhaseKind::idle)
                found.reasons.push_back(
                    "not known for the part of a shared system that is not allocated to any activity");
        }
        return {"scope_3",
                "category_3",
                "fuel- and energy-related activities",
                std::move(found),
                open("contracts state no upstream emissions"),
                {},
                {},
                std::string(within_scope_2)};
    }

    /// Notes whether a phase states what is upstream of its electricity, or why category 3 lacks it.
    void note_upstream(const Result& row, TableCell& found) {
        const ActivityInfo& activity = results_.activities.at(*row.activity());
        const std::optional<double> energy = result_.value(row, energy_measure);
        if (!activity.included || !energy || *energy == 0) return;
        const bool stated = activity.upstream != no_step;
        if (stated && !basis_.empty()) {
            upstream_ = activity.id;
            return;
        }
        const std::string reason = reason_of_gap(stated);
        if (std::find(found.reasons.begin(), found.reasons.end(), reason) == found.reasons.end())
            found.reasons.push_back(reason);
    }

    std::string reason_of_gap(bool stated) const {
        if (stated && bases_differ_)
            return "the intensities of some grids include the upstream impact (life cycle), those of others "
                   "do "
                   "not (combustion)";
        if (stated) return "whether the intensities include the upstream impact is not stated";
        if (basis_ == "life_cycle") return std::string(within_scope_2);
        if (basis_ == "combustion")
            return "the intensity is of combustion alone: `upstream_intensity` of the site gives the "
                   "upstream impact";
        if (bases_differ_)
            return "the intensities of the grids count different things (combustion, life cycle): what they "
                   "leave "
                   "out differs";
        return "the accounting basis of the intensity is not stated";
    }

    void write(const Row& row) {
        json_.begin_object()
            .entry("scope", row.scope)
            .entry_if("category", row.category)
            .entry("name", row.name);
        write("location_based", row.location);
        write("market_based", row.market);
        if (row.year_of_purchase) write("year_of_purchase", *row.year_of_purchase);
        json_.entry_if("note", row.note).end_object();
    }

    void write(std::string_view key, const TableCell& cell) {
        export_detail::write_cell(json_.key(key).begin_object(), cell,
                                  measure(index_of::climate).unit_in_base);
        json_.end_object();
    }

    /// Writes the sum of each column, with what it lacks, and as `lca_total` the total of the evaluation.
    void write_totals() {
        json_.key("totals").begin_object();
        write("location_based", sum(&Row::location));
        write("market_based", results_.has_market ? sum(&Row::market) : cell(nullptr, market_measure));
        json_.end_object();
        write("lca_total", cell(results_.find("total"), index_of::climate));
    }

    /// The sum of a column with the reasons of its rows, except those for parts that another row counts.
    TableCell sum(TableCell Row::*column) const {
        TableCell all;
        for (const Row& row : rows_) {
            const TableCell& one = row.*column;
            all.add({one.value, {}});
            for (const std::string& reason : one.reasons) {
                if (reason == row.elsewhere) continue;
                const std::string_view of = row.category.empty() ? row.scope : row.category;
                all.reasons.push_back(std::string(of) + ": " + reason);
            }
        }
        return all;
    }

    const Evaluation& evaluation_;
    std::span<const BreakdownItem> items_;
    const PointResult& result_;
    const Results& results_;
    std::vector<Row> rows_;
    std::string basis_, upstream_;  // upstream_: id of an activity whose site states upstream_intensity
    bool bases_differ_ = false;
    JsonWriter json_{5};
};

constexpr ExportForm inventory = {
    "ghg", "scopes and categories of the GHG Protocol, for the role that the file states (JSON)", false,
    [](const ExportInput& input) { return ScopeTable(input).text(); }, BreakdownKey::scope};

}  // namespace

const ExportForm& ghg_form() {
    return inventory;
}

}  // namespace lca
