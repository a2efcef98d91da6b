#include "models/scenario/dependencies.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <unordered_map>

#include "lca/base/text.hpp"
#include "lca/calc/expression.hpp"
#include "models/values/place_in_text.hpp"

namespace lca::scenario {
namespace {

/// Depth-first search, without recursion because a chain of references may be as long as the file.
class Walk {
public:
    Walk(const std::vector<DependentFigure>& figures, std::string_view prefix, const Sources& sources,
         Diagnostics& diagnostics)
        : figures_(figures),
          sources_(sources),
          diagnostics_(diagnostics),
          needs_(figures.size()),
          state_(figures.size()) {
        std::unordered_map<std::string_view, std::size_t> index;
        for (std::size_t i = 0; i < figures.size(); ++i) index.emplace(figures[i].id, i);
        for (std::size_t i = 0; i < figures.size(); ++i) {
            if (!figures[i].value || !figures[i].value->expression) continue;
            for (const Expression::Name& name : figures[i].value->expression->names()) {
                if (!name.text.starts_with(prefix)) continue;
                const auto found = index.find(name.text.substr(prefix.size()));
                if (found != index.end()) needs_[i].push_back({found->second, name});
            }
        }
    }

    Dependencies walk() {
        for (std::size_t i = 0; i < figures_.size(); ++i) visit(i);
        return std::move(found_);
    }

private:
    enum class State : unsigned char { unseen, open, done };
    struct Need {
        std::size_t figure;
        Expression::Name name;
    };
    struct Open {
        std::size_t figure, next = 0;
    };

    void visit(std::size_t start) {
        if (state_[start] != State::unseen) return;
        open(start);
        while (!path_.empty()) {
            Open& last = path_.back();
            if (last.next == needs_[last.figure].size()) {
                state_[last.figure] = State::done;
                found_.order.push_back(last.figure);
                path_.pop_back();
                continue;
            }
            const std::size_t needed = needs_[last.figure][last.next++].figure;
            if (state_[needed] == State::open) report_ring(needed);
            if (state_[needed] == State::unseen) open(needed);
        }
    }

    void open(std::size_t figure) {
        state_[figure] = State::open;
        path_.push_back({figure});
    }

    /// The place in the expression of `open` that refers to the next figure on the current path.
    const Need& step_from(const Open& open) const { return needs_[open.figure][open.next - 1]; }

    Place place_of(const Open& open) const {
        return place_in(figures_[open.figure].value->text, step_from(open).name.offset + 1, sources_);
    }

    void report_ring(std::size_t first) {
        const auto start = std::find_if(path_.begin(), path_.end(),
                                        [first](const Open& one) { return one.figure == first; });
        constexpr std::ptrdiff_t max_named = 20;
        std::string ring;
        std::vector<Related> places;
        for (auto at = start; at != path_.end(); ++at) {
            found_.rings.push_back(at->figure);
            if (at - start >= max_named) continue;
            ring += fmt::format("{} -> ", figures_[at->figure].id);
            if (at == start) continue;
            places.push_back({place_of(*at), fmt::format("`{}` refers to `{}` here", figures_[at->figure].id,
                                                         figures_[step_from(*at).figure].id)});
        }
        if (path_.end() - start > max_named) ring += "… -> ";
        const Expression::Name& name = step_from(*start).name;
        diagnostics_.add({.place = place_of(*start),
                          .message = fmt::format("`{}` refers to itself: {}{}", figures_[first].id, ring,
                                                 figures_[first].id),
                          .expected = "expressions that lead to numbers",
                          .related = std::move(places),
                          .width = std::max<std::size_t>(1, characters(name.text))});
    }

    const std::vector<DependentFigure>& figures_;
    const Sources& sources_;
    Diagnostics& diagnostics_;
    std::vector<std::vector<Need>> needs_;
    std::vector<State> state_;
    std::vector<Open> path_;
    Dependencies found_;
};

}  // namespace

Dependencies dependencies(const std::vector<DependentFigure>& figures, std::string_view prefix,
                          const Sources& sources, Diagnostics& diagnostics) {
    return Walk(figures, prefix, sources, diagnostics).walk();
}

}  // namespace lca::scenario
