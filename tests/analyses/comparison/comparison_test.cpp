// Comparisons: what the page and the machine output say.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "analyses/comparison/comparison_report.hpp"
#include "tests/models/results/small_study.hpp"

using namespace lca;

namespace {

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("compare: one column of one unit per phase, the first is what the others are held against") {
    const test::SmallStudy study;
    const PointResult base(study);
    std::vector<double> values(base.values().begin(), base.values().end());
    for (double& value : values) value *= 2;
    const PointResult twice(study, values);
    Sources sources;
    sources.add({"a.yaml", "", "abc"});
    Evaluation first;
    first.title = "A study";
    first.result = test::unowned(base);
    first.sources = &sources;
    Evaluation second = first;
    second.variant = "twice";
    second.variant_title = "Everything doubled";
    second.result = test::unowned(twice);
    const ComparedResults compared{"A study", {"base", "twice"}, {&first, &second}};
    const std::string text = write_text(compare_page(compared), {});
    INFO(text);
    CHECK(has(text, "climate change, kgCO2e  embodied  idle  dynamic  total  difference  ratio\n"));
    CHECK(has(text, "base *                      20.0  10.0     30.1   60.1\n"));
    CHECK(has(text, "twice *                     40.0  20.0     60.2  120.2       +60.1  2.000\n"));
    CHECK(has(text, "  twice: Everything doubled\n"));
    const nlohmann::json json = nlohmann::json::parse(compare_json(compared));
    CHECK(json["base"] == "base");
    CHECK(json["variants"]["twice"]["results"]["total"]["gwp_kgco2e"].get<double>() ==
          doctest::Approx(120.2));
    CHECK(json["variants"]["base"]["schema_version"] == 1);
    const nlohmann::json& climate = json["comparison"]["twice"]["gwp_kgco2e"];
    CHECK(climate["ratio"].get<double>() == doctest::Approx(2));
    CHECK(climate["difference_by_phase"]["idle"].get<double>() == doctest::Approx(10));
    CHECK(climate["partial"] == true);
    CHECK(json["comparison"]["twice"]["water_l"]["total"].is_null());
}
