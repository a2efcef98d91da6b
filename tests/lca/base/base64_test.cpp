#include "lca/base/base64.hpp"

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

using namespace lca;

namespace {

std::string of_text(std::string_view text) {
    const std::vector<unsigned char> bytes(text.begin(), text.end());
    return base64(std::span<const unsigned char>(bytes));
}

}  // namespace

TEST_CASE("base64: the vectors of RFC 4648, section 10") {
    CHECK(of_text("") == "");
    CHECK(of_text("f") == "Zg==");
    CHECK(of_text("fo") == "Zm8=");
    CHECK(of_text("foo") == "Zm9v");
    CHECK(of_text("foob") == "Zm9vYg==");
    CHECK(of_text("fooba") == "Zm9vYmE=");
    CHECK(of_text("foobar") == "Zm9vYmFy");
}

TEST_CASE("base64: numbers by their bits, the low byte first") {
    // 1.0 is 3ff0000000000000: six zero bytes, then f0 3f.
    const std::vector<double> one = {1.0};
    CHECK(base64(std::span<const double>(one)) == "AAAAAAAA8D8=");
}
