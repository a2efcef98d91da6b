// The tree for people, from the result downwards. A term that occurs again is only named, "as above".
#include <unordered_map>

#include "analyses/explanation/explanation.hpp"
#include "analyses/shared/notes.hpp"
#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/page/scale.hpp"

namespace lca {
namespace {

constexpr std::size_t max_operands = 40;  // operands shown of one sum; of more, only their number
constexpr std::size_t max_lines = 2000;
constexpr std::size_t max_on_screen = 36;  // lines, if no depth was asked for

/// Writes the terms as lines of a tree, depth first, without recursion.
class TreeBuilder {
public:
    TreeBuilder(const ExplainedResult& result, std::size_t depth)
        : result_(result),
          explanation_(*result.explanation),
          depth_(depth),
          seen_(explanation_.terms.size()) {
        const Results& results = result.evaluation.result->results();
        for (const Result& row : results.rows) {
            for (std::size_t i = 0; i < measure_count; ++i) {
                if (row.steps[i] == no_step) continue;
                // If several results have one step, the last gives the name: a line rather than its phase.
                std::string name = results.name(row);
                if (!measure(i).suffix.empty()) name += "." + std::string(measure(i).suffix);
                names_[row.steps[i]] = std::move(name);
            }
        }
        names_[explanation_.root().step] = result.name;
    }

    Tree build() {
        open_.push_back({explanation_.terms.size() - 1, 0, ""});
        while (!open_.empty()) {
            const Next next = open_.back();
            open_.pop_back();
            if (tree_.lines.size() >= max_lines) {
                tree_.lines.push_back(
                    {next.depth, "", "", "… the rest is not shown; --format json has all", {}});
                break;
            }
            next.left_out > 0 ? add_left_out(next) : add(next);
        }
        return std::move(tree_);
    }

    /// Valid after `build`: whether terms below `depth` were left out.
    bool is_truncated() const { return truncated_; }

private:
    struct Next {
        std::size_t term;
        std::size_t depth;
        std::string sign;
        std::size_t left_out = 0;
    };

    void add_left_out(const Next& next) {
        tree_.lines.push_back({next.depth, "", "", "and " + std::to_string(next.left_out) + " more", {}});
    }

    void add(const Next& next) {
        const ExplainedTerm& term = explanation_.terms[next.term];
        Tree::Line line{next.depth, next.sign, value(term), text(term), {}};
        const bool again = seen_[next.term] && !term.operands.empty();
        if (again) {
            line.text += line.text.empty() ? "as above" : " (as above)";
        } else {
            line.details = details(term);
        }
        seen_[next.term] = true;
        tree_.lines.push_back(std::move(line));
        if (again || term.operands.empty()) return;
        if (next.depth < depth_)
            open_operands(term, next.depth + 1);
        else
            truncated_ = true;
    }

    void open_operands(const ExplainedTerm& term, std::size_t depth) {
        const std::size_t all = term.operands.size();
        const std::size_t shown = all > max_operands ? max_operands - 1 : all;
        if (shown < all) open_.push_back({0, depth, "", all - shown});
        for (std::size_t i = shown; i-- > 0;) {
            if (is_unit_factor(term, i)) continue;
            open_.push_back({term.operands[i].term, depth, std::string(sign(term, i))});
        }
    }

    /// Whether a factor is the constant 1, which only changes the dimension ("per node"): the page leaves it
    /// out, JSON does not.
    bool is_unit_factor(const ExplainedTerm& term, std::size_t operand) const {
        const ExplainedTerm& factor = explanation_.terms[term.operands[operand].term];
        return term.kind == TermKind::product && factor.kind == TermKind::constant && factor.value == 1;
    }

    static std::string_view sign(const ExplainedTerm& term, std::size_t operand) {
        const bool inverse = term.operands[operand].inverse;
        if (term.kind == TermKind::sum) return inverse ? "−" : operand == 0 ? " " : "+";
        if (term.kind == TermKind::product) return inverse ? "÷" : operand == 0 ? " " : "×";
        return "";
    }

    static std::string value(const ExplainedTerm& term) {
        if (term.input) return as_written(*term.input);
        if (!term.written.empty()) return term.written;
        if (!term.dimension) return readable(term.value, 6);
        return with_unit(term.value, *term.dimension, 6);
    }

    /// What a term is called: its result's name, if it is a result, and its label.
    std::string text(const ExplainedTerm& term) const {
        if (term.input) return input_text(term);
        std::string words(term.label);
        const auto name = names_.find(term.step);
        if (name != names_.end() && name->second != words) {
            words = words.empty() ? name->second : name->second + ": " + words;
        }
        if (term.kind == TermKind::function) {
            words += (words.empty() ? "" : ", ") + std::string(operation_name(term)) + " of";
        }
        if (words.empty() && term.kind == TermKind::sum) return "sum";
        if (words.empty() && term.kind == TermKind::product) return "product";
        return words;
    }

    /// The path of an input; also its label, unless that names the first part of the path again.
    static std::string input_text(const ExplainedTerm& term) {
        std::string words(term.input->path);
        const std::string_view first = std::string_view(words).substr(0, words.find('.'));
        if (!term.label.empty() && term.label.find(first) == std::string_view::npos) {
            words += " (" + std::string(term.label) + ")";
        }
        return words;
    }

    std::vector<std::string> details(const ExplainedTerm& term) const {
        std::vector<std::string> lines;
        if (!term.input && !term.stated) return lines;
        const Input input = term.input ? *term.input : *term.stated;
        std::string given;
        switch (input.origin) {
            case Origin::default_value:
                given = "default";
                break;
            case Origin::catalogue:
                given = "catalogue, ";
                break;
            case Origin::argument:
                given = "argument, ";
                break;
            case Origin::code:
                given = "stated in code";
                break;
            case Origin::file:
                break;
        }
        given += where(input, *result_.evaluation.sources);
        if (!input.status.empty() && input.status != "printed") given += ", " + std::string(input.status);
        if (!given.empty()) lines.push_back(given);
        if (!input.source.empty())
            lines.push_back("source: " + std::string(input.source) +
                            (result_.evaluation.result->results().is_quoted(input.source)
                                 ? " (as quoted elsewhere)"
                                 : ""));
        if (!input.note.empty()) lines.emplace_back(input.note);
        if (input.uncertainty) lines.push_back("uncertain: " + input.uncertainty->written);
        if (const EmbodiedBasis* basis = basis_of(input)) lines.push_back("basis: " + in_words(*basis));
        return lines;
    }

    /// What an embodied figure covers; null for other inputs. The path is "nvidia-h100-sxm.embodied" in the
    /// catalogue and "hardware.mine.embodied" in a file.
    const EmbodiedBasis* basis_of(const Input& input) const {
        std::string_view path = input.path;
        constexpr std::string_view of_file = "hardware.";
        if (path.starts_with(of_file)) path.remove_prefix(of_file.size());
        for (const HardwareBasis& one : result_.evaluation.result->results().hardware) {
            if (path.starts_with(one.of + ".embodied")) return &one.basis;
        }
        return nullptr;
    }

    const ExplainedResult& result_;
    const Explanation& explanation_;
    std::size_t depth_;
    bool truncated_ = false;
    std::vector<bool> seen_;
    std::unordered_map<StepId, std::string> names_;
    std::vector<Next> open_;
    Tree tree_;
};

/// A tree with at most `depth` levels; is_truncated: terms below were left out.
struct CutTree {
    Tree tree = {};
    std::size_t depth = 1;
    bool is_truncated = false;
};

CutTree tree_to(const ExplainedResult& result, std::size_t depth) {
    TreeBuilder builder(result, depth);
    CutTree made{builder.build(), depth};
    made.is_truncated = builder.is_truncated();
    return made;
}

std::size_t lines(const Tree& tree) {
    std::size_t count = 0;
    for (const Tree::Line& line : tree.lines) count += 1 + line.details.size();
    return count;
}

/// The deepest tree that fits on a screen, with at least one level.
CutTree tree_for_screen(const ExplainedResult& result) {
    CutTree shown = tree_to(result, 1);
    while (shown.is_truncated) {
        CutTree deeper = tree_to(result, shown.depth + 1);
        if (lines(deeper.tree) > max_on_screen) break;
        shown = std::move(deeper);
    }
    return shown;
}

std::string how_deep(const CutTree& shown) {
    const std::string levels = std::to_string(shown.depth) + (shown.depth == 1 ? " level" : " levels");
    return levels + " shown, there are more below: --depth " + std::to_string(shown.depth + 1) +
           " shows the next, --depth 99 all";
}

}  // namespace

Page page_of(const ExplainedResult& result, const ExplanationPageOptions& options) {
    Page page;
    const Evaluation& evaluation = result.evaluation;
    page.title = evaluation.title;
    if (!evaluation.variant.empty()) page.paragraph("What if `" + evaluation.variant + "`");
    for (const auto& [path, value] : evaluation.changes) page.paragraph("Set " + path + " = " + value);
    if (!result.explanation) {
        page.paragraph(result.name + " is not assessed: " + result.reason + ".", Tone::warning);
    } else {
        CutTree shown = options.depth ? tree_to(result, *options.depth) : tree_for_screen(result);
        page.tree(std::move(shown.tree));
        if (shown.is_truncated) page.paragraph(how_deep(shown), Tone::faint);
    }
    List gaps;
    for (const std::string& gap : result.gaps) gaps.items.push_back({gap});
    page.list("Not assessed, so not part of the result", std::move(gaps));
    return page;
}

}  // namespace lca
