#include "models/language/dimensions.hpp"

#include <algorithm>
#include <utility>

#include "lca/units/impact.hpp"
#include "lca/units/quantities.hpp"

namespace lca {
namespace {

/// The words for dimensions in the tables of keys. Words that allow several dimensions have a row for each.
constexpr std::pair<std::string_view, Dimension> table[] = {
    {"", Dimension{}},
    {"share", Dimension{}},
    {"energy", dimension_of<unit::Energy>()},
    {"power", dimension_of<unit::Power>()},
    {"time", dimension_of<unit::Time>()},
    {"length", dimension_of<unit::Length>()},
    {"area", dimension_of<unit::Area>()},
    {"mass", dimension_of<unit::Mass>()},
    {"volume per energy", dimension_of<unit::VolumePerEnergy>()},
    {"accelerator time", dimension_of<unit::DeviceTime>()},
    {"node time", dimension_of<unit::NodeTime>()},
    {"number of accelerators", dimension_of<unit::Accelerators>()},
    {"number of nodes", dimension_of<unit::Nodes>()},
    {"operations", dimension_of<unit::Operations>()},
    {"operations per time", dimension_of<unit::Throughput>()},
    {"information", dimension_of<unit::Information>()},
    {"number of requests", dimension_of<unit::Requests>()},
    {"requests per time", dimension_of<unit::RequestRate>()},
    {"number of tokens", dimension_of<unit::Tokens>()},
    {"tokens per request, or number of tokens", dimension_of<decltype(unit::Tokens() / unit::Requests())>()},
    {"tokens per request, or number of tokens", dimension_of<unit::Tokens>()},
    {"energy per request", dimension_of<unit::EnergyPerRequest>()},
    {"energy per token", dimension_of<unit::EnergyPerToken>()},
    {"power, or power per accelerator or per node", dimension_of<unit::Power>()},
    {"power, or power per accelerator or per node", dimension_of<unit::PowerPerDevice>()},
    {"power, or power per accelerator or per node", dimension_of<unit::PowerPerNode>()},
    {"power, or power per node", dimension_of<unit::Power>()},
    {"power, or power per node", dimension_of<unit::PowerPerNode>()},
    {"power, or power per accelerator", dimension_of<unit::Power>()},
    {"power, or power per accelerator", dimension_of<unit::PowerPerDevice>()},
    {"impact", dimension_of<unit::Impact>()},
    {"impact, or impact per amount bought", dimension_of<unit::Impact>()},
    {"impact per energy", dimension_of<unit::ImpactPerEnergy>()},
    {"climate change impact per energy", dimension_of<unit::ImpactPerEnergy>()},
    {"impact per node time, accelerator time, request or token", dimension_of<unit::ImpactPerNodeTime>()},
    {"impact per node time, accelerator time, request or token", dimension_of<unit::ImpactPerDeviceTime>()},
    {"impact per node time, accelerator time, request or token", dimension_of<unit::ImpactPerRequest>()},
    {"impact per node time, accelerator time, request or token", dimension_of<unit::ImpactPerToken>()},
    {"a number, or a count", Dimension{}},
    {"a number, or a count", Dimension::of(Base::request)},
    {"a number, or a count", Dimension::of(Base::token)},
    {"a number, or a count", Dimension::of(Base::image)},
    {"a number, or a count", Dimension::of(Base::user)},
    {"a number, or a count", Dimension::of(Base::accelerator)},
    {"a number, or a count", Dimension::of(Base::node)},
};

}  // namespace

/// Whether a dimension is one of those wanted. An impact that is written as a volume is water.
bool WantedDimensions::fits(Dimension found) const {
    const auto is = [&](Dimension wanted) {
        if (found.with(Category::none) == wanted) return true;
        if (wanted.exponent(Base::impact) != 1) return false;
        const auto per = divide(wanted, Dimension::of(Base::impact));
        const auto water = per ? multiply(Dimension::of(Base::length, 3), *per) : std::nullopt;
        return water && found == *water;
    };
    if (std::any_of(one_of.begin(), one_of.end(), is)) return true;
    const bool volume = found.exponent(Base::length) > 0 && found.exponent(Base::mass) <= 0 &&
                        found.exponent(Base::time) == 0;
    return per_anything && (found.exponent(Base::impact) == 1 || volume);
}

std::optional<WantedDimensions> wanted_dimensions(const Type& type) {
    if (type.scalar != Scalar::quantity && type.scalar != Scalar::number) return std::nullopt;
    WantedDimensions wanted;
    for (const auto& [words, dimension] : table) {
        if (type.dimension == words) wanted.one_of.push_back(dimension);
    }
    if (wanted.one_of.empty()) return std::nullopt;
    wanted.per_anything = type.dimension.find("amount bought") != std::string_view::npos;
    return wanted;
}

}  // namespace lca
