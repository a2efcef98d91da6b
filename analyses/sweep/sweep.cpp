#include "analyses/sweep/sweep.hpp"

#include <algorithm>
#include <span>

#include "analyses/shared/evaluation.hpp"
#include "analyses/sweep/item_compiler.hpp"
#include "analyses/sweep/sweep_grid.hpp"
#include "analyses/sweep/writers.hpp"
#include "lca/base/diagnostics.hpp"
#include "models/results/point_result.hpp"

namespace lca {
namespace sweep_detail {
namespace {

std::vector<SweepResult> chosen(const Assessment& assessment, const std::vector<std::string>& names) {
    const PointResult result(assessment);
    std::vector<SweepResult> results;
    for (const std::string& name : names)
        results.push_back({name, resolve_result(result, "--of", name).dimension});
    if (results.empty() && assessment.results.activities.empty()) {
        for (const Output& output : assessment.results.outputs)
            results.push_back({"outputs." + output.name, output.dimension});
    }
    if (results.empty()) results.push_back({"total", resolve_result(result, "--of", "total").dimension});
    return results;
}

/// Compiles some points so that their warnings are collected: all points if there are few, else the corners
/// of the grid. Errors are ignored here; they are reported when the sweep reaches that point.
void try_combinations(const SweepPlan& plan, VariantCompiler& compiler) {
    constexpr std::uint64_t few = 64;
    constexpr std::size_t few_axes = 6;
    const bool all = plan.points <= few;
    if (plan.axes.size() < 2 || (!all && plan.axes.size() > few_axes)) return;
    const std::uint64_t corners = std::uint64_t{1} << plan.axes.size();
    for (std::uint64_t n = 0; n < (all ? plan.points : corners); ++n) {
        std::vector<Edit> edits;
        std::uint64_t rest = n;
        for (const Axis& axis : plan.axes) {
            const std::uint64_t step = all ? 1 : std::max<std::uint64_t>(1, axis.size() - 1);
            const std::uint64_t values = all ? axis.size() : 2;
            edits.push_back(axis.edit(std::min(axis.size() - 1, rest % values * step)));
            rest /= values;
        }
        compiler.try_compile(edits);
    }
}

class Compiled : public PreparedSweep {
public:
    Compiled(Session& session, const ScenarioSource& source, const SweepOptions& options)
        : options_(options),
          source_(source),
          compiler_(session, source, options.vary.empty() ? "sweep" : "--vary") {
        compiler_.request_results(options.of);
    }

    /// Determines axes and results. False after an error.
    bool prepare() {
        if (!compiler_.base()) return false;
        const Model& model = *compiler_.base();
        title_ = model.scenario.title;
        std::vector<Axis> axes = options_.vary.empty() ? model.scenario.sweep : options_.vary;
        if (axes.empty())
            throw InputError(model.name +
                             " has no `sweep`: give what varies, as in --vary sites.idris.pue=1.05..1.6:12");
        if (options_.vary.empty()) {
            for (const Axis& axis : axes) refuse_edit_of(source_, axis.path(), "the file's sweep of");
        }
        if (options_.by) items_.emplace(*options_.by, compiler_.function());
        grid_.emplace(std::move(axes), [this, compile = items_ ? items_->function() : compiler_.function()](
                                           std::span<const Edit> edits) {
            auto made = compile(edits);
            if (made) note_grids(made->results);
            return made;
        });
        const bool prepared = grid_->prepare([this](const Assessment& assessment) {
            return items_ ? items_->results(assessment, options_.measure) : chosen(assessment, options_.of);
        });
        if (prepared) try_combinations(grid_->plan(), compiler_);
        compiler_.report_warnings();
        return prepared;
    }

    const std::string& title() const override { return title_; }
    const SweepPlan& plan() const override { return grid_->plan(); }
    std::string note() const override {
        for (const Axis& axis : grid_->plan().axes) {
            if (std::string note = average_note_for(axis.path(), grids_); !note.empty()) return note;
        }
        return {};
    }
    std::uint64_t count() const override {
        const std::uint64_t points = grid_->plan().points;
        return options_.shard.end(points) - options_.shard.begin(points);
    }

    bool run(RowSink& sink) override {
        sink.begin(grid_->plan());
        return grid_->run(options_.shard.begin(grid_->plan().points), count(),
                          [&sink](const SweepRows& rows) { return sink.rows(rows); });
    }

private:
    /// Collects the grids of all points, each once.
    void note_grids(const Results& results) {
        for (const GridBasis& one : results.bases) {
            const bool known = std::any_of(grids_.begin(), grids_.end(),
                                           [&](const GridBasis& other) { return other.grid == one.grid; });
            if (!known) grids_.push_back(one);
        }
    }

    SweepOptions options_;
    ScenarioSource source_;
    VariantCompiler compiler_;
    std::optional<sweep_detail::ItemCompiler> items_;
    std::optional<sweep_detail::SweepGrid> grid_;
    std::string title_;
    std::vector<GridBasis> grids_;
};

/// Passes rows on, and after each block asks `goes_on` whether to continue.
class Watched : public RowSink {
public:
    Watched(RowSink& sink, const std::function<bool(std::uint64_t)>& goes_on)
        : sink_(sink), goes_on_(goes_on) {}

    void begin(const SweepPlan& plan) override { sink_.begin(plan); }
    bool rows(const SweepRows& rows) override {
        done_ += rows.count;
        return sink_.rows(rows) && (!goes_on_ || goes_on_(done_));
    }

private:
    RowSink& sink_;
    const std::function<bool(std::uint64_t)>& goes_on_;
    std::uint64_t done_ = 0;
};

}  // namespace
}  // namespace sweep_detail

std::unique_ptr<PreparedSweep> prepare_sweep(Session& session, const ScenarioSource& source,
                                             const SweepOptions& options) {
    auto prepared = std::make_unique<sweep_detail::Compiled>(session, source, options);
    if (!prepared->prepare()) return nullptr;
    return prepared;
}

bool sweep(Session& session, const ScenarioSource& source, const SweepOptions& options, RowSink& sink) {
    const std::unique_ptr<PreparedSweep> prepared = prepare_sweep(session, source, options);
    return prepared && prepared->run(sink);
}

Report report_of(PreparedSweep& sweep, std::function<bool(std::uint64_t done)> goes_on) {
    const auto run = [&sweep, goes_on = std::move(goes_on)](RowSink& sink) {
        sweep_detail::Watched watched(sink, goes_on);
        if (!sweep.run(watched)) throw SweepFault();
    };
    return {[&sweep, run] {
                sweep_detail::PageRows rows(sweep);
                run(rows);
                return rows.page();
            },
            [run](RecordSink& sink) {
                sweep_detail::RecordRows rows(sink);
                run(rows);
            },
            [run](const TextSink& sink) {
                sweep_detail::JsonRows rows(sink, true);
                run(rows);
                rows.end();
            },
            [run](const TextSink& sink) {
                sweep_detail::JsonRows rows(sink, false);
                run(rows);
            }};
}

}  // namespace lca
