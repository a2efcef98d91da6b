// An energy among rated models: what is said, drawn and written.
#include "analyses/rating/rating.hpp"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "models/catalog/embedded.hpp"
#include "tests/lca/base/has.hpp"

using namespace lca;
using lca::test::has;

namespace {

/// Bands of 10 Wh from 10 to 60 Wh.
Rating small() {
    Rating rating;
    rating.task = rating.id = "asr";
    rating.name = "Speech recognition";
    rating.source = "Someone (2025)";
    rating.url = "https://example.org/board";
    rating.models = {{"least", 10 * joules_per_watt_hour, 5},
                     {"middle", 34 * joules_per_watt_hour, 3},
                     {"most", 60 * joules_per_watt_hour, 1}};
    return rating;
}

RatedEnergy rated(const Rating& rating, double wh) {
    return {rating, wh * joules_per_watt_hour, "", {"1.2.3", "0123"}};
}

}  // namespace

TEST_CASE("rate: stars, the drawn scale, the neighbours, where it is from") {
    const Rating rating = small();
    const std::string text = write_text(page_of(rated(rating, 25)), {});
    INFO(text);
    CHECK(has(text, "★★★★☆ 4 of 5 stars for speech recognition\n"));
    CHECK(
        has(text, "25 Wh for 1,000 queries: 1 takes less of the 3 models rated for speech\nrecognition.\n"));
    // 25 is in the middle of 20 to 30: the 15th of 28 cells; 34 is at 0.4 of 30 to 40: the 12th.
    CHECK(has(text, "★★★★☆       20  30       0  ──────────────◆─────────────\n"));
    CHECK(has(text, "★★★☆☆       30  40       1  ───────────●────────────────\n"));
    CHECK(has(text, "★☆☆☆☆       50  60       1  ───────────────────────────●\n"));
    CHECK(has(text, "least   10  ★★★★★\n◆ this  25  ★★★★☆\nmiddle  34  ★★★☆☆\nmost    60  ★☆☆☆☆\n"));
    CHECK(has(text, "https://example.org/board"));
}

TEST_CASE("rate: beyond what was rated is said") {
    const Rating rating = small();
    CHECK(has(write_text(page_of(rated(rating, 5)), {}), "less than any of the 3 models"));
    CHECK(has(write_text(page_of(rated(rating, 90)), {}), "more than any of the 3 models"));
}

TEST_CASE("rate: machines get the bands and every model") {
    const Rating rating = small();
    const nlohmann::json json = nlohmann::json::parse(json_of(rated(rating, 25)));
    CHECK(json["stars"] == 4);
    CHECK(json["energy_wh"] == 25);
    CHECK(json["models_below"] == 1);
    CHECK(json["bands"][0] == nlohmann::json::parse(R"({"stars": 5, "from_wh": 10, "to_wh": 20})"));
    CHECK(json["rated"][1] == nlohmann::json::parse(R"({"model": "middle", "energy_wh": 34, "stars": 3})"));
    CHECK(write_csv(records_of(rated(rating, 25))) == "task,class,model,energy_wh,stars\r\nasr,,,25,4\r\n");
    RatedEnergy all = rated(rating, 1);
    all.energy.reset();
    CHECK(has(write_csv(records_of(all)), "asr,,most,60,1\r\n"));
}

TEST_CASE("rate: a program rates an energy by task") {
    Session session(embedded_catalogue());
    RatingOptions options;
    options.task = "summarization";
    options.energy = energy_of_queries("1e9 Wh");
    CHECK(*options.energy == 1e9 * joules_per_watt_hour);
    const RatedEnergy highest = rate(session, options);
    CHECK(highest.stars() == 1);
    CHECK(highest.models_below() == highest.rating.models.size());
    // The energy of one query: 1,000 of them take 1,000 times as much.
    CHECK(energy_of_queries("2 Wh/query") == doctest::Approx(2000 * joules_per_watt_hour));
    options.task = "no such task";
    CHECK_THROWS_AS(rate(session, options), InputError);
    CHECK_FALSE(known_ratings(session).ratings.empty());
}

TEST_CASE("rate: a model of the same energy is not below") {
    RatedEnergy rated;
    rated.rating = small();
    for (std::size_t number = 0; number < 3; ++number) {
        rated.energy = rated.rating.models[number].energy;
        CHECK(rated.models_below() == number);
    }
}
