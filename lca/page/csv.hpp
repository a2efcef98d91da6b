#pragma once
// CSV after RFC 4180, row by row. Numbers are exact; a text that a spreadsheet would run as a formula gets an
// apostrophe.

#include "lca/page/report.hpp"

namespace lca {

/// Hands on what it has written at every flush, and before it grows.
class CsvWriter : public RecordSink {
public:
    /// Without headings the rows continue a table that was begun elsewhere. Refers to the sink.
    CsvWriter(const TextSink& sink, bool headings) : sink_(sink), headings_(headings) {}

    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;
    void flush() override;

private:
    const TextSink& sink_;
    bool headings_;
    std::string out_;
};

}  // namespace lca
