// How much the built-in catalogue takes from each source, by its licence.

#include <doctest/doctest.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "lca/document/node.hpp"
#include "models/catalog/catalog.hpp"
#include "models/catalog/embedded_reader.hpp"

namespace lca {
namespace {

/// The sources that an entry names, anywhere in it.
std::set<std::string> sources_of(Node entry) {
    std::set<std::string> sources;
    std::vector<Node> open{entry};
    while (!open.empty()) {
        const Node node = open.back();
        open.pop_back();
        if (node.is_text()) continue;
        for (const Node child : node.children()) {
            if (child.key() == "source" && child.is_text()) sources.insert(std::string(child.text()));
            open.push_back(child);
        }
    }
    return sources;
}

bool has_any(std::string_view text, std::initializer_list<std::string_view> words) {
    return std::any_of(words.begin(), words.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

TEST_CASE(
    "sources under share-alike, AGPL, fair-use and unstated licences give single facts: ten entries at "
    "most") {
    Sources publications;
    Diagnostics diagnostics;
    Catalog catalog(&embedded_catalogue(), publications, diagnostics);
    std::map<std::string, int> entries;
    for (const Section section :
         {Section::hardware, Section::grid, Section::region, Section::datacentre, Section::model}) {
        for (const std::string& id : catalog.ids(section)) {
            for (const std::string& source : sources_of(catalog.find(section, id)->node())) ++entries[source];
        }
    }
    for (const auto& named : entries) {
        const std::string& source = named.first;
        const int count = named.second;
        const auto publication = catalog.find(Section::source, source);
        REQUIRE(publication);
        const std::string_view licence = publication->node().find("licence").text();
        CAPTURE(source);
        CAPTURE(licence);
        if (has_any(licence, {"GPL", "MPL", "ODbL", "CC BY-SA", "CC BY-NC", "fair-use"})) CHECK(count <= 10);
        // A table comes from an open licence; of others single facts, each cited.
        const bool open = has_any(licence, {"CC BY 4.0", "CC0", "Apache-2.0", "MIT", "OGL", "public domain",
                                            "Open Government Licence"});
        if (!open) CHECK(count <= 25);
    }
}

}  // namespace
}  // namespace lca
