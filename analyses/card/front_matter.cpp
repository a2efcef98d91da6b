#include "analyses/card/front_matter.hpp"

#include <algorithm>
#include <cctype>

#include "lca/base/number.hpp"
#include "lca/base/utf8.hpp"

namespace lca {
namespace {

constexpr std::string_view fence = "---";

/// The line that starts at `at`, without its end.
std::string_view line_at(std::string_view text, std::size_t at) {
    std::string_view line = text.substr(at, text.find('\n', at) - at);
    if (line.ends_with('\r')) line.remove_suffix(1);
    return line;
}

/// The number that ends before `end`, with thousands separated by `,`.
std::optional<double> number_ending(std::string_view text, std::size_t end) {
    while (end > 0 && text[end - 1] == ' ') --end;
    std::size_t start = end;
    while (start > 0 && (is_digit(text[start - 1]) || text[start - 1] == '.' || text[start - 1] == ','))
        --start;
    std::string digits(text.substr(start, end - start));
    std::erase(digits, ',');
    const Parsed<double> parsed = parse_number(digits);
    const double* number = std::get_if<double>(&parsed);
    return number ? std::optional(*number) : std::nullopt;
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
        const std::optional<double> number = longer ? std::nullopt : number_ending(text, at);
        if (!number) continue;
        if (found && *found != *number) return std::nullopt;
        found = number;
    }
    return found;
}

}  // namespace lca
