#include "analyses/sweep/item_compiler.hpp"

#include <algorithm>

#include "lca/base/diagnostics.hpp"

namespace lca::sweep_detail {

Recompile ItemCompiler::function() {
    return [this](std::span<const Edit> edits) { return compile(edits); };
}

std::vector<SweepResult> ItemCompiler::results(const Assessment& assessment, std::size_t measure) const {
    std::vector<SweepResult> results;
    for (NamedResult& item : items_as_results(assessment, by_, *first_, measure))
        results.push_back({std::move(item.name), item.dimension});
    return results;
}

std::shared_ptr<const Assessment> ItemCompiler::compile(std::span<const Edit> edits) {
    const std::shared_ptr<const Assessment> made = compile_(edits);
    if (!made) return nullptr;
    auto copy = std::make_shared<Assessment>(*made);
    const std::vector<BreakdownItem> items = break_down_total(*copy, by_);
    if (!first_) first_ = items;
    require_same(items);
    return copy;
}

void ItemCompiler::require_same(const std::vector<BreakdownItem>& items) const {
    const auto name = [](const std::vector<BreakdownItem>& list, std::size_t i) {
        return i < list.size() ? list[i].result : std::string();
    };
    for (std::size_t i = 0; i < std::max(items.size(), first_->size()); ++i) {
        if (name(items, i) == name(*first_, i)) continue;
        throw InputError("--by: not every point has the same parts (`" +
                         (i < items.size() ? name(items, i) : name(*first_, i)) +
                         "` exists at some points only): use another key, or --of");
    }
}

}  // namespace lca::sweep_detail
