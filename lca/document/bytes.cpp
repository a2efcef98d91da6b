#include "lca/document/bytes.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <utility>

#include "lca/base/text.hpp"
#include "lca/base/utf8.hpp"

namespace lca::document {
namespace {

struct Magic {
    std::string_view bytes;
    std::string_view what;
};

using namespace std::string_view_literals;
constexpr std::array<Magic, 14> magics{{{"\x1f\x8b"sv, "a gzip file"},
                                        {"PK\x03\x04"sv, "a zip archive (or a spreadsheet)"},
                                        {"%PDF"sv, "a PDF document"},
                                        {"\x7f"
                                         "ELF"sv,
                                         "a program"},
                                        {"\x89PNG"sv, "a PNG picture"},
                                        {"\xff\xd8\xff"sv, "a JPEG picture"},
                                        {"GIF8"sv, "a GIF picture"},
                                        {"SQLite format 3"sv, "an SQLite database"},
                                        {"BZh"sv, "a bzip2 file"},
                                        {"\xfd"
                                         "7zXZ"sv,
                                         "an xz file"},
                                        {"\x28\xb5\x2f\xfd"sv, "a zstd file"},
                                        {"\xd0\xcf\x11\xe0"sv, "an old office document"},
                                        {"PAR1"sv, "a Parquet file"},
                                        {R"({\rtf)"sv, "an RTF document"}}};

constexpr std::string_view save_hint = "save the file as UTF-8";

/// "UTF-16" and the like if a text that is not UTF-8 is in that encoding; "" if none is recognised.
std::string_view other_encoding(std::string_view text) {
    if (text.starts_with("\xff\xfe\x00\x00"sv) || text.starts_with("\x00\x00\xfe\xff"sv)) return "UTF-32";
    if (text.starts_with("\xff\xfe"sv) || text.starts_with("\xfe\xff"sv)) return "UTF-16";
    if (text.starts_with("+/v8"sv) || text.starts_with("+/v9"sv)) return "UTF-7";
    if (text.size() < 4) return {};
    const auto zero = [text](std::size_t at) { return text[at] == '\0'; };
    if (zero(0) && zero(1) && zero(2) && !zero(3)) return "UTF-32";
    if (!zero(0) && zero(1) && zero(2) && zero(3)) return "UTF-32";
    if (zero(0) && !zero(1) && zero(2) && !zero(3)) return "UTF-16";
    if (!zero(0) && zero(1) && !zero(2) && zero(3)) return "UTF-16";
    return {};
}

/// Whether more than a tenth of the first 512 bytes is not text: then errors for single bytes would not help.
bool is_binary(std::string_view text) {
    const std::string_view start = text.substr(0, 512);
    std::size_t odd = 0;
    for (std::size_t at = 0; at < start.size();) {
        const Character next = character_at(text, at);
        const bool control = next.code < 0x20 && next.code != '\n' && next.code != '\r' && next.code != '\t';
        if (!next.valid || control) ++odd;
        at += next.length;
    }
    return odd > 8 && odd * 10 > start.size();
}

/// Whether the whole file is not UTF-8 text (an image, say); this is then reported as one error.
bool is_no_text(const Locator& locator, Diagnostics& diagnostics) {
    const std::string_view text = locator.text();
    const Place start = locator.at(0);
    for (const Magic& magic : magics) {
        if (!text.starts_with(magic.bytes)) continue;
        diagnostics.error(start, "this looks like " + std::string(magic.what) + ", not like a YAML text");
        return true;
    }
    const std::string_view encoding = other_encoding(text);
    if (!encoding.empty()) {
        diagnostics.error(start, "this text is " + std::string(encoding) + "; only UTF-8 is read", {},
                          std::string(save_hint));
        return true;
    }
    if (!is_binary(text)) return false;
    diagnostics.error(start, "this looks like a binary file, not like a YAML text");
    return true;
}

std::string hex(char byte) {
    constexpr std::string_view digits = "0123456789abcdef";
    const auto value = static_cast<std::uint8_t>(byte);
    return {'0', 'x', digits[value >> 4U], digits[value & 0xfU]};
}

/// The invalid bytes at an offset, up to four, in hexadecimal.
std::string broken_bytes(std::string_view text, std::size_t at) {
    std::string result = hex(text[at]);
    for (std::size_t next = at + 1; next < std::min(text.size(), at + 4); ++next) {
        if ((static_cast<std::uint8_t>(text[next]) & 0xc0U) != 0x80U) break;
        result += " " + hex(text[next]);
    }
    return result;
}

/// Goes through a text line by line and reports the first forbidden byte or character of each line.
class ByteCheck {
public:
    ByteCheck(const Locator& locator, Diagnostics& diagnostics)
        : locator_(locator), text_(locator.text()), diagnostics_(diagnostics) {}

    void run() {
        for (std::size_t start = 0; start < text_.size(); ++line_) {
            const std::size_t end = std::min(text_.find('\n', start), text_.size());
            start_ = start;
            check_line(text_.substr(start, end - start));
            start = end + 1;
        }
    }

private:
    void report(std::size_t offset, std::string message, std::string hint = {}) {
        diagnostics_.error(locator_.at(offset, line_, start_), std::move(message), {}, std::move(hint));
    }

    void check_line(std::string_view line) {
        if (line.ends_with('\r')) line.remove_suffix(1);
        if (line.empty()) return;
        if (check_characters(line) && check_start(line)) check_indentation(line);
        const std::size_t first = line.find_first_not_of(" \t");
        if (first != std::string_view::npos && line[first] != '#') content_seen_ = true;
    }

    bool check_characters(std::string_view line) {
        for (std::size_t at = 0; at < line.size();) {
            const auto byte = static_cast<std::uint8_t>(line[at]);
            if (byte >= 0x20 && byte < 0x7f) {
                ++at;
                continue;
            }
            const Character next = character_at(line, at);
            if (!next.valid || (is_invisible(next.code) && next.code != '\t')) {
                report_character(line, at, next);
                return false;
            }
            at += next.length;
        }
        return true;
    }

    void report_character(std::string_view line, std::size_t at, Character character) {
        const std::size_t offset = start_ + at;
        if (!character.valid) {
            report(offset, "bytes that are not UTF-8: " + broken_bytes(line, at), std::string(save_hint));
        } else if (character.code == '\r') {
            report(offset, "a carriage return (0x0d) that does not end a line",
                   "end lines with a line feed, or with carriage return and line feed");
        } else if (character.code < 0x80) {
            report(offset,
                   "the control character " + described(character.code) + " (byte " + hex(line[at]) + ")",
                   "delete it");
        } else if (character.code == 0xfeff) {
            report(offset, "a byte-order mark (U+FEFF) that does not start the file", "delete it");
        } else {
            report(offset, "the invisible character " + described(character.code), "delete it");
        }
    }

    /// Reports a line that is a mark of an unresolved merge or a YAML directive, and then returns false; true
    /// for any other line.
    bool check_start(std::string_view line) {
        if (line.starts_with("<<<<<<< ") || line.starts_with(">>>>>>> ") || line == "=======") {
            if (!std::exchange(conflict_seen_, true)) {
                report(
                    start_, "a mark of an unresolved merge conflict: `" + shown(line, 20) + "`",
                    "choose one of the two versions and delete the lines `<<<<<<<`, `=======` and `>>>>>>>`");
            }
            return false;
        }
        if (line.starts_with('%') && !content_seen_) {
            report(start_, "YAML directives such as `" + shown(line, 20) + "` are not part of the language",
                   "delete this line");
            return false;
        }
        return true;
    }

    void check_indentation(std::string_view line) {
        const std::size_t first = line.find_first_not_of(' ');
        if (first == std::string_view::npos) return;
        if (line[first] == '\t') {
            if (line.find_first_not_of(" \t") == std::string_view::npos) return;
            report(start_ + first, "a tab in the indentation", "replace each tab by spaces");
            return;
        }
        const Character next = character_at(line, first);
        if (next.code >= 0x80 && plain_form(next.code) == " ") {
            report(start_ + first, "the character " + described(next.code) + " in the indentation",
                   "replace it by a plain space");
        }
    }

    const Locator& locator_;
    std::string_view text_;
    Diagnostics& diagnostics_;
    std::size_t line_ = 0;
    std::size_t start_ = 0;
    bool content_seen_ = false;
    bool conflict_seen_ = false;
};

}  // namespace

bool check_bytes(const Locator& locator, Diagnostics& diagnostics) {
    if (is_no_text(locator, diagnostics)) return false;
    const std::size_t before = diagnostics.errors();
    ByteCheck(locator, diagnostics).run();
    return diagnostics.errors() == before;
}

}  // namespace lca::document
