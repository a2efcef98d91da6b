// A server of 2500 kg, kept for 6 years of 8760 h and used 85 % of them. Times in s.
#include "models/physics/allocation.hpp"

#include <doctest/doctest.h>

#include "models/physics/recorded.hpp"

TEST_CASE("allocation: by used time, a node and what is shared") {
    // 6 x 8760 h x 0.85 = 44,676 h in use, so 2500 kg / 44,676 h = 0.0559585 kg per node and hour (0.056, as
    // Luccioni et al. print); 1000 node*h of it are 55.9585 kg.
    lca::test::Recorded with;
    const auto in_use =
        physics::lifetime_in_use(with.of<unit::Time>(6 * 8760 * hour), with.of<unit::None>(0.85));
    CHECK(with.value(in_use) / hour == doctest::Approx(44676));
    const auto impact = with.of<unit::Impact>(2500);
    const auto each = physics::per_node_time(impact, in_use);
    CHECK(with.value(each) * hour == doctest::Approx(0.0559585).epsilon(1e-6));
    CHECK(with.value(physics::by_used_time(each, with.of<unit::NodeTime>(1000 * hour))) ==
          doctest::Approx(55.9585).epsilon(1e-6));
    const auto all = physics::per_time(impact, in_use);
    CHECK(with.value(physics::by_used_time(all, with.of<unit::Time>(100 * hour))) ==
          doctest::Approx(5.59585).epsilon(1e-6));
}

TEST_CASE("allocation: by calendar utilisation does not count, in full time does not") {
    // 2500 kg / 52,560 h x 1000 node*h = 47.5647 kg; four nodes in full are 10,000 kg.
    lca::test::Recorded with;
    const auto impact = with.of<unit::Impact>(2500);
    const auto lifetime = with.of<unit::Time>(6 * 8760 * hour);
    CHECK(with.value(physics::by_calendar(impact, lifetime, with.of<unit::NodeTime>(1000 * hour))) ==
          doctest::Approx(47.5647).epsilon(1e-6));
    CHECK(with.value(physics::by_calendar(impact, lifetime, with.of<unit::Time>(100 * hour))) ==
          doctest::Approx(4.75647).epsilon(1e-6));
    CHECK(with.value(physics::in_full(impact, with.of<unit::Nodes>(4))) == doctest::Approx(10000));
}

TEST_CASE("allocation: by what is reserved, as the SCI asks") {
    // The example of SCI 1.1, "Embodied emissions": 1000 kg over four years, reserved for one hour, are
    // 1000 / 35,040 = 0.0285388 kg ("around 28 g"). The SCI guide reserves 4 of 32 virtual CPUs: an eighth.
    lca::test::Recorded with;
    const auto impact = with.of<unit::Impact>(1000);
    const auto lifetime = with.of<unit::Time>(4 * 8760 * hour), reserved = with.of<unit::Time>(hour);
    const auto share = physics::resource_share(with.of<unit::Accelerators>(4),
                                               with.of<unit::DevicesPerNode>(8), with.of<unit::Nodes>(4));
    CHECK(with.value(share) == 0.125);
    CHECK(with.value(physics::by_reservation(impact, reserved, lifetime, with.of<unit::None>(1))) ==
          doctest::Approx(0.0285388).epsilon(1e-6));
    CHECK(with.value(physics::by_reservation(impact, reserved, lifetime, share)) ==
          doctest::Approx(0.0285388 / 8).epsilon(1e-6));
    // 30 node*h in 10 h are 3 nodes at a time: of 4 nodes 75 %.
    CHECK(with.value(physics::resource_share(with.of<unit::NodeTime>(30 * hour),
                                             with.of<unit::Time>(10 * hour), with.of<unit::Nodes>(4))) ==
          0.75);
}

TEST_CASE("allocation: claims and what they leave make the whole") {
    // 2 h and 3 h of 8 h: 1/4, 3/8, and 3/8 are left over.
    lca::test::Recorded with;
    const auto whole = with.of<unit::Time>(8 * hour);
    const auto one = with.of<unit::Time>(2 * hour), other = with.of<unit::Time>(3 * hour);
    CHECK(with.value(physics::share_of_claim(one, whole)) == 0.25);
    CHECK(with.value(physics::share_of_claim(other, whole)) == 0.375);
    const lca::Expr<unit::Time> both = one + other;
    CHECK(with.value(physics::share_left_over(both, whole)) == 0.375);
}

TEST_CASE("allocation: over a period, whatever is in use of it") {
    // 2500 kg x 3 nodes x 1 yr / 6 yr = 1250 kg; what all share once: 416.667 kg.
    lca::test::Recorded with;
    const auto impact = with.of<unit::Impact>(2500);
    const auto period = with.of<unit::Time>(8760 * hour), lifetime = with.of<unit::Time>(6 * 8760 * hour);
    CHECK(with.value(physics::over_period(impact, with.of<unit::Nodes>(3), period, lifetime)) ==
          doctest::Approx(1250));
    CHECK(with.value(physics::over_period(impact, period, lifetime)) == doctest::Approx(2500.0 / 6));
}

TEST_CASE("allocation: claims of more than there is leave nothing, not less") {
    // 10.1 h of 10 h, within what is let pass: the whole is 10.1 h.
    lca::test::Recorded with;
    const auto taken = with.of<unit::Time>(10.1 * hour), there_is = with.of<unit::Time>(10 * hour);
    const auto whole = physics::whole_of_claims(taken, there_is);
    CHECK(with.value(whole) == 10.1 * hour);
    CHECK(with.value(physics::share_left_over(taken, whole)) == 0);
    CHECK(with.value(physics::whole_of_claims(there_is, taken)) == 10.1 * hour);
}
