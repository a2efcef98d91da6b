#pragma once
// Search by words: both words of "a100 80" are in "nvidia-a100-sxm4-80gb".

#include <string>
#include <string_view>
#include <vector>

namespace lca::catalog {

/// The words of a text: runs of letters and digits, in lower case (ASCII; other bytes count as letters).
class Words {
public:
    explicit Words(std::string_view text);
    /// Whether `text` contains every word, ignoring case. False if there are no words. A number matches only
    /// as a whole, and a short word only where a word or number begins: "us 1" does not match "austria 2021".
    bool all_in(std::string_view text) const;
    const std::vector<std::string>& all() const { return words_; }

private:
    std::vector<std::string> words_;
};

}  // namespace lca::catalog
