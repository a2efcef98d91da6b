#pragma once
// Breaks the total down by one key at each point of a sweep; the items must be the same at all points.

#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "analyses/breakdown/breakdown.hpp"
#include "analyses/shared/variant_compiler.hpp"
#include "analyses/sweep/sweep_grid.hpp"

namespace lca::sweep_detail {

class ItemCompiler {
public:
    ItemCompiler(BreakdownKey by, Recompile compile) : by_(by), compile_(std::move(compile)) {}

    /// A function that compiles a point and breaks its total down; it refers to this object. It throws
    /// InputError if the items differ from those of the first point.
    Recompile function();

    /// The items of the first point and the total, in one measure.
    std::vector<SweepResult> results(const Assessment& assessment, std::size_t measure) const;

private:
    std::shared_ptr<const Assessment> compile(std::span<const Edit> edits);
    void require_same(const std::vector<BreakdownItem>& items) const;

    BreakdownKey by_;
    Recompile compile_;
    std::optional<std::vector<BreakdownItem>> first_;  // of the first point
};

}  // namespace lca::sweep_detail
