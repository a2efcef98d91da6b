#include "lca/document/csv_column.hpp"

#include "lca/base/byte_source.hpp"
#include "lca/document/csv_reader.hpp"

namespace lca {

std::optional<std::vector<double>> csv_column(std::uint32_t file, std::string_view column,
                                              const Sources& sources, Diagnostics& diagnostics) {
    TextBytes bytes(sources[file].text);
    CsvReader table(bytes, file, diagnostics,
                    {.max_line_bytes = Limits::csv_line_bytes, .max_cells = Limits::csv_columns});
    const std::optional<std::size_t> at = table.column(column);
    if (!at) return std::nullopt;
    std::vector<double> values;
    while (table.next()) {
        const std::optional<double> number = table.number(*at);
        if (!number) return std::nullopt;
        values.push_back(*number);
    }
    if (!table.good()) return std::nullopt;
    if (values.empty()) {
        diagnostics.error({file, table.line(), 0}, "the file has headings but no numbers",
                          "a number in each further line");
        return std::nullopt;
    }
    return values;
}

}  // namespace lca
