#include "lca/page/json_lines.hpp"

#include "lca/base/number.hpp"
#include "lca/page/json_writer.hpp"

namespace lca {
namespace {

constexpr std::size_t kept_back = 1U << 16;  // bytes that are buffered before they are passed on

void append(std::string& out, const RecordSink::Cell& cell) {
    if (const auto* number = std::get_if<double>(&cell)) {
        append_exact(out, *number);
    } else if (const auto* text = std::get_if<std::string>(&cell)) {
        out += json_text(*text);
    } else if (const auto* numeral = std::get_if<Numeral>(&cell)) {
        append_exact(out, std::get<double>(parse_number(numeral->text)));
    } else {
        out += "null";
    }
}

}  // namespace

void JsonLines::columns(std::span<const std::string> names) {
    for (const std::string& name : names)
        keys_.push_back((keys_.empty() ? "{" : ", ") + json_text(name) + ": ");
}

void JsonLines::row(std::span<const Cell> cells) {
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        out_ += keys_[i];
        append(out_, i < cells.size() ? cells[i] : Cell());
    }
    out_ += "}\n";
    if (out_.size() > kept_back) flush();
}

void JsonLines::flush() {
    sink_(out_);
    out_.clear();
}

}  // namespace lca
