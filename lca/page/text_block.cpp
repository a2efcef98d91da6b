#include "lca/page/text_block.hpp"

#include <algorithm>

#include "lca/base/text.hpp"

namespace lca {
namespace {

bool continues_character(char c) {
    return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

/// The number of bytes in the first `count` characters.
std::size_t bytes_of(std::string_view text, std::size_t count) {
    std::size_t at = 0;
    for (; at < text.size(); ++at) {
        if (!continues_character(text[at]) && count-- == 0) return at;
    }
    return at;
}

/// The byte offset at which to break a word that is too long, so that its first part fits.
std::size_t break_offset(std::string_view word, std::size_t width) {
    const std::size_t limit = bytes_of(word, std::max<std::size_t>(width, 1));
    const std::size_t found = word.substr(0, limit).find_last_of("/.-_,");
    return found == std::string_view::npos || found + 1 < limit / 2 ? limit : found + 1;
}

void add_word(std::vector<std::string>& lines, std::string_view word, std::size_t width) {
    std::string& last = lines.back();
    const std::size_t used = characters(last);
    if (used > 0 && used + 1 + characters(word) <= width) {
        last += ' ';
        last += word;
        return;
    }
    if (used > 0) lines.emplace_back();
    while (characters(word) > width) {
        const std::size_t at = break_offset(word, width);
        lines.back() = word.substr(0, at);
        word.remove_prefix(at);
        lines.emplace_back();
    }
    lines.back() = word;
}

}  // namespace

std::vector<std::string> wrapped(std::string_view text, std::size_t width) {
    std::vector<std::string> lines(1);
    while (!text.empty()) {
        const std::size_t blank = std::min(text.find(' '), text.size());
        if (blank > 0) add_word(lines, text.substr(0, blank), width);
        text.remove_prefix(std::min(blank + 1, text.size()));
    }
    return lines;
}

std::string padded(std::string_view text, std::size_t width, bool to_the_right) {
    const std::size_t used = characters(text);
    const std::string blanks(used < width ? width - used : 0, ' ');
    return to_the_right ? blanks + std::string(text) : std::string(text) + blanks;
}

}  // namespace lca
