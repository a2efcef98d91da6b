#pragma once
// The entries of the phase `embodied`: one per hardware id, by life-cycle stage if its figures are.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/resolve/embodied.hpp"

namespace lca::resolve {

class EmbodiedLines {
public:
    /// `way`: words for explanations, such as "carried for".
    EmbodiedLines(ValueRecorder& values, std::string_view way) : values_(values), way_(way) {}

    /// Adds a part with the figures `of`. `taken` calculates the activity's part of one figure; it is called
    /// only if `reason` is empty.
    template <class Unit, class Taken>
    void add(const BuiltComponent& part, const FootprintByLifeCycleStage<Unit>& of, std::string reason,
             Taken taken) {
        EmbodiedLine made;
        made.name = part.name;
        made.reason = std::move(reason);
        made.stages.resize(part.impact.stages.size());
        made.may_be_credit = part.from_file;
        if (made.reason.empty()) {
            ImpactByLifeCycleStage whole =
                changed<unit::Impact>(of, [&](Expr<Unit> figure, const FootprintComponent& what) {
                    const Expr<unit::Impact> share = taken(figure);
                    label(share, what, made.name);
                    return share;
                });
            made.impact = whole.whole;
            made.stages = std::move(whole.stages);
        }
        add(std::move(made));
    }

    /// All entries. For an entry with stages, the total is calculated as the exact sum of its stages.
    std::vector<EmbodiedLine> finish();

    /// Labels a step unless it has a label: if there is only one stage, the total keeps the stage's label.
    void label(const Expr<unit::Impact>& value, const FootprintComponent& part, std::string_view of);

private:
    void add(EmbodiedLine made);
    /// Moves the negative part of an entry's end of life to its `credit`.
    void take_credit(EmbodiedLine& line);

    ValueRecorder& values_;
    std::string_view way_;
    std::vector<EmbodiedLine> lines_;
    std::unordered_map<std::string, std::size_t> places_;  // index in `lines_` by name
};

}  // namespace lca::resolve
