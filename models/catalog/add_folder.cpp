// Adds a `--hardware-db` folder: it is read and checked as a whole, and used only if it has no error.

#include <fmt/core.h>

#include <set>

#include "lca/base/text.hpp"
#include "lca/document/edit.hpp"
#include "models/catalog/check_entries.hpp"
#include "models/catalog/loaded.hpp"
#include "models/catalog/region.hpp"

namespace lca {
namespace {

constexpr int all_levels = 64;  // levels of maps that are merged key by key when an entry overrides another

bool overrides(Node entry) {
    const Node word = entry.find("override");
    return word && word.text() == "true";
}

/// A new document whose root holds one entry: `base`, with the keys of `over` merged into it.
std::unique_ptr<Document> laid_over(Node base, Node over) {
    auto document = std::make_unique<Document>();
    document->set_root(document->add_collection(Kind::map, over.place()));
    document->insert(document->root(), over.key(), over.key_place(), base);
    merge(*document, document->root().find(over.key()), over, all_levels);
    return document;
}

Fault shadows(const CatalogueEntry& entry, const Catalog::Found& known) {
    const bool same = known.id == entry.id;
    return {
        .place = entry.node.key_place(),
        .message = same ? fmt::format("{} `{}` already exists", to_string(entry.section), shown(entry.id))
                        : fmt::format("`{}` is another name of `{}`", shown(entry.id), shown(known.id)),
        .expected = same ? "another id, or `override: true` to override the existing entry" : "another id",
        .related = {{known.node().key_place(), "first defined here"}},
        .width = characters(entry.id)};
}

/// Merges an entry that has `override: true` with the entry that it overrides. Returns false, after reporting
/// an error, if the entry is not allowed; its other errors are then not looked for.
bool apply_override(CatalogueEntry& entry, const std::optional<Catalog::Found>& known,
                    std::vector<std::unique_ptr<Document>>& merged, Diagnostics& diagnostics) {
    const bool over = overrides(entry.node);
    if (!known && !over) return true;
    if (!known) {
        diagnostics.error(
            entry.node.find("override").place(),
            fmt::format("there is no {} `{}` to override", to_string(entry.section), shown(entry.id)));
        return false;
    }
    if (known->id != entry.id || !over) {
        diagnostics.add(shadows(entry, *known));
        return false;
    }
    merged.push_back(laid_over(known->node(), entry.node));
    entry.node = merged.back()->root().find(entry.id);
    return true;
}

}  // namespace

void Catalog::add_folder(const std::string& path) {
    const std::size_t errors = diagnostics_.errors();
    CatalogueFolder folder = read_folder(path, sources_, diagnostics_);
    std::vector<CatalogueEntry> entries = entries_of(folder);
    check_unique(entries, diagnostics_);
    std::vector<std::unique_ptr<Document>> merged;
    std::erase_if(entries, [&](CatalogueEntry& entry) {
        return !apply_override(entry, find(entry.section, entry.id), merged, diagnostics_);
    });
    catalog::CatalogueOverlay names;
    for (const CatalogueEntry& entry : entries) {
        names.add(entry.section, entry.id, entry.node);
        for (const Node alias : aliases_of(entry.node)) {
            const auto known = find(entry.section, alias.text());
            if (known && known->id != entry.id) {
                diagnostics_.error(alias.place(), fmt::format("`{}` is already a name of `{}`",
                                                              shown(alias.text()), shown(known->id)));
            }
            names.add_alias(entry.section, alias.text(), entry.id);
        }
    }
    std::set<std::pair<Section, std::string_view>> regions;
    for (const CatalogueEntry& entry : entries) {
        if (const auto parts = region_year(entry.id)) regions.emplace(entry.section, parts->region);
    }
    const auto is_known = [&](Section section, std::string_view id) {
        return regions.count({section, id}) > 0 || names.find(section, id) ||
               !names.aliased(section, id).empty() || find(section, id);
    };
    check_entries(entries, is_known, Rules::added, sources_, diagnostics_);
    if (diagnostics_.errors() > errors) return;
    for (const CatalogueEntry& entry : entries) {
        loaded_->added.add(entry.section, entry.id, entry.node);
        for (const Node alias : aliases_of(entry.node)) {
            loaded_->added.add_alias(entry.section, alias.text(), entry.id);
        }
    }
    folders_.push_back({path, folder.digest});
    loaded_->folders.push_back(std::move(folder));
    for (auto& document : merged) loaded_->merged.push_back(std::move(document));
}

}  // namespace lca
