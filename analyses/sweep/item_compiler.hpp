#pragma once
// Points whose total is broken down by one key, into the same items at every point.

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

    /// A function that compiles a point and breaks its total down; refers to this object. It throws
    /// InputError where the items are not those of the first point.
    Recompile function();

    /// The items and the total of the first point, in one measure.
    std::vector<SweepResult> results(const Assessment& assessment, std::size_t measure) const;

private:
    std::shared_ptr<const Assessment> compile(std::span<const Edit> edits);
    void require_same(const std::vector<BreakdownItem>& items) const;

    BreakdownKey by_;
    Recompile compile_;
    std::optional<std::vector<BreakdownItem>> first_;  // items of the first point
};

}  // namespace lca::sweep_detail
