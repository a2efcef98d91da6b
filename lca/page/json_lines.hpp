#pragma once
// Flat rows as JSON lines: an object a row, keys as the columns; empty cells are null.

#include <string>
#include <vector>

#include "lca/page/report.hpp"

namespace lca {

class JsonLines : public RecordSink {
public:
    /// Refers to the sink.
    explicit JsonLines(const TextSink& sink) : sink_(sink) {}

    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;
    void flush() override;

private:
    const TextSink& sink_;
    std::vector<std::string> keys_;  // with what comes before the value
    std::string out_;
};

}  // namespace lca
