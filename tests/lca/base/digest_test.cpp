// SHA-256 by the examples of FIPS 180-2.

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "lca/base/background_digest.hpp"
#include "lca/base/digest.hpp"

TEST_CASE("file: SHA-256 by the examples of its standard") {
    CHECK(lca::sha256("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(lca::sha256("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(lca::sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST_CASE("a digest does not depend on how its bytes come") {
    lca::Digest digest;
    for (const char* piece : {"a", "", "b", "c"}) digest.add(piece);
    CHECK(digest.hex() == lca::sha256("abc"));
}

TEST_CASE("a digest beside other work is that of all bytes in their order") {
    // Short texts without a thread, long ones with one; parts of any length.
    for (const std::size_t size : {std::size_t{0}, std::size_t{3}, std::size_t{9'000'000}}) {
        std::string text(size, 'a');
        for (std::size_t i = 0; i < size; i += 997) text[i] = static_cast<char>('b' + i % 24);
        lca::base::BackgroundDigest digest;
        std::string_view rest = text;
        for (std::size_t part = 1; !rest.empty(); part = part * 3 % 300'007) {
            digest.add(rest.substr(0, part));
            rest.remove_prefix(std::min(part, rest.size()));
        }
        CHECK(digest.hex() == lca::sha256(text));
    }
    lca::base::BackgroundDigest left;  // without being asked
    left.add(std::string(5'000'000, 'x'));
    left.add("y");
}
