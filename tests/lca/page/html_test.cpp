#include "lca/page/html.hpp"

#include <doctest/doctest.h>

#include "lca/page/web_files.hpp"

using namespace lca;

TEST_CASE("HTML: what has a meaning there is written out") {
    CHECK(html_text("a < b > c & \"d\" 'e'") == "a &lt; b &gt; c &amp; &quot;d&quot; &#39;e&#39;");
    CHECK(html_text("CO₂e") == "CO₂e");
}

TEST_CASE("HTML: a page holds its script and style, and a policy that allows nothing else") {
    const std::string page = write_html({"A & B", "<main id=\"page\"></main>\n", "{\"a\": 1}"});
    CHECK(page.find("<title>A &amp; B</title>") != std::string::npos);
    CHECK(page.find("default-src 'none'") != std::string::npos);
    CHECK(page.find("<script type=\"application/json\" id=\"data\">{\"a\": 1}</script>") !=
          std::string::npos);
    CHECK(page.find(page::web_report_script()) != std::string::npos);
    CHECK(page.find(page::web_style()) != std::string::npos);
    CHECK_FALSE(page::web_report_script().empty());
}
