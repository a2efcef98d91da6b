// Tables row by row: what a cell is, where it is, and what is refused.

#include "lca/document/csv_reader.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "lca/base/diagnostics.hpp"
#include "lca/base/text.hpp"

namespace {

using Row = std::vector<std::string>;

/// Hands out a text in pieces, so that every border of blocks is met.
class Pieces final : public lca::ByteSource {
public:
    Pieces(std::string_view text, std::size_t piece) : text_(text), piece_(piece) {}
    std::size_t read(char* to, std::size_t count) override {
        const std::size_t given = std::min({count, piece_, text_.size()});
        text_.copy(to, given);
        text_.remove_prefix(given);
        return given;
    }

private:
    std::string_view text_;
    std::size_t piece_;
};

struct Read {
    std::vector<std::string> headings;
    std::vector<Row> rows;
    std::string messages;
    bool truncated = false;
};

Read read(const std::string& text, lca::CsvOptions options = {}, std::size_t piece = 1'000'000) {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    Pieces bytes(text, piece);
    lca::CsvReader table(bytes, sources.add({.name = "t.csv", .text = {}, .sha256 = {}}), diagnostics,
                         options);
    Read read;
    read.headings = table.headings();
    while (table.next()) read.rows.emplace_back(table.cells().begin(), table.cells().end());
    read.messages = lca::render(diagnostics, sources);
    read.truncated = table.is_truncated();
    return read;
}

}  // namespace

TEST_CASE("cells of rows, in whatever pieces they come") {
    const std::string text =
        "\xef\xbb\xbfname, \"a \"\"b\"\"\",x y\r\n"
        "1,\"two, and\nthree\", 4 \r\n"
        "\r\n"
        "\"\",,\"\"\"\"\n"
        "last,  \"q\"  ,5";
    for (std::size_t piece = 1; piece <= text.size(); ++piece) {
        CAPTURE(piece);
        const Read whole = read(text, {}, piece);
        CHECK(whole.messages.empty());
        CHECK(whole.headings == Row{"name", "a \"b\"", "x y"});
        CHECK(whole.rows ==
              std::vector<Row>{{"1", "two, and\nthree", "4"}, {"", "", "\""}, {"last", "q", "5"}});
    }
}

TEST_CASE("lines longer than a block") {
    const std::string cell(600'000, 'x');
    const Read found = read("a,b\n" + cell + ",\"" + cell.substr(0, 300'000) + "\"\n1,2\n", {}, 100'000);
    CHECK(found.messages.empty());
    REQUIRE(found.rows.size() == 2);
    CHECK(found.rows[0][0] == cell);
    CHECK(found.rows[0][1].size() == 300'000);
    CHECK(found.rows[1] == Row{"1", "2"});
}

TEST_CASE("other separators only where they are stated") {
    CHECK(read("a;b\n1,5;2\n", {.separator = ';'}).rows == std::vector<Row>{{"1,5", "2"}});
    CHECK(read("a\tb\n\t2\n", {.separator = '\t'}).rows == std::vector<Row>{{"", "2"}});
    CHECK(read("a|b\n1||\n", {.separator = '|'}).messages.find("a row of 3 cells") != std::string::npos);
}

TEST_CASE("a column by its heading") {
    const std::string text = "Time,power.draw [W],twice,TWICE\n1,2,3,4\n";
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    lca::TextBytes bytes(text);
    lca::CsvReader table(bytes, sources.add({.name = "t.csv", .text = {}, .sha256 = {}}), diagnostics);
    CHECK(table.find("time") == 0U);
    CHECK(table.find("POWER.draw [w]") == 1U);
    CHECK_FALSE(table.find("twice"));
    CHECK(table.good());
    CHECK_FALSE(table.column("tmie"));
    CHECK(lca::render(diagnostics, sources) ==
          "t.csv:1: error: there is no column `tmie`\n"
          "  expected: one of the headings `Time`, `power.draw [W]`, `twice` and `TWICE`\n"
          "  hint: did you mean `Time`?\n");
}

TEST_CASE("a cell knows its line and column") {
    const std::string text = "a,b,c\n\n\"x\ny\",\"é\", w\n";
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    lca::TextBytes bytes(text);
    lca::CsvReader table(bytes, sources.add({.name = "t.csv", .text = {}, .sha256 = {}}), diagnostics);
    REQUIRE(table.next());
    CHECK(table.line() == 3);
    CHECK(table.place(0) == lca::Place{0, 3, 1});
    CHECK(table.place(1) == lca::Place{0, 4, 4});  // y",
    CHECK(table.place(2) == lca::Place{0, 4, 9});  // y","é", and a blank: 8 characters
    CHECK_FALSE(table.number(2));
    CHECK(lca::render(diagnostics, sources) ==
          "t.csv:4:9: error: column `c`: `w` is not a number\n  expected: a number\n");
}

TEST_CASE("an amount is not a negative number") {
    lca::Sources sources;
    lca::TextBytes bytes("a,b\n-1,0\n");
    const std::uint32_t file = sources.add({.name = "t.csv", .text = {}, .sha256 = {}});
    lca::Diagnostics diagnostics;
    lca::CsvReader table(bytes, file, diagnostics);
    REQUIRE(table.next());
    CHECK(table.amount(1) == 0);
    CHECK_FALSE(table.amount(0));
    CHECK(lca::render(diagnostics, sources) ==
          "t.csv:2:1: error: column `a`: a negative amount\n  expected: 0 or more\n");
}

TEST_CASE("rows of another width, and a file that was cut") {
    CHECK(read("a,b\n1,2\n1,2,3\n").messages ==
          "t.csv:3: error: a row of 3 cells under 2 headings\n  expected: a cell for each heading\n"
          "  hint: a decimal comma makes two cells of one: write a decimal point\n");
    const Read truncated = read("a,b\n1,2\n3");
    CHECK(truncated.rows == std::vector<Row>{{"1", "2"}});
    CHECK(truncated.truncated);
    CHECK(truncated.messages ==
          "t.csv:3:1: warning: the file is cut off in the middle of a line: 1 cell under 2 headings; it is "
          "read "
          "up to there\n");
    CHECK_FALSE(read("a,b\n1,2\n3\n").truncated);
    CHECK(read("a,b\n1,2\n3,4").rows.size() == 2);
}

TEST_CASE("what is not a table") {
    CHECK(read("").messages.find("the file is empty") != std::string::npos);
    CHECK(read("a,b\n1,\"2\n3,4\n").messages ==
          "t.csv:2:3: error: a quote that is not closed\n  expected: `\"` at the end of the cell\n");
    CHECK(read("a,b\n1,\"2\"3\n").messages ==
          "t.csv:2:6: error: text after a closing quote\n  expected: a comma\n");
    CHECK(read(std::string("a,b\n1,\0\n", 8)).messages ==
          "t.csv:2:3: error: a NUL byte: this is not text\n  expected: a text file (UTF-8)\n");
    CHECK(read(std::string(100'000, ',') + "\n").messages ==
          "t.csv:1:1001: error: too many columns\n  expected: at most 1000\n");
    CHECK(read("a\n" + std::string(2'000'000, '1')).messages ==
          "t.csv:2:1: error: a line of more than 1000000 bytes\n  expected: a text file with line ends\n");
}

TEST_CASE("a line without end is refused before it is read whole") {
    class Endless final : public lca::ByteSource {
    public:
        std::size_t read(char* to, std::size_t count) override {
            std::fill_n(to, count, 'x');
            given += count;
            return count;
        }
        std::size_t given = 0;
    };
    lca::Diagnostics diagnostics;
    Endless bytes;
    lca::CsvReader table(bytes, 0, diagnostics);
    CHECK_FALSE(table.good());
    CHECK(bytes.given < 3'000'000);
}

TEST_CASE("a heading and its unit") {
    CHECK(lca::split_heading("power.draw [W]").name == "power.draw");
    CHECK(lca::split_heading("power.draw [W]").unit == "W");
    CHECK(lca::split_heading("energy (kWh)").name == "energy");
    CHECK(lca::split_heading("energy (kWh)").unit == "kWh");
    CHECK(lca::split_heading("energy_kwh").name == "energy_kwh");
    CHECK(lca::split_heading("energy_kwh").unit.empty());
    CHECK(lca::split_heading("(kWh)").unit.empty());
    CHECK(lca::split_heading("a (b) c").unit.empty());
}

TEST_CASE("a number and its unit in one cell") {
    CHECK(lca::split_measure("120.35 W").number == "120.35");
    CHECK(lca::split_measure("120.35 W").unit == "W");
    CHECK(lca::split_measure("42%").unit == "%");
    CHECK(lca::split_measure("7").unit.empty());
    CHECK(lca::split_measure("4.58M").unit == "M");
    CHECK(lca::split_measure("[N/A]").number == "[N/A]");
}

TEST_CASE("separators are found wherever they stand in a line") {
    // Each length up to three words of eight bytes, with a comma at each place of it; bytes beside the
    // comma's do not count (0x2b, 0x2d, 0xac).
    for (std::size_t length = 2; length <= 24; ++length) {
        for (std::size_t at = 0; at < length; ++at) {
            std::string line(length, 'x');
            for (std::size_t i = 0; i < length; ++i) line[i] = "+-\xac"[i % 3];
            line[at] = ',';
            lca::TextBytes bytes(line);
            lca::Diagnostics found;
            lca::CsvReader table(bytes, 0, found, {.has_headings = false});
            REQUIRE(table.next());
            REQUIRE(table.cells().size() == 2);
            CHECK(table.cell(0) == line.substr(0, at));
            CHECK(table.cell(1) == line.substr(at + 1));
            CHECK(table.place(1).column == lca::characters(line.substr(0, at + 1)) + 1);
        }
    }
}

TEST_CASE("numbers of cells, by the rules of all numbers") {
    const auto value = [](std::string_view cell) { return std::get<double>(lca::parse_cell(cell)); };
    CHECK(value("120.35") == 120.35);
    CHECK(value("-0.5e-3") == -0.0005);
    CHECK(value("0") == 0);
    CHECK(value("1_000") == 1000);
    // As the compiler reads them: of few digits, of more than fifteen, and with the most that fit beside a
    // point.
    CHECK(value(".5") == .5);
    CHECK(value("0.1") == 0.1);
    CHECK(value("0.30000000000004") == 0.30000000000004);
    CHECK(value("999999999999999") == 999999999999999);
    CHECK(value("9.99999999999999") == 9.99999999999999);
    CHECK(value("1234567890123456") == 1234567890123456);
    CHECK(value("0.1234567890123456") == 0.1234567890123456);
    CHECK(lca::plain_number("120.35") == 120.35);
    CHECK(lca::plain_number(".5") == .5);
    for (const std::string_view other : {"", ".", "0", "0.0", "007", "1.", "1e3", "-1", "1_000", "1.2.3",
                                         "1234567890123456", "12345678.12345678"}) {
        CAPTURE(other);
        CHECK(lca::plain_number(other) < 0);
    }
    for (const std::string_view wrong :
         {"", "1e400", "1e-400", "007", "-01", "1.", "nan", "inf", "0x10", "+-1", "1,5", "5 W", "--1"}) {
        CAPTURE(wrong);
        CHECK(std::holds_alternative<lca::TextFault>(lca::parse_cell(wrong)));
    }
}

TEST_CASE("csv: an empty line of one column is a row where that is wanted, but not at the end") {
    const lca::CsvOptions options{.empty_rows = true};
    for (const std::size_t piece : {1U, 3U, 1000U}) {
        CHECK(read("a\n\n1\n\n\n2\n\n", options, piece).rows ==
              std::vector<Row>{{""}, {"1"}, {""}, {""}, {"2"}});
        CHECK(read("a\n\n1\n\n\n2\n\n", {}, piece).rows == std::vector<Row>{{"1"}, {"2"}});
        CHECK(read("a,b\n\n1,2\n\n3,4\n", options, piece).rows == std::vector<Row>{{"1", "2"}, {"3", "4"}});
    }
}
