#pragma once
// The entries of added folders, by section and id, and their aliases.

#include <array>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/node.hpp"
#include "models/catalog/embedded.hpp"

namespace lca::catalog {

class CatalogueOverlay {
public:
    /// The added entry with exactly this id; an empty node if there is none.
    Node find(Section section, std::string_view id) const {
        const auto& ids = at(section).ids;
        const auto found = ids.find(id);
        return found == ids.end() ? Node() : found->second;
    }
    /// The id for which an alias stands; "" if no added entry has this alias.
    std::string_view aliased(Section section, std::string_view alias) const {
        const auto& aliases = at(section).aliases;
        const auto found = aliases.find(alias);
        return found == aliases.end() ? std::string_view() : std::string_view(found->second);
    }
    void add(Section section, std::string_view id, Node node) {
        at(section).ids.insert_or_assign(std::string(id), node);
    }
    void add_alias(Section section, std::string_view alias, std::string_view id) {
        at(section).aliases.insert_or_assign(std::string(alias), std::string(id));
    }
    const std::map<std::string, Node, std::less<>>& ids(Section section) const { return at(section).ids; }
    const std::map<std::string, std::string, std::less<>>& aliases(Section section) const {
        return at(section).aliases;
    }

private:
    struct Tables {
        std::map<std::string, Node, std::less<>> ids;
        std::map<std::string, std::string, std::less<>> aliases;
    };
    const Tables& at(Section section) const { return tables_[static_cast<std::size_t>(section)]; }
    Tables& at(Section section) { return tables_[static_cast<std::size_t>(section)]; }
    std::array<Tables, section_count> tables_;
};

}  // namespace lca::catalog
