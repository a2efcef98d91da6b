#include "analyses/card/front_matter.hpp"

#include <algorithm>
#include <cctype>

#include "lca/base/number.hpp"
#include "lca/base/utf8.hpp"

namespace lca::card_detail {
namespace {

constexpr std::string_view fence = "---";

/// The line that starts at position `at`, without its line ending.
std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// Whether all commas of a number are thousands separators: each followed by three digits.
bool commas_group_thousands(std::string_view number) {
    const std::size_t whole = std::min(number.find_first_of(".eE"), number.size());
    if (number.find(',', whole) != std::string_view::npos) return false;
    const std::size_t first = number.find(',');
    if (first == std::string_view::npos) return true;
    if (first == 0 || first > 3) return false;
    for (std::size_t at = first; at < whole; at += 4) {
        if (number[at] != ',' || at + 4 > whole) return false;
        if (number.substr(at + 1, 3).find(',') != std::string_view::npos) return false;
    }
    return true;
}

/// The number in front of a unit. `there`: there is one. `value`: empty if it is a range or written as `1,5`.
struct NumberBefore {
    bool there = false;
    std::optional<double> value = {};
};

bool may_be_of_a_number(char c) {
    return is_digit(c) || std::string_view(".,eE+-").find(c) != std::string_view::npos ||
           static_cast<unsigned char>(c) >= 0x80;  // non-ASCII, such as a typographic dash or ±
}

NumberBefore number_ending(std::string_view text, std::size_t end) {
    while (end > 0 && text[end - 1] == ' ') --end;
    std::size_t start = end;
    while (start > 0 && may_be_of_a_number(text[start - 1])) --start;
    std::string_view written = text.substr(start, end - start);
    if (written.empty() || !is_digit(written.back())) return {};
    std::string_view before = text.substr(0, start);
    while (before.ends_with(' ')) before.remove_suffix(1);
    if (before.ends_with(" to") || !commas_group_thousands(written)) return {true, std::nullopt};
    std::string digits(written);
    std::erase(digits, ',');
    const Parsed<double> parsed = parse_number(digits);
    const double* number = std::get_if<double>(&parsed);
    return {true, number ? std::optional(*number) : std::nullopt};
}

}  // namespace

std::optional<CardParts> parts_of(std::uint32_t file, const Sources& sources, Diagnostics& diagnostics) {
    const std::string_view text = sources[file].text;
    if (line_at(text, 0) != fence) {
        diagnostics.error({file, 1, 1}, "a card begins with front matter",
                          "a line `---`, YAML, and another line `---`");
        return std::nullopt;
    }
    for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1)) {
        if (line_at(text, at + 1) != fence) continue;
        const std::size_t rest = text.find('\n', at + 1);
        const std::size_t first = text.find('\n');
        return CardParts{std::string(text.substr(first, at + 1 - first)),
                         std::string(rest == std::string_view::npos ? "" : text.substr(rest + 1))};
    }
    diagnostics.error({file, 1, 1}, "the front matter does not end", "a second line `---`");
    return std::nullopt;
}

std::optional<double> quantity_before(std::string_view text, std::string_view unit) {
    std::optional<double> found;
    for (std::size_t at = text.find(unit); at != std::string_view::npos; at = text.find(unit, at + 1)) {
        const std::size_t after = at + unit.size();
        const bool longer =
            after < text.size() &&
            (std::isalnum(static_cast<unsigned char>(text[after])) != 0 || text[after] == '/');
        const NumberBefore number = longer ? NumberBefore{} : number_ending(text, at);
        if (!number.there) continue;
        if (!number.value || (found && *found != *number.value)) return std::nullopt;
        found = number.value;
    }
    return found;
}

}  // namespace lca::card_detail
