#include "models/compile/embodied_of_one.hpp"

#include <fmt/core.h>

#include "models/results/point_result.hpp"

namespace lca {
namespace {

/// One node of it, carried in full.
constexpr std::string_view around = R"(lca: 1
title: one piece
systems:
  one: {{site: {{pue: 1}}, nodes: 1 node, node: [{{hardware: "{}"}}]}}
activities:
  making: {{stage: other, system: one, dynamic: none, idle: none, embodied: {{allocation: full}}}}
)";
constexpr std::string_view line_prefix = "making.embodied.";

std::string reason_of(const Results& results, const Result& row) {
    for (const Gap* gap : results.gaps_of(row, index_of::climate)) return results.texts[gap->reason];
    return {};
}

}  // namespace

std::vector<EmbodiedComponent> embodied_of_one(Session& session, std::string_view id) {
    std::vector<EmbodiedComponent> parts;
    if (!session.catalog().find(Section::hardware, id)) return parts;
    const auto document = session.load_text("one piece", fmt::format(around, id));
    const auto model = document ? session.compile(document) : nullptr;
    if (!model) return parts;
    const PointResult reading(*model);
    const Results& results = model->results;
    for (const Result& row : results.rows) {
        if (!row.is<LineRow>()) continue;
        const std::string name = results.name(row);
        if (!name.starts_with(line_prefix)) continue;
        EmbodiedComponent part;
        part.name = name.substr(line_prefix.size());
        for (std::size_t i = 0; i < impact_count; ++i) part.impact[i] = reading.value(row, i);
        if (!part.impact[index_of::climate]) part.missing = reason_of(results, row);
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace lca
