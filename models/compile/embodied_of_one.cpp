#include "models/compile/embodied_of_one.hpp"

#include "models/catalog/catalog.hpp"
#include "models/catalog/listed.hpp"
#include "models/results/point_result.hpp"

namespace lca {
namespace {

/// A scenario with one node that consists of this hardware, whose whole impact is allocated to an activity.
Scenario one_piece(std::string_view id) {
    Scenario scenario;
    Component part;
    part.hardware = std::string(id);
    System one;
    one.id = "one";
    one.nodes = "1 node";
    one.parts.push_back(std::move(part));
    scenario.systems.push_back(std::move(one));
    Activity making;
    making.id = "making";
    making.stage = stage_number("other");
    making.system = 0;
    making.idle.state = making.dynamic.state = Phase::State::none;
    making.embodied.state = Phase::State::stated;
    making.embodied.allocation = Allocation::full;
    scenario.activities.push_back(std::move(making));
    return scenario;
}

constexpr std::string_view line_prefix = "making.embodied.";

std::string reason_of(const Results& results, const Result& row) {
    for (const Gap* gap : results.gaps_of(row, index_of::climate)) return results.texts[gap->reason];
    return {};
}

}  // namespace

std::vector<EmbodiedComponent> embodied_of_one(Session& session, std::string_view id) {
    std::vector<EmbodiedComponent> parts;
    if (!session.catalog().find(Section::hardware, id)) return parts;
    const auto model = session.compile_scenario(one_piece(id), "one piece");
    if (!model) return parts;
    const PointResult result(*model);
    const Results& results = model->results;
    for (const Result& row : results.rows) {
        if (!row.is<LineRow>()) continue;
        const std::string name = results.name(row);
        if (!name.starts_with(line_prefix)) continue;
        EmbodiedComponent part;
        part.name = name.substr(line_prefix.size());
        for (std::size_t i = 0; i < impact_count; ++i) part.impact[i] = result.value(row, i);
        if (!part.impact[index_of::climate]) part.reason = reason_of(results, row);
        parts.push_back(std::move(part));
    }
    return parts;
}

}  // namespace lca
