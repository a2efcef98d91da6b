// Splits a query into words, and checks whether a text contains all of them.

#include "models/catalog/word_match.hpp"

#include <algorithm>

#include "lca/base/utf8.hpp"

namespace lca::catalog {
namespace {

bool in_word(char c) {
    return is_letter(c) || is_digit(c) || static_cast<unsigned char>(c) >= 0x80;
}

/// Whether a word or number begins at `at`: at the start, after a separator, or between a letter and a digit.
bool begins_at(std::string_view text, std::size_t at) {
    return at == 0 || !in_word(text[at - 1]) || is_digit(text[at - 1]) != is_digit(text[at]);
}

bool is_in(std::string_view word, std::string_view text) {
    constexpr std::size_t met_anywhere = 4;  // letters; shorter words occur by chance within too many others
    const bool number_first = is_digit(word.front()), number_last = is_digit(word.back());
    for (std::size_t at = text.find(word); at != std::string_view::npos; at = text.find(word, at + 1)) {
        const std::size_t end = at + word.size();
        if (number_last && end < text.size() && is_digit(text[end])) continue;
        if (begins_at(text, at) || (word.size() >= met_anywhere && !number_first)) return true;
    }
    return false;
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
    const std::string low = lower_case(text);
    return !words_.empty() && std::all_of(words_.begin(), words_.end(),
                                          [&](const std::string& word) { return is_in(word, low); });
}

}  // namespace lca::catalog
