#include "analyses/budget/budget_file.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <tuple>

#include "lca/base/number.hpp"
#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"
#include "lca/document/load.hpp"
#include "lca/numerics/sampling.hpp"
#include "models/edit/extends.hpp"
#include "models/language/schema_types.hpp"
#include "models/values/place_in_text.hpp"
#include "models/values/value_reader.hpp"

namespace lca::budget {
namespace {

constexpr Type result_name{.name = "result", .scalar = Scalar::path};
constexpr Type limit_figure{.name = "limit", .scalar = Scalar::quantity, .dimension = "any"};
constexpr Type plain_number{.name = "percentile", .scalar = Scalar::number};
constexpr Type what_if_id{.name = "what-if id", .scalar = Scalar::id};
constexpr Key limit_keys[] = {
    {.name = "of",
     .type = &result_name,
     .help = "The result, as `lca evaluate` names it.",
     .example = "total",
     .required = true},
    {.name = "at_most",
     .type = &limit_figure,
     .help = "Upper limit of the result, in a unit of its dimension.",
     .example = "30 tCO2e",
     .required = true},
    {"percentile", &plain_number, "Percentile of the samples to compare, in place of the point value.", "95"},
    {"what_if", &what_if_id, "The what-if whose result is limited; default: the file itself.", "world_grid"},
    types::title_key,
    types::note_key,
};
constexpr Type limit{.name = "limit", .keys = limit_keys};
constexpr Type limits{.name = "limits", .items = &limit};
constexpr Key budget_keys[] = {
    {.name = "lca_budget",
     .type = &types::count,
     .help = "Version of this file format.",
     .example = "1",
     .required = true},
    {.name = "scenario",
     .type = &types::file_name,
     .help = "The scenario, relative to this file, or an absolute path.",
     .example = "training.yaml",
     .required = true},
    {.name = "limits",
     .type = &limits,
     .help = "Limits of results.",
     .example = "[{of: total, at_most: 30 tCO2e}]",
     .required = true},
    types::title_key,
    types::note_key,
};
constexpr Type whole{.name = "budget", .keys = budget_keys, .help = "A carbon budget."};

std::string text_of(Node node) {
    return node && node.is_text() ? std::string(node.text()) : std::string();
}

class BudgetReader {
public:
    BudgetReader(Sources& sources, Diagnostics& diagnostics)
        : sources_(sources), diagnostics_(diagnostics), values_(sources, diagnostics) {}

    BudgetFile read(Node root) {
        BudgetFile result;
        version(root.find("lca_budget"));
        if (const Node scenario = root.find("scenario"); scenario && scenario.is_text()) {
            result.scenario_place = scenario.place();
            result.scenario = path_beside(scenario, sources_, diagnostics_, AbsolutePaths::allowed);
        }
        const Node all = root.find("limits");
        if (!all || !all.is_list()) return result;
        for (const Node node : all.children()) {
            if (std::optional<WrittenLimit> one = read_limit(node)) result.limits.push_back(std::move(*one));
        }
        repeated(result.limits);
        return result;
    }

private:
    void error(Node at, std::string message, std::string expected) {
        diagnostics_.add({.place = at.place(),
                          .message = std::move(message),
                          .expected = std::move(expected),
                          .width = at.is_text() ? at.width() : 1});
    }

    void version(Node node) {
        if (!node || !node.is_text()) return;
        const Parsed<double> number = parse_number(node.text());
        const double* value = std::get_if<double>(&number);
        if (!value || *value != 1)
            error(node,
                  fmt::format("`lca_budget` is {}, but this lca reads version 1", in_quotes(node.text())),
                  "`lca_budget: 1`");
    }

    std::optional<WrittenLimit> read_limit(Node node) {
        if (node.faulty() || !node.is_map()) return std::nullopt;
        const Node of = node.find("of"), at_most = node.find("at_most"), what_if = node.find("what_if");
        WrittenLimit one;
        const bool has_percentile = read_percentile(node.find("percentile"), one);
        const bool has_figure = at_most && at_most.is_text() && read_figure(at_most, one.at_most);
        if (what_if) {
            one.at_most.what_if = text_of(what_if);
            one.what_if_place = what_if.place();
            one.what_if_width = what_if.width();
        }
        if (!of || !of.is_text() || !has_figure || !has_percentile) return std::nullopt;
        one.text = text_of(at_most);
        one.at_most.of = text_of(of);
        one.at_most.place = of.place();
        return one;
    }

    bool read_figure(Node node, Expectation& to) {
        if (node.text().starts_with('=')) {
            error(node, "a limit is a number, not an expression", "`30 tCO2e`");
            return false;
        }
        const AnyValue given = values_.read_any(node, Bounds::any);
        if (!given) return false;
        const Quantity& quantity = *given->literal;
        to.kind = Expectation::Kind::at_most;
        to.unit = std::string(quantity.unit.text);
        to.written = fmt::format("{}", quantity.written);
        to.value = quantity.value;
        to.unit_factor = quantity.unit.factor;
        to.dimension = quantity.unit.dimension;
        to.unit_place = node.place();
        to.unit_width = static_cast<std::uint32_t>(node.width());
        return true;
    }

    /// Reads `percentile`. False after an error: only the percentiles that answers report are allowed.
    bool read_percentile(Node node, WrittenLimit& to) {
        if (!node || !node.is_text()) return true;
        const Parsed<double> number = parse_number(node.text());
        const double* value = std::get_if<double>(&number);
        for (const double share : reported_shares) {
            if (value && *value == share * 100) {
                to.percentile = *value;
                return true;
            }
        }
        error(node, fmt::format("`percentile` is {}", in_quotes(node.text())),
              "one of 2.5, 5, 25, 50, 75, 95 and 97.5");
        return false;
    }

    void repeated(const std::vector<WrittenLimit>& all) {
        const auto subject = [](const WrittenLimit& one) {
            return std::tie(one.at_most.of, one.at_most.what_if, one.percentile);
        };
        for (std::size_t i = 0; i < all.size(); ++i) {
            const auto same =
                std::find_if(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(i),
                             [&](const WrittenLimit& one) { return subject(one) == subject(all[i]); });
            if (same == all.begin() + static_cast<std::ptrdiff_t>(i)) continue;
            diagnostics_.add({.place = all[i].at_most.place,
                              .message = fmt::format("{} has two limits", in_quotes(all[i].at_most.of)),
                              .expected = "one limit of each result, what-if and percentile",
                              .related = {{same->at_most.place, "the first is here"}}});
        }
    }

    Sources& sources_;
    Diagnostics& diagnostics_;
    ValueReader values_;
};

}  // namespace

const Type& budget_type() {
    return whole;
}

BudgetFile read_budget(const std::string& path, Sources& sources, Diagnostics& diagnostics) {
    const std::uint32_t file = add_file(path, sources, {.pipes = Pipes::read});
    const std::unique_ptr<Document> document = load_text(file, sources, diagnostics);
    if (!document || !document->root()) return {};
    check(*document, whole, diagnostics);
    if (!document->root().is_map()) return {};
    return BudgetReader(sources, diagnostics).read(document->root());
}

}  // namespace lca::budget
