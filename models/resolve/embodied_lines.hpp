#pragma once
// The lines of an embodied phase: one per hardware, broken down by life-cycle stage where its figures are.

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "models/resolve/embodied.hpp"

namespace lca::resolve {

class EmbodiedLines {
public:
    /// `way`: "carried for", for explanations.
    EmbodiedLines(ValueRecorder& values, std::string_view way) : values_(values), way_(way) {}

    /// `taken` computes the part of a figure in `of` that the activity carries; called only where nothing is
    /// missing.
    template <class Unit, class Taken>
    void add(const BuiltComponent& part, const FootprintByStage<Unit>& of, std::string missing, Taken taken) {
        EmbodiedLine made;
        made.name = part.name;
        made.missing = std::move(missing);
        made.stages.resize(part.impact.stages.size());
        made.may_be_credit = part.from_file;
        if (made.missing.empty()) {
            StagedFootprint whole =
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

    /// All lines; one that is broken down by stage is their sum, in every bit.
    std::vector<EmbodiedLine> finish();

    /// Labels a step, unless it has a label: a line of only one stage keeps the label of that stage.
    void label(const Expr<unit::Impact>& value, const FootprintComponent& part, std::string_view of);

private:
    void add(EmbodiedLine made);
    /// Moves the negative part of a line's end of life to its credit.
    void take_credit(EmbodiedLine& line);

    ValueRecorder& values_;
    std::string_view way_;
    std::vector<EmbodiedLine> lines_;
    std::unordered_map<std::string, std::size_t> places_;  // of lines, by name
};

}  // namespace lca::resolve
