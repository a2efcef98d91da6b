// Tables of a page for a browser.

#include "lca/page/listing.hpp"

#include <doctest/doctest.h>

#include "lca/page/html.hpp"

using namespace lca;

TEST_CASE("a listing stands in its page as a table, texts as texts") {
    Listing listing;
    listing.title = "A & B";
    listing.headline = "Two.";
    Listing::Table table{"Rows"};
    table.columns = {{"Name"}, {"Value", true}};
    Listing::Cell name, value;
    name.text = "<b>";
    name.below = "\"x\"";
    name.link = "a b.html";
    value.text = "0.1 kg";
    value.number = 0.1;
    table.rows = {{{name, value}}, {{name, {}}, true}};
    listing.tables = {table};
    const std::string page = write_listing(listing);
    CHECK(is_own_html(page));
    CHECK(page.find("<h1 dir=\"auto\">A &amp; B</h1>") != std::string::npos);
    CHECK(page.find("<tr><th scope=\"row\" dir=\"auto\"><a href=\"a%20b.html\">&lt;b&gt;</a>"
                    "<div class=\"said\">&quot;x&quot;</div></th>"
                    "<td class=\"amount\" data-value=\"0.1\">0.1 kg</td></tr>") != std::string::npos);
    CHECK(page.find("<tr class=\"greyed\">") != std::string::npos);
    CHECK(page.find("<td class=\"amount\" data-value=\"\"></td>") != std::string::npos);
    CHECK(page == write_listing(listing));
}

TEST_CASE("links hold no sign that means something in an address") {
    CHECK(link_text("a/b-c_d.e~1.html") == "a/b-c_d.e~1.html");
    CHECK(link_text("javascript:x?#%\"é") == "javascript%3Ax%3F%23%25%22%C3%A9");
}
