// Ten thousand variants of hardware and grid in one process read each entry of the catalogue once.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"

namespace lca {
namespace {

/// The places of the entries that were read, in order.
std::vector<std::pair<std::string, std::uint32_t>> entries_read(Session& session) {
    std::vector<std::pair<std::string, std::uint32_t>> places;
    for (const Source& one : session.sources()) {
        if (one.kind == Source::Kind::catalogue) places.emplace_back(one.name, one.first_line);
    }
    std::sort(places.begin(), places.end());
    return places;
}

TEST_CASE("10,000 variants read each entry once") {
    Session session(embedded_catalogue());
    const auto document = session.load_text("test.yaml", R"(lca: 1
title: t
sites:
  here: {grid: FRA}
systems:
  machine: {site: here, nodes: 1 node, node: [{hardware: nvidia-a100-sxm4-80gb}], lifetime: 4 yr}
activities:
  job: {stage: training, system: machine, device_time: 10 GPU*h}
)");
    const std::vector<std::string> grids = {"FRA", "DEU/2023", "WLD", "gcp/us-central1", "{region: USA}"};
    const std::vector<std::string> cards = {"nvidia-a100-sxm4-80gb", "nvidia-h100-sxm", "V100-SXM2-16GB"};
    std::size_t good = 0;
    std::vector<std::pair<std::string, std::uint32_t>> first;
    for (std::size_t i = 0; i < 10000; ++i) {
        const std::vector<Edit> changes = {{"sites.here.grid", grids[i % grids.size()]},
                                           {"systems.machine.node.0.hardware", cards[i % cards.size()]}};
        if (session.compile(document, {}, changes)) ++good;
        if (i + 1 == grids.size() * cards.size()) first = entries_read(session);  // all pairs were there
    }
    CHECK_MESSAGE(good == 10000, session.messages());
    CHECK(first.size() >= grids.size() + cards.size());
    CHECK(std::adjacent_find(first.begin(), first.end()) == first.end());  // none twice
    CHECK(entries_read(session) == first);                                 // and none since
}

}  // namespace
}  // namespace lca
