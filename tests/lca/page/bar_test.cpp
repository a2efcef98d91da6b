#include "lca/page/bar.hpp"

#include <doctest/doctest.h>

#include "lca/page/ascii.hpp"
#include "lca/page/report.hpp"

using namespace lca;

TEST_CASE("a bar: eighths of a character, never nothing for something") {
    CHECK(bar(1, 4) == "████");
    CHECK(bar(0.5, 4) == "██");
    CHECK(bar(0.375, 4) == "█▌");  // 12 eighths
    CHECK(bar(0.001, 4) == "▏");
    CHECK(bar(0, 4).empty());
    CHECK(bar(-1, 4).empty());
    CHECK(bar(2, 4) == "████");
}

TEST_CASE("ASCII: one character for one, words of a file as they are") {
    CHECK(page::in_ascii("█▌ ▓░ ── 2 × 82 µg – é") == "## =- -- 2 x 82 ug - é");
    Page page;
    Table table;
    table.columns = {{"a"}, {""}};
    table.rows.push_back({{"x", bar(1, 3)}, 0, Tone::plain, true});
    page.table(table);
    Style style;
    style.ascii = true;
    CHECK(write_text(page, style) == "a\n------\nx  ###\n");
}

TEST_CASE("a table whose columns have no headings has no line of them") {
    Page page;
    Table table;
    table.columns = {{""}, {"", true}};
    table.rows = {{{"half", "100 kg"}}};
    page.table(table);
    CHECK(write_text(page, {}) == "half  100 kg\n");
}
