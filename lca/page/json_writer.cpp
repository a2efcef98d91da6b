#include "lca/page/json_writer.hpp"

#include <array>
#include <cmath>
#include <stdexcept>

#include "lca/base/number.hpp"

namespace lca {
namespace {

constexpr std::string_view replacement = "\xef\xbf\xbd";  // U+FFFD

/// The length of the valid UTF-8 character at the start of `text`; 0 if there is none.
std::size_t character_length(std::string_view text) {
    const auto byte = [&text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    if (first < 0x80) return 1;
    const std::size_t length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(i) & 0xc0U) != 0x80U) return 0;
    }
    const bool overlong = (first == 0xe0 && byte(1) < 0xa0) || (first == 0xf0 && byte(1) < 0x90);
    const bool outside = (first == 0xed && byte(1) >= 0xa0) || (first == 0xf4 && byte(1) >= 0x90);
    return overlong || outside ? 0 : length;
}

/// For each byte, whether it is written without an escape; a table for speed, as every byte is looked up.
constexpr std::array<bool, 256> as_it_is = [] {
    std::array<bool, 256> table{};
    for (std::size_t c = 0x20; c < 0x7f; ++c) table.at(c) = c != '"' && c != '\\' && c != '<';
    return table;
}();

/// Number of bytes at the start of the text that are ASCII and need no escape.
std::size_t plain_length(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && as_it_is[static_cast<unsigned char>(text[at])]) ++at;
    return at;
}

void append_escaped(std::string& out, char c) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto code = static_cast<unsigned char>(c);
    out += "\\u00";
    out += digits[code >> 4U];
    out += digits[code & 0xfU];
}

void append_character(std::string& out, std::string_view character) {
    const char c = character[0];
    if (character == "\xe2\x80\xa8" || character == "\xe2\x80\xa9") {
        out += character == "\xe2\x80\xa8" ? "\\u2028" : "\\u2029";
    } else if (c == '"' || c == '\\') {
        out += '\\';
        out += c;
    } else if (c == '\n') {
        out += "\\n";
    } else if (c == '\t') {
        out += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20 || c == '\x7f' || c == '<') {
        append_escaped(out, c);
    } else {
        out += character;
    }
}

}  // namespace

void JsonWriter::new_line() {
    if (open_.size() > deep_) return;
    out_ += '\n';
    out_.append(2 * open_.size(), ' ');
}

void JsonWriter::separate() {
    if (after_key_) {
        after_key_ = false;
        return;
    }
    if (open_.empty()) return;
    if (!open_.back().empty) out_ += open_.size() > deep_ ? ", " : ",";
    open_.back().empty = false;
    new_line();
}

void JsonWriter::open(char bracket, bool object) {
    separate();
    out_ += bracket;
    open_.push_back({object, true});
}

void JsonWriter::close(char bracket) {
    if (open_.empty() || after_key_) throw std::logic_error("JSON: nothing to close");
    const bool empty = open_.back().empty;
    const bool flat = open_.size() > deep_;
    open_.pop_back();
    if (!empty && !flat) new_line();
    out_ += bracket;
    pass_on();
}

/// Passes the text on to the sink once there is a large enough piece of it.
void JsonWriter::pass_on() {
    constexpr std::size_t piece = std::size_t{1} << 16;
    if (sink_ == nullptr || out_.size() < piece) return;
    (*sink_)(out_);
    out_.clear();
}

JsonWriter& JsonWriter::begin_object() {
    open('{', true);
    return *this;
}
JsonWriter& JsonWriter::end_object() {
    close('}');
    return *this;
}
JsonWriter& JsonWriter::begin_array() {
    open('[', false);
    return *this;
}
JsonWriter& JsonWriter::end_array() {
    close(']');
    return *this;
}

void JsonWriter::text(std::string_view text) {
    out_ += '"';
    while (!text.empty()) {
        const std::size_t plain = plain_length(text);
        out_.append(text.substr(0, plain));
        text.remove_prefix(plain);
        if (text.empty()) break;
        const std::size_t length = character_length(text);
        if (length == 0) {
            out_ += replacement;
        } else {
            append_character(out_, text.substr(0, length));
        }
        text.remove_prefix(length == 0 ? 1 : length);
    }
    out_ += '"';
}

JsonWriter& JsonWriter::key(std::string_view name) {
    if (open_.empty() || !open_.back().object || after_key_)
        throw std::logic_error("JSON: no key is allowed here");
    separate();
    text(name);
    out_ += ": ";
    after_key_ = true;
    return *this;
}

JsonWriter& JsonWriter::value(std::string_view value) {
    separate();
    text(value);
    return *this;
}

JsonWriter& JsonWriter::value(double number) {
    if (!std::isfinite(number)) throw std::logic_error("JSON: a number that is not finite");
    separate();
    append_exact(out_, number);
    return *this;
}

JsonWriter& JsonWriter::value(std::optional<double> number) {
    return number ? value(*number) : null();
}

JsonWriter& JsonWriter::whole(std::size_t number) {
    separate();
    out_ += std::to_string(number);
    return *this;
}

JsonWriter& JsonWriter::truth(bool yes) {
    separate();
    out_ += yes ? "true" : "false";
    return *this;
}

JsonWriter& JsonWriter::null() {
    separate();
    out_ += "null";
    return *this;
}

JsonWriter& JsonWriter::entry_if(std::string_view name, std::string_view text) {
    return text.empty() ? *this : entry(name, text);
}

std::string JsonWriter::take() && {
    if (!open_.empty()) throw std::logic_error("JSON: something is still open");
    out_ += '\n';
    return std::move(out_);
}

std::string json_text(std::string_view text) {
    JsonWriter json(0);
    json.value(text);
    std::string line = std::move(json).take();
    line.pop_back();  // removes the line end
    return line;
}

}  // namespace lca
