// Each format of a series, in the shape that its source writes.

#include <doctest/doctest.h>

#include <string>

#include "lca/base/time_zone.hpp"
#include "lca/document/load.hpp"
#include "models/series/read_grid_series.hpp"

namespace {

/// A series whose file holds `text`, as a scenario would name it; `keys` follow `series`.
struct Read {
    lca::Sources sources;
    lca::Diagnostics diagnostics;
    std::unique_ptr<lca::Document> document;
    std::shared_ptr<const lca::GridSeries> series;

    Read() = default;
    Read(std::string text, const std::string& keys = {}) { read(std::move(text), keys); }

    void read(std::string text, const std::string& keys) {
        const std::uint32_t scenario =
            sources.add({.name = "a.yaml", .text = "grid: {series: grid.dat" + keys + "}\n", .sha256 = "a"});
        sources.add({.name = "grid.dat", .text = std::move(text), .sha256 = "b"});
        document = lca::load_text(scenario, sources, diagnostics);
        REQUIRE(document);
        series = read_grid_series(document->root().find("grid"), sources, diagnostics);
    }

    double at(double time) const {
        return series->relative->at(time) * series->mean() * 3.6e6;
    }  // kgCO2e/kWh
    std::string message() const {
        const auto faults = diagnostics.sorted();
        return faults.empty() ? "" : to_string(faults[0].place, sources) + ": " + faults[0].message;
    }
};

constexpr double midnight = 1646956800;  // 2022-03-11 00:00 UTC

std::string maps(std::string_view direct, std::string_view life_cycle, std::string_view estimated) {
    std::string text = "Datetime (UTC),Country,Zone," + std::string(direct) + "," + std::string(life_cycle) +
                       "," + std::string(estimated) + "\n";
    text += "2022-03-11 00:00:00,France,FR,20,50,false\n2022-03-11 01:00:00,France,FR,40,,false\n";
    return text + "2022-03-11 02:00:00,France,FR,30,70,true\n";
}

}  // namespace

TEST_CASE("Electricity Maps: three generations of headings, by name") {
    const std::string generations[] = {
        maps("Carbon intensity gCO₂eq/kWh (direct)", "Carbon intensity gCO₂eq/kWh (Life cycle)",
             "Data estimated"),
        maps("Carbon Intensity gCO₂eq/kWh (direct)", "Carbon Intensity gCO₂eq/kWh (Life cycle)",
             "Data Estimated"),
        maps("Carbon Intensity gCO2eq/kWh (direct)", "Carbon Intensity gCO2eq/kWh (LCA)", "Data Estimated")};
    for (const std::string& text : generations) {
        const Read life_cycle(text);
        CAPTURE(life_cycle.message());
        REQUIRE(life_cycle.series);
        CHECK(life_cycle.at(midnight) == doctest::Approx(0.05));
        CHECK(life_cycle.at(midnight + 7200) == doctest::Approx(0.07));
        CHECK(life_cycle.series->gaps.size() == 1);  // the empty cell
        CHECK(life_cycle.series->basis.basis == "life_cycle");
        CHECK(life_cycle.series->estimated->at(midnight + 7200) == 1);
        CHECK(life_cycle.series->note == "emissions of the life cycle, by default");
        const Read direct(text, ", emissions: direct");
        CHECK(direct.at(midnight + 3600) == doctest::Approx(0.04));
        CHECK(direct.series->basis.basis == "combustion");
        CHECK(direct.series->note.empty());
    }
}

TEST_CASE("WattTime: pounds of CO2 per MWh, marginal") {
    const std::string text =
        R"({"data": [{"point_time": "2022-03-11T00:00:00+00:00", "value": 1000, "version": "v"},
  {"point_time": "2022-03-11T00:05:00+00:00", "value": 900.0}],
  "meta": {"region": "CAISO_NORTH", "signal_type": "co2_moer", "units": "lbs_co2_per_mwh", "model": {"date": "d"}}})";
    const Read made(text);
    CAPTURE(made.message());
    REQUIRE(made.series);
    CHECK(made.series->step == 300);
    CHECK(made.at(midnight) == doctest::Approx(0.45359237));
    CHECK(made.series->basis.in_words() == "combustion, marginal, CO2");
    CHECK(Read(text, ", kind: average").series->basis.kind == "average");
}

TEST_CASE("NESO: half hours of CO2; a forecast stands in for what is not known yet") {
    const Read made(R"({"data": [
  {"from": "2022-03-11T00:00Z", "to": "2022-03-11T00:30Z", "intensity": {"forecast": 120, "actual": 118, "index": "low"}},
  {"from": "2022-03-11T00:30Z", "to": "2022-03-11T01:00Z", "intensity": {"forecast": 121, "actual": null}}]})");
    CAPTURE(made.message());
    REQUIRE(made.series);
    CHECK(made.series->step == 1800);
    CHECK(made.at(midnight) == doctest::Approx(0.118));
    CHECK(made.at(midnight + 1800) == doctest::Approx(0.121));
    CHECK(made.series->estimated->at(midnight) == 0);
    CHECK(made.series->estimated->at(midnight + 1800) == 1);
    CHECK(made.series->basis.in_words() == "unstated, CO2");
}

TEST_CASE("a table of one's own: columns, unit, zone and end stamps are stated") {
    const std::string text = "when,grid [kgCO2e/MWh]\n2022-03-11 02:00,50\n2022-03-11 03:00,70\n";
    const Read made(text, ", time: when, value: grid, zone: \"+01:00\", stamp: end, basis: life_cycle");
    CAPTURE(made.message());
    REQUIRE(made.series);
    // 02:00 at +01:00 is the end of the hour from midnight UTC.
    CHECK(made.series->relative->begin() == midnight);
    CHECK(made.at(midnight) == doctest::Approx(0.05));
    CHECK(made.series->unit == "kgCO2e/MWh");
    CHECK(made.series->basis.basis == "life_cycle");
    const Read unit_beside("when,grid\n2022-03-11T00:00Z,50\n2022-03-11T01:00Z,70\n",
                           ", time: when, value: grid, unit: gCO2e/kWh");
    CHECK(unit_beside.at(midnight) == doctest::Approx(0.05));
    CHECK(Read("when,grid\n2022-03-11T00:00Z,50\n", ", time: when, value: grid").message() ==
          "a.yaml:1:45: neither the heading nor the scenario gives the unit of the intensities");
}

TEST_CASE("the hour that clocks repeat follows the order of the file, the one they leave out is a fault") {
    const lca::Parsed<lca::ZoneFile> paris = lca::find_zone("Europe/Paris");
    REQUIRE(std::holds_alternative<lca::ZoneFile>(paris));
    const auto read = [&](const std::string& text) {
        Read made;
        made.sources.add({.name = "/usr/share/zoneinfo/Europe/Paris",
                          .text = std::get<lca::ZoneFile>(paris).bytes,
                          .sha256 = "z"});
        made.read(text, ", time: when, value: grid, unit: gCO2e/kWh, zone: Europe/Paris");
        return std::pair<std::shared_ptr<const lca::GridSeries>, std::string>(made.series, made.message());
    };
    const auto in_autumn =
        read("when,grid\n2022-10-30 01:00,1\n2022-10-30 02:00,2\n2022-10-30 02:00,3\n2022-10-30 03:00,4\n");
    CAPTURE(in_autumn.second);
    REQUIRE(in_autumn.first);
    const lca::GridSeries& autumn = *in_autumn.first;
    // 01:00 CEST is 23:00 UTC; then 02:00 CEST, 02:00 CET, 03:00 CET: four hours on end.
    CHECK(autumn.relative->begin() == 1667084400);
    CHECK(autumn.step == 3600);
    CHECK(autumn.relative->end() - autumn.relative->begin() == 4 * 3600);
    const auto in_spring = read("when,grid\n2022-03-27 01:00,1\n2022-03-27 02:00,2\n");
    CHECK_FALSE(in_spring.first);
    CHECK(in_spring.second ==
          "grid.dat:3:1: 2022-03-27 02:00 does not exist in Europe/Paris: clocks went forward");
}
