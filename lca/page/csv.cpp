#include "lca/page/csv.hpp"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "lca/base/number.hpp"

namespace lca::page {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;  // bytes that are passed on at once

/// Whether a spreadsheet would execute the text as a formula.
bool is_formula(std::string_view text) {
    return !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
}

}  // namespace

CsvWriter::CsvWriter(const TextSink& sink, bool headings) : sink_(sink), headings_(headings), out_(piece) {}

inline char* CsvWriter::room(std::size_t bytes) {
    if (out_.size() - size_ < bytes) {
        flush();
        if (out_.size() < bytes) out_.resize(bytes);
    }
    return out_.data() + size_;
}

void CsvWriter::write(std::string_view text) {
    std::copy(text.begin(), text.end(), room(text.size()));
    size_ += text.size();
}

void CsvWriter::write_text(std::string_view text) {
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        if (is_formula(text)) write('\'');
        return write(text);
    }
    write(is_formula(text) ? "\"'" : "\"");
    for (const char c : text) {
        if (c == '"') write('"');
        write(c);
    }
    write('"');
}

void CsvWriter::write_number(double value) {
    if (!std::isfinite(value)) throw std::logic_error("CSV: a number that is not finite");
    size_ += write_exact(value, room(max_exact));
}

void CsvWriter::end_line() {
    write("\r\n");
}

void CsvWriter::columns(std::span<const std::string> names) {
    if (!headings_) return;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) write(',');
        write_text(names[i]);
    }
    end_line();
}

void CsvWriter::row(std::span<const Cell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) write(',');
        if (const auto* number = std::get_if<double>(&cells[i]))
            write_number(*number);
        else if (const auto* text = std::get_if<std::string>(&cells[i]))
            write_text(*text);
        else if (const auto* numeral = std::get_if<Numeral>(&cells[i]))
            write(numeral->text);
    }
    end_line();
}

void CsvWriter::flush() {
    if (size_ > 0) sink_({out_.data(), size_});
    size_ = 0;
}

}  // namespace lca::page

namespace lca {

std::string write_csv(const Records& records) {
    std::string text;
    const TextSink sink = [&text](std::string_view more) { text += more; };
    page::CsvWriter writer(sink, true);
    records.write(writer);
    return text;
}

}  // namespace lca
