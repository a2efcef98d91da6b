#include "models/results/point_result.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <stdexcept>

#include "tests/models/results/small_study.hpp"

using namespace lca;

TEST_CASE("a reading answers by name, in base units") {
    const test::SmallStudy study;
    const PointResult result(study);
    // 1000 GPU*h x 400 W = 400 kWh, x 1.5 = 600 kWh, x 50 g = 30 kg.
    CHECK(*result.value("training.dynamic").value == doctest::Approx(30));
    CHECK(*result.value("training.dynamic.energy").value == doctest::Approx(600 * 3.6e6));
    // 20 + 10 + 30 + 0.1
    CHECK(*result.value("total").value == doctest::Approx(60.1));
    CHECK(result.value("total").dimension == Dimension::impact(Category::climate));
    CHECK(*result.value("training.embodied.card").value == doctest::Approx(8));
    CHECK(*result.value("training.device_time").value == doctest::Approx(1000 * 3600.0));
    CHECK(result.value("serving.requests").dimension == Dimension::of(Base::request));
    // 2 kWh and 0.1 kg over 1000 requests: 2 Wh and 0.1 g
    CHECK(*result.value("serving.energy.per_request").value == doctest::Approx(2 * 3600.0));
    CHECK(*result.value("serving.per_request").value == doctest::Approx(1e-4));
    CHECK(*result.value("per_functional_unit").value == doctest::Approx(30.05));
    CHECK(result.missing_reason("serving.per_request").empty());
    CHECK(result.missing_reason("training.per_request") == "training.requests is not stated");
    CHECK(result.missing_reason("serving.idle.per_request") ==
          "serving.idle: idle is `not_assessed` in the file");
    // Nobody asked for it when the steps were recorded.
    CHECK_THROWS_AS((void)result.step("serving.per_request"), std::out_of_range);
    CHECK(result.step("training.per_request") == no_step);
    CHECK(*result.value("outputs.break_even").value == doctest::Approx(400));  // 800 kWh / 2 kWh
}

TEST_CASE("not assessed has no value, not even zero") {
    const test::SmallStudy study;
    const PointResult result(study);
    CHECK_FALSE(result.value("serving.idle").value.has_value());
    CHECK_FALSE(result.value("total.water").value.has_value());
    CHECK_FALSE(result.value("outputs.open").value.has_value());
    CHECK(result.step("serving.idle") == no_step);
    CHECK_FALSE(result.share("serving.idle").has_value());
    CHECK_FALSE(result.per("training", "request")->value.has_value());  // training has no requests
}

TEST_CASE("what has no name is refused") {
    const test::SmallStudy study;
    const PointResult result(study);
    CHECK_FALSE(result.has("trainin"));
    CHECK_FALSE(result.has("training.per_user"));
    CHECK_FALSE(result.has("outputs.nothing"));
    CHECK_FALSE(result.step("serving.per_user").has_value());
    CHECK_THROWS_AS((void)result.value("trainin"), std::out_of_range);
}

TEST_CASE("shares and amounts per something") {
    const test::SmallStudy study;
    const PointResult result(study);
    CHECK(*result.share("training.dynamic") == doctest::Approx(30 / 60.1));
    CHECK(*result.share("idle.energy") == doctest::Approx(200.0 / 802));
    CHECK_FALSE(result.share("outputs.break_even").has_value());
    // Sums go per all requests: 60.1 kg / 1000; the activity's own result by its own.
    CHECK(*result.per("total", "request")->value == doctest::Approx(0.0601));
    CHECK(*result.per("serving.dynamic", "request")->value == doctest::Approx(0.0001));
    CHECK(*result.per("total", "functional_unit")->value == doctest::Approx(30.05));
    CHECK(result.per("total", "functional_unit")->dimension == Dimension::impact(Category::climate));
    CHECK_FALSE(result.per("total", "user").has_value());
    CHECK_FALSE(result.per("total", "token")->value.has_value());
}

TEST_CASE("a reading wants one value per step") {
    const test::SmallStudy study;
    CHECK_THROWS_AS(PointResult(study, {1, 2}), std::logic_error);
}
