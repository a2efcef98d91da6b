// CSV and JSON: exact numbers, valid whatever the names are.
#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "lca/page/json_writer.hpp"
#include "lca/page/report.hpp"

using namespace lca;

TEST_CASE("CSV: quoting after RFC 4180, formulas made harmless, numbers exact") {
    Records records;
    records.columns = {"name", "value"};
    const auto row = [&](const char* name, double value) {
        records.rows.push_back({Records::text(name), Records::number(value)});
    };
    row("plain", 0.1);
    row("a,b", 50532.45087665497);
    row("say \"hi\"", -3);
    row("two\nlines", 1e-7);
    row("=HYPERLINK(1)", 1);
    row("+1", 1);
    row("-1", 1);
    row("@x", 1);
    records.rows.push_back({Records::text("gap"), Records::number(std::nullopt)});
    CHECK(write_csv(records) ==
          "name,value\r\n"
          "plain,0.1\r\n"
          "\"a,b\",50532.45087665497\r\n"
          "\"say \"\"hi\"\"\",-3\r\n"
          "\"two\nlines\",1e-07\r\n"
          "'=HYPERLINK(1),1\r\n"
          "'+1,1\r\n"
          "'-1,1\r\n"
          "'@x,1\r\n"
          "gap,\r\n");
}

TEST_CASE("JSON: what is written reads back to the same") {
    const std::string odd = "quote \" back \\ tab \t line \n bell \x07 del \x7f </script> \xe2\x80\xa8 ä";
    JsonWriter json(1);
    json.begin_object();
    json.entry(odd, odd).entry("tenth", 0.1).entry("none", std::optional<double>());
    json.key("list").begin_array().whole(3).truth(true).null().begin_object().end_object().end_array();
    json.entry_if("left_out", "");
    const std::string text = std::move(json.end_object()).take();
    const nlohmann::json read = nlohmann::json::parse(text);
    CHECK(read[odd] == odd);
    CHECK(read["tenth"] == 0.1);
    CHECK(read["none"].is_null());
    CHECK(read["list"].dump() == "[3,true,null,{}]");
    CHECK_FALSE(read.contains("left_out"));
    CHECK(text.find('<') == std::string::npos);
    CHECK(text.find("\xe2\x80\xa8") == std::string::npos);
}

TEST_CASE("JSON: bytes that are no UTF-8 are replaced, so the text stays valid") {
    for (const char* bad : {"\xff", "a\xc3", "\xed\xa0\x80", "\xc0\xaf", "\xf4\x90\x80\x80", "\xe2\x82"}) {
        JsonWriter json;
        json.begin_array().value(bad);
        const nlohmann::json read = nlohmann::json::parse(std::move(json.end_array()).take());
        CHECK(read[0].get<std::string>().find("\xef\xbf\xbd") != std::string::npos);
    }
}

TEST_CASE("a number that is not finite is a bug that is not written") {
    JsonWriter json;
    json.begin_array();
    CHECK_THROWS_AS(json.value(std::nan("")), std::logic_error);
    CHECK_THROWS_AS(json.value(std::numeric_limits<double>::infinity()), std::logic_error);
    Records records;
    records.columns = {"x"};
    records.rows.push_back({Records::number(std::nan(""))});
    CHECK_THROWS_AS(write_csv(records), std::logic_error);
}

TEST_CASE("JSON that is not whole is not handed out") {
    JsonWriter open;
    open.begin_object();
    CHECK_THROWS_AS(std::move(open).take(), std::logic_error);
    JsonWriter key;
    CHECK_THROWS_AS(key.key("a"), std::logic_error);
    JsonWriter value;
    value.begin_object().key("a");
    CHECK_THROWS_AS(value.end_object(), std::logic_error);
}

TEST_CASE("records as JSON: one object per row") {
    Records records;
    records.columns = {"id", "year", "source"};
    records.rows.push_back({Records::text("a"), Records::number(2022), Records::text("")});
    const nlohmann::json read = nlohmann::json::parse(write_json_records(records));
    CHECK(read == nlohmann::json::parse(R"([{"id": "a", "year": 2022, "source": null}])"));
}

TEST_CASE("formats are found by name") {
    CHECK(find_format("json") != nullptr);
    CHECK(find_format("html5") == nullptr);
    const Report report = {[] {
                               return Page{"title", {}};
                           },
                           lca::all_rows([] {
                               return Records{{"a"}, {}};
                           }),
                           lca::at_once([] { return std::string("{}"); })};
    const auto written = [&report](std::string_view format) {
        std::string text;
        find_format(format)->write(report, {}, [&text](std::string_view piece) { text += piece; });
        return text;
    };
    CHECK(written("text") == "title\n");
    CHECK(written("markdown") == "# title\n");
    CHECK(written("csv") == "a\r\n");
    CHECK(written("json") == "{}");
}
