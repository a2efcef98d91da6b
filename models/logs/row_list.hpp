#pragma once
// Rows that a note is about: the first of them and how many there are, however many there are.

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace lca {

struct RowList {
    static constexpr std::size_t max_kept = 100;
    std::vector<std::uint32_t> lines = {};
    std::size_t count = 0;

    void add(std::uint32_t line) {
        if (++count <= max_kept) lines.push_back(line);
    }
    bool empty() const { return count == 0; }
    /// "rows 2 to 4", "rows 2, 5 and 98 more".
    std::string text() const;
};

}  // namespace lca
