// Checks names: unique ids and aliases, sources that exist, years that agree with the id.

#include "models/catalog/check_names.hpp"

#include <fmt/core.h>

#include <map>

#include "lca/base/text.hpp"
#include "models/catalog/region.hpp"

namespace lca {
namespace {

struct Named {
    Place place;
    std::string_view id;
};

/// Registers a name of an entry; reports an error if another entry has it already.
void take_name(std::map<std::string_view, Named>& names, std::string_view name, Named bearer,
               std::string_view section, Diagnostics& diagnostics) {
    const auto [at, added] = names.emplace(name, bearer);
    if (added) return;
    const Named& first = at->second;
    diagnostics.add({.place = bearer.place,
                     .message = fmt::format("{} `{}` appears twice", section, shown(name)),
                     .expected = "each id and alias once",
                     .related = {{first.place, fmt::format("first used here, by `{}`", shown(first.id))}},
                     .width = characters(name)});
}

}  // namespace

void check_unique(std::span<const CatalogueEntry> entries, Diagnostics& diagnostics) {
    std::map<Section, std::map<std::string_view, Named>> names;
    for (const CatalogueEntry& entry : entries) {
        take_name(names[entry.section], entry.id, {entry.node.key_place(), entry.id},
                  to_string(entry.section), diagnostics);
    }
    for (const CatalogueEntry& entry : entries) {
        for (const Node alias : aliases_of(entry.node)) {
            take_name(names[entry.section], alias.text(), {alias.place(), entry.id}, to_string(entry.section),
                      diagnostics);
        }
    }
}

}  // namespace lca

namespace lca::catalog {
namespace {

constexpr int earliest_year = 1990;
constexpr int latest_year = 2040;

void each_source(Node node, const std::function<void(Node)>& visit) {
    if (node.is_text()) return;
    for (const Node child : node.children()) {
        if (child.key() == "source") {
            visit(child);
        } else {
            each_source(child, visit);  // recursion ends: the loader limits the depth of trees
        }
    }
}

}  // namespace

void check_sources(const CatalogueEntry& entry, const Known& known, Rules rules,
                   std::set<std::string, std::less<>>& used, Diagnostics& diagnostics) {
    if (entry.section == Section::source) return;
    if (rules == Rules::built_in && !entry.node.find("source")) {
        diagnostics.error(entry.node.key_place(), fmt::format("`{}` has no source", shown(entry.id)),
                          "source: the id of an entry of `sources`");
    }
    each_source(entry.node, [&](Node source) {
        if (!source.is_text() || source.faulty()) return;
        used.emplace(source.text());
        const bool citation = rules == Rules::added && source.text().find(' ') != std::string_view::npos;
        if (citation || known(Section::source, source.text())) return;
        diagnostics.add({.place = source.place(),
                         .message = fmt::format("unknown source `{}`", shown(source.text())),
                         .expected = "the id of an entry of `sources`",
                         .width = characters(source.text())});
    });
}

void check_publication(const CatalogueEntry& entry, Rules rules, Diagnostics& diagnostics) {
    const Node& node = entry.node;
    if (rules == Rules::built_in) {
        for (const std::string_view key : {"title", "publisher", "year", "licence"}) {
            if (node.find(key)) continue;
            diagnostics.error(node.key_place(),
                              fmt::format("source `{}` does not give its {}", shown(entry.id), key));
        }
    }
    const Node url = node.find("url");
    if (url && !url.text().starts_with("https://") && !url.text().starts_with("http://")) {
        diagnostics.error(url.place(), "this is not a web address", "https://…");
    }
}

void check_year(const CatalogueEntry& entry, Rules rules, Diagnostics& diagnostics) {
    if (entry.section == Section::region) return;                           // has no year, or several
    if (entry.section == Section::grid && entry.node.find("grid")) return;  // the other grid's year counts
    const Node node = entry.node.find("year");
    const int stated = node ? year_of(node.text()).value_or(0) : 0;  // 0: no year stated
    if (node && (stated < earliest_year || stated > latest_year)) {
        diagnostics.error(node.place(), "this is not a plausible year",
                          fmt::format("a year from {} to {}", earliest_year, latest_year));
        return;
    }
    if (!node && rules == Rules::built_in) {
        diagnostics.error(entry.node.key_place(), fmt::format("`{}` has no year", shown(entry.id)));
    }
    if (entry.section != Section::grid && entry.section != Section::datacentre) return;
    const auto parts = region_year(entry.id);
    if (!parts && rules == Rules::built_in) {
        diagnostics.error(entry.node.key_place(),
                          fmt::format("`{}` does not end in its year", shown(entry.id)),
                          "an id such as FRA/2024");
    }
    if (parts && stated != 0 && parts->year != stated) {
        diagnostics.error(node.place(), fmt::format("the id has {}", parts->year),
                          "the year that the id ends in");
    }
    const Node region = entry.node.find("region");
    if (parts && region && region.text() != parts->region) {
        diagnostics.error(region.place(), fmt::format("the id has `{}`", shown(parts->region)),
                          "the region that the id begins with");
    }
}

}  // namespace lca::catalog
