// Finds entries: added folders override built-in entries; a region without a year means its latest year.

#include "models/catalog/catalog.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <set>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"
#include "models/catalog/loaded.hpp"
#include "models/catalog/region.hpp"
#include "models/catalog/word_match.hpp"

namespace lca {
namespace {

/// Up to `count` names that begin with `start`, ignoring case, shortest first. None if `start` has less than
/// three letters, with which too many names begin.
std::vector<std::string> beginning_with(std::string_view start, const std::vector<std::string>& names,
                                        std::size_t count) {
    constexpr std::size_t min_length = 3;
    std::vector<std::string> found;
    if (start.size() < min_length) return found;
    for (const std::string& name : names) {
        const auto parts = region_year(name);  // "FRA/2024" is named by "FRA"
        const bool named_so = parts && parts->region.size() >= start.size();
        if (!named_so && name.size() >= start.size() &&
            std::equal(start.begin(), start.end(), name.begin(),
                       [](char a, char b) { return lower(a) == lower(b); }))
            found.push_back(name);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const std::string& a, const std::string& b) { return a.size() < b.size(); });
    found.resize(std::min(found.size(), count));
    return found;
}

}  // namespace

Catalog::Catalog(const EmbeddedCatalogue* built_in, Sources& sources, Diagnostics& diagnostics)
    : sources_(sources),
      diagnostics_(diagnostics),
      built_in_(built_in),
      loaded_(std::make_unique<Loaded>(Loaded{catalog::Slices(built_in, sources), {}, {}, {}})) {}

Catalog::~Catalog() = default;

std::optional<Catalog::Found> Catalog::exact(Section section, std::string_view id) {
    if (const Node node = loaded_->added.find(section, id)) return Found{node.key(), node};
    const EmbeddedEntry* row = loaded_->slices.row(section, id);
    if (!row || row->alias) return std::nullopt;
    const Node node = loaded_->slices.read(*row);
    if (!node) return std::nullopt;
    return Found{node.key(), node};
}

std::string Catalog::alias(Section section, std::string_view name) {
    const std::string_view id = loaded_->added.aliased(section, name);
    if (!id.empty()) return std::string(id);
    const EmbeddedEntry* row = loaded_->slices.row(section, name);
    if (!row || !row->alias) return {};
    return std::string(loaded_->slices.read(*row).key());
}

Node Catalog::Found::node() const {
    return entry.node();
}

std::optional<Catalog::Found> Catalog::find(Section section, std::string_view id) {
    if (auto found = exact(section, id)) return found;
    const auto newest = [&](std::string_view region) -> std::optional<Found> {
        const auto known = years(section, region);
        if (known.empty()) return std::nullopt;
        return exact(section, fmt::format("{}/{}", region, known.back()));
    };
    if (auto found = newest(id)) return found;
    // An alias names a region, not a year: "France" means the newest year of FRA, "France/2022" FRA/2022.
    std::string own = alias(section, id);
    std::optional<int> year;
    if (const auto dated = region_year(id); own.empty() && dated) {
        own = alias(section, dated->region);
        year = dated->year;
    }
    const auto own_year = region_year(own);
    if (!own_year) return year ? std::nullopt : exact(section, own);
    return year ? exact(section, fmt::format("{}/{}", own_year->region, *year)) : newest(own_year->region);
}

std::vector<int> Catalog::years(Section section, std::string_view region) const {
    std::set<int> found;
    const auto take = [&](std::string_view id) {
        const auto parts = region_year(id);
        if (parts && parts->region == region) found.insert(parts->year);
    };
    const std::string first = std::string(region) + "/";
    const auto rows = loaded_->slices.rows(section);
    const auto before = [&](const EmbeddedEntry& row, const std::string& wanted) {
        return loaded_->slices.id(row) < wanted;
    };
    for (auto row = std::lower_bound(rows.begin(), rows.end(), first, before);
         row != rows.end() && loaded_->slices.id(*row).starts_with(first); ++row) {
        if (!row->alias) take(loaded_->slices.id(*row));
    }
    const auto& added = loaded_->added.ids(section);
    for (auto at = added.lower_bound(first); at != added.end() && at->first.starts_with(first); ++at)
        take(at->first);
    return {found.begin(), found.end()};
}

std::vector<std::string> Catalog::ids(Section section) const {
    std::set<std::string> ids;
    for (const EmbeddedEntry& row : loaded_->slices.rows(section)) {
        if (!row.alias) ids.emplace(loaded_->slices.id(row));
    }
    for (const auto& [id, node] : loaded_->added.ids(section)) ids.insert(id);
    return {ids.begin(), ids.end()};
}

std::map<std::string, std::string, std::less<>> Catalog::aliases(Section section) {
    std::map<std::string, std::string, std::less<>> found;
    for (const EmbeddedEntry& row : loaded_->slices.rows(section)) {
        if (row.alias) found.emplace(loaded_->slices.id(row), loaded_->slices.read(row).key());
    }
    for (const auto& [name, id] : loaded_->added.aliases(section)) found.insert_or_assign(name, id);
    return found;
}

std::vector<std::string> Catalog::near(Section section, std::string_view id, std::size_t count) const {
    std::set<std::string> names;
    const auto take = [&](std::string_view name) {
        names.emplace(name);
        if (const auto parts = region_year(name)) names.emplace(parts->region);
    };
    for (const EmbeddedEntry& row : loaded_->slices.rows(section)) take(loaded_->slices.id(row));
    for (const auto& [name, node] : loaded_->added.ids(section)) take(name);
    for (const auto& [name, own] : loaded_->added.aliases(section)) take(name);
    const std::vector<std::string> candidates(names.begin(), names.end());
    std::vector<std::string> found = beginning_with(id, candidates, count);
    for (std::string& name : nearest_few(id, candidates, count)) {
        if (found.size() < count && std::find(found.begin(), found.end(), name) == found.end())
            found.push_back(std::move(name));
    }
    const catalog::Words words(
        id);  // "a100-80gb" is far from "nvidia-a100-sxm4-80gb" in letters, not in words
    for (const std::string& name : candidates) {
        if (found.size() >= count) break;
        if (words.all_in(name) && std::find(found.begin(), found.end(), name) == found.end())
            found.push_back(name);
    }
    return found;
}

std::string Catalog::source_line(std::string_view id_or_text) {
    const auto found = find(Section::source, id_or_text);
    if (!found) return std::string(id_or_text);
    const auto text = [&](std::string_view key) {
        const Node node = found->node().find(key);
        return node && node.is_text() ? std::string(node.text()) : std::string();
    };
    std::string line = text("publisher");
    if (line.empty()) line = text("authors");
    if (!line.empty()) line += ", ";
    line += text("title");
    if (const std::string year = text("year"); !year.empty()) line += " (" + year + ")";
    if (const std::string licence = text("licence"); !licence.empty()) line += ", " + licence;
    if (const std::string read = text("read"); !read.empty()) line += ", read " + read;
    return line;
}

std::string_view Catalog::digest() const {
    return built_in_ ? built_in_->digest : std::string_view();
}

}  // namespace lca
