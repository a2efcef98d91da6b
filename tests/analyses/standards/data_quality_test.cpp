// The age and the rating of the figures behind a total, worked by hand.
#include "analyses/standards/data_quality.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "analyses/evaluation/evaluation.hpp"
#include "models/catalog/listed.hpp"

using namespace lca;

namespace {

/// 60 kWh of 2015 at 1 kgCO2e/kWh of 2020, 40 kg of 2010: elasticities 0.6, 0.6 and 0.4. The energy is rated
/// (1+2+1+2+2)/5 = 1.6, the hardware (4+4+5+4+4)/5 = 4.2, the intensity is not rated.
constexpr const char* text = R"(lca: 1
title: t
sites: {s: {grid: {intensity: {value: 1 kgCO2e/kWh, source: {title: Grid, year: 2020}}}}}
activities:
  run:
    stage: training
    site: s
    start: 2024-02-01T00:00:00Z
    dynamic:
      energy:
        value: 60 kWh
        source: {title: Meter, year: 2015}
        uncertainty: {pedigree: [1, 2, 1, 2, 2], basic: 1.05}
    idle: none
    embodied:
      value: {value: 40 kgCO2e, source: {title: Maker, year: 2010}, uncertainty: {pedigree: [4, 4, 5, 4, 4], basic: 1.05}}
)";

/// Without the breaks of its lines.
std::string flat(const std::string& page) {
    std::string out;
    for (const char letter : page) {
        const bool blank = letter == ' ' || letter == '\n';
        if (!blank || (!out.empty() && out.back() != ' ')) out += blank ? ' ' : letter;
    }
    return out;
}

struct Found {
    Session session{embedded_catalogue()};
    std::optional<Evaluation> evaluation;
    explicit Found(const std::string& written) {
        evaluation = evaluate(session, {.path = "t.yaml", .text = written}, {});
        REQUIRE_MESSAGE(evaluation, session.messages());
    }
    std::optional<DataQuality> quality() const {
        return data_quality(*evaluation->result, index_of::climate);
    }
};

}  // namespace

TEST_CASE("data quality: a figure weighs its elasticity") {
    const Found found(text);
    const auto quality = found.quality();
    REQUIRE(quality);
    REQUIRE(quality->figures.size() == 3);
    CHECK(quality->by_class[0] == doctest::Approx(0.6 / 1.6));  // the energy: excellent
    CHECK(quality->by_class[4] == doctest::Approx(0.4 / 1.6));  // the hardware: poor
    CHECK(quality->not_rated == doctest::Approx(0.6 / 1.6));
    CHECK(*quality->rating == doctest::Approx((0.6 * 1.6 + 0.4 * 4.2) / 1.0));
}

TEST_CASE("data quality: the oldest figure that carries more than 5 %, and its age") {
    const Found found(text);
    const auto quality = found.quality();
    REQUIRE(quality);
    CHECK(quality->activity_year == 2024);
    REQUIRE(quality->oldest);
    CHECK(quality->figures[*quality->oldest].path == "activities.run.embodied.value");
    CHECK(quality->figures[*quality->oldest].year == 2010);
    // With 2 kg the hardware carries 2 of 62, less than 5 %: the meter's is then the oldest.
    std::string less = text;
    less.replace(less.find("40 kgCO2e"), 9, "2 kgCO2e");
    const Found lighter(less);
    CHECK(lighter.quality()->figures[*lighter.quality()->oldest].year == 2015);
}

TEST_CASE("data quality: pages and JSON say it") {
    const Found found(text);
    const std::string page = flat(write_text(page_of(*found.evaluation, {.details = true}), {}));
    CHECK(
        page.find(
            "oldest figure that contributes more than 5 %: activities.run.embodied.value, of 2010, 14 years "
            "before the activity (2024)") != std::string::npos);
    CHECK(page.find("rated by their pedigrees: 37.5 % excellent and 25.0 % poor, 37.5 % not rated") !=
          std::string::npos);
    std::string written;
    report_of(*found.evaluation).json([&](std::string_view part) { written += part; });
    const auto json = nlohmann::json::parse(written)["data_quality"];
    CHECK(json["by_class"]["excellent"].get<double>() == doctest::Approx(0.375));
    CHECK(json["by_class"]["not_rated"].get<double>() == doctest::Approx(0.375));
    CHECK(json["oldest"] == "activities.run.embodied.value");
    CHECK(json["activity_year"] == 2024);
    CHECK(json["figures"][0]["elasticity"].get<double>() == doctest::Approx(0.6));
    CHECK(json["figures"].back()["age"] == 14);
}

TEST_CASE("data quality: the classes of the Product Environmental Footprint, ends included") {
    CHECK(quality_class(1) == 0);
    CHECK(quality_class(1.6) == 0);
    CHECK(quality_class(1.61) == 1);
    CHECK(quality_class(2) == 1);
    CHECK(quality_class(3) == 2);
    CHECK(quality_class(4) == 3);
    CHECK(quality_class(4.2) == 4);
}

TEST_CASE(
    "data quality: a grid of the catalogue is of its own year, and an activity without a start says none") {
    const Found found(R"(lca: 1
title: t
sites: {s: {grid: FRA/2022}}
activities: {run: {stage: training, site: s, idle: none, embodied: none, dynamic: {energy: 1 kWh}}}
)");
    const auto quality = found.quality();
    REQUIRE(quality);
    CHECK_FALSE(quality->activity_year);
    REQUIRE(quality->oldest);
    CHECK(quality->figures[*quality->oldest].path == "FRA/2022.intensity");
    CHECK(quality->figures[*quality->oldest].year == 2022);
    CHECK_FALSE(quality->rating);
}
