#pragma once
// Small things about text that more than one place needs.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// The candidate nearest to `word` (edit distance with transpositions, letter case and `-`/`_` cheap),
/// or nothing where none is near enough to be meant.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);

/// Up to `count` candidates, nearest first; for lists of suggestions.
std::vector<std::string> nearest_few(std::string_view word, std::span<const std::string> candidates,
                                     std::size_t count);

/// "did you mean `power`?" with the nearest candidate, or "" where none is near enough to be meant.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);
/// "did you mean `a` or `b`?" for words that were found near; "" if there are none.
std::string did_you_mean(std::span<const std::string> near);

/// Text fit for a message: control and bidirectional characters and invalid UTF-8 escaped, shortened to
/// `limit` characters.
std::string shown(std::string_view text, std::size_t limit = 80);
/// The text as `shown`, in back quotes, as messages quote a file.
std::string in_quotes(std::string_view text, std::size_t limit = 80);

/// Number of characters (code points) of UTF-8 text.
std::size_t characters(std::string_view utf8);

/// Without blanks, tabs and carriage returns at both ends.
std::string_view trimmed(std::string_view text);

/// "final_training" as people write it: "final training".
std::string in_words(std::string_view id);

/// "a, b and c".
std::string listed(std::span<const std::string> words, std::string_view conjunction = "and");

}  // namespace lca
