#pragma once
// Reads the text format of Prometheus (exposition format 0.0.4), one sample at a time.

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lca/document/line_reader.hpp"

namespace lca {

struct PrometheusLabel {
    std::string name, value;
};

/// One line: `name{label="value"} 12.5 1709287200000`. The value may be NaN or infinite, which exporters
/// write for a value that they cannot read.
struct PrometheusSample {
    std::string name;
    std::vector<PrometheusLabel> labels;
    double value = 0;
    std::optional<std::int64_t> milliseconds;  // since 1970; empty if the line has no time

    /// The value of a label; "" if the sample does not have it.
    std::string_view label(std::string_view wanted) const;
};

/// Comments (also HELP, TYPE and EOF) and empty lines are ignored. A line that is not a sample is an error,
/// but reading continues after it. A last line without a line end was cut off: it is left out, with a
/// warning.
class PrometheusReader {
public:
    PrometheusReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics);

    /// Reads the next sample; null at the end. The sample is valid until the next one is read.
    const PrometheusSample* next();
    std::uint32_t line() const { return lines_.number(); }
    Place place() const { return lines_.place(0); }
    bool good() const { return good_ && lines_.good(); }
    bool is_truncated() const { return truncated_; }

private:
    LineReader lines_;
    Diagnostics& diagnostics_;
    PrometheusSample sample_;
    bool good_ = true, truncated_ = false;
};

}  // namespace lca
