#include "models/compile/figure_edits.hpp"

#include <fmt/core.h>

#include <optional>

#include "lca/document/edit.hpp"
#include "lca/document/type_walk.hpp"
#include "models/catalog/region.hpp"
#include "models/language/schema.hpp"

namespace lca::compile_detail {
namespace {

constexpr Section sections[] = {Section::hardware, Section::grid, Section::region, Section::datacentre,
                                Section::model};

/// The path of a catalogue figure, with an alias replaced by the entry's id; empty if it is none.
std::optional<std::string> in_catalogue(std::string_view path, Catalog& catalog) {
    const std::size_t dot = path.find('.');
    if (dot == std::string_view::npos) return std::nullopt;
    for (const Section section : sections) {
        if (const auto found = catalog.find(section, path.substr(0, dot)))
            return std::string(found->id) + std::string(path.substr(dot));
    }
    return std::nullopt;
}

void put(ChangedTree& changed, const std::string& path, const TreeEdit& part) {
    if (!changed.figures) {
        changed.figures = std::make_shared<Document>();
        changed.figures->set_root(changed.figures->add_collection(Kind::map, part.place));
    }
    Document& figures = *changed.figures;
    if (const Node there = figures.root().written(path)) {
        figures.replace(there, part.value, part.place);
    } else {
        figures.insert(figures.root(), figures.keep(path), part.place, part.value);
    }
}

/// Reports an edit of a key that is processed before variants are made, so that it would have no effect.
bool changes_nothing(const TreeEdit& part, Diagnostics& diagnostics) {
    const std::string_view first = std::string_view(part.path).substr(0, part.path.find('.'));
    if (first != "extends" && first != "lca") return false;
    diagnostics.error(part.place, fmt::format("`{}` cannot be changed in a variant", first),
                      first == "extends" ? "a file of its own that extends the other file"
                                         : "the version that the file is written in");
    return true;
}

}  // namespace

void apply_changes(ChangedTree& changed, std::vector<TreeEdit> parts, Catalog& catalog,
                   Diagnostics& diagnostics) {
    std::vector<TreeEdit> of_file;
    for (TreeEdit& part : parts) {
        if (changes_nothing(part, diagnostics)) continue;
        const std::string_view first = std::string_view(part.path).substr(0, part.path.find('.'));
        const bool known = find_key(scenario_type().keys, first) != nullptr || !part.value;
        if (!known && node_at(*changed.tree, "hardware." + part.path)) {
            part.path = "hardware." + part.path;
        } else if (const auto path = known ? std::nullopt : in_catalogue(part.path, catalog)) {
            put(changed, *path, part);
            continue;
        }
        of_file.push_back(std::move(part));
    }
    apply_tree_edits(*changed.tree, of_file, diagnostics);
}

}  // namespace lca::compile_detail
