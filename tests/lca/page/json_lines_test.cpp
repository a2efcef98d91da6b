// Rows as JSON lines.
#include "lca/page/json_lines.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

using namespace lca;

TEST_CASE("JSON lines: an object a row, empty cells null, texts escaped, numbers exact") {
    std::string text;
    const TextSink sink = [&text](std::string_view piece) { text += piece; };
    JsonLines lines(sink);
    const std::string names[] = {"id", "total [kgCO2e]", "why \"not\""};
    lines.columns(names);
    lines.row(std::vector<RecordSink::Cell>{std::string("a\n\"b\""), 0.1, Numeral{"0.10"}});
    lines.row(std::vector<RecordSink::Cell>{std::monostate(), 3.0});
    CHECK(text.empty());  // kept back until it is asked for
    lines.flush();
    const std::size_t end = text.find('\n');
    const nlohmann::json first = nlohmann::json::parse(text.substr(0, end));
    const nlohmann::json second = nlohmann::json::parse(text.substr(end + 1));
    CHECK(first["id"] == "a\n\"b\"");
    CHECK(first["total [kgCO2e]"].get<double>() == 0.1);
    CHECK(first["why \"not\""].get<double>() == 0.1);
    CHECK(second["id"].is_null());
    CHECK(second["why \"not\""].is_null());
    CHECK(text.back() == '\n');
}
