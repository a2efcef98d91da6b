// The ratings of the catalogue: the rule gives the stars that were published, of every model.
#include "models/catalog/rating.hpp"

#include <doctest/doctest.h>

#include "models/catalog/embedded.hpp"
#include "models/compile/session.hpp"

TEST_CASE("ratings: all 166 published stars follow from equal widths of the range") {
    lca::Session session(lca::embedded_catalogue());
    std::size_t models = 0;
    for (const lca::Rating& rating : lca::all_ratings(session.catalog())) {
        CAPTURE(rating.id);
        const lca::StarScale scale(rating);
        CHECK(rating.models.front().stars == 5);
        CHECK(rating.models.back().stars == 1);
        CHECK(rating.source.find("AI Energy Score") != std::string::npos);
        CHECK(rating.url.starts_with("https://"));
        for (const lca::RatedModel& model : rating.models) {
            CAPTURE(model.name);
            CHECK(scale.stars(model.energy) == model.stars);
            ++models;
        }
    }
    CHECK(models == 166);
}

TEST_CASE("ratings: ten tasks, text generation by class") {
    lca::Session session(lca::embedded_catalogue());
    const std::vector<lca::Rating> ratings = lca::all_ratings(session.catalog());
    REQUIRE(ratings.size() == 12);
    CHECK(ratings[0].id == "asr");
    // As printed: wav2vec2-base-960h takes 0.000619699 kWh for 1,000 queries.
    CHECK(ratings[0].models[0].energy == doctest::Approx(0.619699 * 3600));
    CHECK(ratings[9].id == "text_generation/A");
    CHECK(ratings[9].rated_class == "A");
    CHECK(ratings[9].models.size() == 32);
}
