// What --vary and `sweep: vary` say: ranges and lists, and which unit holds for what has none.

#include "models/edit/edit.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

using lca::Axis;

namespace {

std::vector<std::string> texts(std::string_view argument) {
    const auto parsed = Axis::parse(argument);
    if (const auto* fault = std::get_if<lca::TextFault>(&parsed)) return {"fault: " + fault->message};
    const Axis& axis = std::get<Axis>(parsed);
    std::vector<std::string> all;
    for (std::uint64_t i = 0; i < axis.size(); ++i) all.push_back(axis.text(i));
    return all;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("the unit of the last value holds for all that have none, per cent too") {
    CHECK(texts("lifetime=3,4,5,6yr") == Texts{"3 yr", "4 yr", "5 yr", "6yr"});
    CHECK(texts("p=20,50,90%") == Texts{"20 %", "50 %", "90%"});
    CHECK(texts("grid=100,200,300 gCO2e/kWh") == Texts{"100 gCO2e/kWh", "200 gCO2e/kWh", "300 gCO2e/kWh"});
    // 20 to 90 in three points: 20, 55, 90. It was 20, 10.45, 0.9: the first one 20, the last one 90 %.
    CHECK(texts("p=20..90%:3") == Texts{"20%", "55%", "90%"});
    CHECK(texts("lifetime=3..6yr:4") == Texts{"3 yr", "4 yr", "5 yr", "6 yr"});
    const auto parsed = Axis::parse("p=20..90%:3");
    CHECK(std::get<Axis>(parsed).value(1) == 0.55);
}

TEST_CASE("what has a unit of its own keeps it, and words have none") {
    CHECK(texts("t=90 min,2,3 h") == Texts{"90 min", "2 h", "3 h"});
    CHECK(texts("p=0.5,90 %,1") == Texts{"0.5", "90 %", "1"});
    CHECK(texts("grid=FRA,DEU,USA") == Texts{"FRA", "DEU", "USA"});
    CHECK(texts("t=1,1 d 12 h") == Texts{"1", "1 d 12 h"});  // which of its units? none
    CHECK(texts("pue=1.1,1.2") == Texts{"1.1", "1.2"});
    CHECK(texts("p=20%..90%:2") == Texts{"20%", "90%"});
}

TEST_CASE("a last value without the unit of the first is a fault of a range") {
    CHECK(texts("p=20%..90:3") == Texts{"fault: the last value of the range has no unit"});
    CHECK(texts("t=3 yr..6:4") == Texts{"fault: the last value of the range has no unit"});
    CHECK(texts("t=3 yr..6 kWh:4") == Texts{"fault: the ends of the range are time and energy"});
}

TEST_CASE("in a file, too") {
    CHECK(std::get<Axis>(Axis::range("p", "20", "90 %", 3)).text(1) == "55%");
    const Axis list = Axis::list("t", {"3", "4", "6 yr"});
    CHECK(list.text(0) == "3 yr");
    CHECK(list.has_unit());
    CHECK(list.value(1) == 4 * 31536000.0);  // a year is 365 d of 86400 s
}
