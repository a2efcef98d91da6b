#include "analyses/standards/outside_boundary.hpp"

#include <algorithm>

#include "models/results/breakdown.hpp"

namespace lca::standards {
namespace {

/// Sums by the name of what they are of, in the order of boundary_item_names.
class Outside {
public:
    explicit Outside(const PointResult& result)
        : result_(result), results_(result.results()), stated_(results_.boundary->stated.parts) {}

    std::vector<OutsideBoundary> sums() {
        const bool by_stage = names_any(true), by_equipment = names_any(false);
        for (std::size_t i = 0; i < results_.rows.size(); ++i) {
            std::string_view stage = life_cycle_stage(results_, i);
            if (stage.empty()) continue;
            if (stage == "embodied.not_by_stage") stage = to_string(BoundaryItem::manufacturing);
            if (by_stage && !names(stage)) {
                add(stage, results_.rows[i]);
            } else if (by_equipment && stage != to_string(BoundaryItem::use)) {
                add_equipment(results_.rows[i]);
            }
        }
        std::vector<OutsideBoundary> found;
        for (std::size_t k = 0; k < boundary_item_names.size(); ++k) {
            if (sums_[k] != 0) found.push_back({std::string(boundary_item_names[k]), sums_[k]});
        }
        return found;
    }

private:
    bool names(std::string_view part) const {
        return std::any_of(stated_.begin(), stated_.end(),
                           [part](BoundaryItem one) { return to_string(one) == part; });
    }
    bool names_any(bool stage) const {
        return std::any_of(stated_.begin(), stated_.end(), [stage](BoundaryItem one) {
            return (static_cast<std::size_t>(one) < boundary_stage_count) == stage;
        });
    }

    void add(std::string_view part, const Result& row) {
        const auto at = std::find(boundary_item_names.begin(), boundary_item_names.end(), part);
        sums_[static_cast<std::size_t>(at - boundary_item_names.begin())] +=
            result_.value(row, index_of::climate).value_or(0);
    }

    /// Servers and instances may hold accelerators: they are outside only if the boundary names neither.
    void add_equipment(const Result& row) {
        const std::string_view kind = kind_of(row);
        std::string_view part;
        if (kind == "accelerator") part = to_string(BoundaryItem::accelerators);
        if (kind == "cpu" || kind == "server" || kind == "instance") part = to_string(BoundaryItem::host);
        if (kind == "network") part = to_string(BoundaryItem::network);
        if (kind == "storage") part = to_string(BoundaryItem::storage);
        const bool may_hold = kind == "server" || kind == "instance";
        if (part.empty() || names(part) || (may_hold && names(to_string(BoundaryItem::accelerators)))) return;
        add(part, row);
    }

    /// The kind of hardware whose embodied impact a row has; "" if it is of no hardware.
    std::string_view kind_of(const Result& row) const {
        const auto line = std::visit(
            [](const auto& key) -> std::optional<std::uint32_t> {
                if constexpr (requires { key.line; }) return key.line;
                return std::nullopt;
            },
            row.key);
        if (!line) return {};
        for (const HardwareBasis& one : results_.hardware) {
            if (one.of == results_.line_names.at(*line)) return one.kind;
        }
        return {};
    }

    const PointResult& result_;
    const Results& results_;
    const std::vector<BoundaryItem>& stated_;
    std::array<double, boundary_item_names.size()> sums_ = {};
};

}  // namespace

std::vector<OutsideBoundary> outside_boundary(const PointResult& result) {
    if (!result.results().boundary) return {};
    return Outside(result).sums();
}

}  // namespace lca::standards
