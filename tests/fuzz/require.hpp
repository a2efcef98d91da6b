#pragma once
// What a fuzz target asserts: prints what broke and aborts, so that libFuzzer keeps the input.

#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>

inline void require(bool holds, std::string_view what, std::string_view input) {
    if (holds) return;
    std::fprintf(stderr, "BROKEN: %s\ninput: %s\n", std::string(what).c_str(), std::string(input).c_str());
    std::abort();
}
