#include "analyses/fleet/fleet.hpp"
#include "lca/base/text.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "analyses/fleet/bind_columns.hpp"
#include "analyses/fleet/evaluate_rows.hpp"
#include "analyses/fleet/shared_system.hpp"
#include "analyses/fleet/summary_page.hpp"
#include "analyses/shared/evaluation.hpp"
#include "lca/page/json_lines.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace fleet {
namespace {

constexpr std::size_t max_listed = 10;  // faults reported one by one, of rows without results

void set_number(Numeral& to, std::uint64_t number) {
    std::array<char, 20> digits;
    const auto [end, code] = std::to_chars(digits.data(), digits.data() + digits.size(), number);
    to.text.assign(digits.data(), end);
}

class Fleet : public PreparedFleet {
public:
    Fleet(Session& session, const ScenarioSource& source, FleetTable table, FleetOptions options)
        : session_(session),
          options_(std::move(options)),
          source_(std::move(table)),
          compiler_(session, source, source_.name),
          table_(session, source_, options_) {
        compiler_.request_results(options_.of);
        if (!options_.shard.is_whole() && !options_.by.empty())
            throw InputError("--by sums all rows: it does not go with --shard");
        if (!options_.cluster.empty()) cluster_.emplace(session, compiler_, options_.cluster);
    }

    /// False after an error in the template, or if `goes_on` returned false.
    bool prepare(const GoesOn& goes_on) {
        std::vector<std::string> names = options_.of;
        if (names.empty()) names.emplace_back("total");
        const std::shared_ptr<const Assessment> first = bind_columns(compiler_, table_, names);
        if (!first) return false;
        const PointResult result(*first);
        for (const std::string& name : names) {
            RequestedResult requested{name, resolve_result(result, "--of", name).dimension};
            const InUnit unit = in_customary_unit(std::nullopt, requested.dimension);
            requested.unit = unit.unit;
            requested.factor = unit.factor;
            requested_.push_back(std::move(requested));
        }
        totals_.results.resize(requested_.size());
        warn_of_dates();
        warn_of_periods();
        if (cluster_ && !divide_cluster(goes_on)) return false;
        if (!options_.shard.is_whole()) choose_part();
        return true;
    }

    void run(RecordSink& sink, const GoesOn& goes_on) override {
        std::vector<RequestedResult> requested = requested_;
        if (cluster_) requested.push_back(SharedSystem::claim());
        RowEvaluator evaluator(compiler_, table_, table_.columns(), requested);
        RowBlock block;
        BlockResults results;
        bool begun = false, stopped = false;
        while (table_.read(block, rows_at_a_time)) {
            evaluator.run(block, results);
            note_faults(block);
            if (totals_.faulty == totals_.rows + block.count && !table_.more()) refuse_all();
            if (!begun) sink.columns(headings());
            begun = true;
            take(block, results, sink);
            stopped = goes_on && !goes_on(totals_.rows);
            if (stopped) break;
        }
        if (!begun) sink.columns(headings());
        if (!options_.by.empty() && !stopped) write_groups(sink);
        if (cluster_ && !stopped && options_.shard.is_last()) write_unallocated(sink);
        if (cluster_ && !stopped && options_.shard.is_whole()) refuse_another_table();
        sink.flush();
        compiler_.report_warnings();
    }

    Page summary() const override { return summary_page(totals_, requested_); }

private:
    /// Throws if no row has results, unless only a part of the table is computed: other parts may have some
    /// rows with results.
    void refuse_all() const {
        if (options_.shard.is_whole()) throw InputError("no row of the table could be evaluated");
    }

    /// Warns if dates are used to group rows, but do not set `start`: they do not choose the year of a grid.
    void warn_of_dates() {
        const auto starts = [](const FleetColumn& one) { return one.path.ends_with(".start"); };
        const bool mapped = std::any_of(options_.map.begin(), options_.map.end(), starts);
        for (const FleetKey& key : options_.by) {
            if (!key.month || mapped) continue;
            session_.diagnostics().warning(
                {},
                "--by " + key.column + ":month only sorts rows: their grids are those of the template's year",
                "`--map " + key.column + "=activities.ID.start` gives each row the grid of its year");
        }
    }

    /// Warns if each row counts the whole period of a system: a row is a scenario of its own.
    void warn_of_periods() {
        for (const System& system : compiler_.base()->scenario.systems) {
            const std::string path = "systems." + system.id;
            if (!system.period || path == options_.cluster) continue;
            session_.diagnostics().warning(
                system.location.place(),
                fmt::format("each row counts the whole period of `{}`, as if nothing else ran there",
                            system.id),
                cluster_ ? "" : fmt::format("`--cluster {}` divides the period among the rows", path));
        }
    }

    bool divide_cluster(const GoesOn& goes_on) {
        cluster_->find();
        if (!cluster_->read(table_, requested_, goes_on)) return false;
        cluster_->share();
        unallocated_ = cluster_->unallocated(requested_);
        totals_.remark = cluster_->remark();
        return true;
    }

    /// Throws if the rows take another sum of the cluster than at the first reading: the table has changed,
    /// and the shares do not add up.
    void refuse_another_table() const {
        constexpr double rounding = 1e-9;
        const double before = cluster_->claimed();
        if (std::fabs(claimed_.value() - before) > rounding * std::fabs(before))
            throw InputError("the table changed while it was read: what the rows take of " +
                             in_quotes(options_.cluster) + " is not what they took the first time");
    }

    void choose_part() {
        const std::uint64_t rows = JobTable::count(source_);
        table_.only(options_.shard.begin(rows), options_.shard.end(rows));
    }

    std::vector<std::string> headings() const {
        std::vector<std::string> names;
        for (const FleetKey& key : options_.by) names.push_back(key.column + (key.month ? ":month" : ""));
        if (!options_.by.empty()) {
            names.emplace_back("rows");
        } else {
            names.push_back(options_.id.empty() ? "row" : options_.id);
        }
        for (const RequestedResult& one : requested_)
            names.push_back(one.unit.empty() ? one.name : fmt::format("{} [{}]", one.name, one.unit));
        names.emplace_back("gaps");
        names.emplace_back("why_not");
        return names;
    }

    /// Counts the rows without results, and reports the first of them.
    void note_faults(const RowBlock& block) {
        for (const auto& [row, fault] : block.faults) {
            if (totals_.faulty++ >= max_listed) continue;
            if (options_.strict) {
                session_.diagnostics().add(
                    {.place = fault.place, .message = fault.message, .hint = fault.hint});
            } else {
                session_.diagnostics().warning(fault.place, "no results: " + fault.message, fault.hint);
            }
        }
        if (options_.strict && !block.faults.empty())
            throw InputError("with --strict every row must have results");
    }

    void take(const RowBlock& block, const BlockResults& results, RecordSink& sink) {
        totals_.rows += block.count;
        std::vector<RecordSink::Cell> cells(requested_.size() + 3);
        if (options_.id.empty()) cells[0] = Numeral();
        const KindProgram* last = nullptr;  // the kind whose gaps and reason are in `cells`
        for (std::size_t i = 0; i < block.count; ++i) {
            const auto fault = block.faults.empty() ? block.faults.end() : block.faults.find(i);
            const KindProgram* kind = fault == block.faults.end() ? results.kinds[i] : nullptr;
            const std::string& why = kind ? kind->reason() : fault->second.message;
            if (!options_.by.empty()) {
                add_to_group(block, results, i, why);
                continue;
            }
            set_row(cells, block, results, i, kind);
            if (!kind || kind != last) {
                cells[cells.size() - 2] = Records::text(kind ? kind->gaps() : std::string());
                cells.back() = Records::text(why);
            }
            last = kind;
            sink.row(cells);
        }
        add_totals(block, results);
        sink.flush();
    }

    void set_row(std::vector<RecordSink::Cell>& cells, const RowBlock& block, const BlockResults& results,
                 std::size_t i, const KindProgram* kind) const {
        if (auto* const number = std::get_if<Numeral>(&cells[0])) {
            set_number(*number, block.first + i + 1);
        } else {
            cells[0] = Records::text(block.ids[i]);
        }
        for (std::size_t j = 0; j < requested_.size(); ++j) {
            if (kind && results.assessed[j][i])
                cells[j + 1] = results.values[j][i] / requested_[j].factor;
            else
                cells[j + 1] = std::monostate();
        }
    }

    void add_to_group(const RowBlock& block, const BlockResults& results, std::size_t i,
                      const std::string& why) {
        if (groups_.size() < table_.groups()) groups_.resize(table_.groups());
        GroupTotal& group = groups_[block.groups[i]];
        group.sums.resize(requested_.size());
        group.assessed.resize(requested_.size());
        ++group.rows;
        const bool sound = !block.faults.contains(i);
        for (std::size_t j = 0; j < requested_.size(); ++j) {
            if (!sound || !results.assessed[j][i]) continue;
            group.sums[j].add(results.values[j][i]);
            ++group.assessed[j];
        }
        if (group.reason.empty()) group.reason = why;
        constexpr std::size_t few = 8;
        const std::string gaps = sound && results.kinds[i] ? results.kinds[i]->gaps() : std::string();
        const bool known = std::find(group.gaps.begin(), group.gaps.end(), gaps) != group.gaps.end();
        if (!gaps.empty() && !known && group.gaps.size() < few) group.gaps.push_back(gaps);
    }

    /// The values of a result in the rows that have it: all values, or, if some rows lack it, a copy in
    /// `some`.
    static std::span<const double> known_values(const RowBlock& block, const BlockResults& results,
                                                std::size_t j, std::vector<double>& some) {
        const std::vector<std::uint8_t>& assessed = results.assessed[j];
        if (block.faults.empty() && std::find(assessed.begin(), assessed.end(), 0) == assessed.end())
            return results.values[j];
        some.clear();
        for (std::size_t i = 0; i < block.count; ++i) {
            if (assessed[i] && !block.faults.contains(i)) some.push_back(results.values[j][i]);
        }
        return some;
    }

    /// Updates the list of rows with the largest values of the first result.
    void note_largest(const RowBlock& block, const BlockResults& results) {
        const std::vector<double>& values = results.values.front();
        for (std::size_t i = 0; i < block.count; ++i) {
            if (!totals_.largest.may_take(values[i])) continue;
            if (!results.assessed.front()[i] || block.faults.contains(i)) continue;
            totals_.largest.add(
                values[i], options_.id.empty() ? fmt::format("row {}", block.first + i + 1) : block.ids[i]);
        }
    }

    void add_totals(const RowBlock& block, const BlockResults& results) {
        if (cluster_) {
            for (std::size_t i = 0; i < block.count; ++i) {
                if (results.assessed.back()[i] && !block.faults.contains(i))
                    claimed_.add(results.values.back()[i]);
            }
        }
        std::vector<double> some;
        for (std::size_t j = 0; j < requested_.size(); ++j)
            totals_.results[j].add(known_values(block, results, j, some));
        note_largest(block, results);
        for (const KindProgram* kind : results.kinds) {
            if (kind && !kind->gaps().empty() &&
                (totals_.gaps.empty() || totals_.gaps.back() != kind->gaps()) &&
                totals_.gaps.size() < max_listed &&
                std::find(totals_.gaps.begin(), totals_.gaps.end(), kind->gaps()) == totals_.gaps.end())
                totals_.gaps.push_back(kind->gaps());
        }
    }

    /// Writes a row "unallocated": the part of the cluster that is not allocated to any row.
    void write_unallocated(RecordSink& sink) const {
        std::vector<RecordSink::Cell> cells = {Records::text("unallocated")};
        if (!options_.by.empty()) {
            cells.resize(options_.by.size(), Records::text(""));
            cells.emplace_back(Numeral{"0"});
        }
        for (std::size_t j = 0; j < requested_.size(); ++j) {
            if (unallocated_.values[j])
                cells.emplace_back(*unallocated_.values[j] / requested_[j].factor);
            else
                cells.emplace_back(std::monostate());
        }
        cells.push_back(Records::text(unallocated_.gaps));
        cells.push_back(Records::text(unallocated_.reason));
        sink.row(cells);
    }

    /// Writes one row for each group, sorted by their keys.
    void write_groups(RecordSink& sink) const {
        std::vector<std::size_t> order(groups_.size());
        for (std::size_t g = 0; g < order.size(); ++g) order[g] = g;
        const auto key = [this](std::size_t g) -> const std::vector<std::string>& {
            return table_.group(static_cast<std::uint32_t>(g));
        };
        std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
        for (const std::size_t g : order) {
            const GroupTotal& group = groups_[g];
            std::vector<RecordSink::Cell> cells;
            for (const std::string& cell : key(g)) cells.push_back(Records::text(cell));
            cells.emplace_back(Numeral{std::to_string(group.rows)});
            std::string reason;
            for (std::size_t j = 0; j < requested_.size(); ++j) {
                if (group.assessed[j] > 0)
                    cells.emplace_back(group.sums[j].value() / requested_[j].factor);
                else
                    cells.emplace_back(std::monostate());
                if (group.assessed[j] == group.rows) continue;
                reason += fmt::format("{}{}: {} of {} rows are not counted", reason.empty() ? "" : "; ",
                                      requested_[j].name, group.rows - group.assessed[j], group.rows);
            }
            if (!reason.empty()) reason += " (" + group.reason + ")";
            std::string gaps;
            for (const std::string& one : group.gaps) gaps += (gaps.empty() ? "" : "; ") + one;
            cells.push_back(Records::text(gaps));
            cells.push_back(Records::text(reason));
            sink.row(cells);
        }
    }

    Session& session_;
    FleetOptions options_;
    FleetTable source_;
    VariantCompiler compiler_;
    JobTable table_;
    std::optional<SharedSystem> cluster_;
    UnallocatedLine unallocated_;
    ExactSum claimed_;  // what the rows with results take of the cluster
    std::vector<RequestedResult> requested_;
    FleetTotals totals_;
    std::vector<GroupTotal> groups_;
};

}  // namespace
}  // namespace fleet

std::unique_ptr<PreparedFleet> prepare_fleet(Session& session, const ScenarioSource& source,
                                             const FleetTable& table, const FleetOptions& options,
                                             const GoesOn& goes_on) {
    auto prepared = std::make_unique<fleet::Fleet>(session, source, table, options);
    if (!prepared->prepare(goes_on)) return nullptr;
    return prepared;
}

Report report_of(PreparedFleet& fleet, GoesOn goes_on) {
    const auto records = [&fleet, goes_on = std::move(goes_on)](RecordSink& sink) {
        fleet.run(sink, goes_on);
    };
    return {[&fleet, records] {
                collect(records);
                return fleet.summary();
            },
            records, [records](const TextSink& sink) { sink(write_json_records(collect(records))); },
            [records](const TextSink& sink) {
                JsonLines lines(sink);
                records(lines);
                lines.flush();
            }};
}

}  // namespace lca
