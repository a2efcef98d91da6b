#pragma once
// The text format of Prometheus (exposition format 0.0.4), a sample at a time.

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

/// One line: `name{label="value"} 12.5 1709287200000`. The value may be NaN or infinite: that is what an
/// exporter says of what it cannot read.
struct PrometheusSample {
    std::string name;
    std::vector<PrometheusLabel> labels;
    double value = 0;
    std::optional<std::int64_t> milliseconds;  // since 1970, where the line states it

    /// "" where there is no such label.
    std::string_view label(std::string_view wanted) const;
};

/// Comments (HELP, TYPE, EOF among them) and empty lines are ignored. A line that is not a sample is a
/// fault, and reading goes on after it; but a last one without a line end was cut: it is left out, with a
/// warning.
class PrometheusReader {
public:
    PrometheusReader(ByteSource& bytes, std::uint32_t file, Diagnostics& diagnostics);

    /// The next sample; null at the end. Valid until the next is read.
    const PrometheusSample* next();
    std::uint32_t line() const { return lines_.number(); }
    Place place() const { return lines_.place(0); }
    bool good() const { return good_ && lines_.good(); }
    bool cut() const { return cut_; }

private:
    LineReader lines_;
    Diagnostics& diagnostics_;
    PrometheusSample sample_;
    bool good_ = true, cut_ = false;
};

}  // namespace lca
