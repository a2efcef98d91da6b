#pragma once
// CSV after RFC 4180, row by row. Numbers are exact; a text that a spreadsheet would run as a formula gets an
// apostrophe.

#include <string_view>
#include <vector>

#include "lca/page/report.hpp"

namespace lca::page {

/// Passes on what it has written at every flush, and before its buffer would grow.
class CsvWriter : public RecordSink {
public:
    /// Without headings the rows continue a table that was begun elsewhere. Refers to the sink.
    CsvWriter(const TextSink& sink, bool headings);

    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;
    void flush() override;

private:
    /// Where the next `bytes` bytes can be written; passes on what was written before if there is no space.
    char* room(std::size_t bytes);
    void write(char c) { *room(1) = c, ++size_; }
    void write(std::string_view text);
    void write_text(std::string_view text);
    void write_number(double value);
    void end_line();

    const TextSink& sink_;
    bool headings_;
    std::vector<char> out_;
    std::size_t size_ = 0;  // bytes of it that are written
};

}  // namespace lca::page
