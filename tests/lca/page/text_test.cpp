// Pages as text and as Markdown: width, alignment, colour, and user text that stays text.
#include <doctest/doctest.h>

#include "lca/base/text.hpp"
#include "lca/page/report.hpp"
#include "lca/page/text_block.hpp"

using namespace lca;

namespace {

Page with_table(Table table) {
    Page page;
    page.table(std::move(table));
    return page;
}

Table two_columns() {
    Table table;
    table.columns = {{"", false, true}, {"tCO2e", true}};
    table.rows.push_back({{"embodied", "1.25"}});
    table.rows.push_back({{"idle", "1,011.50"}, 1});
    table.rows.push_back({{"total", "1,012.75"}, 0, Tone::strong, true});
    return table;
}

std::size_t widest(const std::string& text) {
    std::size_t width = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        width = std::max(width, characters(std::string_view(text).substr(at, end - at)));
        at = end + 1;
    }
    return width;
}

}  // namespace

TEST_CASE("numbers stand under each other, what is under something is indented") {
    CHECK(write_text(with_table(two_columns()), {}) ==
          "             tCO2e\n"
          "embodied      1.25\n"
          "  idle    1,011.50\n"
          "──────────────────\n"
          "total     1,012.75\n");
}

TEST_CASE("colour only where the style asks for it") {
    const std::string plain = write_text(with_table(two_columns()), {80, false});
    CHECK(plain.find('\x1b') == std::string::npos);
    const std::string coloured = write_text(with_table(two_columns()), {80, true});
    CHECK(coloured.find("\x1b[1mtotal     1,012.75\x1b[0m\n") != std::string::npos);
}

TEST_CASE("a page keeps to its width") {
    Page page;
    page.title = std::string(40, 'a') + " " + std::string(60, 'b');
    page.paragraph(
        "words words words words words words words words words words words words words words words");
    Table table;
    table.columns = {{"name", false, true}, {"value", true}, {"note", false, true}};
    table.rows.push_back({{"activities.a_long_name.dynamic.another_long_name.power", "1,234,567.89",
                           "a note that takes some room, too, so that both columns give way"}});
    page.table(table);
    List list;
    list.items.push_back(
        {"https://example.org/" + std::string(120, 'x'), {"said of it " + std::string(90, 'y')}});
    page.list("Heading", list);
    Tree tree;
    for (std::size_t depth = 0; depth < 12; ++depth) {
        tree.lines.push_back(
            {depth, "×", "433,196 kWh", "energy of the accelerators of final_training", {"a.yaml:7"}});
    }
    page.tree(tree);
    CHECK(widest(write_text(page, {80, false})) <= 80);
    CHECK(widest(write_text(page, {60, false})) <= 60);
}

TEST_CASE("a name that does not fit its column stays whole, above its numbers") {
    Table table;
    table.columns = {{"", false, true}, {"value", true}};
    table.rows.push_back({{"final_training.dynamic.accelerators", "1"}, 1});
    table.rows.push_back({{"idle", "2"}});
    CHECK(write_text(with_table(table), {30, false}) ==
          "                         value\n"
          "  final_training.dynamic.\n"
          "    accelerators\n"
          "                             1\n"
          "idle                         2\n");
    CHECK(write_text(with_table(table), {40, false}).find("  final_training.dynamic.accelerators\n") !=
          std::string::npos);
}

TEST_CASE("breaking lines") {
    CHECK(wrapped("", 10) == std::vector<std::string>{""});
    CHECK(wrapped("one two three", 7) == std::vector<std::string>{"one two", "three"});
    CHECK(wrapped("final_training.dynamic", 16) == std::vector<std::string>{"final_training.", "dynamic"});
    CHECK(wrapped("äöüäöü", 4) == std::vector<std::string>{"äöüä", "öü"});
    CHECK(padded("ä", 3) == "ä  ");
    CHECK(padded("ä", 3, true) == "  ä");
}

TEST_CASE("the tree is drawn to the last branch") {
    Page page;
    Tree tree;
    tree.lines = {{0, "", "6 kWh", "total", {}},
                  {1, "", "2 kWh", "a", {"f.yaml:1"}},
                  {2, "", "1", "b", {}},
                  {1, "+", "4 kWh", "c", {}}};
    page.tree(tree);
    CHECK(write_text(page, {}) ==
          "6 kWh  total\n"
          "├─ 2 kWh  a\n"
          "│  │   f.yaml:1\n"
          "│  └─ 1  b\n"
          "└─ + 4 kWh  c\n");
}

TEST_CASE("control characters and directions of a name are shown, not obeyed") {
    Page page;
    page.title = "a\x1b]0;owned\x07 title";
    page.paragraph(
        "b\xe2\x80\xae"
        "c");
    const std::string text = write_text(page, {});
    CHECK(text.find('\x1b') == std::string::npos);
    CHECK(text.find('\x07') == std::string::npos);
    CHECK(text.find("\xe2\x80\xae") == std::string::npos);
}

TEST_CASE("Markdown: names never become markup") {
    Page page;
    page.title = "<script>alert(1)</script> | `x` [link](javascript:alert(1)) &amp; *b*";
    page.paragraph("- no list");
    page.paragraph("1. no list");
    Table table = two_columns();
    table.rows[0].cells[0] = "a|b_c";
    page.table(table);
    const std::string text = write_markdown(page);
    CHECK(text.find("<script>") == std::string::npos);
    CHECK(text.find(
              "# &lt;script&gt;alert(1)&lt;/script&gt; \\| \\`x\\` \\[link\\](javascript:alert(1)) &amp;amp; "
              "\\*b\\*\n") == 0);
    CHECK(text.find("\n\\- no list\n") != std::string::npos);
    CHECK(text.find("\n1\\. no list\n") != std::string::npos);
    CHECK(text.find("| a\\|b\\_c | 1.25 |\n") != std::string::npos);
    CHECK(text.find("|  | tCO2e |\n| --- | ---: |\n") != std::string::npos);
    CHECK(text.find("| **total** | **1,012.75** |") != std::string::npos);
}
