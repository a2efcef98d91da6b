#include "models/catalog/hardware_store.hpp"

#include <fmt/core.h>

#include "lca/base/text.hpp"
#include "lca/document/edit.hpp"
#include "models/catalog/entries.hpp"
#include "models/catalog/meant_entry.hpp"
#include "models/values/value_reader.hpp"

namespace lca {
namespace {

constexpr int merged_levels = 16;  // levels of maps that are merged key by key when a file changes an entry

}  // namespace

const HardwareStore::Entry& HardwareStore::read(std::string_view id, std::string_view catalogue_id,
                                                Node catalogue, Node file) {
    auto entry = std::make_unique<Entry>();
    Node node = catalogue ? catalogue : file;
    if (file) used_.insert(file.key());
    if (catalogue && file) {
        entry->merged = std::make_shared<Document>();
        Document& document = *entry->merged;
        const std::uint32_t root = document.add_collection(Kind::map, file.place());
        document.set_root(root);
        document.insert(document.node(root), catalogue_id, file.key_place(), catalogue);
        merge(document, document.root().find(catalogue_id), file, merged_levels);
        node = document.root().find(catalogue_id);
    }
    ValueReader values(sources_, diagnostics_);
    const std::size_t errors = diagnostics_.errors();
    entry->hardware = read_hardware(catalogue_id, node, values);
    entry->hardware.faulty = diagnostics_.errors() > errors;
    entry->hardware.from_file = static_cast<bool>(file);
    const Node own = file && file.find("embodied") ? file : node;  // the map that states `embodied`
    EmbodiedBasis& basis = entry->hardware.basis;
    basis = read_embodied_basis(own);
    if (basis.gwp.empty() && own.find("embodied") && basis.method != "model")
        basis.gwp = gwp_of_source(catalog_, own, "embodied");
    entry->known = true;
    return *known_.emplace(std::string(id), std::move(entry)).first->second;
}

const Hardware* HardwareStore::find(const Reference& reference) {
    const std::string_view id = reference.text;
    for (const Hardware& made : scenario_.made_hardware) {
        if (made.id == id) return &made;
    }
    const auto known = known_.find(id);
    if (known != known_.end()) return known->second->known ? &known->second->hardware : nullptr;
    const Node hardware = scenario_.hardware.node();
    const Node own = hardware ? hardware.find(id) : Node();
    const auto found = catalog_.find(Section::hardware, id);
    if (found) {
        const Node over = own || !hardware ? own : hardware.find(found->id);
        return &read(id, found->id, found->node(), over).hardware;
    }
    if (own) return &read(id, id, Node(), own).hardware;
    unknown(reference);
    known_.emplace(std::string(id), std::make_unique<Entry>());
    return nullptr;
}

void HardwareStore::read_unused() {
    const Node hardware = scenario_.hardware.node();
    if (!hardware || !hardware.is_map()) return;
    ValueReader values(sources_, diagnostics_);
    for (const Node entry : hardware.children()) {
        if (entry.faulty() || used_.contains(entry.key())) continue;
        read_hardware(entry.key(), entry, values);
    }
}

void HardwareStore::unknown(const Reference& reference) {
    std::vector<std::string> meant;
    const bool hinted = diagnostics_.worth_a_hint();
    if (hinted) meant = meant_entries(catalog_, Section::hardware, reference.text);
    if (const Node hardware = scenario_.hardware.node(); hinted && hardware) {
        std::vector<std::string> own;
        for (const Node entry : hardware.children()) own.emplace_back(entry.key());
        if (const auto one = nearest(reference.text, own)) meant.insert(meant.begin(), *one);
    }
    diagnostics_.add({.place = reference.location.place(),
                      .message = fmt::format("unknown hardware `{}`", shown(reference.text)),
                      .expected = "an id or alias of `lca hardware list`, or of `hardware:` in this file",
                      .hint = did_you_mean(meant),
                      .width = characters(reference.text)});
}

}  // namespace lca
