// One column of a CSV file: nothing is ignored, padded or guessed.

#include "lca/document/csv_column.hpp"

#include <doctest/doctest.h>

#include <string>

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"
#include "models/results/point_result.hpp"

namespace {

struct Tried {
    std::optional<std::vector<double>> values;
    std::string messages;
};

Tried column(const std::string& text, std::string_view name = "power") {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    const std::uint32_t file = sources.add({.name = "t.csv", .text = text, .sha256 = {}});
    Tried tried;
    tried.values = lca::csv_column(file, name, sources, diagnostics);
    tried.messages = lca::render(diagnostics, sources);
    return tried;
}

using Numbers = std::vector<double>;

}  // namespace

TEST_CASE("numbers under a heading") {
    CHECK(column("time,power\n1,400\n2,350.5\n").values == Numbers{400, 350.5});
    CHECK(column("power\n1e2").values == Numbers{100});
    CHECK(column("\"time\", power\r\n\"a, \"\"b\"\"\", 5\r\n\r\nc,6\r\n").values == Numbers{5, 6});
    CHECK(column("power\n\"7\"\n").values == Numbers{7});
}

TEST_CASE("what is not a table of numbers") {
    CHECK(column("").messages ==
          "t.csv:1: error: the file is empty\n  expected: a line of headings, then numbers\n");
    CHECK(column("a\tpower\n1\t2\n").messages.find("separated by tabs") != std::string::npos);
    CHECK(column("power\n1,2\n").messages.find("t.csv:2: error: a row of 2 cells under 1 headings") !=
          std::string::npos);
    CHECK(column("power\n0x10\n").messages.find("t.csv:2:1: error: column `power`: ") != std::string::npos);
    CHECK(column("power\n5 W\n").values == std::nullopt);
    CHECK(column("power\nnan\n").values == std::nullopt);
    CHECK(column("power\n\"5\"x\n").messages.find("text after a closing quote") != std::string::npos);
    CHECK(column("power\n" + std::string(70'000, '1') + "\n")
              .messages.find("a line of more than 65536 bytes") != std::string::npos);
}

TEST_CASE("a secret in a bad file is not shown beyond the bad cell") {
    const std::string messages = column("power\nhunter2-and-a-very-long-secret,x\n").messages;
    CHECK(messages.find("secret") == std::string::npos);
}

TEST_CASE("an empirical distribution: the column in its unit, and the file among those read") {
    lca::Session session(lca::embedded_catalogue());
    const auto document = session.load_text(
        "tests/bad/here.yaml",
        "lca: 1\ntitle: T\nparameters:\n  x: {value: 400 W, uncertainty: {distribution: empirical, file: "
        "parts/j04_not_a_number.csv, column: time, unit: kW}}\noutputs: {y: =x}\n");
    const auto model = session.compile(document);
    REQUIRE_MESSAGE(model != nullptr, session.messages());
    const lca::Distribution& found = *model->scenario.parameters.at(0).value->uncertainty;
    CHECK(std::get<lca::Empirical>(found.shape).values == Numbers{1000, 2000});
    CHECK(found.written == "empirical, 2 values");
    bool listed = false;
    for (const lca::Source& source : session.sources()) {
        listed =
            listed || (source.name == "tests/bad/parts/j04_not_a_number.csv" && source.sha256.size() == 64);
    }
    CHECK(listed);
}
