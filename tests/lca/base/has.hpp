#pragma once
// Whether an output has a text, for tests of pages and messages.

#include <string>
#include <string_view>

namespace lca::test {

inline bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

}  // namespace lca::test
