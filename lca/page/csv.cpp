#include "lca/page/csv.hpp"

#include <cmath>
#include <stdexcept>

#include "lca/base/number.hpp"

namespace lca {
namespace {

constexpr std::size_t piece = std::size_t{1} << 16;  // bytes: quick to write and small to keep

void append_text(std::string& out, std::string_view text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    if (text.find_first_of(",\"\r\n") == std::string_view::npos) {
        if (formula) out += '\'';
        out += text;
        return;
    }
    out += formula ? "\"'" : "\"";
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

struct Written {
    std::string& out;

    void operator()(std::monostate) const {}
    void operator()(double value) const {
        if (!std::isfinite(value)) throw std::logic_error("CSV: a number that is not finite");
        append_exact(out, value);
    }
    void operator()(const std::string& text) const { append_text(out, text); }
    void operator()(const Numeral& number) const { out += number.text; }
};

}  // namespace

void CsvWriter::columns(std::span<const std::string> names) {
    if (!headings_) return;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (i > 0) out_ += ',';
        append_text(out_, names[i]);
    }
    out_ += "\r\n";
}

void CsvWriter::row(std::span<const Cell> cells) {
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (i > 0) out_ += ',';
        std::visit(Written{out_}, cells[i]);
    }
    out_ += "\r\n";
    if (out_.size() >= piece) flush();
}

void CsvWriter::flush() {
    if (!out_.empty()) sink_(out_);
    out_.clear();
}

std::string write_csv(const Records& records) {
    std::string text;
    const TextSink sink = [&text](std::string_view more) { text += more; };
    CsvWriter writer(sink, true);
    records.write(writer);
    return text;
}

}  // namespace lca
