// Words of a query, and whether a text has them all.

#include "models/catalog/word_match.hpp"

#include <algorithm>

#include "lca/base/utf8.hpp"

namespace lca {
namespace {

std::string lowered(std::string_view text) {
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

bool in_word(char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

}  // namespace

Words::Words(std::string_view text) {
    std::string word;
    for (const char c : text) {
        if (in_word(c)) {
            word += lower(c);
        } else if (!word.empty()) {
            words_.push_back(std::move(word));
            word.clear();
        }
    }
    if (!word.empty()) words_.push_back(std::move(word));
}

bool Words::all_in(std::string_view text) const {
    const std::string low = lowered(text);
    return !words_.empty() && std::all_of(words_.begin(), words_.end(), [&](const std::string& word) {
        return low.find(word) != std::string::npos;
    });
}

}  // namespace lca
