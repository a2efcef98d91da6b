// Where values are stated: in a document, or in a program.
#include <doctest/doctest.h>

#include "lca/base/diagnostics.hpp"
#include "lca/document/node.hpp"
#include "models/values/value.hpp"

using lca::Location;

TEST_CASE("location: nowhere") {
    const Location nowhere;
    CHECK_FALSE(nowhere);
    CHECK_FALSE(nowhere.place().known());
    CHECK(nowhere.path() == "");
    CHECK(nowhere.text() == "");
    CHECK(nowhere.width() == 1);
    CHECK_FALSE(nowhere.node());
}

TEST_CASE("location: of a document") {
    lca::Document document;
    const std::uint32_t root = document.add_collection(lca::Kind::map, {0, 1, 1});
    document.append(root, document.add_text("1.2", false, {0, 3, 8}), "pue", {0, 3, 3});
    document.set_root(root);
    const Location pue = document.root().find("pue");
    REQUIRE(pue);
    CHECK(pue.place().line == 3);
    CHECK(pue.key_place().column == 3);
    CHECK(pue.path() == "pue");
    CHECK(pue.key() == "pue");
    CHECK(pue.text() == "1.2");
    CHECK(pue.width() == 3);
    CHECK(pue.node() == document.root().find("pue"));
    CHECK_FALSE(pue.is_in_code());
}

TEST_CASE("location: of a program") {
    const Location there = Location::in_code("sites.idris.pue", std::make_shared<const std::string>("1.2"));
    REQUIRE(there);
    CHECK(there.is_in_code());
    CHECK_FALSE(there.place().known());
    CHECK(there.path() == "sites.idris.pue");
    CHECK(there.key() == "pue");
    CHECK(there.text() == "1.2");
    CHECK_FALSE(there.node());
    CHECK(there.at_path("x").path() == "x");
    CHECK(there.at_path("x").text() == "1.2");
}
