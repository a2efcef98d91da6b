// The words for kinds of hardware, as files and output have them.
#include "models/scenario/hardware.hpp"

#include <doctest/doctest.h>

TEST_CASE("a kind of hardware is read from the word that is printed for it") {
    for (int number = 0; number <= static_cast<int>(lca::HardwareKind::other); ++number) {
        const auto kind = static_cast<lca::HardwareKind>(number);
        CAPTURE(lca::to_string(kind));
        CHECK(lca::hardware_kind(lca::to_string(kind)) == kind);
    }
    CHECK(lca::to_string(lca::HardwareKind::accelerator) == "accelerator");
    CHECK(lca::to_string(lca::HardwareKind::infrastructure) == "infrastructure");
    CHECK_FALSE(lca::hardware_kind("gpu"));
    CHECK_FALSE(lca::hardware_kind(""));
}
