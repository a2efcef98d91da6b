#pragma once
// Small functions on text that are used in several places.

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lca {

/// The candidate nearest to `word` by edit distance (a swap of letters is one edit; letter case and `-`/`_`
/// cost less); empty if none is near enough to be suggested.
std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);
std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates);

/// Up to `count` candidates near enough to be suggested, the nearest first.
std::vector<std::string> nearest_few(std::string_view word, std::span<const std::string> candidates,
                                     std::size_t count);

/// "did you mean `power`?" with the nearest candidate; "" if none is near enough to be suggested.
std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);
std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates);
/// "did you mean `a` or `b`?" for candidates that were already found; "" if `near` is empty.
std::string did_you_mean(std::span<const std::string> near);

/// The text as a message may show it: control and bidirectional characters and invalid UTF-8 escaped, cut off
/// after `limit` characters.
std::string shown(std::string_view text, std::size_t limit = 80);
/// The text as shown() gives it, in back quotes.
std::string in_quotes(std::string_view text, std::size_t limit = 80);

/// Number of characters (code points) of UTF-8 text.
std::size_t characters(std::string_view utf8);

/// The text without blanks, tabs and carriage returns at both ends.
std::string_view trimmed(std::string_view text);

/// "final_training" as people write it: "final training".
std::string in_words(std::string_view id);

/// The words as an enumeration: "a, b and c".
std::string listed(std::span<const std::string> words, std::string_view conjunction = "and");

}  // namespace lca
