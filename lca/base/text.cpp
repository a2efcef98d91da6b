#include "lca/base/text.hpp"

#include <algorithm>
#include <cstdint>

#include "lca/base/utf8.hpp"

namespace lca {
namespace {

// Costs of edits, in quarters of a normal edit; edits that are common slips cost less.
constexpr std::size_t edit = 4;
constexpr std::size_t cheap_edit = 1;
constexpr std::size_t max_word = 96;  // a longer word is not compared with candidates
constexpr std::size_t too_far = 1'000'000;

bool is_separator(char c) {
    return c == '-' || c == '_' || c == ' ' || c == '/' || c == '.';
}

std::size_t substitution(char a, char b) {
    if (a == b) return 0;
    if (lower(a) == lower(b)) return cheap_edit;
    return is_separator(a) && is_separator(b) ? cheap_edit : edit;
}

/// The cost of inserting or deleting a character; half an edit for a separator ("gpuhours" for "gpu_hours").
std::size_t insertion(char c) {
    return is_separator(c) ? edit / 2 : edit;
}

/// Edit distance in quarters, with adjacent letters swapped as one edit (optimal string alignment).
std::size_t distance(std::string_view a, std::string_view b) {
    std::vector<std::size_t> before(b.size() + 1);
    std::vector<std::size_t> above(b.size() + 1);
    std::vector<std::size_t> row(b.size() + 1, 0);
    for (std::size_t j = 0; j < b.size(); ++j) row[j + 1] = row[j] + insertion(b[j]);
    for (std::size_t i = 0; i < a.size(); ++i) {
        before.swap(above);
        above.swap(row);
        row[0] = above[0] + insertion(a[i]);
        for (std::size_t j = 0; j < b.size(); ++j) {
            row[j + 1] = std::min({above[j] + substitution(a[i], b[j]), above[j + 1] + insertion(a[i]),
                                   row[j] + insertion(b[j])});
            if (i > 0 && j > 0 && a[i] == b[j - 1] && a[i - 1] == b[j]) {
                row[j + 1] = std::min(row[j + 1], before[j - 1] + edit);
            }
        }
    }
    return row[b.size()];
}

/// Largest distance at which a word is suggested, in quarter edits: an edit for three letters, at least one.
std::size_t allowance(std::string_view word) {
    return edit * std::max<std::size_t>(1, word.size() / 3);
}

/// The distance with letter case ignored, if that is less: FRNCE is one slip from France, not five.
std::size_t distance_of_any_case(std::string_view word, std::string_view candidate) {
    std::string a(word), b(candidate);
    std::transform(a.begin(), a.end(), a.begin(), lower);
    std::transform(b.begin(), b.end(), b.begin(), lower);
    return std::min(distance(word, candidate), distance(a, b));
}

bool contains_folded(std::string_view text, std::string_view part) {
    return std::search(text.begin(), text.end(), part.begin(), part.end(),
                       [](char a, char b) { return substitution(a, b) <= cheap_edit; }) != text.end();
}

/// Distance of a candidate that the word may mean; `too_far` for other candidates. A candidate that contains
/// the whole word ("a100") ranks after all candidates that are spelt similarly.
std::size_t rank(std::string_view word, std::string_view candidate) {
    if (word.empty() || candidate.empty() || word.size() > max_word || candidate.size() > max_word) {
        return too_far;
    }
    const std::size_t limit = allowance(word);
    const std::size_t longer = std::max(word.size(), candidate.size());
    const std::size_t shorter = std::min(word.size(), candidate.size());
    if ((longer - shorter) * (edit / 2) <= limit) {
        const std::size_t found = distance_of_any_case(word, candidate);
        const bool nothing_kept = found >= shorter * edit;
        if (found <= limit && !nothing_kept) return found;
    }
    return word.size() >= 3 && contains_folded(candidate, word) ? limit + longer - shorter : too_far;
}

template <class Text>
std::optional<std::string> nearest_of(std::string_view word, std::span<const Text> candidates) {
    std::size_t best = too_far;
    std::optional<std::string> found;
    for (const Text& candidate : candidates) {
        const std::size_t here = rank(word, candidate);
        if (here < best) {
            best = here;
            found = std::string(candidate);
        }
    }
    return found;
}

void append_escaped(std::string& out, Character character, char byte) {
    constexpr std::string_view hex = "0123456789abcdef";
    if (!character.valid || character.code < 0x80) {
        if (byte == '\n') {
            out += "\\n";
        } else if (byte == '\t') {
            out += "\\t";
        } else if (byte == '\r') {
            out += "\\r";
        } else {
            const auto value = static_cast<std::uint8_t>(byte);
            out += "\\x";
            out += hex[value >> 4U];
            out += hex[value & 0xfU];
        }
        return;
    }
    out.append("\\u{").append(code_name(character.code).substr(2)).append("}");
}

}  // namespace

std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates) {
    return nearest_of(word, candidates);
}

std::optional<std::string> nearest(std::string_view word, std::span<const std::string_view> candidates) {
    return nearest_of(word, candidates);
}

std::vector<std::string> nearest_few(std::string_view word, std::span<const std::string> candidates,
                                     std::size_t count) {
    std::vector<std::pair<std::size_t, std::size_t>> ranked;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t here = rank(word, candidates[i]);
        if (here != too_far) ranked.emplace_back(here, i);
    }
    std::sort(ranked.begin(), ranked.end());
    std::vector<std::string> result;
    for (std::size_t i = 0; i < std::min(count, ranked.size()); ++i) {
        result.push_back(candidates[ranked[i].second]);
    }
    return result;
}

std::string did_you_mean(std::span<const std::string> near) {
    std::vector<std::string> quoted;
    for (const std::string& word : near) quoted.push_back("`" + word + "`");
    return near.empty() ? "" : "did you mean " + listed(quoted, "or") + "?";
}

std::string did_you_mean(std::string_view word, std::span<const std::string> candidates) {
    return did_you_mean(nearest_few(word, candidates, 1));
}

std::string did_you_mean(std::string_view word, std::span<const std::string_view> candidates) {
    const std::optional<std::string> meant = nearest(word, candidates);
    return meant ? did_you_mean(std::span(&*meant, 1)) : "";
}

std::string shown(std::string_view text, std::size_t limit) {
    const bool plain = std::all_of(text.begin(), text.end(), [](char c) { return c >= 0x20 && c < 0x7f; });
    if (plain && text.size() <= limit) return std::string(text);
    std::string out;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        if (count == limit) return out + "…";
        const Character next = character_at(text, at);
        if (!next.valid || is_invisible(next.code)) {
            append_escaped(out, next, text[at]);
        } else {
            out.append(text.substr(at, next.length));
        }
        at += next.length;
    }
    return out;
}

std::string in_quotes(std::string_view text, std::size_t limit) {
    return "`" + shown(text, limit) + "`";
}

std::string listed(std::span<const std::string> words, std::string_view conjunction) {
    std::string result;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0 && i + 1 == words.size()) {
            result.append(" ").append(conjunction).append(" ");
        } else if (i > 0) {
            result += ", ";
        }
        result += words[i];
    }
    return result;
}

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r";
    const std::size_t first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string in_words(std::string_view id) {
    std::string words(id);
    std::replace(words.begin(), words.end(), '_', ' ');
    return words;
}

}  // namespace lca
