#pragma once
// Writes rows as CSV (RFC 4180). Numbers are exact; a text that a spreadsheet would execute as a formula is
// preceded by an apostrophe.

#include <string_view>
#include <vector>

#include "lca/page/report.hpp"

namespace lca::page {

/// Passes its text on to the sink at every flush, and when its buffer is full.
class CsvWriter : public RecordSink {
public:
    /// Without headings, the rows continue a table written before. Keeps a reference to the sink.
    CsvWriter(const TextSink& sink, bool headings);

    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;
    void flush() override;

private:
    /// Where the next `bytes` bytes can be written; first passes on the buffer if there is no space in it.
    char* room(std::size_t bytes);
    void write(char c) { *room(1) = c, ++size_; }
    void write(std::string_view text);
    void write_text(std::string_view text);
    void write_number(double value);
    void end_line();

    const TextSink& sink_;
    bool headings_;
    std::vector<char> out_;
    std::size_t size_ = 0;  // bytes of out_ that are in use
};

}  // namespace lca::page
