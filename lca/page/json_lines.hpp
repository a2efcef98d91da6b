#pragma once
// Writes rows as JSON lines: an object for each row, with the columns as keys; empty cells are null.

#include <string>
#include <vector>

#include "lca/page/report.hpp"

namespace lca {

class JsonLines : public RecordSink {
public:
    /// Keeps a reference to the sink.
    explicit JsonLines(const TextSink& sink) : sink_(sink) {}

    void columns(std::span<const std::string> names) override;
    void row(std::span<const Cell> cells) override;
    void flush() override;

private:
    const TextSink& sink_;
    std::vector<std::string> keys_;  // each with the punctuation before its value
    std::string out_;
};

}  // namespace lca
