// SHA-256 by the examples of FIPS 180-2.

#include <doctest/doctest.h>

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
