#include "models/resolve/embodied.hpp"

#include <fmt/core.h>

#include <algorithm>

#include "models/physics/allocation.hpp"

namespace lca {
namespace {

class Embodied {
public:
    Embodied(const Activity& activity, const ResolvedSystem* machine, const ActivityData& activity_data,
             ValueRecorder& values)
        : activity_(activity), machine_(machine), extent_(activity_data), values_(values) {}

    EmbodiedPhase find() {
        const Phase& phase = activity_.embodied;
        const bool direct = states_figures();
        if (phase.state == Phase::State::none ||
            (phase.state == Phase::State::stated && phase.allocation == Allocation::none && !direct)) {
            found_.stated = found_.zero = true;
        } else if (phase.state == Phase::State::not_assessed) {
            found_.reason = "embodied is left open by the file";
        } else if (direct) {
            found_.stated = true;
            for (const Line& line : phase.lines) add_direct(line);
        } else if (machine_) {
            found_.stated = true;
            for (const BuiltComponent& part : machine_->parts) add_of_node(part);
            for (const BuiltComponent& part : machine_->shared) add_shared(part);
            add_up_stages();
        } else {
            found_.reason = "no system says what hardware is used";
        }
        return found_;
    }

private:
    bool states_figures() const {
        const std::vector<Line>& lines = activity_.embodied.lines;
        return std::any_of(lines.begin(), lines.end(), [](const Line& line) {
            return line.state != LineState::stated || line.value ||
                   std::any_of(line.rate.begin(), line.rate.end(),
                               [](const AnyValue& one) { return static_cast<bool>(one); });
        });
    }

    void add_direct(const Line& line) {
        EmbodiedLine made;
        made.name = line.name;
        if (line.state == LineState::not_assessed) made.missing = "left open by the file";
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (line.value[i])
                made.impact[i] =
                    unchecked<unit::Impact>(values_.checked(line.value[i], impacts()[i].dimension));
            if (line.rate[i]) made.impact[i] = by_rate(line, line.rate[i], i);
            if (line.state == LineState::none) made.impact[i] = values_.constant<unit::Impact>(0);
            if (line.state == LineState::stated && made.impact[i])
                label(*made.impact[i], {i, ""}, line.name.empty() ? activity_.id : line.name);
        }
        found_.lines.push_back(std::move(made));
    }

    std::optional<Expr<unit::Impact>> by_rate(const Line& line, const AnyValue& rate, std::size_t impact) {
        const std::array<Dimension, 4> per = {impact_per(impact, dimension_of<unit::NodeTime>()),
                                              impact_per(impact, dimension_of<unit::DeviceTime>()),
                                              impact_per(impact, dimension_of<unit::Requests>()),
                                              impact_per(impact, dimension_of<unit::Tokens>())};
        const auto step = [](const auto& value) {
            return value ? std::optional(value->value()) : std::nullopt;
        };
        const std::array<std::optional<Step>, 4> extents = {
            step(extent_.node_time), step(extent_.device_time), step(extent_.requests), step(extent_.tokens)};
        constexpr std::array<std::string_view, 4> names = {"node time", "device time", "requests", "tokens"};
        const auto found = values_.one_of(rate, per);
        if (!extents[found.which]) {
            values_.diagnostics().error(line.location.place(),
                                        fmt::format("a rate per {} needs the {} of `{}`", names[found.which],
                                                    names[found.which], activity_.id));
            return std::nullopt;
        }
        return unchecked<unit::Impact>(found.step * *extents[found.which]);
    }

    void add_of_node(const BuiltComponent& part) {
        const bool has_time = extent_.node_time.has_value();
        if (allocation() == Allocation::used_time) {
            add_part(part, part.per_node_time, has_time, [&](Expr<unit::ImpactPerNodeTime> each) {
                return physics::by_used_time(each, *extent_.node_time);
            });
        } else {
            add_part(part, part.impact, has_time, [&](Expr<unit::Impact> impact) {
                return full() ? physics::in_full(impact, *machine_->nodes)
                              : physics::by_calendar(impact, *part.lifetime, *extent_.node_time);
            });
        }
    }

    void add_shared(const BuiltComponent& part) {
        const bool has_time = extent_.system_time.has_value();
        if (allocation() == Allocation::used_time) {
            add_part(part, part.per_time, has_time, [&](Expr<unit::ImpactPerTime> all) {
                return physics::by_used_time(all, *extent_.system_time);
            });
        } else {
            add_part(part, part.impact, has_time, [&](Expr<unit::Impact> impact) {
                return full() ? impact : physics::by_calendar(impact, *part.lifetime, *extent_.system_time);
            });
        }
    }

    /// `carried` gives what the activity carries of one of the figures `of`; it is asked only where nothing
    /// is missing.
    template <class Unit, class Carried>
    void add_part(const BuiltComponent& part, const Staged<Unit>& of, bool has_time, Carried carried) {
        EmbodiedLine made = begun(part, has_time || full());
        made.stages.resize(part.impact.stages.size());
        if (made.missing.empty()) {
            StagedFootprint whole =
                changed<unit::Impact>(of, [&](Expr<Unit> figure, const FootprintComponent& what) {
                    const Expr<unit::Impact> share = carried(figure);
                    label(share, what, made.name);
                    return share;
                });
            made.impact = whole.whole;
            made.stages = std::move(whole.stages);
        }
        add(std::move(made));
    }

    EmbodiedLine begun(const BuiltComponent& part, bool has_time) const {
        EmbodiedLine made;
        made.name = part.name;
        if (!part.impact.has_any() || (!full() && !part.lifetime))
            made.missing = part.missing;
        else if (!has_time)
            made.missing = fmt::format("no time says how long {} uses it", activity_.id);
        return made;
    }

    /// The same hardware in a node and shared is one line.
    void add(EmbodiedLine made) {
        const auto same = std::find_if(found_.lines.begin(), found_.lines.end(),
                                       [&](const EmbodiedLine& line) { return line.name == made.name; });
        if (same == found_.lines.end()) {
            found_.lines.push_back(std::move(made));
            return;
        }
        for (std::size_t i = 0; i < impact_count; ++i) {
            const bool known = has_figure(*same, i);
            if (known != has_figure(made, i)) same->partial[i] = reason(known ? made : *same);
        }
        add_to(same->impact, made.impact);
        same->stages.resize(std::max(same->stages.size(), made.stages.size()));
        for (std::size_t k = 0; k < made.stages.size(); ++k) add_to(same->stages[k], made.stages[k]);
        if (same->missing.empty()) same->missing = made.missing;
    }

    /// Of the line as a whole, or of one of its stages, which add_up_stages adds up later.
    static bool has_figure(const EmbodiedLine& line, std::size_t impact) {
        return line.impact[impact] ||
               std::any_of(line.stages.begin(), line.stages.end(),
                           [&](const Footprint& stage) { return stage[impact].has_value(); });
    }
    static std::string reason(const EmbodiedLine& line) {
        return line.missing.empty() ? "no such figure is given for one of several" : line.missing;
    }

    static void add_to(Footprint& sum, const Footprint& more) {
        for (std::size_t i = 0; i < impact_count; ++i) {
            if (more[i]) sum[i] = sum[i] ? *sum[i] + *more[i] : more[i];
        }
    }

    /// A line that is broken down by stage is their sum, in every bit.
    void add_up_stages() {
        for (EmbodiedLine& line : found_.lines) {
            for (std::size_t i = 0; i < impact_count; ++i) {
                std::vector<Step> stages;
                for (const Footprint& stage : line.stages) {
                    if (stage[i]) stages.push_back(stage[i]->value());
                }
                if (stages.empty()) continue;
                line.impact[i] = unchecked<unit::Impact>(values_.recorder().sum(stages));
                label(*line.impact[i], {i, ""}, line.name);
            }
        }
    }

    Allocation allocation() const { return activity_.embodied.allocation; }
    bool full() const { return allocation() == Allocation::full; }

    /// The first name stays: a line of one stage is called so.
    void label(const Expr<unit::Impact>& value, const FootprintComponent& part, std::string_view of) {
        const Impact& impact = impacts()[part.impact];
        const std::string what = part.stage.empty() ? "making" : part.stage + " of";
        values_.recorder().label(value.value(), fmt::format("{} carried for {} {}", impact.name, what, of),
                                 impact.dimension);
    }

    const Activity& activity_;
    const ResolvedSystem* machine_;
    const ActivityData& extent_;
    ValueRecorder& values_;
    EmbodiedPhase found_;
};

}  // namespace

EmbodiedPhase embodied_phase(const Activity& activity, const ResolvedSystem* machine,
                             const ActivityData& activity_data, ValueRecorder& values) {
    return Embodied(activity, machine, activity_data, values).find();
}

}  // namespace lca
