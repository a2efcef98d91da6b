// A table described once: two columns, then one line more, in text, Markdown and CSV.
#include "lca/page/table_column.hpp"

#include <doctest/doctest.h>

#include "lca/page/report.hpp"

using namespace lca;

namespace {

struct Truck {
    std::string name;
    std::optional<double> grams;
};

const std::vector<Truck> trucks = {{"small", 1500.0}, {"none", std::nullopt}};

TableColumns<Truck> columns() {
    const Scale kilograms = {"kg", 1000, 1};
    return {
        {"truck", "name", {}, [](const Truck& one) { return Records::text(one.name); }},
        {"kg",
         "grams",
         {ColumnUnit::Kind::number, kilograms},
         [](const Truck& one) { return Records::number(one.grams); }},
    };
}

TableColumn<Truck> added(ShownIn where) {
    return {"of 2 kg",
            "share",
            {ColumnUnit::Kind::share, {}, 1, ""},
            [](const Truck& one) { return Records::number(one.grams, 2000); },
            where};
}

Report report_of(const TableColumns<Truck>& columns) {
    return {[columns] {
                Page page;
                Table table = empty_table(columns);
                for (const Truck& truck : trucks) table.rows.push_back({page_cells(columns, truck)});
                page.table(std::move(table));
                return page;
            },
            [columns](RecordSink& sink) {
                RecordTable table(columns, sink);
                for (const Truck& truck : trucks) table.row(truck);
            },
            {}};
}

std::string written(const TableColumns<Truck>& columns, std::string_view format) {
    std::string out;
    find_format(format)->write(report_of(columns), {}, [&out](std::string_view piece) { out += piece; });
    return out;
}

}  // namespace

TEST_CASE("one column more is one line more, in text, Markdown and CSV") {
    CHECK(written(columns(), "csv") == "name,grams\r\nsmall,1500\r\nnone,\r\n");
    TableColumns<Truck> more = columns();
    more.push_back(added(ShownIn::both));
    CHECK(written(more, "csv") == "name,grams,share\r\nsmall,1500,0.75\r\nnone,,\r\n");
    CHECK(written(more, "markdown") ==
          "\n| truck | kg | of 2 kg |\n| --- | ---: | ---: |\n| small | 1.5 | 75.0 % |\n| none | – |  |\n");
    const std::string text = written(more, "text");
    CHECK(text.find("truck   kg  of 2 kg\n") != std::string::npos);
    CHECK(text.find("small  1.5   75.0 %\n") != std::string::npos);
}

TEST_CASE("a column may stand on pages only, or in records only") {
    TableColumns<Truck> more = columns();
    more.push_back(added(ShownIn::page));
    CHECK(written(more, "csv") == written(columns(), "csv"));
    CHECK(written(more, "markdown").find("of 2 kg") != std::string::npos);
    more.back() = added(ShownIn::records);
    CHECK(written(more, "csv").find("share") != std::string::npos);
    CHECK(written(more, "markdown") == written(columns(), "markdown"));
}

TEST_CASE("records have exact numbers in a unit of their own") {
    TableColumns<Truck> tonnes = columns();
    tonnes[1].unit.factor = 1e6;
    CHECK(written(tonnes, "csv") == "name,grams\r\nsmall,0.0015\r\nnone,\r\n");
}

TEST_CASE("numbers by themselves have four significant digits, words stay whole") {
    TableColumns<Truck> kilograms = columns();
    kilograms[0].unit.kind = ColumnUnit::Kind::word;
    kilograms[1].unit = {ColumnUnit::Kind::digits, {}, 7};
    // 1500 / 7 = 214.2857…
    CHECK(written(kilograms, "markdown") ==
          "\n| truck | kg |\n| --- | ---: |\n| small | 214.3 |\n| none | – |\n");
    CHECK_FALSE(empty_table(kilograms).columns[0].wraps);
    CHECK(empty_table(columns()).columns[0].wraps);
}
