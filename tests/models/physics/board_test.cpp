// The board of an A100 by hand: impacts in kgCO2e, information in bytes.
#include "models/physics/board.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

namespace board = lca::physics::board;

TEST_CASE("board: dies, memory by capacity, and the rest") {
    // 40 GB x 2.2 kg/GB = 88 kg; 19.3 + 88 + 26.2 = 133.5 kg.
    lca::test::Recorded with;
    const auto memory =
        board::memory(with.of<unit::Information>(40e9), with.of<unit::ImpactPerInformation>(2.2 / 1e9));
    CHECK(with.value(memory) == doctest::Approx(88));
    CHECK(with.value(board::accelerator(with.of<unit::Impact>(19.3), memory, with.of<unit::Impact>(26.2))) ==
          doctest::Approx(133.5));
}
