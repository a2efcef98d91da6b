// The pages of a folder of scenarios: which there are, and what the index says of each.

#include "analyses/gallery/gallery.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <map>

#include "lca/base/diagnostics.hpp"
#include "lca/base/file.hpp"
#include "lca/page/html.hpp"
#include "models/catalog/embedded.hpp"
#include "tests/lca/base/folder.hpp"

using namespace lca;
using lca::test::Folder;

namespace {

/// 20 kWh at 100 g/kWh: 2 kg.
const std::string scenario = R"(lca: 1
title: T
sites: {s: {grid: {intensity: 100 gCO2e/kWh}, pue: 1}}
activities: {a: {stage: training, site: s, dynamic: {energy: 20 kWh}, idle: none, embodied: none}}
expect: [{of: total, value: 2 kgCO2e}]
)";

struct Made {
    Session session{embedded_catalogue()};
    std::map<std::string, std::string> pages;
    Gallery gallery;

    explicit Made(const std::string& folder) {
        GalleryMaker maker;
        maker.command = [](const std::string& file) { return std::vector<std::string>{"evaluate", file}; };
        maker.page = [this](const std::string& name, std::string_view html) { pages[name] = html; };
        gallery = make_gallery(session, folder, maker);
    }
};

}  // namespace

TEST_CASE("a gallery has a page for each scenario without faults, and counts its figures") {
    const Folder place;
    std::filesystem::create_directories(place / "studies/b");
    write_file(place / "studies/a.yaml", scenario);
    write_file(place / "studies/b/index.yaml", scenario);
    write_file(place / "studies/index.yaml", scenario);
    write_file(place / "studies/bad.yaml", "lca: 1\ntitle: T\npowr: 1\n");
    write_file(place / "studies/notes.txt", "none");
    Made made(place / "studies/");
    CHECK(made.gallery.name == "studies");
    REQUIRE(made.gallery.entries.size() == 4);
    CHECK(made.pages.size() == 3);
    const GalleryEntry& first = made.gallery.entries[0];
    CHECK(first.file == "a.yaml");
    CHECK(first.page == "a.html");
    CHECK(first.total == 2.0);
    REQUIRE(first.checks.size() == 1);
    CHECK(first.checks[0].verdict == Verdict::exact);
    CHECK(made.gallery.entries[1].page == "b/index.html");
    CHECK(made.gallery.entries[2].page.empty());
    CHECK(made.gallery.entries[2].fault.starts_with("bad.yaml:3:1: "));
    CHECK(made.gallery.entries[3].page == "index.yaml.html");
    CHECK(made.session.failed());
    const std::string index = html_of(made.gallery);
    CHECK(is_own_html(index));
    CHECK(index.find("4 scenarios, 3 published figures: 3 exact, none off; 1 file has faults and no page.") !=
          std::string::npos);
}

TEST_CASE("a folder without scenarios is not a gallery") {
    const Folder place;
    CHECK_THROWS_AS(Made(place.path()), InputError);
}
