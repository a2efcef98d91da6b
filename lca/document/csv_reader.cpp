#include "lca/document/csv_reader.hpp"

#include <fmt/core.h>

#include <algorithm>
#include <bit>
#include <charconv>
#include <cmath>
#include <cstdint>
#include <cstring>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

#include "lca/base/number.hpp"
#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"

namespace lca {
namespace {

constexpr std::size_t shown_cell = 20;
constexpr std::size_t shown_headings = 8;

bool is_cell_blank(char c) {
    return c == ' ' || c == '\t';
}

std::string cells_named(std::size_t count) {
    return count == 1 ? std::string("1 cell") : fmt::format("{} cells", count);
}

/// Calls `visit` with the offset of each `byte` in a text until it returns false; false if it did. Eight
/// bytes are compared at a time, as most bytes of a table are not separators.
template <class Visit>
bool each_place_of(char byte, std::string_view text, const Visit& visit) {
    constexpr std::uint64_t each = 0x0101010101010101, low = 0x7f * each;
    const std::uint64_t pattern = each * static_cast<std::uint8_t>(byte);
    std::size_t at = 0;
#ifdef __SSE2__  // every x86-64 has it: 16 bytes at a time
    for (const __m128i wanted = _mm_set1_epi8(byte); at + sizeof wanted <= text.size(); at += sizeof wanted) {
        const __m128i block = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
        auto found = static_cast<std::uint32_t>(_mm_movemask_epi8(_mm_cmpeq_epi8(block, wanted)));
        for (; found != 0; found &= found - 1) {
            if (!visit(at + static_cast<std::size_t>(std::countr_zero(found)))) return false;
        }
    }
#endif
    for (; at + sizeof pattern <= text.size(); at += sizeof pattern) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + at, sizeof word);
        if constexpr (std::endian::native == std::endian::big) word = __builtin_bswap64(word);
        word ^= pattern;
        // The highest bit of each byte in `found` is set if the byte equals `byte`, and only then.
        for (std::uint64_t found = ~(((word & low) + low) | word | low); found != 0; found &= found - 1) {
            if (!visit(at + static_cast<std::size_t>(std::countr_zero(found)) / 8)) return false;
        }
    }
    for (; at < text.size(); ++at) {
        if (text[at] == byte && !visit(at)) return false;
    }
    return true;
}

std::string_view name_of_separator(char separator) {
    if (separator == ';') return "semicolons";
    if (separator == '\t') return "tabs";
    if (separator == '|') return "bars";
    return "commas";
}

}  // namespace

CsvReader::CsvReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics, CsvOptions options)
    : lines_(bytes, file, diagnostics, options.max_line_bytes), diagnostics_(diagnostics), options_(options) {
    if (options_.has_headings) read_headings();
}

void CsvReader::read_headings() {
    headings_at_ = {lines_.file(), 1, 0};
    if (!next_line()) {
        if (good()) fault_at(headings_at_, "the file is empty", "a line of headings, then numbers");
        return;
    }
    headings_at_.line = lines_.number();
    headings_.assign(cells().begin(), cells().end());
    width_ = count_;
}

std::optional<std::size_t> CsvReader::find(std::string_view heading) const {
    const auto same = [heading](const std::string& one) { return same_letters(one, heading); };
    const auto found = std::find_if(headings_.begin(), headings_.end(), same);
    if (found == headings_.end() || std::count_if(headings_.begin(), headings_.end(), same) > 1)
        return std::nullopt;
    return static_cast<std::size_t>(found - headings_.begin());
}

std::string other_separator(std::span<const std::string> headings, char separator) {
    for (const char other : {';', '\t', '|', ','}) {
        if (other == separator || headings.size() != 1) continue;
        if (headings[0].find(other) == std::string::npos) continue;
        return fmt::format("this file is separated by {}: separate it by {}", name_of_separator(other),
                           name_of_separator(separator));
    }
    return {};
}

std::optional<std::size_t> CsvReader::column(std::string_view heading) {
    if (!good()) return std::nullopt;
    if (const auto found = find(heading)) return found;
    const auto same = [heading](const std::string& one) { return same_letters(one, heading); };
    if (std::any_of(headings_.begin(), headings_.end(), same)) {
        fault_at(headings_at_, fmt::format("the column `{}` appears twice", shown(heading)),
                 "each heading once");
        return std::nullopt;
    }
    std::vector<std::string> known;
    for (const std::string& one : headings_) known.push_back(fmt::format("`{}`", shown(one, shown_cell)));
    if (known.size() > shown_headings) known.resize(shown_headings);
    std::string hint = other_separator(headings_, options_.separator);
    if (hint.empty()) hint = did_you_mean(heading, std::span<const std::string>(headings_));
    fault_at(headings_at_, fmt::format("there is no column `{}`", shown(heading)),
             fmt::format("one of the headings {}", listed(known)), std::move(hint));
    return std::nullopt;
}

bool CsvReader::next() {
    if (!next_line()) return false;
    if (width_ == 0) width_ = count_;
    if (!lines_.has_end()) open_end_ = place();
    return count_ == width_ || check_width();
}

void CsvReader::warn_of_open_end() {
    if (!open_end_ || truncated_ || !good()) return;
    diagnostics_.warning(*open_end_,
                         "no line end follows the last row: was the file cut off while it was written?",
                         "its last cell is used as it is");
}

bool CsvReader::number_is_truncated(std::size_t column) {
    if (lines_.has_end() || column + 1 != count_ ||
        std::holds_alternative<double>(parse_cell(cells_[column])))
        return false;
    truncated_ = true;
    diagnostics_.warning(place(column),
                         "the file is cut off in the middle of a number; it is read up to there");
    return true;
}

/// Reports a row with more or fewer cells than headings: a warning if the file is cut off there, else an
/// error.
bool CsvReader::check_width() {
    if (!lines_.has_end() && count_ < width_) {
        truncated_ = true;
        diagnostics_.warning(place(), fmt::format("the file is cut off in the middle of a line: {} under {} "
                                                  "headings; it is read up to there",
                                                  cells_named(count_), width_));
        return false;
    }
    const bool wider = count_ > width_ && options_.separator == ',';
    return fault_at({lines_.file(), lines_.number(), 0},
                    fmt::format("a row of {} under {} headings", cells_named(count_), width_),
                    "a cell for each heading",
                    wider ? "a decimal comma makes two cells of one: write a decimal point" : "");
}

/// Splits the next line with content into cells; if empty lines count as rows, first gives those before it.
bool CsvReader::next_line() {
    if (!good() || truncated_) return false;
    if (empty_line_ != 0) {
        const bool more = empty_line_ < last_empty_line_;
        empty_line_ = more ? empty_line_ + 1 : 0;
        return more ? empty_row() : split();
    }
    std::uint32_t first_empty = 0;
    while (lines_.next()) {
        if (lines_.text().empty()) {
            last_empty_line_ = lines_.number();
            if (first_empty == 0) first_empty = last_empty_line_;
            continue;
        }
        if (!options_.empty_rows || width_ != 1 || first_empty == 0) return split();
        empty_line_ = first_empty;
        return empty_row();
    }
    return false;
}

bool CsvReader::empty_row() {
    count_ = 0;
    starts_.clear();
    return add_cell(0, 0);
}

bool CsvReader::split() {
    const std::string_view text = lines_.text();
    if (std::memchr(text.data(), '"', text.size()) != nullptr) return split_quoted();
    count_ = 0;
    starts_.clear();
    std::size_t begin = 0;
    const bool fits = each_place_of(options_.separator, text, [&](std::size_t at) {
        const bool added = add_cell(begin, at);
        begin = at + 1;
        return added;
    });
    return fits && add_cell(begin, text.size());
}

/// Makes room for another cell, which starts at `at`; reports an error if there are too many.
bool CsvReader::has_room(std::size_t at) {
    if (count_ == options_.max_cells)
        return fault_at(lines_.place(at), "too many columns", fmt::format("at most {}", options_.max_cells));
    if (count_ == cells_.size()) cells_.resize(2 * count_ + 8);
    return true;
}

/// Adds a cell without the blanks around it.
inline bool CsvReader::add_cell(std::size_t begin, std::size_t end) {
    if ((count_ == cells_.size() || count_ == options_.max_cells) && !has_room(begin)) return false;
    const char* const text = lines_.text().data();
    const bool blanks = options_.separator != '\t';
    while (begin < end && (text[begin] == ' ' || (blanks && text[begin] == '\t'))) ++begin;
    while (end > begin && (text[end - 1] == ' ' || (blanks && text[end - 1] == '\t'))) --end;
    cells_[count_++] = {text + begin, end - begin};
    return true;
}

bool CsvReader::split_quoted() {
    while (true) {
        count_ = 0;
        starts_.clear();
        unquoted_.clear();
        const std::string_view text = lines_.text();
        unquoted_.reserve(text.size());  // so that views of cells into it stay valid
        bool open = false;
        for (std::size_t at = 0;;) {
            std::size_t first = at;
            while (first < text.size() && is_cell_blank(text[first]) && text[first] != options_.separator)
                ++first;
            if (first < text.size() && text[first] == '"') {
                at = first;
                if (!take_quoted(at)) {
                    if (!good()) return false;
                    open = true;
                    break;
                }
            } else {
                const std::size_t end = std::min(text.find(options_.separator, at), text.size());
                if (!add_cell(at, end)) return false;
                starts_.push_back(static_cast<std::size_t>(cells_[count_ - 1].data() - text.data()));
                at = end;
            }
            if (at >= text.size()) return true;
            ++at;  // skips the separator
        }
        if (!open) return true;
        if (lines_.extend()) continue;
        if (lines_.good())
            fault_at(lines_.place(starts_.back()), "a quote that is not closed",
                     "`\"` at the end of the cell");
        return false;
    }
}

/// Adds the quoted cell at `at`, then sets `at` to the separator after it, or to the end. False if the quote
/// is not closed in this line, and after an error.
bool CsvReader::take_quoted(std::size_t& at) {
    const std::string_view text = lines_.text();
    if (!has_room(at)) return false;
    starts_.push_back(at);
    const std::size_t begin = unquoted_.size();
    for (++at;; ++at) {
        const std::size_t end = text.find('"', at);
        if (end == std::string_view::npos) return false;
        unquoted_ += text.substr(at, end - at);
        at = end + 1;
        if (at == text.size() || text[at] != '"') break;
        unquoted_ += '"';
    }
    while (at < text.size() && is_cell_blank(text[at]) && text[at] != options_.separator) ++at;
    if (at < text.size() && text[at] != options_.separator)
        return fault_at(lines_.place(at), "text after a closing quote",
                        options_.separator == ',' ? "a comma" : "a separator");
    cells_[count_++] = std::string_view(unquoted_).substr(begin);
    return true;
}

Place CsvReader::place(std::size_t column) const {
    if (empty_line_ != 0) return {lines_.file(), empty_line_, 1};
    if (column < starts_.size()) return lines_.place(starts_[column]);
    return lines_.place(
        column < count_ ? static_cast<std::size_t>(cells_[column].data() - lines_.text().data()) : 0);
}

void CsvReader::fault(std::size_t column, std::string_view message, std::string expected, std::string hint) {
    std::string text(message);
    if (column < headings_.size())
        text = fmt::format("column `{}`: {}", shown(headings_[column], shown_cell), message);
    fault_at(place(column), std::move(text), std::move(expected), std::move(hint));
}

std::optional<double> CsvReader::number(std::size_t column) {
    const Parsed<double> parsed = parse_cell(cells_[column]);
    if (const auto* number = std::get_if<double>(&parsed)) return *number;
    const TextFault& wrong = std::get<TextFault>(parsed);
    fault(column, cells_[column].empty() ? std::string_view("an empty cell") : wrong.message, "a number",
          wrong.hint);
    return std::nullopt;
}

std::optional<double> CsvReader::amount(std::size_t column) {
    const std::optional<double> found = number(column);
    if (!found || *found >= 0) return found;
    fault(column, "a negative amount", "0 or more");
    return std::nullopt;
}

bool CsvReader::fault_at(Place place, std::string message, std::string expected, std::string hint) {
    good_ = false;
    diagnostics_.error(place, std::move(message), std::move(expected), std::move(hint));
    return false;
}

HeadingText split_heading(std::string_view heading) {
    if (heading.size() < 3) return {heading, {}};
    const char close = heading.back();
    if (close != ']' && close != ')') return {heading, {}};
    const std::size_t open = heading.rfind(close == ']' ? '[' : '(');
    if (open == std::string_view::npos || open == 0) return {heading, {}};
    std::string_view name = heading.substr(0, open);
    while (!name.empty() && name.back() == ' ') name.remove_suffix(1);
    if (name.empty()) return {heading, {}};
    return {name, heading.substr(open + 1, heading.size() - open - 2)};
}

MeasureText split_measure(std::string_view cell) {
    const std::size_t length = number_length(cell);
    if (length == 0) return {cell, {}};
    std::string_view unit = cell.substr(length);
    while (!unit.empty() && unit.front() == ' ') unit.remove_prefix(1);
    return {cell.substr(0, length), unit};
}

/// The digits of "120.35" as a whole number and the power of ten are exact doubles, so that their quotient is
/// the double nearest to the number.
double plain_number(std::string_view cell) {
    constexpr std::size_t max_length = 16;  // characters: 15 digits and a decimal point
    constexpr double powers[] = {1,   1e1, 1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15};
    const char *at = cell.data(), *const end = at + cell.size();
    if (cell.empty() || cell.size() > max_length || (cell.size() > 1 && at[0] == '0' && is_digit(at[1])))
        return -1;
    std::uint64_t digits = 0;
    for (; at < end && is_digit(*at); ++at) digits = 10 * digits + static_cast<std::uint64_t>(*at - '0');
    if (at == end) return digits > 0 && cell.size() < max_length ? static_cast<double>(digits) : -1;
    if (*at != '.' || ++at == end) return -1;
    const char* const fraction = at;
    for (; at < end && is_digit(*at); ++at) digits = 10 * digits + static_cast<std::uint64_t>(*at - '0');
    return at == end && digits > 0 ? static_cast<double>(digits) / powers[end - fraction] : -1;
}

Parsed<double> parse_cell(std::string_view cell) {
    const std::size_t sign = cell.starts_with('-') ? 1 : 0;
    const bool zeros = cell.size() > sign + 1 && cell[sign] == '0' && is_digit(cell[sign + 1]);
    if (cell.empty() || zeros || cell.size() > Limits::number_bytes || !is_digit(cell.back()))
        return parse_number(cell);
    if (const double plain = plain_number(cell); plain > 0) return plain;
    double value = 0;
    const auto [end, code] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
    const bool whole = code == std::errc() && end == cell.data() + cell.size() && std::isfinite(value);
    return whole && value != 0 ? value : parse_number(cell);
}

}  // namespace lca
