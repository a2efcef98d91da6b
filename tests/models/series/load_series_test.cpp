// Loads that a file gives over time: shares of the maximum power, or weights of an energy.

#include <doctest/doctest.h>

#include <string>

#include "lca/document/load.hpp"
#include "models/series/read_load_shape.hpp"

namespace {

constexpr double midnight = 1646956800, hour = 3600;  // 2022-03-11 00:00 UTC

/// A load whose file holds `text`, as a phase would name it; `keys` follow `series`.
struct Read {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    std::unique_ptr<lca::Document> document;
    std::shared_ptr<const lca::LoadShape> shape;

    explicit Read(std::string text, bool weights = false, const std::string& keys = {}) {
        const std::uint32_t scenario =
            sources.add({.name = "a.yaml", .text = "load: {series: load.csv" + keys + "}\n", .sha256 = "a"});
        sources.add({.name = "load.csv", .text = std::move(text), .sha256 = "b"});
        document = lca::load_text(scenario, sources, diagnostics);
        REQUIRE(document);
        lca::ValueReader values(sources, diagnostics);
        shape = read_load_shape(document->root().find("load"), weights, values);
    }

    std::string message() const {
        const auto faults = diagnostics.sorted();
        return faults.empty() ? "" : to_string(faults[0].place, sources) + ": " + faults[0].message;
    }
};

std::string hours(const std::string& first, const std::string& second, const std::string& third) {
    return "time,load\n2022-03-11T00:00:00Z," + first + "\n2022-03-11T01:00:00Z," + second +
           "\n2022-03-11T02:00:00Z," + third + "\n";
}

}  // namespace

TEST_CASE("a share holds until the next, the last one for one step") {
    const Read read(hours("0.5", "1", "0.25"));
    CAPTURE(read.message());
    REQUIRE(read.shape);
    const auto series = read.shape->from(midnight, 0, 3 * hour);
    CHECK(series->begin() == midnight);
    CHECK(series->end() == midnight + 3 * hour);
    CHECK(series->at(midnight) == doctest::Approx(0.5).epsilon(1e-15));
    CHECK(series->at(midnight + 1.99 * hour) == doctest::Approx(1).epsilon(1e-15));
    CHECK(series->at(midnight + 2.5 * hour) == doctest::Approx(0.25).epsilon(1e-15));
    // Half an hour of 0.5, an hour of 1, a quarter of 0.25.
    CHECK(series->integral(midnight + 0.5 * hour, midnight + 2.25 * hour) ==
          doctest::Approx((0.25 + 1 + 0.0625) * hour));
}

TEST_CASE("weights beside an energy are of any size, and may be 0 at times") {
    const Read read(hours("500", "0", "1500"), true);
    CAPTURE(read.message());
    REQUIRE(read.shape);
    CHECK(read.shape->series->integral(midnight, midnight + 3 * hour) == doctest::Approx(2000 * hour));
    CHECK(read.shape->series->at(midnight + 1.5 * hour) == 0);
}

TEST_CASE("columns by name, and times in the stated zone") {
    const Read read("when,x,use\n2022-03-11 01:00,7,0.5\n2022-03-11 02:00,7,0.75\n", false,
                    ", time: when, value: use, zone: \"+01:00\"");
    CAPTURE(read.message());
    REQUIRE(read.shape);
    CHECK(read.shape->series->begin() == midnight);
    CHECK(read.shape->series->at(midnight + 1.5 * hour) == doctest::Approx(0.75).epsilon(1e-15));
}

TEST_CASE("what is not a load names its row and column") {
    const auto message = [](const std::string& text, bool weights = false) {
        const Read read(text, weights);
        CHECK(!read.shape);
        return read.message();
    };
    CHECK(message(hours("0.5", "1.01", "0.25")) ==
          "load.csv:3:1: a load of 1.01: a share of the maximum power");
    CHECK(message(hours("0.5", "-1", "0.25")) == "load.csv:3:1: a load of -1");
    CHECK(message(hours("0.5", "-1", "0.25"), true) == "load.csv:3:1: a load of -1");
    CHECK(message(hours("0.5", "much", "0.25")) == "load.csv:3:22: column `load`: `much` is not a number");
    CHECK(message(hours("0.5", "1e400", "0.25"), true) ==
          "load.csv:3:22: column `load`: `1e400` is out of range");
    CHECK(message(hours("0", "0", "0"), true) == "load.csv:1:1: the load is 0 all the time");
    CHECK(message(hours("0.5", "", "0.25")) == "load.csv:4:1: there is a gap before this time");
    CHECK(message("time,share\n2022-03-11T00:00:00Z,1\n") == "load.csv:1: there is no column `load`");
    CHECK(message("time,load\n2022-03-11T00:00:00Z,1\n") ==
          "load.csv:1:1: `load.csv` has one value of a load over time");
    CHECK(message("time,load\n2022-03-11T00:00:00,1\n") ==
          "load.csv:2:1: the time `2022-03-11T00:00:00` has no time zone");
    CHECK(message(hours("0.5", "1", "0.25") + "2022-03-11T02:00:00Z,1\n") ==
          "load.csv:5:1: the same time as in the row before");
    CHECK(message("time,load\n2022-03-11T00:00:00Z,1\n12345-03-11T01:00:00Z,1\n") ==
          "load.csv:3:1: `12345-03-11T01:00:00Z` is not a time: its year has more than four digits");
}
