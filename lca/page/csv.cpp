// Records as CSV after RFC 4180. Numbers are exact; a text that a spreadsheet would run as a formula gets an
// apostrophe.
#include <cmath>
#include <stdexcept>

#include "lca/base/number.hpp"
#include "lca/page/report.hpp"

namespace lca {
namespace {

std::string quoted(const std::string& text) {
    const bool formula =
        !text.empty() && std::string_view("=+-@\t\r").find(text[0]) != std::string_view::npos;
    const std::string safe = formula ? "'" + text : text;
    if (safe.find_first_of(",\"\r\n") == std::string::npos) return safe;
    std::string out = "\"";
    for (const char c : safe) {
        if (c == '"') out += '"';
        out += c;
    }
    return out + '"';
}

struct Written {
    std::string operator()(std::monostate) const { return {}; }
    std::string operator()(double value) const {
        if (!std::isfinite(value)) throw std::logic_error("CSV: a number that is not finite");
        return exact(value);
    }
    std::string operator()(const std::string& text) const { return quoted(text); }
};

}  // namespace

Records::Cell Records::number(std::optional<double> value, double unit) {
    Cell cell;
    if (value) cell.emplace<double>(*value / unit);
    return cell;
}

Records::Cell Records::text(std::string_view text) {
    Cell cell;
    if (!text.empty()) cell.emplace<std::string>(text);
    return cell;
}

std::string write_csv(const Records& records) {
    std::string out;
    for (std::size_t i = 0; i < records.columns.size(); ++i) {
        out += (i > 0 ? "," : "") + quoted(records.columns[i]);
    }
    out += "\r\n";
    for (const std::vector<Records::Cell>& row : records.rows) {
        for (std::size_t i = 0; i < row.size(); ++i) {
            if (i > 0) out += ',';
            out += std::visit(Written{}, row[i]);
        }
        out += "\r\n";
    }
    return out;
}

}  // namespace lca
